package org.jfpmonitor.extract.row;

import java.util.List;

import org.jfpmonitor.extract.result.Reject;

/** What became of a row. */
public sealed interface RowOutcome {

	/** It went into figures or reports. */
	RowOutcome USED = new Used();

	/** It was left out by a rule of the layout. */
	RowOutcome LEFT_OUT = new LeftOut();

	/** It was refused, for these reasons. */
	static RowOutcome rejected(List<Reject> rejects) {
		return new Rejected(rejects);
	}

	/** It was refused, for this reason. */
	static RowOutcome rejected(Reject reject) {
		return new Rejected(List.of(reject));
	}

	/** It went into figures or reports. */
	record Used() implements RowOutcome {

	}

	/** It was left out by a rule of the layout. */
	record LeftOut() implements RowOutcome {

	}

	/**
	 * It was refused.
	 *
	 * @param rejects why, at least one reason
	 */
	record Rejected(List<Reject> rejects) implements RowOutcome {

		public Rejected {
			rejects = List.copyOf(rejects);
		}

	}

}
