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
import org.jfpmonitor.notification.fact.NotifiedFact;
import org.jfpmonitor.notification.fact.OutdatedFacts;
import org.jfpmonitor.plan.id.PlanId;

/**
 * Reads a mail that goes out late with the eyes of the newest run, and puts what is no
 * longer true before everything else. It lasts for one round, within which the newest run
 * of each plan is asked once.
 */
final class StalenessNotice {

	private final Assessments assessments;

	private final JdbcOutbox outbox;

	private final Today today;

	private final Map<PlanId, Optional<RecordedRun>> newest = new HashMap<>();

	private final Map<AskedDay, PlanAssessment> known = new HashMap<>();

	StalenessNotice(Assessments assessments, JdbcOutbox outbox, Today today) {
		this.assessments = assessments;
		this.outbox = outbox;
		this.today = today;
	}

	/** The mail as it is to be sent now. */
	OutboxMail on(OutboxMail mail) {
		LocalDate written = day(mail.createdAt());
		LocalDate sent = this.today.newestDay();
		List<String> since = since(mail);
		if (written.equals(sent) && since.isEmpty()) {
			return mail;
		}
		List<String> note = new ArrayList<>();
		note.add(written.equals(sent)
				? "Something has changed since this email was written on " + Phrasing.day(written) + "."
				: "This email was written on %s and could not be sent until %s.".formatted(Phrasing.day(written),
						Phrasing.day(sent)));
		note.addAll(since);
		return mail.headed(String.join(" ", note));
	}

	private List<String> since(OutboxMail mail) {
		return this.outbox.told(mail.id()).stream().flatMap((told) -> since(mail, told).stream()).distinct().toList();
	}

	private List<String> since(OutboxMail mail, NotifiedFact told) {
		Optional<RecordedRun> newest = this.newest.computeIfAbsent(told.plan(), this.assessments::lastRun);
		if (newest.isEmpty()) {
			return List.of("The plan that this email speaks of is no longer judged.");
		}
		LocalDate day = newest.get().asOf();
		return (newest.get().number() > mail.run())
				? OutdatedFacts.sentences(told, known(told.plan(), day, day), known(told.plan(), told.about(), day))
				: List.of();
	}

	private PlanAssessment known(PlanId plan, LocalDate asOf, LocalDate knownOn) {
		return this.known.computeIfAbsent(new AskedDay(plan, asOf),
				(asked) -> this.assessments.assess(plan, asOf, knownOn));
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, Today.LONDON);
	}

	private record AskedDay(PlanId plan, LocalDate asOf) {

	}

}
