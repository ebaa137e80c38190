package org.jfpmonitor.observation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.observation.record.Precedence;
import org.jfpmonitor.observation.record.RevisionLedger;

/** Ledgers for tests of what is made of figures, without a store. */
public final class Ledgers {

	private Ledgers() {
	}

	/** What a store would answer that had been given these revisions. */
	public static Ledger of(Collection<Revision> revisions) {
		Map<Map.Entry<Provenance, Coverage>, RevisionLedger.Covering> coverings = new LinkedHashMap<>();
		for (Revision revision : revisions) {
			Coverage coverage = coverage(revision);
			coverings
				.computeIfAbsent(Map.entry(revision.provenance(), coverage),
						(key) -> new RevisionLedger.Covering(coverage, revision.provenance(), null,
								Precedence.of(rank(revision, revisions), coverage, revision.provenance())))
				.add(revision.observation());
		}
		return new RevisionLedger(coverings.values(), List.of());
	}

	private static String rank(Revision revision, Collection<Revision> all) {
		if (!coverage(revision).isRankedByArrival(revision.provenance().vintage())) {
			return revision.provenance().vintage().rank();
		}
		return all.stream()
			.filter((each) -> !coverage(each).isOfOneOrganisation()
					&& each.cell().measure().equals(revision.cell().measure())
					&& each.cell().period().equals(revision.cell().period())
					&& !each.provenance().knownAt().isAfter(revision.provenance().knownAt()))
			.map((each) -> each.provenance().vintage().rank())
			.max(Comparator.naturalOrder())
			.orElse(Precedence.LOWEST_RANK);
	}

	private static Coverage coverage(Revision revision) {
		return new Coverage(revision.cell().measure(), revision.observation().scope(), revision.cell().period());
	}

}
