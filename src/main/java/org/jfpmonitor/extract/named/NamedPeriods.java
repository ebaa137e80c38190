package org.jfpmonitor.extract.named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.DayOrder;
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

	/** As many headers show what kind they are. */
	private static final int MOST_NAMED = 3;

	/**
	 * What may stand in the heading of a period beside its month, and changes nothing.
	 */
	private static final Set<String> WORDS_OF_PERIODS = Set.of("q", "qtr", "quarter", "fy", "financial", "fin",
			"calendar", "cy", "year", "yr", "month", "months", "week", "wk", "w", "e", "c", "ending", "commencing",
			"beginning", "starting", "ended", "end", "to", "of", "the", "and", "in", "for", "from", "until", "st", "nd",
			"rd", "th", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
			"friday", "saturday", "sunday", "t", "z", "h", "m", "p", "r", "actual", "provisional", "prov", "final",
			"revised", "rev", "figure", "value", "date", "period");

	private static final LocalDate EXAMPLE = LocalDate.of(2025, 3, 31);

	private final FileColumns columns;

	private final PeriodRule rule;

	private final LocalDate arrivedOn;

	private final Rejects rejects;

	private final Map<Integer, Period> headers = new TreeMap<>();

	private final List<Integer> one;

	private final Set<DayOrder> dayOrders = EnumSet.noneOf(DayOrder.class);

	private final List<String> warnings = new ArrayList<>();

	NamedPeriods(FileColumns columns, LocalDate arrivedOn, Rejects rejects) {
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
			readHeaders(columns.layout(), columns.header());
		}
		this.one = this.rule.columns().isEmpty() ? List.of() : List.of(VALUE_COLUMN);
	}

	private void readHeaders(Layout layout, Header header) {
		Set<Integer> named = new HashSet<>();
		List<String> others = new ArrayList<>();
		Map<String, List<String>> months = new LinkedHashMap<>();
		Map<String, String> alone = new LinkedHashMap<>();
		layout.columns().values().forEach((column) -> named.addAll(header.positions(column)));
		for (int i = 0; i < header.width(); i++) {
			String name = header.name(i);
			if (!named.contains(i)) {
				int position = i;
				String heading = header.heading(i);
				period(name, heading).ifPresentOrElse((period) -> {
					this.headers.put(position, period);
					if (!heading.isEmpty() && PeriodParser.month(name).isPresent()) {
						months.computeIfAbsent(heading, (year) -> new ArrayList<>()).add(name);
					}
				}, () -> {
					if (PeriodParser.month(name).isPresent() && saysNoMore(name)) {
						alone.putIfAbsent(name, heading);
					}
					warnOrRefuse(name);
					others.add(name);
				});
			}
		}
		months.forEach(NamedPeriods::refuseSecondYear);
		if (this.headers.isEmpty()) {
			throw new ExtractRefused(List.of("Expected column headers that are periods, found "
					+ (others.isEmpty() ? "none" : others(others)) + ". Save the sheet with headers such as 2025-03-01,"
					+ " 2025-03, Mar 2025, 2024-Q4 or 2024/25, or Mar below a heading such as 2025 or 2024/25."));
		}
		alone.forEach(NamedPeriods::refuseMonthWithoutYear);
	}

	/**
	 * Below a year stand its own months, forwards or backwards: of a calendar year from
	 * January, of a financial one from April. Where they begin again, the next year is
	 * missing, or the year is of the other kind.
	 */
	private static void refuseSecondYear(String year, List<String> names) {
		boolean calendar = PeriodParser.year(year).isPresent();
		List<Integer> months = names.stream()
			.flatMap((name) -> PeriodParser.month(name).stream())
			.map((month) -> calendar ? month : (month + 8) % 12)
			.toList();
		int direction = 0;
		for (int i = 1; i < months.size(); i++) {
			int step = Integer.signum(months.get(i) - months.get(i - 1));
			boolean wraps = months.get(i - 1) - months.get(i) == 11;
			if (wraps || (step != 0 && direction != 0 && step != direction)) {
				throw new ExtractRefused(List.of("Expected the months of one " + (calendar ? "calendar" : "financial")
						+ " year below the heading \"" + Reject.legible(year) + "\", found \""
						+ Reject.legible(names.get(i)) + "\" after \"" + Reject.legible(names.get(i - 1))
						+ "\". Write the next year above those of the next, or the "
						+ (calendar ? "financial year, such as 2024/25," : "calendar year, such as 2025,")
						+ " above all that are of it."));
			}
			direction = (step != 0) ? step : direction;
		}
	}

	/** A month beside others, whose year nobody can tell, is not passed over. */
	private static void refuseMonthWithoutYear(String name, String heading) {
		throw new ExtractRefused(
				List.of("Expected a year above each month, such as 2025 or 2024/25, found \"" + Reject.legible(name)
						+ "\" " + (heading.isEmpty() ? "without one" : "below \"" + Reject.legible(heading) + "\"")
						+ ". Write the year there, or beside the month."));
	}

	/** The first few that stand there, as far as they may be shown. */
	private static String others(List<String> names) {
		return names.stream()
			.filter((name) -> !name.isBlank())
			.distinct()
			.limit(MOST_NAMED)
			.map((name) -> "\"" + Reject.legible(name) + "\"")
			.collect(Collectors.joining(", "));
	}

	/**
	 * One month-first date shows that the others, which could be read day first, are not.
	 */
	private void warnOrRefuse(String name) {
		if (PeriodParser.isMonthFirst(name)) {
			throw new ExtractRefused(List.of("Expected column headers that are dates, day first, found \"" + name
					+ "\". Save the sheet with dates such as 2025-03-31."));
		}
		if (!name.isEmpty() && name.chars().anyMatch(Character::isDigit)) {
			this.warnings.add("The column \"" + Reject.legible(name)
					+ "\" was not read: expected a header that is a period such as 2025-03-01.");
		}
	}

	/**
	 * A period by itself, or a month or quarter below the heading of its year. What says
	 * more than that, such as a target or a year to date, is not the figure of the
	 * period.
	 */
	private static Optional<Period> period(String header, String heading) {
		return PeriodParser.serial(header)
			.map(Period::day)
			.or(() -> PeriodParser.parse(header).filter((period) -> saysNoMore(header)))
			.or(() -> heading.isEmpty() ? Optional.empty() : PeriodParser.parse(heading + " " + header)
				.filter((period) -> saysNoMore(heading + " " + header)));
	}

	private static boolean saysNoMore(String header) {
		return Pattern.compile("[^\\p{L}]+")
			.splitAsStream(header.toLowerCase(Locale.ROOT))
			.allMatch((word) -> word.isEmpty() || WORDS_OF_PERIODS.contains(word)
					|| PeriodParser.month(word).isPresent());
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
		boolean byDay = written.equals(Period.day(written.start())) && (starting || below || isNamedByAnyDay(measure));
		Period period = measure.cadence().periodOf(written.lastDay());
		if ((!byDay && !period.equals(written)) || (starting && !period.start().equals(written.start()))) {
			LocalDate like = period.encloses(written) ? written.lastDay() : EXAMPLE;
			return FieldPeriod
				.rejected(reject(position, row, RejectCode.PERIOD_NOT_OF_CADENCE, expected(measure, like)));
		}
		Optional<String> over = mayBePlanned ? Optional.empty()
				: UnfinishedPeriod.expected(measure, period, this.arrivedOn)
					.or(() -> UnfinishedPeriod.expectedToHaveBegun(written, period, this.arrivedOn));
		return over
			.map((expected) -> FieldPeriod.rejected(reject(position, row, RejectCode.PERIOD_IN_FUTURE, expected)))
			.orElseGet(() -> FieldPeriod.of(period));
	}

	/** A week has no other name; of a snapshot its day is the best one. */
	private static boolean isNamedByAnyDay(Measure measure) {
		return measure.cadence() == Cadence.WEEKLY || UnfinishedPeriod.isSnapshot(measure);
	}

	private Optional<Period> written(Row row) {
		String text = row.text(this.columns.position(this.rule.columns().get(0)));
		this.dayOrders.addAll(DayOrder.of(text));
		return PeriodParser.parse(text);
	}

	private Reject rejectUnwritten(Row row, Measure measure) {
		String text = row.text(this.columns.position(this.rule.columns().get(0)));
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
	 * Days are written day first.
	 * @throws ExtractRefused when they can only have been written month first
	 */
	void refuseMonthFirst() {
		DayOrder.refuseMonthFirst(this.dayOrders);
	}

	private Reject reject(int position, Row row, RejectCode code, String expected) {
		String id = this.rule.columns().isEmpty() ? this.columns.layout().columns().keySet().iterator().next()
				: this.rule.columns().get(0);
		Column column = this.columns.column(id);
		return this.rejects.of(row, code, column, (position != VALUE_COLUMN) ? position : this.columns.position(id),
				expected);
	}

}
