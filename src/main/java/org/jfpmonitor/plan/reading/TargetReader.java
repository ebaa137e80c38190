package org.jfpmonitor.plan.reading;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/** Reads what is promised of one measure. */
final class TargetReader {

	private final @Nullable Bounds bounds;

	private final TrajectoryReader trajectories;

	/**
	 * A reader for the target of a measure; what is null could not be read, and is then
	 * not checked against.
	 */
	TargetReader(@Nullable Bounds bounds, @Nullable Direction direction, @Nullable Cadence cadence) {
		this.bounds = bounds;
		this.trajectories = new TrajectoryReader(bounds, direction, cadence);
	}

	/** The target, or null when it is faulty. */
	@Nullable Target read(Block block) {
		Target.Kind kind = block.required("kind", PlanForms.KIND);
		Basis basis = basis(block);
		DatedValue baseline = this.trajectories.baseline(block);
		Trajectory trajectory = this.trajectories.trajectory(block, baseline);
		Integer sustainedFor = sustainedFor(block, kind);
		String assumption = block.optional("assumption", Form.text());
		if (kind == null || basis == null || trajectory == null || sustainedFor == null) {
			return null;
		}
		return new Target(kind, basis, this.trajectories.inBaseUnits(baseline), trajectory, sustainedFor, assumption);
	}

	private static @Nullable Integer sustainedFor(Block block, Target.@Nullable Kind kind) {
		if (!block.has("sustained-for")) {
			return 1;
		}
		if (kind == Target.Kind.MAINTAIN) {
			block.fault("sustained-for", "expected sustained-for: only with \"kind: reach\", found it with \"kind:"
					+ " maintain\". Delete the line, because a standing standard is never Completed.");
		}
		return block.optional("sustained-for", Form.wholeNumber(1));
	}

	private @Nullable Basis basis(Block block) {
		Basis.Span span = block.required("basis", PlanForms.BASIS);
		if (span == null) {
			return null;
		}
		if (span != Basis.Span.ROLLING && block.has("periods")) {
			block.fault("periods", "expected periods: only with \"basis: rolling\", found it with \"basis: "
					+ block.written("basis").orElse("") + "\". Delete the line.");
		}
		Integer periods = (span == Basis.Span.ROLLING) ? block.required("periods", Form.wholeNumber(2))
				: Integer.valueOf(1);
		if (span == Basis.Span.LATEST || span == Basis.Span.SNAPSHOT) {
			refuseCombined(block);
			return (span == Basis.Span.LATEST) ? Basis.latest() : Basis.snapshot();
		}
		Basis.Combined combined = combined(block);
		return (combined == null || periods == null) ? null : new Basis(span, periods, combined);
	}

	private static void refuseCombined(Block block) {
		if (block.has("combined")) {
			block.fault("combined", "expected combined: only with \"basis: year-to-date\" or \"basis: rolling\", found"
					+ " it with one period. Delete the line.");
		}
	}

	private Basis.@Nullable Combined combined(Block block) {
		Basis.Combined combined = block.required("combined", PlanForms.COMBINED);
		if (combined == null || combined == Basis.Combined.RATIO || this.bounds == null) {
			return combined;
		}
		return switch (this.bounds.unit()) {
			case PERCENT, PER_1000, PER_100000, RATIO -> {
				block.fault("combined",
						"expected combined: ratio, because the unit is " + this.bounds.unit().word()
								+ " and rates of several periods are never averaged or added, found \""
								+ block.written("combined").orElse("") + "\". Write \"combined: ratio\".");
				yield null;
			}
			case SECONDS, MINUTES, HOURS, DAYS, COUNT, GBP -> combined;
		};
	}

}
