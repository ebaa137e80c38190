package org.jfpmonitor.extract.progress;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.MilestoneLine;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.PositionLine;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.ReportLines;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.spelling.NormalisedText;

/** Rows that say how milestones stand, what was published and what a person has set. */
public final class ProgressRows implements RowHandler {

	private static final String KINDS = "milestone, position, comment, override or revocation";

	private final FileColumns columns;

	private final ReadingContext context;

	private final MilestoneLines milestones = new MilestoneLines();

	private final PositionLines positions = new PositionLines();

	private final CommentLines comments = new CommentLines();

	private final OverrideLines overrides = new OverrideLines();

	public ProgressRows(Recognition recognition, ReadingContext context) {
		this.columns = recognition.columns();
		this.context = context;
	}

	@Override
	public RowOutcome take(Row row) {
		ReportFields fields = new ReportFields(row, this.columns, this.context);
		switch (NormalisedText.value(fields.text("kind"))) {
			case "milestone" -> this.milestones.take(fields);
			case "position" -> this.positions.take(fields);
			case "comment" -> this.comments.take(fields);
			case "override" -> this.overrides.takeOverride(fields);
			case "revocation" -> this.overrides.takeRevocation(fields);
			case "" -> fields.reject("kind", RejectCode.MISSING_VALUE, KINDS);
			default -> fields.reject("kind", RejectCode.OUT_OF_RANGE, KINDS);
		}
		return fields.isSound() ? RowOutcome.USED : RowOutcome.rejected(fields.rejects());
	}

	@Override
	public ParseResult finish(Withheld withheld) {
		LocalDate latest = Stream
			.concat(this.milestones.all().stream().map(MilestoneLine::asOf),
					this.positions.all().stream().map(PositionLine::asOf))
			.max(LocalDate::compareTo)
			.orElse(null);
		return ParseResult.ofReports(
				new ReportLines(this.milestones.all(), this.positions.all(), this.comments.all(), this.overrides.all()),
				latest);
	}

}
