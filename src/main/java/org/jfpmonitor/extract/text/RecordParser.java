package org.jfpmonitor.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.ZipException;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records as Apache Commons CSV parses them. A record that breaks the rules of CSV is
 * passed over as unreadable, and reading goes on with the next line.
 */
final class RecordParser implements Records {

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

	RecordParser(SourceFile source, TextForm form) throws IOException {
		this.source = source;
		this.form = form;
		this.text = new FileText(source.open(), form.encoding());
		this.parser = parse();
		this.records = this.parser.iterator();
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

	@Override
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
					+ String.format(Locale.UK, "%,d", FileText.LONGEST_RECORD)
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

	static Unreadable unreadable(SourceFile source, @Nullable IOException failed) {
		String why = (failed instanceof ZipException || failed instanceof java.io.EOFException)
				? "which is damaged or cut off" : "which cannot be read to its end";
		return new Unreadable("Expected a whole file, found " + source.name() + ", " + why + ". Get the file again.",
				(failed != null) ? failed : new IOException());
	}

	@Override
	public long line() {
		return this.line;
	}

	@Override
	public String[] values() {
		return this.values;
	}

	@Override
	public boolean isGarbled() {
		return isStrange() && isGarbled(this.values);
	}

	/** Whether records read so far, or soon, must be looked at for what is garbled. */
	boolean isStrange() {
		return this.text.isStrange();
	}

	/** How many characters were read so far. */
	long charactersRead() {
		return this.text.charactersRead();
	}

	/** Whether a field holds a zero byte or the like, or bytes that fit no reading. */
	static boolean isGarbled(String[] values) {
		for (String value : values) {
			if (value.chars().anyMatch((each) -> each < '\t' || each == FileText.UNREADABLE)) {
				return true;
			}
		}
		return false;
	}

	@Override
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

}
