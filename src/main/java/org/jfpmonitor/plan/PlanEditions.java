package org.jfpmonitor.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;

/**
 * The editions of a plan, each succeeding the one before, as they stand beside each other
 * at one moment. An edition is in force from its first day until the next one begins,
 * whatever its own last day; the first also for the days before it, the last for all days
 * after.
 */
public final class PlanEditions {

	private final List<PlanVersion> inOrder;

	private final Plan asked;

	private PlanEditions(List<PlanVersion> inOrder) {
		this.inOrder = inOrder;
		this.asked = asked(inOrder.stream().map(PlanVersion::plan).toList());
	}

	/**
	 * The editions in the order in which they begin.
	 * @throws IllegalArgumentException when there is none, or two begin on one day
	 */
	public static PlanEditions of(Collection<PlanVersion> versions) {
		List<PlanVersion> inOrder = versions.stream().sorted(Comparator.comparing(PlanEditions::firstDay)).toList();
		if (inOrder.isEmpty()) {
			throw new IllegalArgumentException("Expected an edition of the plan, found none");
		}
		List<PlanVersion> dated = new ArrayList<>();
		for (int i = 0; i < inOrder.size(); i++) {
			LocalDate from = (i == 0) ? Period.always().start() : firstDay(inOrder.get(i));
			if (i > 0 && from.equals(firstDay(inOrder.get(i - 1)))) {
				throw new IllegalArgumentException(
						"Expected editions that begin on different days, found two on " + from);
			}
			LocalDate until = (i == inOrder.size() - 1) ? Period.always().endExclusive() : firstDay(inOrder.get(i + 1));
			dated.add(inOrder.get(i).inForce(Period.of(from, until)));
		}
		return new PlanEditions(List.copyOf(dated));
	}

	/** The one edition, which judges every day. */
	public static PlanEditions only(PlanVersion version) {
		return of(List.of(version));
	}

	/** The edition that judges the day. */
	public PlanVersion on(LocalDate day) {
		return this.inOrder.stream()
			.filter((each) -> !each.inForce().start().isAfter(day))
			.reduce((earlier, later) -> later)
			.orElse(this.inOrder.get(0));
	}

	/** All editions, the earliest first. */
	public List<PlanVersion> all() {
		return this.inOrder;
	}

	/** The edition of the id. */
	public Optional<PlanVersion> find(PlanId id) {
		return this.inOrder.stream().filter((each) -> each.plan().id().equals(id)).findFirst();
	}

	/**
	 * All that any edition asks for: what files are read with, because a figure belongs
	 * to no edition.
	 */
	public Plan asked() {
		return this.asked;
	}

	/**
	 * All that any of the plans asks for, as one plan, measures by the names of their
	 * figures. Where there are several plans, or several judgements of the same figures,
	 * it has no objectives; a measure of several has the organisations of all of them and
	 * otherwise what the last says, a feed what the latest says.
	 * @param plans at least one
	 */
	public static Plan asked(Collection<Plan> plans) {
		List<Plan> inOrder = plans.stream().sorted(Comparator.comparing((plan) -> plan.duration().start())).toList();
		Plan latest = inOrder.get(inOrder.size() - 1);
		if (inOrder.size() == 1 && latest.measures().stream().allMatch((each) -> each.figures().equals(each.id()))) {
			return latest;
		}
		Map<MeasureId, Measure> measures = new LinkedHashMap<>();
		Map<FeedId, Feed> feeds = new LinkedHashMap<>();
		for (Plan plan : inOrder) {
			plan.measures().forEach((each) -> measures.merge(each.figures(), each.asGiven(), Measure::succeededBy));
			plan.feeds().forEach((each) -> feeds.put(each.id(), each));
		}
		return new Plan(latest.id(), latest.title(), latest.organisation(), latest.duration(), latest.office(),
				List.of(), List.copyOf(measures.values()), List.copyOf(feeds.values()), latest.succeeds());
	}

	private static LocalDate firstDay(PlanVersion version) {
		return version.plan().duration().start();
	}

}
