package org.jfpmonitor.extract.figures;

import org.jfpmonitor.organisation.Organisation;

/** One organisation at one level. There is one object for each, so it is its own key. */
final class Destination {

	private final CompiledLevel level;

	private final Organisation organisation;

	Destination(CompiledLevel level, Organisation organisation) {
		this.level = level;
		this.organisation = organisation;
	}

	CompiledLevel level() {
		return this.level;
	}

	Organisation organisation() {
		return this.organisation;
	}

}
