package org.jfpmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * Everything reported about one edition of the plan, with its whole history, answering as
 * of a day and as known on a day.
 *
 * @param milestones every milestone report
 * @param positions every published position
 * @param overrides every override, as it was set, with what revoked it
 */
public record ReportLedger(List<MilestoneReport> milestones, List<PublishedPosition> positions,
		List<StatusOverride> overrides) {

	private static final Comparator<MilestoneReport> IN_ORDER = Comparator.comparing(MilestoneReport::asOf)
		.thenComparing((each) -> each.origin().knownAt())
		.thenComparing((each) -> each.origin().place().line());

	public ReportLedger {
		milestones = List.copyOf(milestones);
		positions = List.copyOf(positions);
		overrides = List.copyOf(overrides);
	}

	/**
	 * What is known of the milestone as of {@code asOf} from what had arrived by the end
	 * of {@code knownOn}: the newest report that speaks of {@code asOf} or earlier, with
	 * the newest forecast among those. A day of achievement holds from that day on,
	 * whenever it was reported, until the day of a later report that takes it back in so
	 * many words. A later report of another day corrects it, for every {@code asOf}. The
	 * origin is that of the achievement where there is one.
	 */
	public Optional<MilestoneReport> milestone(MilestoneId milestone, LocalDate asOf, LocalDate knownOn) {
		List<MilestoneReport> known = this.milestones.stream()
			.filter((each) -> each.milestone().equals(milestone) && each.origin().isKnownOn(knownOn))
			.sorted(IN_ORDER)
			.toList();
		List<MilestoneReport> spoken = known.stream().filter((each) -> !each.asOf().isAfter(asOf)).toList();
		Optional<MilestoneReport> achievement = achievement(known, asOf);
		LocalDate forecast = last(spoken, (each) -> each.forecast() != null).map(MilestoneReport::forecast)
			.orElse(null);
		return last(spoken, (each) -> true).or(() -> achievement)
			.map((newest) -> new MilestoneReport(milestone, newest.asOf(), forecast,
					achievement.map(MilestoneReport::achieved).orElse(null), false, newest.comment(),
					achievement.orElse(newest).origin()));
	}

	/**
	 * What is reported after it was taken back is another achievement, and says nothing
	 * of the days before.
	 */
	private static Optional<MilestoneReport> achievement(List<MilestoneReport> known, LocalDate asOf) {
		List<MilestoneReport> untilTakenBack = known.stream()
			.takeWhile((each) -> !each.withdrawn() || !each.asOf().isAfter(asOf))
			.toList();
		return last(untilTakenBack, (each) -> each.withdrawn() || each.achieved() != null)
			.filter((each) -> each.achieved() != null && !each.achieved().isAfter(asOf));
	}

	private static Optional<MilestoneReport> last(List<MilestoneReport> inOrder, Predicate<MilestoneReport> wanted) {
		return inOrder.stream().filter(wanted).reduce((earlier, later) -> later);
	}

	/**
	 * The newest position of the objective that speaks of {@code asOf} or earlier and had
	 * arrived by the end of {@code knownOn}.
	 */
	public Optional<PublishedPosition> position(ObjectiveCode objective, LocalDate asOf, LocalDate knownOn) {
		Predicate<PublishedPosition> asked = (each) -> each.objective().equals(objective) && !each.asOf().isAfter(asOf);
		return this.positions.stream()
			.filter(asked.and((each) -> each.origin().isKnownOn(knownOn)))
			.max(Comparator.comparing(PublishedPosition::asOf)
				.thenComparing(PublishedPosition::isApproved)
				.thenComparing((each) -> each.origin().knownAt())
				.thenComparing((each) -> each.origin().place().line()));
	}

	/**
	 * Every override that was set by the end of the day, as it was set, with the
	 * revocations that had arrived by then.
	 */
	public List<StatusOverride> history(LocalDate knownOn) {
		return this.overrides.stream()
			.filter((each) -> each.origin().isKnownOn(knownOn))
			.map((each) -> each.withRevocations((revocation) -> revocation.origin().isKnownOn(knownOn)))
			.toList();
	}

	/**
	 * The override of the objective that holds on {@code asOf} and had arrived by the end
	 * of {@code knownOn}, with the last day that was known then.
	 */
	public Optional<StatusOverride> override(ObjectiveCode objective, LocalDate asOf, LocalDate knownOn) {
		return this.overrides.stream()
			.filter((each) -> each.objective().equals(objective))
			.flatMap((each) -> each.asKnownOn(knownOn).stream())
			.filter((each) -> each.holdsOn(asOf))
			.findFirst();
	}

	/**
	 * The override of the objective that held on {@code asOf} by what had arrived by the
	 * moment and by the end of that day, with the revocations known then: what somebody
	 * found who looked at that moment.
	 */
	public Optional<StatusOverride> found(ObjectiveCode objective, LocalDate asOf, Instant moment) {
		return this.overrides.stream()
			.filter((each) -> each.objective().equals(objective))
			.flatMap((each) -> each.asKnown((origin) -> origin.isKnownOn(asOf) && !origin.knownAt().isAfter(moment))
				.stream())
			.filter((each) -> each.holdsOn(asOf))
			.findFirst();
	}

	/**
	 * The override of the objective, as it was set, whose days have {@code heldOn} among
	 * them and that no longer holds on {@code asOf}, by what had arrived by the end of
	 * {@code knownOn}: revoked, or past its last day. Of several the one set last.
	 */
	public Optional<StatusOverride> ended(ObjectiveCode objective, LocalDate heldOn, LocalDate asOf,
			LocalDate knownOn) {
		return history(knownOn).stream()
			.filter((each) -> each.objective().equals(objective) && each.holdsOn(heldOn))
			.filter((each) -> each.asKnownOn(knownOn).filter((known) -> known.holdsOn(asOf)).isEmpty())
			.max(Comparator.comparing((each) -> each.origin().knownAt()));
	}

}
