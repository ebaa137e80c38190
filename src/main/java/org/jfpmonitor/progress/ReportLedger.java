package org.jfpmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * Everything reported, with its whole history, answering as of a day and as known on a
 * day.
 *
 * @param milestones every milestone report
 * @param positions every published position
 * @param overrides every override
 */
public record ReportLedger(List<MilestoneReport> milestones, List<PublishedPosition> positions,
		List<StatusOverride> overrides) {

	public ReportLedger {
		milestones = List.copyOf(milestones);
		positions = List.copyOf(positions);
		overrides = List.copyOf(overrides);
	}

	/**
	 * The newest report of the milestone that speaks of {@code asOf} or earlier and had
	 * arrived by the end of {@code knownOn}.
	 */
	public Optional<MilestoneReport> milestone(MilestoneId milestone, LocalDate asOf, LocalDate knownOn) {
		Predicate<MilestoneReport> asked = (each) -> each.milestone().equals(milestone) && !each.asOf().isAfter(asOf);
		return this.milestones.stream()
			.filter(asked.and((each) -> known(each.origin(), knownOn)))
			.max(Comparator.comparing(MilestoneReport::asOf)
				.thenComparing((each) -> each.origin().knownAt())
				.thenComparing((each) -> each.origin().line()));
	}

	/**
	 * The newest position of the objective that speaks of {@code asOf} or earlier and had
	 * arrived by the end of {@code knownOn}.
	 */
	public Optional<PublishedPosition> position(ObjectiveCode objective, LocalDate asOf, LocalDate knownOn) {
		Predicate<PublishedPosition> asked = (each) -> each.objective().equals(objective) && !each.asOf().isAfter(asOf);
		return this.positions.stream()
			.filter(asked.and((each) -> known(each.origin(), knownOn)))
			.max(Comparator.comparing(PublishedPosition::asOf)
				.thenComparing((each) -> each.origin().knownAt())
				.thenComparing((each) -> each.origin().line()));
	}

	/**
	 * The override of the objective that holds on {@code asOf} and had arrived by the end
	 * of {@code knownOn}.
	 */
	public Optional<StatusOverride> override(ObjectiveCode objective, LocalDate asOf, LocalDate knownOn) {
		return this.overrides.stream()
			.filter((each) -> each.objective().equals(objective) && each.holdsOn(asOf) && known(each.origin(), knownOn))
			.findFirst();
	}

	private static boolean known(Origin origin, LocalDate knownOn) {
		Instant end = Today.endOf(knownOn);
		return origin.knownAt().isBefore(end);
	}

}
