package org.jfpmonitor.intake.extract.text;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.zip.ZipException;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file, one after the other, each with the line it starts on. A record
 * that breaks the rules of CSV is passed over as unreadable, and reading goes on with the
 * next line.
 */
public final class Records implements Closeable {

	/** More columns than any spreadsheet can hold. */
	static final int MOST_COLUMNS = 16_384;

	/** Each one costs reading the file up to it again. */
	private static final int MOST_BROKEN_RECORDS = 20;

	private final SourceFile source;

	private final TextForm form;

	private FileText text;

	private CSVParser parser;

	private Iterator<CSVRecord> records;

	/** Lines before the first one that the parser sees. */
	private long passedOver;

	private long line;

	private int broken;

	private String[] values = {};

	private Records(SourceFile source, TextForm form) throws IOException {
		this.source = source;
		this.form = form;
		this.text = new FileText(source.open(), form.encoding());
		this.parser = parse();
		this.records = this.parser.iterator();
	}

	/**
	 * Opens the file at its first line.
	 * @throws Unreadable when it cannot be read, or holds nothing
	 */
	public static Records open(SourceFile source, TextForm form) {
		try {
			return new Records(source, form);
		}
		catch (IOException failed) {
			throw unreadable(source, failed);
		}
	}

	private CSVParser parse() throws IOException {
		return parse(this.text);
	}

	private CSVParser parse(java.io.Reader reader) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(this.form.delimiter())
			.setIgnoreEmptyLines(false)
			.get();
		return CSVParser.builder().setReader(reader).setFormat(format).get();
	}

	/**
	 * Goes on to the next record.
	 * @throws Unreadable when the rest of the file cannot be read
	 */
	public Step next() {
		long before = this.passedOver + this.parser.getCurrentLineNumber();
		this.line = before + 1;
		try {
			if (!this.records.hasNext()) {
				return Step.END;
			}
			this.values = this.records.next().values();
		}
		catch (UncheckedIOException failed) {
			return afterFailure(failed.getCause());
		}
		this.text.recordDone();
		if (this.values.length > MOST_COLUMNS) {
			throw new Unreadable("Line " + this.line + ": expected no more than " + MOST_COLUMNS + " columns, found "
					+ this.values.length + ". Check that the file is the one meant.");
		}
		return Step.RECORD;
	}

	private Step afterFailure(@Nullable IOException failure) {
		if (failure instanceof FileText.RecordTooLong) {
			throw new Unreadable("Line " + this.line + ": expected lines of at most "
					+ String.format("%,d", FileText.LONGEST_RECORD)
					+ " characters, found a longer one. Check that the file has line ends and that every quote is closed.");
		}
		if (!(failure instanceof CSVException)) {
			throw unreadable(this.source, failure);
		}
		if (String.valueOf(failure.getMessage()).contains("EOF reached")) {
			throw new Unreadable("Line " + this.line + ": expected a closing quote, found the end of the file inside a "
					+ "quoted field that starts here. The file seems cut off: get it again.");
		}
		this.broken++;
		if (this.broken > MOST_BROKEN_RECORDS) {
			throw new Unreadable("Line " + this.line + ": expected CSV, found more than " + MOST_BROKEN_RECORDS
					+ " lines with text after a closing quote. Save the file as CSV again.");
		}
		goOnAfter(this.line);
		return Step.UNREADABLE;
	}

	/**
	 * What the parser had read ahead is lost, so the file is read again from its start.
	 */
	private void goOnAfter(long lastLine) {
		try {
			this.parser.close();
			this.text = new FileText(this.source.open(), this.form.encoding());
			BufferedReader reader = new BufferedReader(this.text);
			for (long i = 0; i < lastLine; i++) {
				reader.readLine();
				this.text.recordDone();
			}
			this.parser = parse(reader);
			this.records = this.parser.iterator();
			this.passedOver = lastLine;
		}
		catch (IOException failed) {
			throw unreadable(this.source, failed);
		}
	}

	private static Unreadable unreadable(SourceFile source, @Nullable IOException failed) {
		String why = (failed instanceof ZipException || failed instanceof java.io.EOFException)
				? "which is damaged or cut off" : "which cannot be read to its end";
		return new Unreadable("Expected a whole file, found " + source.name() + ", " + why + ". Get the file again.",
				(failed != null) ? failed : new IOException());
	}

	/** The line on which the record starts, counting from 1. */
	public long line() {
		return this.line;
	}

	/** The record's fields; the caller must not keep or change the array. */
	public String[] values() {
		return this.values;
	}

	/** Whether a field of the record holds a zero byte or bytes that fit no reading. */
	public boolean isGarbled() {
		if (!this.text.isStrange()) {
			return false;
		}
		for (String value : this.values) {
			if (value.indexOf(FileText.UNREADABLE) >= 0 || value.indexOf('\0') >= 0) {
				return true;
			}
		}
		return false;
	}

	/** At the end: whether the last line has a line end, as whole files do. */
	public boolean isLastLineEnded() {
		return this.text.isAtLineEnd();
	}

	@Override
	public void close() {
		try {
			this.parser.close();
			this.text.close();
		}
		catch (IOException ignored) {
			// Nothing is written, so nothing is lost.
		}
	}

	/** What came next. */
	public enum Step {

		RECORD,
		/** A record that breaks the rules of CSV. */
		UNREADABLE, END

	}

}
