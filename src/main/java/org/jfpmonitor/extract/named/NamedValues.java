package org.jfpmonitor.extract.named;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

import org.jfpmonitor.extract.figures.Limits;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.NamedFigures;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Numbers;
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

	private final ColumnFinder finder;

	private final Numbers numbers;

	private final Rejects rejects;

	private final @Nullable Field value;

	private final @Nullable Field numerator;

	private final @Nullable Field denominator;

	private final Map<Integer, Field> below = new HashMap<>();

	NamedValues(NamedFigures named, ColumnFinder finder, Numbers numbers, Rejects rejects) {
		this.named = named;
		this.finder = finder;
		this.numbers = numbers;
		this.rejects = rejects;
		this.value = field(named.value());
		this.numerator = field(named.numerator());
		this.denominator = field(named.denominator());
	}

	private @Nullable Field field(@Nullable String id) {
		return (id != null && this.finder.has(id)) ? field(this.finder.column(id), this.finder.position(id)) : null;
	}

	private Field field(Column column, int position) {
		BigDecimal percentIs = this.named.inBaseUnits() ? new BigDecimal("0.01") : BigDecimal.ONE;
		return new Field(column, position, this.numbers.slot(column, position, null),
				this.numbers.slot(column, position, percentIs));
	}

	private @Nullable Field value(NamedPeriods.Place place) {
		if (place.position() < 0) {
			return this.value;
		}
		return this.below.computeIfAbsent(place.position(),
				(position) -> field(this.finder.column(this.named.measure()), position));
	}

	/** Whether the row takes an earlier figure back. */
	boolean isWithdrawal(NamedPeriods.Place place, String[] row) {
		Field field = value(place);
		return field != null && NormalisedText.value(row[field.position]).equals(WITHDRAWN);
	}

	/** The figure in base units, or null when what stands there was rejected. */
	@Nullable Figure read(NamedPeriods.Place place, Measure measure, String[] row, long line) {
		Field field = value(place);
		boolean valued = isFilled(field, row);
		boolean above = isFilled(this.numerator, row);
		boolean beneath = isFilled(this.denominator, row);
		if (above != beneath || (!valued && !above)) {
			Field missing = above ? this.denominator : (beneath ? this.numerator : field);
			reject(missing, row, line, RejectCode.MISSING_VALUE, above || beneath
					? "both a numerator and a denominator, or neither" : "a value, or a numerator and a denominator");
			return null;
		}
		Read shown = valued ? read(field, measure.unit(), line) : Read.NOTHING;
		Read top = above ? read(this.numerator, Unit.COUNT, line) : Read.NOTHING;
		Read bottom = beneath ? read(this.denominator, Unit.COUNT, line) : Read.NOTHING;
		if (!shown.sound || !top.sound || !bottom.sound) {
			return null;
		}
		Figure figure = figure(measure, shown, top, bottom);
		return isPlausible(figure, shown, measure, above ? this.numerator : field, row, line) ? figure : null;
	}

	private static boolean isFilled(@Nullable Field field, String[] row) {
		return field != null && !row[field.position].isBlank();
	}

	private Read read(@Nullable Field field, Unit unit, long line) {
		if (field == null) {
			return Read.NOTHING;
		}
		int slot = (unit == Unit.PERCENT) ? field.percentSlot : field.slot;
		return switch (this.numbers.read(slot)) {
			case Numbers.FAULTY -> {
				this.numbers.reject(slot, line, this.rejects);
				yield Read.REJECTED;
			}
			case Numbers.MARKED -> new Read(null, mark(this.numbers.marker(slot)), true);
			default -> new Read(this.numbers.exact(slot), Mark.NONE, true);
		};
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

	private boolean isPlausible(Figure figure, Read shown, Measure measure, @Nullable Field field, String[] row,
			long line) {
		BigDecimal value = figure.value();
		if (value == null) {
			return true;
		}
		if (!Limits.allow(measure, value)) {
			reject(field, row, line, RejectCode.OUT_OF_RANGE, Limits.inWords(measure).replaceFirst("^expected ", ""));
			return false;
		}
		if (figure.denominator() != null && shown.number != null && !isRounded(shown.number, value, measure)) {
			reject(this.value, row, line, RejectCode.TOTAL_DIFFERS,
					measure.unit().inWords(value, 3) + ", the numerator over the denominator");
			return false;
		}
		return true;
	}

	/** Whether the number shown is the value, rounded to the places it shows. */
	private boolean isRounded(BigDecimal shown, BigDecimal value, Measure measure) {
		BigDecimal exact = this.named.inBaseUnits() ? value : measure.unit().fromBase(value);
		int places = Math.max(0, shown.scale());
		return exact.setScale(places, RoundingMode.HALF_UP).compareTo(shown) == 0
				|| exact.setScale(places, RoundingMode.HALF_EVEN).compareTo(shown) == 0;
	}

	private void reject(@Nullable Field field, String[] row, long line, RejectCode code, String expected) {
		if (field == null) {
			this.rejects.line(line, code, null, expected);
			return;
		}
		this.rejects.field(line, code, field.column, field.position, row[field.position], expected);
	}

	private record Field(Column column, int position, int slot, int percentSlot) {

	}

	private record Read(@Nullable BigDecimal number, Mark mark, boolean sound) {

		static final Read NOTHING = new Read(null, Mark.NONE, true);

		static final Read REJECTED = new Read(null, Mark.NONE, false);

	}

}
