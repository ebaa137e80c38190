package org.jfpmonitor.extract.named;

import org.jfpmonitor.extract.checks.Separators;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.extract.checks.PlausibleRange;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.NamedFigures;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.number.NumberSigns;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Figure.Mark;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a row that names its measure: a value, or a numerator over a denominator.
 */
final class NamedValues {

	private static final String WITHDRAWN = "withdrawn";

	private final NamedFigures named;

	private final FileColumns columns;

	private final Rejects rejects;

	private final Separators separators;

	private final @Nullable Field value;

	private final @Nullable Field numerator;

	private final @Nullable Field denominator;

	private final Map<Integer, Field> below = new HashMap<>();

	NamedValues(NamedFigures named, FileColumns columns, Rejects rejects) {
		this.named = named;
		this.columns = columns;
		this.rejects = rejects;
		this.separators = new Separators(columns);
		this.value = field(named.value());
		this.numerator = field(named.numerator());
		this.denominator = field(named.denominator());
	}

	private @Nullable Field field(@Nullable String id) {
		return (id != null && this.columns.has(id)) ? field(this.columns.column(id), this.columns.position(id)) : null;
	}

	private Field field(Column column, int position) {
		Map<Unit, NumberColumn> in = new EnumMap<>(Unit.class);
		for (Unit unit : Unit.values()) {
			boolean asRatio = unit == Unit.PERCENT && this.named.inBaseUnits();
			in.put(unit, new NumberColumn(column, position, NumberSigns.of(asRatio ? Unit.RATIO : unit)));
		}
		return new Field(column, position, in);
	}

	private @Nullable Field value(int position) {
		return (position == NamedPeriods.VALUE_COLUMN) ? this.value : this.below.computeIfAbsent(position,
				(below) -> field(this.columns.column(this.named.measure()), below));
	}

	/** The column that a figure is read from, counting from 0. */
	int column(int position) {
		Field field = value(position);
		Field shown = (field != null) ? field : this.numerator;
		return (shown != null) ? shown.position : 0;
	}

	/** Whether a number in the column at the position goes into figures. */
	boolean usesNumber(int position) {
		return Stream.of(this.value, this.numerator, this.denominator)
			.anyMatch((field) -> field != null && field.position == position) || this.below.containsKey(position);
	}

	/** Refuses a file in which points may be separators of thousands. */
	void refuseSeparators() {
		this.separators.refuse();
	}

	/** What the row says of the figure at the position. */
	FieldFigure read(int position, Measure measure, Row row) {
		Field field = value(position);
		boolean valued = isFilled(field, row);
		boolean above = isFilled(this.numerator, row);
		boolean beneath = isFilled(this.denominator, row);
		if (field != null && NormalisedText.value(row.text(field.position)).equals(WITHDRAWN)) {
			return (above || beneath)
					? FieldFigure.rejected(reject(field, row, RejectCode.NOT_A_NUMBER,
							"a number beside a numerator and a denominator, or \"withdrawn\" without them"))
					: FieldFigure.WITHDRAWN;
		}
		if (above != beneath || (!valued && !above)) {
			Field missing = above ? this.denominator : (beneath ? this.numerator : field);
			return FieldFigure.rejected(reject(missing, row, RejectCode.MISSING_VALUE, above || beneath
					? "both a numerator and a denominator, or neither" : "a value, or a numerator and a denominator"));
		}
		List<Reject> rejects = new ArrayList<>();
		Read shown = valued ? read(field, measure.unit(), row, rejects) : Read.NOTHING;
		Unit ofNumerator = (measure.unit() == Unit.GBP) ? Unit.GBP : Unit.COUNT;
		Read top = above ? read(this.numerator, ofNumerator, row, rejects) : Read.NOTHING;
		Read bottom = beneath ? read(this.denominator, Unit.COUNT, row, rejects) : Read.NOTHING;
		if (!rejects.isEmpty()) {
			return FieldFigure.rejected(rejects);
		}
		Optional<Reject> parts = impossibleParts(measure, top, bottom, row);
		if (parts.isPresent()) {
			return FieldFigure.rejected(parts.get());
		}
		Figure figure = figure(measure, shown, top, bottom);
		return implausible(figure, shown, measure, above ? this.numerator : field, row).map(FieldFigure::rejected)
			.orElseGet(() -> FieldFigure.of(figure));
	}

	private static boolean isFilled(@Nullable Field field, Row row) {
		return field != null && !row.text(field.position).isBlank();
	}

