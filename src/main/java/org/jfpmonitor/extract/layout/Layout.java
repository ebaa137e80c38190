package org.jfpmonitor.extract.layout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * How files of one kind are recognised and read.
 *
 * @param id its name in deliveries and messages
 * @param title its name for people
 * @param feed the supply such files belong to
 * @param fingerprint SHA-256 of the layout file, in hexadecimal
 * @param recordLevel whether one row may be one person; then a reject keeps no value
 * unless the column is safe
 * @param smallNumbers how counts are published where a figure does not say it, or null
 * where nothing is said of it
 * @param format how such files are written
 * @param columns by id, in the order written
 * @param periods how the period is found; the first rule whose columns are there counts
 * @param vintage how new a file is
 * @param leaveOut rows left out: those that meet all tests of any one of these
 * @param contents what comes out of the other rows
 * @param checks what must hold
 * @param limits how many rejects are borne
 */
public record Layout(String id, String title, FeedId feed, String fingerprint, boolean recordLevel,
		@Nullable SmallNumbers smallNumbers, FileFormat format, Map<String, Column> columns, List<PeriodRule> periods,
		VintageRule vintage, List<Conditions> leaveOut, Contents contents, List<FileCheck> checks,
		RejectLimits limits) {

	public Layout {
		periods = List.copyOf(periods);
		leaveOut = List.copyOf(leaveOut);
		checks = List.copyOf(checks);
	}

	/**
	 * By what its numbers are withheld or rounded, and by what its lines are counted; of
	 * several rules the strictest. Empty when all numbers are published as they are.
	 */
	public Optional<SmallNumbers> control() {
		Stream<FigureRule> figures = (this.contents instanceof Contents.Figures of) ? of.figures().stream()
				: Stream.empty();
		return Stream.concat(Stream.ofNullable(this.smallNumbers), figures.map(FigureRule::smallNumbers))
			.filter((each) -> each != null && !each.isNone())
			.max(SmallNumbers.STRICTNESS);
	}

	/**
	 * Whether numbers of it may be withheld: then nothing is said of single lines or of
	 * how many there are, because it could tell the numbers.
	 */
	public boolean isControlled() {
		return control().isPresent();
	}

	/** Whether what stands in its fields is nobody's business. */
	public boolean isConfidential() {
		return this.recordLevel || isControlled();
	}

	/**
	 * The same in a file of which another table has small numbers: where it says nothing
	 * of them, it goes by these.
	 */
	public Layout controlledBy(SmallNumbers rule) {
		return (this.smallNumbers != null) ? this : new Layout(this.id, this.title, this.feed, this.fingerprint,
				this.recordLevel, rule, this.format, this.columns, this.periods, this.vintage, this.leaveOut,
				(this.contents instanceof Contents.Figures figures) ? figures.controlledBy(rule) : this.contents,
				this.checks.stream().filter((each) -> !(each instanceof FileCheck.TotalLines)).toList(), this.limits);
	}

	/**
	 * The same beside layouts that withhold small numbers: figures of their measures go
	 * by the rule of theirs, unless this one says its own.
	 */
	public Layout beside(Map<MeasureId, Contents.Elsewhere> withholding) {
		if (withholding.isEmpty()) {
			return this;
		}
		if (this.contents instanceof Contents.Named named) {
			return with(new Contents.Named(named.rule(), withholding));
		}
		if (this.contents instanceof Contents.Figures figures) {
			return with((this.smallNumbers != null) ? figures.knowing(withholding) : figures.beside(withholding));
		}
		return this;
	}

	private Layout with(Contents contents) {
		return new Layout(this.id, this.title, this.feed, this.fingerprint, this.recordLevel, this.smallNumbers,
				this.format, this.columns, this.periods, this.vintage, this.leaveOut, contents, this.checks,
				this.limits);
	}

	/** The ids of the columns by which levels of figures find organisations. */
	public List<String> organisationColumns() {
		return (this.contents instanceof Contents.Figures of)
				? of.levels().stream().map(Level::column).filter(Objects::nonNull).toList() : List.of();
	}

	/** The column of the id, which the layout is known to have. */
	public Column column(String id) {
		Column column = this.columns.get(id);
		if (column == null) {
			throw new IllegalArgumentException("Layout " + this.id + " has no column " + id);
		}
		return column;
	}

	/** Whether a file of it may have one line a person, because nothing of it is told. */
	public boolean mayHoldPersons() {
		return this.recordLevel || this.contents instanceof Contents.Nothing;
	}

}
