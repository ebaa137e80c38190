package org.jfpmonitor.plan.reading;

import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory.Supplied;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jfpmonitor.plan.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads whether a measure has a target, has none yet, or is only watched. */
final class PromiseReader {

	private static final String NOT_YET_SET = "not-yet-set";

	private final Block measure;

	private final PlanNames names;

	private final TargetReader targets;

	private String note = "";

	PromiseReader(Block measure, PlanNames names, @Nullable Bounds bounds, @Nullable Direction direction,
			@Nullable Cadence cadence) {
		this.measure = measure;
		this.names = names;
		this.targets = new TargetReader(bounds, direction, cadence);
	}

	/** Makes sure that a measure which belongs to no objective has no target. */
	@Nullable Target none() {
		refuse("target", "expected no target, because the measure belongs to no objective, found one. Move the measure"
				+ " under \"measures:\" of its objective, or delete the target.");
		refuse("target-note", "expected no target-note, because the measure belongs to no objective, found one. Delete"
				+ " the line.");
		return null;
	}

	/**
	 * The target of a measure that an objective is judged by; null when it has none yet.
	 */
	@Nullable Target target() {
		if (this.measure.lacks("target")) {
			this.measure.fault("expected target: what is promised, found nothing. Add it, or the line \"target: "
					+ NOT_YET_SET + "\" with a line \"target-note:\" that says why.");
			return null;
		}
		Optional<String> word = this.measure.written("target");
		if (word.filter(NOT_YET_SET::equals).isPresent()) {
			String why = this.measure.required("target-note", Form.text());
			this.note = (why != null) ? why : "";
			return null;
		}
		refuse("target-note", "expected target-note: only with \"target: " + NOT_YET_SET + "\", found it beside a"
				+ " target. Delete it, or put the words into \"assumption:\" of the target.");
		if (word.isPresent()) {
			this.measure.fault("target", "expected target: a block with kind, basis, path and values, or " + NOT_YET_SET
					+ ", found \"" + word.get() + "\". Write one of the two.");
			return null;
		}
		return this.measure.block("target", "target", PlanKeys.TARGET).map(this::read).orElse(null);
	}

	/** Why there is no target yet; empty when there is one, or when none is needed. */
	String note() {
		return this.note;
	}

	private @Nullable Target read(Block block) {
		Target target = this.targets.read(block);
		if (target != null && target.trajectory() instanceof Supplied supplied) {
			this.names.onceAllAreKnown(() -> checkPlanned(block, supplied.planned().value()));
		}
		return target;
	}

	private void checkPlanned(Block block, String planned) {
		String found = ", found \"" + planned + "\". ";
		if (this.measure.written("id").filter(planned::equals).isPresent()) {
			block.fault("planned-by", "expected planned-by: another measure" + found
					+ "Write the id of the measure whose" + " figures are the plan.");
		}
		else if (!this.names.knows("measure", planned)) {
			Set<String> others = this.names.all("measure");
			this.measure.written("id").ifPresent(others::remove);
			block.fault("planned-by",
					"expected planned-by: a measure of the plan" + found
							+ Nearest.to(planned, others)
								.map((near) -> "Write \"planned-by: " + near + "\".")
								.orElse("Correct it, or add it to the list \"measures:\"."));
		}
		else {
			this.names.measure(planned).ifPresent((other) -> {
				checkSame(block, "unit", other.unit().word(), planned);
				checkSame(block, "cadence", other.cadence().word(), planned);
			});
		}
	}

	private void checkSame(Block block, String key, String ofPlanned, String planned) {
		this.measure.written(key)
			.filter((own) -> !own.equals(ofPlanned))
			.ifPresent((own) -> block.fault("planned-by",
					"expected planned-by: a measure with \"" + key + ": " + own + "\", found " + planned + " with \""
							+ key + ": " + ofPlanned + "\". Give both the same " + key + "."));
	}

	private void refuse(String key, String message) {
		if (this.measure.has(key)) {
			this.measure.fault(key, message);
		}
	}

}
