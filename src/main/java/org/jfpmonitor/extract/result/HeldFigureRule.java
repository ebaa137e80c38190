package org.jfpmonitor.extract.result;

import java.math.BigDecimal;

import org.jfpmonitor.plan.id.MeasureId;

/**
 * What the layout of a file asks of its figures beside those held already. Reading cannot
 * judge it, because it knows nothing of what is held.
 */
public sealed interface HeldFigureRule {

	/** Whether the file is refused when it does not hold; otherwise that is a warning. */
	boolean refuses();

	/**
	 * No period has, for every organisation, the very figures of the period before.
	 *
	 * @param organisations from how many organisations on this is more than chance
	 * @param refuses whether it refuses the file
	 */
	record NoCopiedPeriod(int organisations, boolean refuses) implements HeldFigureRule {

	}

	/**
	 * The latest figure of a measure is near that of the period before.
	 *
	 * @param measure the measure
	 * @param moreThan how far it may move, as a share of the earlier figure, such as 0.4
	 * @param fromAtLeast smaller earlier figures are let pass, in base units
	 * @param refuses whether it refuses the file
	 */
	record NoJump(MeasureId measure, BigDecimal moreThan, BigDecimal fromAtLeast,
			boolean refuses) implements HeldFigureRule {

	}

}
