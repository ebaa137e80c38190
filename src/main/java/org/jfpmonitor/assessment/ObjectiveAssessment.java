package org.jfpmonitor.assessment;

import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.reason.ObjectiveReason;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/**
 * Where one objective stands, with the published position and any override beside the
 * computed status.
 *
 * @param reason how its status came about from its parts
 * @param measures its measures, in plan order
 * @param milestones its milestones, in plan order
 * @param published what the organisation published, or null
 * @param override a person's status that holds on the day, or null
 */
public record ObjectiveAssessment(ObjectiveReason reason, List<MeasureAssessment> measures,
		List<MilestoneAssessment> milestones, @Nullable PublishedPosition published,
		@Nullable StatusOverride override) {

	public ObjectiveAssessment {
		measures = List.copyOf(measures);
		milestones = List.copyOf(milestones);
	}

	public Objective objective() {
		return this.reason.objective();
	}

	/** The status by the rules, or null when it could not be assessed. */
	public @Nullable Status computed() {
		return this.reason.therefore();
	}

	/** The status that holds: a person's while one is set, otherwise the computed one. */
	public @Nullable Status status() {
		return (this.override != null) ? this.override.status() : computed();
	}

	/** The reason of every part: measures, then milestones, each in plan order. */
	public List<Reason> parts() {
		return Stream
			.<Reason>concat(this.measures.stream().map(MeasureAssessment::reason),
					this.milestones.stream().map(MilestoneAssessment::reason))
			.toList();
	}

	/** Every step of the explanation: the whole first, then the parts. */
	public List<Reason> because() {
		return Stream.concat(Stream.of(this.reason), parts().stream()).toList();
	}

	/**
	 * The explanation as people read it one step after the other: the whole is left out
	 * where a single part says the same.
	 */
	public List<Reason> steps() {
		Status computed = computed();
		String whole = this.reason.statement();
		boolean ofOne = computed != null && computed.isAdverse()
				&& parts().stream().filter((part) -> part.therefore() == computed).count() == 1;
		boolean repeated = parts().size() == 1 || parts().stream().anyMatch((part) -> whole.contains(part.statement()));
		return (ofOne || repeated) ? parts() : because();
	}

	/** Whether published and computed are the same; true when nothing was published. */
	public boolean agrees() {
		return this.published == null || this.published.status() == computed();
	}

}
