package org.jfpmonitor.extract.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.extract.result.MilestoneLine;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Plan;

/** The lines of a file that say how milestones stand: one for each milestone and day. */
final class MilestoneLines {

	/** In place of the day on which a milestone was achieved: it was not. */
	private static final String WITHDRAWN = "withdrawn";

	private final List<MilestoneLine> lines = new ArrayList<>();

	private final Map<String, Place> keys = new HashMap<>();

	void take(ReportFields fields) {
		Optional<Milestone> milestone = fields.milestone("as-of");
		Optional<LocalDate> asOf = fields.pastDay("as-of");
		Optional<LocalDate> forecast = fields.nearDay("forecast");
		boolean withdrawn = NormalisedText.value(fields.text("achieved")).equals(WITHDRAWN);
		Optional<LocalDate> achieved = withdrawn ? Optional.empty() : fields.nearDay("achieved");
		asOf.filter((day) -> achieved.filter((other) -> other.isAfter(day)).isPresent())
			.ifPresent(
					(day) -> fields.reject("achieved", RejectCode.OUT_OF_RANGE, "a day no later than as-of, " + day));
		if (!fields.text("objective").isBlank()) {
			fields.objective("as-of")
				.filter((objective) -> milestone.filter((each) -> !objective.milestones().contains(each)).isPresent())
				.ifPresent((objective) -> fields.reject("objective", RejectCode.UNKNOWN_OBJECTIVE,
						"the objective that the milestone belongs to"));
		}
		String comment = fields.words("comment");
		Optional<Plan> plan = fields.edition("as-of");
		if (fields.isSound() && fields.isFirst(this.keys, "milestone",
				plan.orElseThrow().id() + " " + milestone.orElseThrow().id() + " " + asOf.orElseThrow(),
				"each milestone and day")) {
			this.lines.add(new MilestoneLine(plan.orElseThrow().id(), milestone.orElseThrow().id(), asOf.orElseThrow(),
					forecast.orElse(null), achieved.orElse(null), withdrawn, comment, fields.place("milestone")));
		}
	}

	List<MilestoneLine> all() {
		return List.copyOf(this.lines);
	}

}
