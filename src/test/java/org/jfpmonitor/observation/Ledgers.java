package org.jfpmonitor.observation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ledgers for tests of what is made of figures, without a store. */
public final class Ledgers {

	private Ledgers() {
	}

	/** What a store would answer that had been given these revisions. */
	public static Ledger of(Collection<Revision> revisions) {
		Map<Map.Entry<Provenance, Coverage>, RevisionLedger.Covering> coverings = new LinkedHashMap<>();
		for (Revision revision : revisions) {
			Coverage coverage = new Coverage(revision.cell().measure(), revision.observation().scope(),
					revision.cell().period());
			coverings
				.computeIfAbsent(Map.entry(revision.provenance(), coverage),
						(key) -> new RevisionLedger.Covering(coverage, revision.provenance(), null))
				.add(revision.observation());
		}
		return new RevisionLedger(coverings.values());
	}

}
