package org.jfpmonitor.extract.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.extract.result.OverrideLine;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.OverrideRules;

/** The lines of a file by which a person sets statuses and revokes them. */
final class OverrideLines {

	private final List<OverrideLine> lines = new ArrayList<>();

	void takeOverride(ReportFields fields) {
		fields.needEditor();
		Optional<Objective> objective = fields.objective("from");
		Optional<Status> status = fields.status("from");
		Optional<LocalDate> from = fields.neededDay("from");
		Optional<LocalDate> until = fields.neededDay("until");
		String reason = reason(fields);
		String author = fields.author("who set it");
		from.ifPresent((first) -> {
			reject(fields, OverrideRules.ofFirstDay(first, fields.today()));
			until.ifPresent((last) -> reject(fields, OverrideRules.ofLastDay(first, last)));
		});
		if (!fields.isSound()) {
			return;
		}
		OverrideLine wanted = new OverrideLine(fields.edition("from").orElseThrow().id(),
				objective.orElseThrow().code(), status.orElseThrow(), reason, author, from.orElseThrow(),
				until.orElseThrow(), fields.place("status"));
		Optional<OverrideLine> other = this.lines.stream().filter((each) -> overlap(each, wanted)).findFirst();
		if (other.isPresent()) {
			fields.reject("from", RejectCode.OVERLAPPING_OVERRIDE,
					"days on which no other override of the objective holds; " + other.get().place().inWords() + " has "
							+ other.get().from() + " to " + other.get().until());
			return;
		}
		this.lines.add(wanted);
	}

	private boolean overlap(OverrideLine earlier, OverrideLine wanted) {
		return !earlier.isRevocation() && isOfOneObjective(earlier, wanted) && !earlier.from().isAfter(wanted.until())
				&& !wanted.from().isAfter(lastDay(earlier));
	}

	/** The same code in another edition is another objective. */
	private static boolean isOfOneObjective(OverrideLine one, OverrideLine other) {
		return one.objective().equals(other.objective()) && one.plan().equals(other.plan());
	}

	/** The last day of an override by what the lines after it say. */
	private LocalDate lastDay(OverrideLine override) {
		return this.lines.subList(this.lines.indexOf(override) + 1, this.lines.size())
			.stream()
			.filter((each) -> each.isRevocation() && isOfOneObjective(each, override)
					&& !each.from().isBefore(override.from()))
			.map((each) -> each.from().minusDays(1))
			.reduce(override.until(), (one, other) -> one.isBefore(other) ? one : other);
	}

	void takeRevocation(ReportFields fields) {
		fields.needEditor();
		Optional<Objective> objective = fields.objective("from");
		Optional<LocalDate> from = fields.neededDay("from");
		String reason = reason(fields);
		String author = fields.author("who revoked it");
		if (fields.isSound()) {
			this.lines.add(new OverrideLine(fields.edition("from").orElseThrow().id(), objective.orElseThrow().code(),
					null, reason, author, from.orElseThrow(), from.orElseThrow(), fields.place("from")));
		}
	}

	/** The column is one for several kinds of lines, so it is called comment. */
	private static String reason(ReportFields fields) {
		String reason = fields.text("comment").strip();
		reject(fields, OverrideRules.ofReason(reason));
		return reason;
	}

	private static void reject(ReportFields fields, List<OverrideRules.OverrideFault> faults) {
		for (OverrideRules.OverrideFault fault : faults) {
			String column = switch (fault.part()) {
				case REASON -> "comment";
				case FROM -> "from";
				case UNTIL -> "until";
			};
			fields.reject(column, fault.found().isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.OUT_OF_RANGE,
					fault.expected());
		}
	}

	List<OverrideLine> all() {
		return List.copyOf(this.lines);
	}

}