	private Read read(@Nullable Field field, Unit unit, Row row, List<Reject> rejects) {
		if (field == null) {
			return Read.NOTHING;
		}
		NumberColumn column = Objects.requireNonNull(field.in.get(unit));
		NumberField number = row.number(column);
		// Whole-time equivalents are counts, too, and have parts.
		this.separators.take(row, column, unit == Unit.COUNT || unit == Unit.GBP, true);
		Column.Marker marker = number.marker();
		if (marker != null) {
			return new Read(null, mark(marker));
		}
		if (number.isUnreadable()) {
			rejects.add(column.reject(row, this.rejects));
			return Read.NOTHING;
		}
		return new Read(number.value(), Mark.NONE);
	}

	private static Mark mark(Column.Marker marker) {
		return switch (marker) {
			case SUPPRESSED -> Mark.SUPPRESSED;
			case NOT_APPLICABLE -> Mark.NOT_APPLICABLE;
			case MISSING, ZERO -> Mark.MISSING;
		};
	}

	private Figure figure(Measure measure, Read shown, Read top, Read bottom) {
		for (Mark mark : new Mark[] { Mark.SUPPRESSED, Mark.MISSING, Mark.NOT_APPLICABLE }) {
			if (shown.mark == mark || top.mark == mark || bottom.mark == mark) {
				return Figure.absent(mark);
			}
		}
		if (top.number != null && bottom.number != null) {
			boolean share = measure.unit().base().equals(Unit.RATIO.base());
			boolean asIs = share || this.named.inBaseUnits();
			return Figure.ratio(asIs ? top.number : measure.unit().toBase(top.number), bottom.number);
		}
		if (shown.number == null) {
			throw new IllegalStateException("Neither a value nor its parts");
		}
		return Figure.of(toBase(measure, shown.number));
	}

	private BigDecimal toBase(Measure measure, BigDecimal number) {
		return this.named.inBaseUnits() ? number : measure.unit().toBase(number);
	}

	/** A count is never negative, and a part of a whole never more than the whole. */
	private Optional<Reject> impossibleParts(Measure measure, Read top, Read bottom, Row row) {
		if (bottom.number != null && bottom.number.signum() < 0) {
			return Optional.of(reject(this.denominator, row, RejectCode.OUT_OF_RANGE, "0 or more"));
		}
		BigDecimal least = measure.least();
		if (top.number != null && top.number.signum() < 0 && least != null && least.signum() >= 0) {
			return Optional.of(reject(this.numerator, row, RejectCode.OUT_OF_RANGE, "0 or more"));
		}
		if (top.number == null || bottom.number == null) {
			return Optional.empty();
		}
		if (bottom.number.signum() == 0 && top.number.signum() != 0) {
			return Optional.of(reject(this.numerator, row, RejectCode.OUT_OF_RANGE, "0, as the denominator is 0"));
		}
		BigDecimal greatest = measure.greatest();
		boolean whole = measure.unit() == Unit.PERCENT && greatest != null && greatest.compareTo(BigDecimal.ONE) == 0;
		return (whole && top.number.compareTo(bottom.number) > 0) ? Optional.of(reject(this.numerator, row,
				RejectCode.OUT_OF_RANGE, "no more than the denominator, " + bottom.number.toPlainString()))
				: Optional.empty();
	}

	private Optional<Reject> implausible(Figure figure, Read shown, Measure measure, @Nullable Field field, Row row) {
		BigDecimal value = figure.value();
		if (value == null) {
			return Optional.empty();
		}
		if (!PlausibleRange.allow(measure, value)) {
			return Optional.of(reject(field, row, RejectCode.OUT_OF_RANGE, PlausibleRange.inWords(measure)));
		}
		if (figure.denominator() != null && shown.number != null && !isRounded(shown.number, value, measure)) {
			return Optional.of(reject(this.value, row, RejectCode.TOTAL_DIFFERS,
					measure.unit().inWords(value, 3) + ", the numerator over the denominator"));
		}
		return Optional.empty();
	}

	/** Whether the number shown is the value, rounded to the places it shows. */
	private boolean isRounded(BigDecimal shown, BigDecimal value, Measure measure) {
		BigDecimal exact = this.named.inBaseUnits() ? value : measure.unit().fromBase(value);
		int places = Math.max(0, shown.scale());
		return exact.setScale(places, RoundingMode.HALF_UP).compareTo(shown) == 0
				|| exact.setScale(places, RoundingMode.HALF_EVEN).compareTo(shown) == 0;
	}

	private Reject reject(@Nullable Field field, Row row, RejectCode code, String expected) {
		return (field != null) ? this.rejects.of(row, code, field.column, field.position, expected)
				: this.rejects.ofLine(row, code, expected);
	}

	private record Field(Column column, int position, Map<Unit, NumberColumn> in) {

	}

	private record Read(@Nullable BigDecimal number, Mark mark) {

		static final Read NOTHING = new Read(null, Mark.NONE);

	}

}
