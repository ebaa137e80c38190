package org.jfpmonitor.observation.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/** What each delivery covers and says, in memory, in order of precedence. */
public class RevisionLedger implements Ledger {

	private static final Comparator<Covering> HIGHEST_PRECEDENCE_FIRST = Comparator.comparing(Covering::precedence)
		.reversed();

	private final Map<MeasureId, SortedMap<Period, List<Covering>>> coverings = new HashMap<>();

	private final Map<MeasureId, Map<Period, List<Listing>>> listings = new HashMap<>();

	private final Map<Question, Map<OrganisationCode, Series>> answers = new ConcurrentHashMap<>();

	public RevisionLedger(Collection<Covering> all, Collection<Listing> lists) {
		for (Covering covering : all) {
			this.coverings.computeIfAbsent(covering.coverage().measure(), (measure) -> new TreeMap<>())
				.computeIfAbsent(covering.coverage().period(), (period) -> new ArrayList<>(2))
				.add(covering);
		}
		this.coverings.values()
			.forEach((periods) -> periods.values().forEach((each) -> each.sort(HIGHEST_PRECEDENCE_FIRST)));
		lists.stream()
			.sorted(Comparator.comparing(Listing::precedence).reversed())
			.forEach((each) -> this.listings
				.computeIfAbsent(each.list().coverage().measure(), (measure) -> new HashMap<>())
				.computeIfAbsent(each.list().coverage().period(), (period) -> new ArrayList<>(2))
				.add(each));
	}

	@Override
	public Series series(MeasureId measure, OrganisationCode organisation, Instant knownBefore) {
		Series known = this.answers.computeIfAbsent(new Question(measure, knownBefore), this::answer).get(organisation);
		return (known != null) ? known : new Series(measure, organisation, List.of());
	}

	/**
	 * As {@link #series(MeasureId, OrganisationCode, LocalDate)}, of every organisation
	 * that was read and has any, or had, by its code.
	 */
	List<Series> series(MeasureId measure, LocalDate knownOn) {
		return this.answers.computeIfAbsent(new Question(measure, Today.endOf(knownOn)), this::answer)
			.values()
			.stream()
			.filter((each) -> !each.points().isEmpty() || !each.withdrawn().isEmpty())
			.sorted(Comparator.comparing((each) -> each.organisation().value()))
			.toList();
	}

	@Override
	public Optional<Revision> figure(Cell cell, Instant knownBefore) {
		List<Covering> ofPeriod = this.coverings.getOrDefault(cell.measure(), Collections.emptySortedMap())
			.getOrDefault(cell.period(), List.of());
		return Optional
			.ofNullable(Current.of(ofPeriod, knownBefore, estimated(cell.measure(), cell.period(), knownBefore))
				.figures()
				.get(cell.organisation()));
	}

	@Override
	public Collection<Instant> moments(Cell cell) {
		return this.coverings.getOrDefault(cell.measure(), Collections.emptySortedMap())
			.getOrDefault(cell.period(), List.of())
			.stream()
			.flatMap((each) -> Stream.of(each.provenance().knownAt(), each.withdrawnAt()))
			.filter(Objects::nonNull)
			.toList();
	}

	/** All that have a value, whether they count or not. */
	List<Revision> revisions(MeasureId measure) {
		return this.coverings.getOrDefault(measure, Collections.emptySortedMap())
			.values()
			.stream()
			.flatMap(List::stream)
			.flatMap((each) -> each.revisions().values().stream())
			.filter((each) -> each.figure().value() != null)
			.toList();
	}

	/** The list that counts for the coverage; empty when there is none. */
	Optional<EstimateList> estimates(Coverage coverage, LocalDate knownOn) {
		return Optional
			.ofNullable(estimated(coverage.measure(), coverage.period(), Today.endOf(knownOn)).get(coverage.scope()))
			.map((organisations) -> new EstimateList(coverage, organisations));
	}

	private Map<OrganisationCode, Series> answer(Question question) {
		Instant end = question.knownBefore();
		Map<OrganisationCode, List<Revision>> points = new HashMap<>();
		Map<OrganisationCode, Map<Period, Series.Withdrawal>> withdrawn = new HashMap<>();
		this.coverings.getOrDefault(question.measure(), Collections.emptySortedMap()).forEach((period, ofPeriod) -> {
			Current current = Current.of(ofPeriod, end, estimated(question.measure(), period, end));
			current.figures()
				.forEach((organisation, figure) -> points.computeIfAbsent(organisation, (key) -> new ArrayList<>())
					.add(figure));
			current.withdrawn()
				.forEach((organisation, last) -> withdrawn.computeIfAbsent(organisation, (key) -> new HashMap<>())
					.put(period, last));
		});
		Map<OrganisationCode, Series> series = new HashMap<>();
		Stream.concat(points.keySet().stream(), withdrawn.keySet().stream())
			.distinct()
			.forEach((each) -> series.put(each, new Series(question.measure(), each,
					points.getOrDefault(each, List.of()), withdrawn.getOrDefault(each, Map.of()))));
		return series;
	}

