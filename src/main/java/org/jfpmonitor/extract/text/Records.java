package org.jfpmonitor.extract.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/**
 * The records of one file, one after the other. Going on throws {@link Unreadable} when
 * the rest of the file cannot be read.
 */
public interface Records extends Iterator<TextRecord>, Closeable {

	/**
	 * Opens the file at its first line.
	 * @throws Unreadable when it cannot be read
	 */
	static Records open(SourceFile source, TextForm form) {
		try {
			return new RecordParser(source, form);
		}
		catch (IOException failed) {
			throw RecordParser.unreadable(source, failed);
		}
	}

	/**
	 * Opens the file at its first line, to be read to its end: a thread of its own parses
	 * a little ahead, so that parsing and reckoning share two processors.
	 * @throws Unreadable when it cannot be read
	 */
	static Records openAhead(SourceFile source, TextForm form) {
		try {
			return new RecordsAhead(new RecordParser(source, form));
		}
		catch (IOException failed) {
			throw RecordParser.unreadable(source, failed);
		}
	}

	/** At the end: whether the last line has a line end, as whole files do. */
	boolean isLastLineEnded();

	@Override
	void close();

}
