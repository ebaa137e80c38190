package org.jfpmonitor.extract.named;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.DayOrder;
import org.jfpmonitor.extract.spelling.DayOrders;
import org.jfpmonitor.extract.spelling.OtherFigures;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.plan.Measure;

/**
 * Where the figures of a row that names its measure stand and for which periods: in one
 * column with the period in another, or below headers that are periods.
 */
final class NamedPeriods {

	/** Stands for the column that holds the values, where the period is in another. */
	static final int VALUE_COLUMN = -1;

	/** Of {@code 01/12/2024} nobody knows of which month it is the first day. */
	private static final Pattern EITHER_WAY = Pattern.compile("\\s*\\d{1,2}[/.-]\\d{1,2}[/.-].*");

	private static final LocalDate EXAMPLE = LocalDate.of(2025, 3, 31);

	private final FileColumns columns;

	private final PeriodRule rule;

	private final LocalDate arrivedOn;

	private final Rejects rejects;

	private final Map<Integer, Period> headers = new TreeMap<>();

	private final List<Integer> one;

	private final DayOrders dayOrders = new DayOrders();

	private final Set<String> warnings = new LinkedHashSet<>();

	/** Whether months were written by their first days or their last ones. */
	private boolean endsOfMonths;

	/** Whether other days were written in the place of months. */
	private boolean otherDays;

	/**
	 * @param organisationAbove whether the headings above periods are organisations
	 */
	NamedPeriods(FileColumns columns, boolean organisationAbove, LocalDate arrivedOn, Rejects rejects) {
		this.columns = columns;
		this.arrivedOn = arrivedOn;
		this.rejects = rejects;
		this.rule = columns.layout()
			.periods()
			.stream()
			.filter((each) -> columns.hasAll(each.columns()))
			.findFirst()
			.orElseThrow(() -> new ExtractRefused(
					List.of("Expected a column with the period, found none. Add it, with the period of each figure.")));
		if (this.rule.form() == PeriodRule.Form.HEADERS) {
			PeriodHeadings found = PeriodHeadings.of(columns.layout(), columns.header(), organisationAbove);
			this.headers.putAll(found.periods());
			this.warnings.addAll(found.warnings());
		}
		this.one = this.rule.columns().isEmpty() ? List.of() : List.of(VALUE_COLUMN);
	}

	/** The positions of the headers that are periods. */
	Set<Integer> headers() {
		return this.headers.keySet();
	}

	/** Columns that were taken for periods and are none. */
	List<String> warnings() {
		return List.copyOf(this.warnings);
	}

	/** Two columns of the row are for the same period. */
	Reject rejectSecond(int position, Cell cell, Row row) {
		return reject(position, row, RejectCode.DUPLICATE_KEY, "one column for each period; another one is for "
				+ cell.period().inWords() + ", too, and " + cell.measure() + " has one figure for it");
	}

	/**
	 * The positions at which the figures of the row stand, or {@link #VALUE_COLUMN};
	 * blank fields below periods hold none.
	 */
	List<Integer> positions(Row row) {
		if (this.headers.isEmpty()) {
			return this.one;
		}
		return this.headers.keySet().stream().filter((position) -> !row.text(position).isBlank()).toList();
	}

	/** The period of the figure at the position. */
	FieldPeriod period(int position, Row row, Measure measure, boolean mayBePlanned) {
		boolean below = position != VALUE_COLUMN;
		Optional<Period> found = below ? Optional.ofNullable(this.headers.get(position)) : written(row);
		if (found.isEmpty()) {
			return FieldPeriod.rejected(rejectUnwritten(row, measure));
		}
		Period written = found.get();
		boolean starting = this.rule.form() == PeriodRule.Form.STARTING;
		boolean day = written.equals(Period.day(written.start()));
		boolean forMonth = day && !starting && !below && !isNamedByAnyDay(measure)
				&& measure.cadence() == Cadence.MONTHLY && !EITHER_WAY.matcher(text(row)).matches();
		if (forMonth) {
			noteDayForMonth(written.start());
		}
		boolean byDay = forMonth ? isEndOfMonth(written.start())
				: day && (starting || below || isNamedByAnyDay(measure));
		Period period = measure.cadence().periodOf(written.lastDay());
		if (below && PeriodParser.financialYear(this.columns.header().name(position)).isPresent()
				&& isSumOfOthers(written, measure)) {
			this.warnings.add("The column \"" + Reject.legible(this.columns.header().name(position))
					+ "\" was not read of " + measure.id() + ": expected " + measure.cadence().inWords() + ".");
			return FieldPeriod.PASSED_OVER;
		}
		boolean week = measure.cadence() != Cadence.WEEKLY
				&& PeriodParser.saysWeek(below ? this.columns.header().name(position) : text(row));
		if (week || (!byDay && !period.equals(written)) || (starting && !period.start().equals(written.start()))) {
			LocalDate like = period.encloses(written) ? written.lastDay() : EXAMPLE;
			return FieldPeriod
				.rejected(reject(position, row, RejectCode.PERIOD_NOT_OF_CADENCE, expected(measure, like)));
		}
		Optional<String> over = mayBePlanned ? Optional.empty()
				: UnfinishedPeriod.expected(measure, period, this.arrivedOn)
					.or(() -> UnfinishedPeriod.expectedToHaveBegun(written, period, this.arrivedOn));
		if (over.isPresent() && below && isBesideOthers(period)) {
			this.warnings.add("The column \"" + Reject.legible(this.columns.header().name(position))
					+ "\" was not read of " + measure.id() + ": expected " + over.get() + ".");
			return FieldPeriod.PASSED_OVER;
		}
		return over
			.map((expected) -> FieldPeriod.rejected(reject(position, row, RejectCode.PERIOD_IN_FUTURE, expected)))
			.orElseGet(() -> FieldPeriod.of(period));
	}

