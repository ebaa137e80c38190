package org.jfpmonitor.observation;

import java.util.Collection;
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
		return of(revisions, List.of());
	}

	/** The same, with what deliveries cover without a figure, which withdraws it. */
	public static Ledger of(Collection<Revision> revisions,
			Collection<Map.Entry<Provenance, Coverage>> withoutFigures) {
		Map<Map.Entry<Provenance, Coverage>, RevisionLedger.Covering> coverings = new LinkedHashMap<>();
		for (Revision revision : revisions) {
			Coverage coverage = revision.observation().coverage();
			coverings
				.computeIfAbsent(Map.entry(revision.provenance(), coverage),
						(key) -> RevisionLedger.Covering.arrived(coverage, revision.provenance()))
				.add(revision.observation());
		}
		for (Map.Entry<Provenance, Coverage> each : withoutFigures) {
			coverings.putIfAbsent(each, RevisionLedger.Covering.arrived(each.getValue(), each.getKey()));
		}
		return new RevisionLedger(Precedence.settled(List.of(), List.copyOf(coverings.values())), List.of());
	}

}
