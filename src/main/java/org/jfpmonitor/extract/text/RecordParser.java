package org.jfpmonitor.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jfpmonitor.extract.text.TextRecord.Condition;
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

	private int broken;

	/** The record that comes next, once it has been looked for. */
	private @Nullable TextRecord coming;

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
	public boolean hasNext() {
		if (this.coming == null) {
			this.coming = parseNext();
		}
		return this.coming != null;
	}

	@Override
	public TextRecord next() {
		if (!hasNext() || this.coming == null) {
			throw new NoSuchElementException();
		}
		TextRecord record = this.coming;
		this.coming = null;
		return record;
	}

	/** Null at the end. */
	private @Nullable TextRecord parseNext() {
		long line = this.passedOver + this.parser.getCurrentLineNumber() + 1;
		String[] fields;
		try {
			if (!this.records.hasNext()) {
				return null;
			}
			fields = this.records.next().values();
		}
		catch (UncheckedIOException failed) {
			return afterFailure(line, failed.getCause());
		}
		this.text.recordDone();
		if (this.passedOver + this.parser.getCurrentLineNumber() > line && hasSwallowedLines(fields)) {
			return broken(line);
		}
		if (fields.length > MOST_COLUMNS) {
			throw Unreadable.ofLine(line, "expected no more than " + MOST_COLUMNS + " columns, found " + fields.length
					+ ". Check that the file is the one meant.");
		}
		boolean garbled = this.text.isStrange() && isGarbled(fields);
		return new TextRecord(line, fields, garbled ? Condition.GARBLED : Condition.SOUND);
	}

	private TextRecord afterFailure(long line, @Nullable IOException failure) {
		if (failure instanceof FileText.RecordTooLong) {
			throw Unreadable.ofLine(line, "expected lines of at most "
					+ String.format(Locale.UK, "%,d", FileText.LONGEST_RECORD)
					+ " characters, found a longer one. Check that the file has line ends and that every quote is closed.");
		}
		if (!(failure instanceof CSVException)) {
			throw unreadable(this.source, failure);
		}
		if (String.valueOf(failure.getMessage()).contains("EOF reached")) {
			throw Unreadable.ofLine(line, "expected a closing quote, found the end of the file inside a "
					+ "quoted field that starts here. The file seems cut off: get it again.");
		}
		return broken(line);
	}

	private TextRecord broken(long line) {
		this.broken++;
		if (this.broken > MOST_BROKEN_RECORDS) {
			throw Unreadable.ofLine(line, "expected CSV, found more than " + MOST_BROKEN_RECORDS
					+ " lines with a quote that is not closed, or text after a closing one. Save the file as CSV again.");
		}
		goOnAfter(line);
		return new TextRecord(line, new String[0], Condition.BROKEN);
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
	public long charactersRead() {
		return this.text.charactersRead();
	}

	/**
	 * Whether a quote that was never closed has taken the lines up to the next quote for
	 * one field: it has as many separators as a line, with no space behind them, as there
	 * is in prose.
	 */
	private boolean hasSwallowedLines(String[] fields) {
		for (String field : fields) {
			if (fields.length > 2 && field.indexOf('\n') >= 0) {
				int separators = 0;
				for (int i = 0; i + 1 < field.length(); i++) {
					separators += (field.charAt(i) == this.form.delimiter() && field.charAt(i + 1) != ' ') ? 1 : 0;
				}
				if (separators >= fields.length - 1) {
					return true;
				}
			}
		}
		return false;
	}

	/** Whether a field holds a zero byte or the like, or bytes that fit no reading. */
	private static boolean isGarbled(String[] values) {
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
