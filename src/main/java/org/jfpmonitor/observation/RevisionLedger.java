package org.jfpmonitor.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.MeasureId;
import org.jspecify.annotations.Nullable;

/** What each delivery covers and says, in memory, in order of vintage. */
class RevisionLedger implements Ledger {

	private static final Comparator<Covering> NEWEST_FIRST = Comparator
		.comparing((Covering each) -> each.provenance().vintage())
		.thenComparing((each) -> each.provenance().knownAt())
		.thenComparing((each) -> each.provenance().delivery())
		.reversed();

	private final Map<MeasureId, Map<Period, List<Covering>>> newestFirst = new HashMap<>();

	RevisionLedger(Collection<Covering> coverings) {
		for (Covering covering : coverings) {
			this.newestFirst.computeIfAbsent(covering.coverage().measure(), (measure) -> new HashMap<>())
				.computeIfAbsent(covering.coverage().period(), (period) -> new ArrayList<>())
				.add(covering);
		}
		this.newestFirst.values().forEach((periods) -> periods.values().forEach((each) -> each.sort(NEWEST_FIRST)));
	}

	@Override
	public Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn) {
		Instant end = Today.endOf(knownOn);
		List<Revision> points = new ArrayList<>();
		for (List<Covering> coverings : this.newestFirst.getOrDefault(measure, Map.of()).values()) {
			Revision current = current(coverings, organisation, end);
			if (current != null) {
				points.add(current);
			}
		}
		return new Series(measure, organisation, points);
	}

	/**
	 * The cell as the newest coverage says that speaks for it: of each scope only the
	 * newest counts, and a scope that is the organisation's own code speaks for it even
	 * when it says nothing, which withdraws the figure.
	 */
	private static @Nullable Revision current(List<Covering> newestFirst, OrganisationCode organisation,
			Instant knownBefore) {
		List<String> replaced = new ArrayList<>(2);
		for (Covering covering : newestFirst) {
			String scope = covering.coverage().scope();
			if (!covering.countsBefore(knownBefore) || replaced.contains(scope)) {
				continue;
			}
			Revision revision = covering.revisions().get(organisation);
			if (revision != null || scope.equals(organisation.value())) {
				return revision;
			}
			replaced.add(scope);
		}
		return null;
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

		void add(Observation observation) {
			this.revisions.put(observation.cell().organisation(), new Revision(observation, this.provenance));
		}

	}

}
