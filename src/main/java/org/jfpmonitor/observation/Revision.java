package org.jfpmonitor.observation;

/**
 * An observation with where it came from.
 *
 * @param observation the figure and its cell
 * @param provenance the delivery it was read from
 */
public record Revision(Observation observation, Provenance provenance) {

	/** The same with its figure as one that its publisher put in. */
	public Revision asEstimate() {
		return new Revision(new Observation(cell(), figure().asEstimate(), this.observation.scope(),
				this.observation.place(), this.observation.lines()), this.provenance);
	}

	/** The cell it belongs to. */
	public Cell cell() {
		return this.observation.cell();
	}

	/** What it says. */
	public Figure figure() {
		return this.observation.figure();
	}

}
