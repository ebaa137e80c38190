package org.jfpmonitor.notification.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.notification.outbox.JdbcOutbox.Claim;

/**
 * Reads a mail that goes out late with the eyes of the newest run, and puts what is no
 * longer true before everything else. It lasts for one round, within which the newest run
 * is asked once.
 */
final class Hindsight {

	private final Assessments assessments;

	private final JdbcOutbox outbox;

	private final Optional<RecordedRun> newest;

	private final Map<LocalDate, PlanAssessment> known = new HashMap<>();

	Hindsight(Assessments assessments, JdbcOutbox outbox) {
		this.assessments = assessments;
		this.outbox = outbox;
		this.newest = assessments.lastRun();
	}

	/** The letter as it is to be sent now. */
	Letter read(Claim claim) {
		Letter letter = claim.letter();
		LocalDate written = day(letter.createdAt());
		LocalDate sent = day(claim.at());
		List<String> since = since(claim);
		if (written.equals(sent) && since.isEmpty()) {
			return letter;
		}
		List<String> note = new ArrayList<>();
		note.add(written.equals(sent)
				? "Something has changed since this mail was written on " + Phrasing.day(written) + "."
				: "This mail was written on %s and could not be sent until %s.".formatted(Phrasing.day(written),
						Phrasing.day(sent)));
		note.addAll(since);
		return letter.headed(String.join(" ", note));
	}

	private List<String> since(Claim claim) {
		return this.newest.filter((run) -> run.number() > claim.run())
			.map((run) -> this.outbox.told(claim.letter().id())
				.stream()
				.map((told) -> Since.sentences(told, known(run.asOf(), run.asOf()), known(told.about(), run.asOf())))
				.flatMap(List::stream)
				.distinct()
				.toList())
			.orElse(List.of());
	}

	private PlanAssessment known(LocalDate asOf, LocalDate knownOn) {
		return this.known.computeIfAbsent(asOf, (day) -> this.assessments.assess(day, knownOn));
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, Today.LONDON);
	}

}
