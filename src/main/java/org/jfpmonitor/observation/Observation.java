package org.jfpmonitor.observation;

/**
 * One figure as read from one delivery.
 *
 * @param cell where it belongs
 * @param figure what it says
 * @param scope which group of cells of its period its delivery replaces, see
 * {@link Coverage}
 * @param place where it was read from; a sum over many lines names the first
 * @param lines how many lines it was made from
 */
public record Observation(Cell cell, Figure figure, String scope, Place place, long lines) {

	/** What its delivery speaks for when it states it. */
	public Coverage coverage() {
		return new Coverage(this.cell.measure(), this.scope, this.cell.period());
	}

}
