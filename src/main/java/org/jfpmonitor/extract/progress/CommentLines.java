package org.jfpmonitor.extract.progress;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.extract.result.CommentLine;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;

/** The lines of a file that comment on a month: one for each objective and month. */
final class CommentLines {

	private final List<CommentLine> lines = new ArrayList<>();

	private final Map<String, Place> keys = new HashMap<>();

	void take(ReportFields fields) {
		fields.needEditor();
		Optional<Objective> objective = fields.objective("as-of");
		Optional<LocalDate> asOf = fields.pastDay("as-of");
		asOf.map((day) -> YearMonth.from(day).atEndOfMonth())
			.filter((last) -> !last.equals(asOf.get()))
			.ifPresent((last) -> fields.reject("as-of", RejectCode.OUT_OF_RANGE,
					"the last day of a month, such as " + last));
		String comment = fields.words("comment").strip();
		if (comment.isEmpty()) {
			fields.reject("comment", RejectCode.MISSING_VALUE, "what the figures say");
		}
		String author = fields.author("who wrote it");
		Optional<Plan> plan = fields.edition("as-of");
		if (fields.isSound() && fields.isFirst(this.keys, "objective",
				plan.orElseThrow().id() + " " + objective.orElseThrow().code() + " " + asOf.orElseThrow(),
				"the comment on each objective and month")) {
			this.lines.add(new CommentLine(plan.orElseThrow().id(), objective.orElseThrow().code(), asOf.orElseThrow(),
					comment, author, fields.place("comment")));
		}
	}

	List<CommentLine> all() {
		return List.copyOf(this.lines);
	}

}