	/** Whether it stands beside shorter ones that the measure has. */
	private boolean isSumOfOthers(Period written, Measure measure) {
		return this.headers.values()
			.stream()
			.filter((each) -> !each.equals(written) && written.encloses(each))
			.anyMatch((each) -> measure.cadence().periodOf(each.lastDay()).equals(each));
	}

	/** One that has begun and is not over, beside one that is. */
	private boolean isBesideOthers(Period period) {
		return !period.start().isAfter(this.arrivedOn)
				&& this.headers.values().stream().anyMatch((each) -> each.lastDay().isBefore(this.arrivedOn));
	}

	/** A week has no other name; of a snapshot its day is the best one. */
	private static boolean isNamedByAnyDay(Measure measure) {
		return measure.cadence() == Cadence.WEEKLY || UnfinishedPeriod.isSnapshot(measure);
	}

	/** As programs write a month: by its first day or its last. */
	private static boolean isEndOfMonth(LocalDate day) {
		return day.getDayOfMonth() == 1 || day.plusDays(1).getDayOfMonth() == 1;
	}

	private void noteDayForMonth(LocalDate day) {
		this.endsOfMonths = this.endsOfMonths || isEndOfMonth(day);
		this.otherDays = this.otherDays || !isEndOfMonth(day);
	}

	private String text(Row row) {
		return row.text(this.columns.position(this.rule.columns().get(0)));
	}

	private Optional<Period> written(Row row) {
		String text = text(row);
		this.dayOrders.add(DayOrder.of(text), text);
		boolean other = OtherFigures.besidePeriod(text) || OtherFigures.upToPeriod(text);
		return other ? Optional.empty() : PeriodParser.parseWhole(text);
	}

	private Reject rejectUnwritten(Row row, Measure measure) {
		String text = text(row);
		return reject(VALUE_COLUMN, row, text.isBlank() ? RejectCode.MISSING_VALUE : RejectCode.NOT_A_PERIOD,
				PeriodParser.plainQuarter(text).orElseGet(() -> expected(measure, EXAMPLE)));
	}

	/**
	 * What is said is taken: the period of the day, written in a way that this file may.
	 */
	private String expected(Measure measure, LocalDate like) {
		Cadence cadence = measure.cadence();
		Period period = cadence.periodOf(like);
		if (this.rule.form() == PeriodRule.Form.STARTING) {
			return "the first day of " + cadence.inWords() + " such as " + period.start();
		}
		String example = cadence.inWords() + " such as " + cadence.written(like);
		return switch (cadence) {
			case DAILY, MONTHLY -> example;
			case WEEKLY -> cadence.inWords() + ", named by any of its days, such as " + like;
			case QUARTERLY -> example + ", which is " + period.inWords();
			case ANNUAL -> example + ", which is April " + period.start().getYear() + " to March "
					+ period.lastDay().getYear() + "; a calendar year is none";
		};
	}

	/**
	 * Looks whether first and last days of months stand for these months.
	 * @throws ExtractRefused when other days stand beside them: then these are days, too
	 */
	void refuseOtherDays() {
		if (this.endsOfMonths && this.otherDays) {
			throw new ExtractRefused(List.of("Expected months, such as " + Cadence.MONTHLY.written(EXAMPLE)
					+ ", or the first or last day of each, found other days, too. Send the figures of months, and write"
					+ " the months."));
		}
	}

	/**
	 * Days are written day first.
	 * @throws ExtractRefused when they can only have been written month first
	 */
	void refuseMonthFirst() {
		this.dayOrders.refuseMonthFirst();
	}

	private Reject reject(int position, Row row, RejectCode code, String expected) {
		String id = this.rule.columns().isEmpty() ? this.columns.layout().columns().keySet().iterator().next()
				: this.rule.columns().get(0);
		Column column = this.columns.column(id);
		return this.rejects.of(row, code, column, (position != VALUE_COLUMN) ? position : this.columns.position(id),
				expected);
	}

}
