package org.jfpmonitor.extract.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.jfpmonitor.extract.header.SubHeadings;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.person.NhsNumberColumns;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.tables.RepeatedLines;
import org.jfpmonitor.extract.tables.SecondTable;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.workbook.cell.CellError;
import org.jspecify.annotations.Nullable;

/** Everything below the header of one file: hands on its rows and counts its lines. */
public final class DataSection {

	private final Recognition recognition;

	private final RowHandler handler;

	private final Consumer<Reject> rejects;

	private final int width;

	private final List<DuplicateColumns> duplicates;

	/** Whether it may not be told how many lines there are. */
	private final boolean controlled;

	private final SecondTable second;

	private final RepeatedLines repeated;

	private final PublishedDay published;

	private final @Nullable NhsNumberColumns nhsNumbers;

	private long read;

	private long used;

	private long leftOut;

	private long rejected;

	private boolean afterBlank;

	/**
	 * Nothing is read yet.
	 * @param parts what of the table is read as a table of its own
	 * @param handler takes the rows
	 * @param rejects is handed every reject, in the order of the file; none is held
	 */
	public DataSection(Recognition recognition, List<Recognition> parts, RowHandler handler, Consumer<Reject> rejects) {
		this.recognition = recognition;
		this.handler = handler;
		this.rejects = rejects;
		this.width = recognition.header().width();
		this.duplicates = parts.stream().map(Recognition::columns).map(DuplicateColumns::new).toList();
		this.controlled = recognition.layout().isControlled();
		this.second = new SecondTable(recognition, handler::usesNumber);
		this.repeated = new RepeatedLines(recognition, handler::usesNumber);
		this.published = new PublishedDay(recognition.columns());
		this.nhsNumbers = recognition.layout().mayHoldPersons() ? null : new NhsNumberColumns(this.width);
	}

	/** Reads to the end. */
	public void read() {
		try (Records records = this.recognition.table().openAhead(this.width)) {
			while (records.hasNext()) {
				TextRecord record = records.next();
				if (record.line() <= this.recognition.headerLine()) {
					continue;
				}
				if (record.isBlank()) {
					this.afterBlank = true;
					this.repeated.pause();
					continue;
				}
				if (this.read == 0) {
					SubHeadings.refuse(this.recognition.header(), record.fields(), this.handler::usesNumber);
				}
				boolean ended = records.hasNext() || records.isLastLineEnded();
				RowOutcome outcome = take(record, ended);
				count(outcome);
				this.second.take(record, outcome instanceof RowOutcome.Used, outcome instanceof RowOutcome.Rejected);
				this.repeated.take(record, outcome instanceof RowOutcome.Used, outcome instanceof RowOutcome.LeftOut);
			}
			refuseNhsNumbers();
		}
	}

	private void refuseNhsNumbers() {
		if (this.nhsNumbers != null) {
			this.nhsNumbers.first().ifPresent((position) -> {
				throw new ExtractRefused(List.of("Expected no lines of single persons, as layout "
						+ this.recognition.layout().id() + " has none, found NHS numbers in the column \""
						+ this.recognition.header().name(position) + "\". Take the column out of the file, or, where it"
						+ " belongs there, set \"record-level: true\" in the layout."));
			});
		}
	}

	private RowOutcome take(TextRecord record, boolean ended) {
		String[] fields = record.fields();
		if (record.condition() == TextRecord.Condition.BROKEN) {
			return lost(record, RejectCode.UNREADABLE_LINE, "fields with closed quotes and nothing after them");
		}
		if (this.recognition.layout().contents() instanceof Contents.Nothing) {
			return RowOutcome.LEFT_OUT;
		}
		if (fields.length == 1 && this.width > 1 && (this.afterBlank || HeadingWords.isNote(fields[0]))) {
			// A note below the table.
			return RowOutcome.LEFT_OUT;
		}
		if (isOfOddLength(fields)) {
			return lost(record, RejectCode.WRONG_NUMBER_OF_COLUMNS, this.width + " columns, not " + fields.length);
		}
		if (record.condition() == TextRecord.Condition.GARBLED) {
			return lost(record, RejectCode.UNREADABLE_TEXT, "text in one encoding, without zero bytes");
		}
		if (record.condition() == TextRecord.Condition.WITH_ERRORS) {
			int error = errorInText(fields);
			if (error >= 0) {
				this.handler.lineLost();
				return RowOutcome.rejected(reject(record, error));
			}
		}
		if (this.recognition.header().isRepeatedBy(fields) || this.second.isOfItsHead(fields)) {
			return RowOutcome.LEFT_OUT;
		}
		this.afterBlank = false;
		Row row = new Row(record);
		if (this.nhsNumbers != null) {
			this.nhsNumbers.take(fields);
		}
		this.duplicates.forEach((each) -> each.refuseDifferent(row));
		if (!ended && this.handler.usesNumber(this.width - 1)) {
			return lost(record, RejectCode.UNREADABLE_LINE,
					"a line end; the file may have been cut off inside its last number");
		}
		RowOutcome outcome = this.handler.take(row);
		if (outcome instanceof RowOutcome.Used) {
			this.published.take(row);
		}
		return outcome;
	}

