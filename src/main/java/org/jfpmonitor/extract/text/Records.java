package org.jfpmonitor.extract.text;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The records of one table, one after the other. Going on throws {@link Unreadable} when
 * the rest cannot be read.
 */
public interface Records extends Iterator<TextRecord>, Closeable {

	/** How many characters were read so far, roughly. */
	long charactersRead();

	/** At the end: whether the last line has a line end, as whole files do. */
	boolean isLastLineEnded();

	@Override
	void close();

}