	/** Of each scope the organisations whose figures are estimates. */
	private Map<String, Set<OrganisationCode>> estimated(MeasureId measure, Period period, Instant knownBefore) {
		Map<String, Set<OrganisationCode>> estimated = new HashMap<>();
		for (Listing each : this.listings.getOrDefault(measure, Map.of()).getOrDefault(period, List.of())) {
			if (countsBefore(knownBefore, each.provenance(), each.withdrawnAt())) {
				estimated.putIfAbsent(each.list().coverage().scope(), each.list().organisations());
			}
		}
		return estimated;
	}

	/** Whether it was known, and not yet withdrawn, before the moment. */
	private static boolean countsBefore(Instant moment, Provenance provenance, @Nullable Instant withdrawnAt) {
		return provenance.knownAt().isBefore(moment) && (withdrawnAt == null || !withdrawnAt.isBefore(moment));
	}

	/**
	 * What is known of one measure and period: each organisation's figure as the coverage
	 * of the highest precedence says that speaks for it. Of each scope only the highest
	 * counts, and a scope that is the organisation's own code speaks for it even when it
	 * says nothing, which withdraws the figure. What a withdrawn figure had replaced does
	 * not come back with its withdrawal.
	 *
	 * @param figures those that count
	 * @param withdrawn of whom there was a figure, and none counts any more
	 */
	private record Current(Map<OrganisationCode, Revision> figures,
			Map<OrganisationCode, Series.Withdrawal> withdrawn) {

		static Current of(List<Covering> highestFirst, Instant knownBefore,
				Map<String, Set<OrganisationCode>> estimated) {
			Current current = new Current(new HashMap<>(), new HashMap<>(2));
			Map<String, Provenance> speaks = new HashMap<>();
			for (Covering covering : highestFirst) {
				if (countsBefore(knownBefore, covering.provenance(), covering.withdrawnAt())) {
					current.add(covering, speaks,
							estimated.getOrDefault(covering.coverage().whole().scope(), Set.of()));
					speaks.putIfAbsent(covering.coverage().scope(), covering.provenance());
				}
			}
			current.withdrawn.keySet().removeAll(current.figures.keySet());
			return current;
		}

		/** Adds what is of lower precedence than all that was added before. */
		private void add(Covering covering, Map<String, Provenance> speaks, Set<OrganisationCode> estimates) {
			Provenance ofScope = speaks.get(covering.coverage().scope());
			covering.revisions().forEach((organisation, revision) -> {
				Provenance newer = (ofScope != null) ? ofScope : speaks.get(organisation.value());
				if (newer != null) {
					this.withdrawn.putIfAbsent(organisation, new Series.Withdrawal(revision, newer));
				}
				else if (!this.withdrawn.containsKey(organisation)) {
					this.figures.putIfAbsent(organisation,
							estimates.contains(organisation) ? revision.asEstimate() : revision);
				}
			});
		}

	}

	/** Which measure, as known just before which moment. */
	private record Question(MeasureId measure, Instant knownBefore) {

	}

	/**
	 * What one delivery says of estimates.
	 *
	 * @param list whose figures
	 * @param provenance the delivery
	 * @param withdrawnAt when its file was read anew, after which it counts no more; null
	 * when it never was
	 * @param precedence see {@link Precedence}
	 */
	public record Listing(EstimateList list, Provenance provenance, @Nullable Instant withdrawnAt, String precedence) {

	}

	/**
	 * What one delivery covers, with what it says there.
	 *
	 * @param coverage measure, scope and period
	 * @param provenance the delivery
	 * @param withdrawnAt when its file was read anew, after which it counts no more; null
	 * when it never was
	 * @param precedence see {@link Precedence}
	 * @param revisions the figures, by organisation; only those that were read
	 */
	public record Covering(Coverage coverage, Provenance provenance, @Nullable Instant withdrawnAt, String precedence,
			Map<OrganisationCode, Revision> revisions) {

		public Covering(Coverage coverage, Provenance provenance, @Nullable Instant withdrawnAt, String precedence) {
			this(coverage, provenance, withdrawnAt, precedence, new HashMap<>());
		}

		/** Of what has just arrived, as if nothing else were held. */
		public static Covering arrived(Coverage coverage, Provenance provenance) {
			return new Covering(coverage, provenance, null, Precedence.of(coverage, provenance));
		}

		/** The same with another precedence. */
		Covering with(String other) {
			return other.equals(this.precedence) ? this
					: new Covering(this.coverage, this.provenance, this.withdrawnAt, other, this.revisions);
		}

		/** See {@link Coverage#isRankedByArrival}. */
		boolean isRankedByArrival() {
			return this.coverage.isRankedByArrival(this.provenance.vintage());
		}

		/** Whether it was withdrawn at the moment or before. */
		boolean isWithdrawnBy(Instant moment) {
			return this.withdrawnAt != null && !this.withdrawnAt.isAfter(moment);
		}

		public void add(Observation observation) {
			this.revisions.put(observation.cell().organisation(), new Revision(observation, this.provenance));
		}

	}

}