	/**
	 * The first column that the layout reads as text and that holds an error; -1 for
	 * none. An error in the place of a number spoils the figures that use it, and no
	 * others.
	 */
	private int errorInText(String[] fields) {
		for (Column column : this.recognition.layout().columns().values()) {
			for (int position : this.recognition.header().positions(column)) {
				if (CellError.is(fields[position]) && !this.handler.usesNumber(position)) {
					return position;
				}
			}
		}
		return -1;
	}

	private Reject reject(TextRecord record, int position) {
		boolean shown = !this.recognition.layout().isConfidential();
		return new Reject(this.recognition.table().place(record.line(), position), RejectCode.ERROR_VALUE,
				this.recognition.header().name(position), shown ? record.fields()[position] : "",
				"a value; open the workbook, let it calculate, and save it");
	}

	/** Blank fields to the right of the table are nothing. */
	private boolean isOfOddLength(String[] fields) {
		if (fields.length < this.width) {
			return true;
		}
		if (this.recognition.table().isSheet()) {
			return false;
		}
		for (int i = this.width; i < fields.length; i++) {
			if (!fields[i].isBlank()) {
				return true;
			}
		}
		return false;
	}

	private RowOutcome lost(TextRecord record, RejectCode code, String expected) {
		this.handler.lineLost();
		return RowOutcome
			.rejected(new Reject(this.recognition.table().place(record.line(), 0), code, "", "", expected));
	}

	private void count(RowOutcome outcome) {
		this.read++;
		if (outcome instanceof RowOutcome.Rejected refused) {
			this.rejected++;
			refused.rejects().forEach(this.rejects);
		}
		else if (outcome instanceof RowOutcome.LeftOut) {
			this.leftOut++;
		}
		else {
			this.used++;
		}
	}

	/**
	 * Refuses the file when more of its lines were rejected than the layout bears.
	 * @param used how many of those that were used count among those read
	 */
	public void refuseTooManyRejects(long used) {
		Layout layout = this.recognition.layout();
		if (layout.limits().isExceeded(this.rejected, used + this.leftOut + this.rejected)) {
			String found = this.controlled ? "more. Try the file, which shows"
					: String.format(Locale.UK, "%,d of %,d. Look at", this.rejected, this.read);
			throw new ExtractRefused(List.of("Expected " + layout.limits().inWords() + ", as layout " + layout.id()
					+ " bears, found " + found + " the rejects, correct the file or the layout, and import it again."));
		}
		if (this.used == 0 && this.rejected > 0 && !(layout.contents() instanceof Contents.Nothing)) {
			throw new ExtractRefused(
					List.of("Expected lines to use, found none: "
							+ (this.controlled ? "each of its lines"
									: (this.rejected == 1) ? "its only line"
											: "each of its " + this.rejected + " lines")
							+ " was rejected. Look at the rejects, correct the file, and send it again."));
		}
	}

	private boolean isFilledInByHand() {
		return this.recognition.table().isSheet() && this.recognition.layout().contents() instanceof Contents.Named;
	}

	/** Why there is nothing in it for anybody; empty when there is something. */
	public Optional<String> nothing() {
		if (this.read == 0) {
			return Optional.of(this.recognition.table().place(this.recognition.headerLine(), 0).asBeginning()
					+ ": expected data below the header, found none. " + (isFilledInByHand()
							? "Fill in a row and send it then." : "Get the file again; it may have been cut off."));
		}
		if (this.used == 0 && !this.handler.mayBeEmpty()) {
			String why = this.handler.whyNoneUsed();
			return Optional.of("Expected lines about organisations and measures of the plan, found none"
					+ (this.controlled ? "" : " among " + this.read)
					+ (why.isEmpty() ? ". Check that the file is the one meant." : ": " + why));
		}
		return Optional.empty();
	}

	/**
	 * The newest day on which rows that were used say they were published; empty where
	 * the layout or the file has no column for it, or none of them says so.
	 */
	public Optional<LocalDate> published() {
		return this.published.day();
	}

	/** How far the reading has come. */
	public LineCounts counts() {
		return new LineCounts(this.read, this.used, this.leftOut, this.rejected);
	}

}
