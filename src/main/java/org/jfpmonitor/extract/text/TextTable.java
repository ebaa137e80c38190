package org.jfpmonitor.extract.text;

import java.io.IOException;

import org.jfpmonitor.observation.Place;

/**
 * A text file as a table.
 *
 * @param source the file
 * @param form how its text is written
 */
public record TextTable(SourceFile source, TextForm form) implements Table {

	@Override
	public String name() {
		return this.source.name();
	}

	@Override
	public Records open() {
		try {
			return new RecordParser(this.source, this.form);
		}
		catch (IOException failed) {
			throw RecordParser.unreadable(this.source, failed);
		}
	}

	@Override
	public Place place(long line, int column) {
		return Place.line(line);
	}

}
