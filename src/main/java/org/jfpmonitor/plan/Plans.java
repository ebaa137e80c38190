package org.jfpmonitor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;

/**
 * The plans of a service as they stand beside each other at one moment, in the order of
 * their ids. Editions of which each succeeds the one before are one plan; figures, feeds
 * and files belong to all plans.
 */
public final class Plans {

	private final List<PlanEditions> all;

	private final Plan asked;

	private Plans(List<PlanEditions> all) {
		this.all = List.copyOf(all);
		this.asked = asked(editions().stream().map(PlanVersion::plan).toList());
	}

	/**
	 * The plans that the editions make up.
	 * @throws IllegalArgumentException when there is none, or two of one plan begin on
	 * one day
	 */
	public static Plans of(Collection<PlanVersion> editions) {
		if (editions.isEmpty()) {
			throw new IllegalArgumentException("Expected an edition of a plan, found none");
		}
		Map<PlanId, PlanVersion> byId = editions.stream()
			.collect(Collectors.toMap((each) -> each.plan().id(), Function.identity()));
		Map<PlanId, List<PlanVersion>> plans = editions.stream()
			.collect(Collectors.groupingBy((each) -> first(each.plan(), byId).id()));
		return new Plans(
				plans.values().stream().map(PlanEditions::of).sorted(Comparator.comparing(PlanEditions::id)).toList());
	}

	/** The one plan. */
	public static Plans only(PlanEditions plan) {
		return new Plans(List.of(plan));
	}

	/** The edition with which the line of editions begins that the edition belongs to. */
	private static Plan first(Plan edition, Map<PlanId, PlanVersion> byId) {
		PlanVersion before = (edition.succeeds() != null) ? byId.get(edition.succeeds()) : null;
		return (before != null) ? first(before.plan(), byId) : edition;
	}

	/** All plans, at least one. */
	public List<PlanEditions> all() {
		return this.all;
	}

	/** The one plan; empty where there are several, so that nobody takes one unasked. */
	public Optional<PlanEditions> single() {
		return (this.all.size() == 1) ? Optional.of(this.all.get(0)) : Optional.empty();
	}

	/** The plan that has the edition. */
	public Optional<PlanEditions> find(PlanId edition) {
		return this.all.stream().filter((each) -> each.find(edition).isPresent()).findFirst();
	}

	/** The editions of all plans. */
	public List<PlanVersion> editions() {
		return this.all.stream().flatMap((each) -> each.all().stream()).toList();
	}

	/**
	 * All that any edition asks for: what files are read with, because a figure belongs
	 * to no edition.
	 */
	public Plan asked() {
		return this.asked;
	}

	/**
	 * All that any of the editions asks for, as one plan, measures by the names of their
	 * figures. Where there are several editions, or several judgements of the same
	 * figures, it has no objectives; a measure of several has the organisations of all of
	 * them and otherwise what the last says, a feed what the latest says.
	 * @param editions at least one
	 */
	public static Plan asked(Collection<Plan> editions) {
		List<Plan> inOrder = editions.stream().sorted(Comparator.comparing((plan) -> plan.duration().start())).toList();
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
				List.of(), new ArrayList<>(measures.values()), new ArrayList<>(feeds.values()), latest.succeeds(),
				latest.words());
	}

}
