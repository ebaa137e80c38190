package org.jfpmonitor.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/** What each delivery covers and says, in memory, in order of vintage. */
class RevisionLedger implements Ledger {

	private static final Comparator<Covering> NEWEST_FIRST = Comparator
		.comparing((Covering each) -> each.provenance().vintage())
		.thenComparing((each) -> each.provenance().knownAt())
		.thenComparing((each) -> each.provenance().delivery())
		.reversed();

	private static final Comparator<Placed> NEWEST_PLACED_FIRST = Comparator.comparing(Placed::place)
		.thenComparing((each) -> each.covering().provenance().knownAt())
		.thenComparing((each) -> each.covering().isPlacedByArrival())
		.thenComparing((each) -> each.covering().provenance().delivery())
		.reversed();

	private static final Vintage BEFORE_ALL = new Vintage(LocalDate.MIN, 0);

	private final Map<MeasureId, SortedMap<Period, List<Covering>>> newestFirst = new HashMap<>();

	private final Map<Question, Map<OrganisationCode, Series>> answers = new ConcurrentHashMap<>();

	RevisionLedger(Collection<Covering> coverings) {
		for (Covering covering : coverings) {
			this.newestFirst.computeIfAbsent(covering.coverage().measure(), (measure) -> new TreeMap<>())
				.computeIfAbsent(covering.coverage().period(), (period) -> new ArrayList<>(2))
				.add(covering);
		}
		this.newestFirst.values().forEach((periods) -> periods.values().forEach((each) -> each.sort(NEWEST_FIRST)));
	}

	@Override
	public Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn) {
		Series known = this.answers.computeIfAbsent(new Question(measure, knownOn), this::answer).get(organisation);
		return (known != null) ? known : new Series(measure, organisation, List.of());
	}

	/**
	 * As {@link #series(MeasureId, OrganisationCode, LocalDate)}, of every organisation
	 * that was read and has any, by its code.
	 */
	List<Series> series(MeasureId measure, LocalDate knownOn) {
		return this.answers.computeIfAbsent(new Question(measure, knownOn), this::answer)
			.values()
			.stream()
			.sorted(Comparator.comparing((each) -> each.organisation().value()))
			.toList();
	}

	private Map<OrganisationCode, Series> answer(Question question) {
		Instant end = Today.endOf(question.knownOn());
		Map<OrganisationCode, List<Revision>> points = new HashMap<>();
		for (List<Covering> coverings : this.newestFirst.getOrDefault(question.measure(), Collections.emptySortedMap())
			.values()) {
			addCurrent(coverings, end, points);
		}
		Map<OrganisationCode, Series> series = new HashMap<>();
		points.forEach(
				(organisation, each) -> series.put(organisation, new Series(question.measure(), organisation, each)));
		return series;
	}

	/**
	 * Adds each organisation's figure as the newest coverage says that speaks for it: of
	 * each scope only the newest counts, and a scope that is the organisation's own code
	 * speaks for it even when it says nothing, which withdraws the figure.
	 */
	private static void addCurrent(List<Covering> newestFirst, Instant knownBefore,
			Map<OrganisationCode, List<Revision>> points) {
		Set<String> replaced = new HashSet<>();
		Set<OrganisationCode> decided = new HashSet<>();
		for (Covering covering : newestOfEachScope(newestFirst, knownBefore)) {
			covering.revisions().forEach((organisation, revision) -> {
				if (!replaced.contains(organisation.value()) && decided.add(organisation)) {
					points.computeIfAbsent(organisation, (key) -> new ArrayList<>()).add(revision);
				}
			});
			replaced.add(covering.coverage().scope());
		}
	}

	private static List<Covering> newestOfEachScope(List<Covering> newestFirst, Instant knownBefore) {
		Map<String, Covering> newest = new LinkedHashMap<>();
		for (Covering covering : newestFirst) {
			if (covering.countsBefore(knownBefore)) {
				newest.putIfAbsent(covering.coverage().scope(), covering);
			}
		}
		if (newest.size() < 2 || newest.values().stream().noneMatch(Covering::isPlacedByArrival)) {
			return List.copyOf(newest.values());
		}
		return newest.values()
			.stream()
			.map((each) -> new Placed(each, place(each, newestFirst)))
			.sorted(NEWEST_PLACED_FIRST)
			.map(Placed::covering)
			.toList();
	}

	/**
	 * A line for one organisation that does not say how new it is stands above every
	 * extract that came before it or with it, and below the next one that is no older
	 * than those, whatever dates they bear: a correction replaces what was withdrawn in
	 * the meantime.
	 */
	private static Vintage place(Covering covering, List<Covering> newestFirst) {
		if (!covering.isPlacedByArrival()) {
			return covering.provenance().vintage();
		}
		return newestFirst.stream()
			.filter((each) -> !each.coverage().isOfOneOrganisation() && !each.cameAfter(covering))
			.map((each) -> each.provenance().vintage())
			.findFirst()
			.orElse(BEFORE_ALL);
	}

	/** Which measure, as known to the end of which day. */
	private record Question(MeasureId measure, LocalDate knownOn) {

	}

	/** A coverage with its place among the vintages of the other scopes. */
	private record Placed(Covering covering, Vintage place) {

	}

	/**
	 * What one delivery covers, with what it says there.
	 *
	 * @param coverage measure, scope and period
	 * @param provenance the delivery
	 * @param withdrawnAt when its file was read anew, after which it counts no more; null
	 * when it never was
	 * @param revisions the figures, by organisation; only those that were read
	 */
	record Covering(Coverage coverage, Provenance provenance, @Nullable Instant withdrawnAt,
			Map<OrganisationCode, Revision> revisions) {

		Covering(Coverage coverage, Provenance provenance, @Nullable Instant withdrawnAt) {
			this(coverage, provenance, withdrawnAt, new HashMap<>());
		}

		/** Whether it was known, and not yet withdrawn, before the moment. */
		boolean countsBefore(Instant moment) {
			return this.provenance.knownAt().isBefore(moment)
					&& (this.withdrawnAt == null || !this.withdrawnAt.isBefore(moment));
		}

		boolean cameAfter(Covering other) {
			return this.provenance.knownAt().isAfter(other.provenance.knownAt());
		}

		/** Whether nothing but its arrival says how new it is beside whole extracts. */
		boolean isPlacedByArrival() {
			return this.coverage.isOfOneOrganisation() && this.provenance.isDatedByArrival();
		}

		void add(Observation observation) {
			this.revisions.put(observation.cell().organisation(), new Revision(observation, this.provenance));
		}

	}

}
