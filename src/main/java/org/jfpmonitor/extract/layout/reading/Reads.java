package org.jfpmonitor.extract.layout.reading;

/** What a layout says under {@code reads} that comes out of its files. */
enum Reads {

	FIGURES, NAMED_FIGURES, ESTIMATES, PROGRESS, NOTHING

}
