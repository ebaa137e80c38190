package org.jfpmonitor.extract.row;

import java.util.List;
import java.util.Locale;

import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ExtractRefused.Counts;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.row.Rows.Outcome;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;
import org.jspecify.annotations.Nullable;

/** Everything below the header of one file: hands on its rows and counts its lines. */
public final class Body {

	private final SourceFile source;

	private final Recognition recognition;

	private final Rejects rejects;

	private final int width;

	private final Twins twins;

	private long read;

	private long used;

	private long leftOut;

	private long rejected;

	private boolean afterBlank;

	private String @Nullable [] waiting;

	private long waitingLine;

	public Body(SourceFile source, Recognition recognition, Rejects rejects) {
		this.source = source;
		this.recognition = recognition;
		this.rejects = rejects;
		this.width = recognition.header().width();
		this.twins = new Twins(recognition);
	}

	/**
	 * Reads to the end.
	 * @throws ExtractRefused when there are no data, or more rejects than the layout
	 * bears
	 */
	public void read(Rows rows) {
		try (Records records = Records.openAhead(this.source, this.recognition.form())) {
			Records.Step step = records.next();
			while (step != Records.Step.END) {
				if (records.line() > this.recognition.headerLine()) {
					take(rows, records, step);
				}
				step = records.next();
			}
			takeWaiting(rows, records.isLastLineEnded());
		}
		refuseTooLittle();
	}

	/**
	 * The last line waits until it is known whether it has a line end. Without one, its
	 * last number may be the beginning of a longer one.
	 */
	private void takeWaiting(Rows rows, boolean ended) {
		String[] row = this.waiting;
		if (row == null) {
			return;
		}
		if (!ended && row.length >= this.width && rows.needs(this.width - 1)) {
			lose(rows, this.waitingLine, RejectCode.UNREADABLE_LINE,
					"a line end; the file may have been cut off inside its last number");
		}
		else {
			count(rows.take(row, this.waitingLine));
		}
		this.waiting = null;
	}

	private void take(Rows rows, Records records, Records.Step step) {
		takeWaiting(rows, true);
		long line = records.line();
		if (step == Records.Step.UNREADABLE) {
			lose(rows, line, RejectCode.UNREADABLE_LINE, "fields with closed quotes and nothing after them");
			return;
		}
		String[] row = records.values();
		if ((row.length != this.width || row[0].isBlank()) && Recognition.isBlank(row)) {
			this.afterBlank = true;
			return;
		}
		if (this.recognition.layout().reads() == Layout.Reads.NOTHING) {
			count(Outcome.LEFT_OUT);
		}
		else if (row.length != this.width && isOddLength(row)) {
			takeOddLength(rows, row, line);
		}
		else if (records.isGarbled()) {
			lose(rows, line, RejectCode.UNREADABLE_TEXT, "text in one encoding, without zero bytes");
		}
		else if (this.recognition.header().isRepeatedBy(row)) {
			this.read++;
			this.leftOut++;
		}
		else {
			this.afterBlank = false;
			this.twins.refuseDifferent(row, line);
			this.waiting = row;
			this.waitingLine = line;
		}
	}

	private boolean isOddLength(String[] row) {
		if (row.length < this.width) {
			return true;
		}
		for (int i = this.width; i < row.length; i++) {
			if (!row[i].isBlank()) {
				return true;
			}
		}
		return false;
	}

	/** Notes below a table have one field; any other odd length is an error. */
	private void takeOddLength(Rows rows, String[] row, long line) {
		if (row.length == 1 && this.afterBlank) {
			count(Outcome.LEFT_OUT);
		}
		else {
			lose(rows, line, RejectCode.WRONG_NUMBER_OF_COLUMNS, this.width + " columns, not " + row.length);
		}
	}

	private void lose(Rows rows, long line, RejectCode code, String expected) {
		this.rejects.line(line, code, null, expected);
		rows.lineLost();
		count(Outcome.REJECTED);
	}

	private void count(Outcome outcome) {
		this.read++;
		switch (outcome) {
			case USED -> this.used++;
			case LEFT_OUT -> this.leftOut++;
			case REJECTED -> this.rejected++;
		}
	}

	private void refuseTooLittle() {
		Layout layout = this.recognition.layout();
		if (this.read == 0) {
			throw new ExtractRefused(
					List.of("Line " + this.recognition.headerLine() + ": expected data below the header, "
							+ "found none. Get the file again; it may have been cut off."));
		}
		if (layout.limits().isExceeded(this.rejected, this.read)) {
			throw new ExtractRefused(
					List.of(String.format(Locale.UK, "Expected %s, as layout %s bears, found %,d of %,d. %s",
							layout.limits().inWords(), layout.id(), this.rejected, this.read,
							"Look at the rejects, correct the file or the layout, and import it again.")));
		}
		if (this.used == 0 && layout.reads() != Layout.Reads.NOTHING) {
			throw new ExtractRefused(List.of((this.rejected > 0)
					? "Expected lines to use, found that all " + this.rejected
							+ " are rejected. Look at the rejects, correct the file, and send it again."
					: "Expected lines about organisations and measures of the plan, found none among " + this.read
							+ ". Check that the file is the one meant."));
		}
	}

	/** How far the reading has come. */
	public Counts counts() {
		return new Counts(this.read, this.used, this.leftOut, this.rejected);
	}

}
