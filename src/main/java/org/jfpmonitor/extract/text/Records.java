package org.jfpmonitor.extract.text;

import java.io.Closeable;
import java.io.IOException;

/** The records of one file, one after the other, each with the line it starts on. */
public interface Records extends Closeable {

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

	/**
	 * Goes on to the next record.
	 * @throws Unreadable when the rest of the file cannot be read
	 */
	Step next();

	/** The line on which the record starts, counting from 1. */
	long line();

	/** The record's fields; the caller must not keep or change the array. */
	String[] values();

	/** Whether a field of the record holds a zero byte or bytes that fit no reading. */
	boolean isGarbled();

	/** At the end: whether the last line has a line end, as whole files do. */
	boolean isLastLineEnded();

	@Override
	void close();

	/** What came next. */
	enum Step {

		RECORD,
		/** A record that breaks the rules of CSV. */
		UNREADABLE, END

	}

}
