package org.jfpmonitor.intake.checks;

import java.util.List;

import org.jfpmonitor.extract.result.Extract;

/**
 * What of an extract may be published.
 *
 * @param extract the extract without the figures that are withheld
 * @param warnings what whoever brought it should look at; empty when nothing
 */
public record CheckedExtract(Extract extract, List<String> warnings) {

	public CheckedExtract {
		warnings = List.copyOf(warnings);
	}

}
