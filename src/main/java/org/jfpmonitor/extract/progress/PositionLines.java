package org.jfpmonitor.extract.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.extract.result.PositionLine;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;

/** The lines of a file that say what was published: one for each objective and day. */
final class PositionLines {

	private final List<PositionLine> lines = new ArrayList<>();

	private final Map<String, Place> keys = new HashMap<>();

	void take(ReportFields fields) {
		fields.needEditor();
		Optional<Objective> objective = fields.objective("as-of");
		Optional<LocalDate> asOf = fields.pastDay("as-of");
		Optional<Status> status = fields.status("as-of");
		String comment = fields.words("comment");
		Optional<Plan> plan = fields.edition("as-of");
		if (fields.isSound() && fields.isFirst(this.keys, "objective",
				plan.orElseThrow().id() + " " + objective.orElseThrow().code() + " " + asOf.orElseThrow(),
				"each objective and day")) {
			this.lines.add(new PositionLine(plan.orElseThrow().id(), objective.orElseThrow().code(), asOf.orElseThrow(),
					status.orElseThrow(), comment, fields.place("status")));
		}
	}

	List<PositionLine> all() {
		return List.copyOf(this.lines);
	}

}
