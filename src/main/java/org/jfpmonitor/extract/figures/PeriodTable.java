package org.jfpmonitor.extract.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Preamble;
import org.jfpmonitor.extract.row.Recognition;
import org.jfpmonitor.extract.row.Remembered;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jspecify.annotations.Nullable;

/**
 * Which period a row is for. Each way of writing one is read once and remembered with its
 * number, counted from 0 in the order of the file.
 */
final class PeriodTable {

	static final int MOST_REMEMBERED = 20_000;

	private final PeriodRule rule;

	private final int[] positions;

	private final LocalDate today;

	private final Remembered<Found> remembered = new Remembered<>(MOST_REMEMBERED);

	private final List<Period> periods = new ArrayList<>();

	private final @Nullable Found always;

	private boolean monthFirst;

	private boolean dayFirst;

	private String lastFirst = "";

	private String lastSecond = "";

	private @Nullable Found last;

	/** The last period that a line named. */
	private @Nullable Found above;

	private PeriodTable(PeriodRule rule, int[] positions, LocalDate today, @Nullable String always) {
		this.rule = rule;
		this.positions = positions;
		this.today = today;
		this.always = (always != null) ? found(always, "") : null;
	}

	/**
	 * By the first of the layout's rules that the file can answer.
	 * @throws ExtractRefused when none can be answered
	 */
	static PeriodTable of(Recognition recognition, String fileName, LocalDate today) {
		ColumnFinder finder = new ColumnFinder(recognition.layout(), recognition.header());
		for (PeriodRule rule : recognition.layout().periods()) {
			if (!finder.hasAll(rule.columns())) {
				continue;
			}
			if (!rule.columns().isEmpty()) {
				int[] positions = rule.columns().stream().mapToInt(finder::position).toArray();
				return new PeriodTable(rule, positions, today, null);
			}
			Optional<String> text = outside(rule, recognition.preamble(), fileName);
			if (text.isPresent()) {
				return new PeriodTable(rule, new int[0], today, text.get()).refuseFuture(text.get());
			}
		}
		throw new ExtractRefused(List
			.of("Expected the period of the figures " + where(recognition.layout().periods()) + ", found none in "
					+ fileName + ". Name the file as it was published, with month and year, or get it again."));
	}

	private PeriodTable refuseFuture(String text) {
		if (this.always != null && this.always.fault() != null) {
			throw new ExtractRefused(List.of("Expected " + this.always.expected() + ", found \"" + Rejects.legible(text)
					+ "\". Check the date in the file, and the name of the file."));
		}
		return this;
	}

	private static String where(List<PeriodRule> rules) {
		return rules.stream().map(PeriodTable::where).distinct().collect(Collectors.joining(" or "));
	}

	private static String where(PeriodRule rule) {
		return switch (rule.form()) {
			case PREAMBLE -> "above the header" + (rule.label().isEmpty() ? "" : " beside \"" + rule.label() + "\"");
			case FILE_NAME -> "in the name of the file";
			default -> "in a column";
		};
	}

	/**
	 * After the last row.
	 * @throws ExtractRefused when days are written month first; those up to the 12th were
	 * read the wrong way round, and nobody can tell which
	 */
	void refuseMonthFirst() {
		if (this.monthFirst && !this.dayFirst) {
			throw new ExtractRefused(List.of("Expected days written day first, such as 31/03/2025, found some whose "
					+ "month comes first. Save the file with days such as 2025-03-31."));
		}
	}

	private static Optional<String> outside(PeriodRule rule, List<String[]> preamble, String fileName) {
		if (rule.form() == PeriodRule.Form.FILE_NAME) {
			return PeriodParser.parse(fileName).map((period) -> fileName);
		}
		return Preamble.beside(preamble, rule.label())
			.stream()
			.filter((text) -> PeriodParser.parse(text).isPresent())
			.findFirst();
	}

	/** The period of the row. */
	Found of(String[] row) {
		if (this.always != null) {
			return this.always;
		}
		String first = row[this.positions[0]];
		String second = (this.positions.length > 1) ? row[this.positions[1]] : "";
		if (this.last != null && first.equals(this.lastFirst) && second.equals(this.lastSecond)) {
			return this.last;
		}
		Found found = found(first, second);
		if (found.period() == null && this.rule.orAsAbove() && this.above != null) {
			return this.above;
		}
		this.above = (found.period() != null) ? found : this.above;
		this.lastFirst = first;
		this.lastSecond = second;
		this.last = found;
		return found;
	}

	private Found found(String first, String second) {
		String key = second.isEmpty() ? first : first + '\0' + second;
		Found known = this.remembered.get(key);
		if (known != null) {
			return known;
		}
		Found found = read(first, second);
		this.remembered.put(key, found);
		return found;
	}

	private Found read(String first, String second) {
		int way = this.remembered.size();
		Optional<Period> written = written(first, second);
		this.monthFirst |= PeriodParser.isMonthFirst(first) || PeriodParser.isMonthFirst(second);
		this.dayFirst |= PeriodParser.isDayFirst(first) || PeriodParser.isDayFirst(second);
		if (written.isEmpty()) {
			boolean blank = first.isBlank() && second.isBlank();
			return new Found(null, way, -1, 0, blank ? RejectCode.MISSING_VALUE : RejectCode.NOT_A_PERIOD, expected());
		}
		Cadence as = this.rule.as();
		if (as != null && isTooLong(written.get(), as)) {
			return new Found(null, way, -1, 0, RejectCode.PERIOD_NOT_OF_CADENCE,
					"a " + as.word() + " period, not one that begins before it");
		}
		Period period = (as != null) ? as.periodOf(written.get().lastDay()) : written.get();
		int number = this.periods.indexOf(period);
		if (number < 0) {
			this.periods.add(period);
			number = this.periods.size() - 1;
		}
		if (period.start().isAfter(this.today)) {
			return new Found(period, way, number, months(written.get()), RejectCode.PERIOD_IN_FUTURE,
					"a period that has begun by " + Period.day(this.today).inWords());
		}
		return new Found(period, way, number, months(written.get()), null, "");
	}

	/**
	 * A year is no month, although it ends in one; of a first and a last day the layout
	 * says which lengths count.
	 */
	private boolean isTooLong(Period written, Cadence as) {
		return this.rule.form() != PeriodRule.Form.FIRST_AND_LAST
				&& written.start().isBefore(as.periodOf(written.lastDay()).start());
	}

	private Optional<Period> written(String first, String second) {
		return switch (this.rule.form()) {
			case YEAR_AND_MONTH -> PeriodParser.month(second).flatMap((month) -> monthOf(first, month));
			case QUARTER ->
				PeriodParser.financialYear(first).flatMap((year) -> PeriodParser.quarter(second).map(year::quarter));
			case QUARTER_ENDING -> PeriodParser.financialYear(first)
				.flatMap((year) -> endMonth(second).flatMap((month) -> quarterEnding(year, month)));
			case FINANCIAL_YEAR -> PeriodParser.financialYear(first).map(FinancialYear::period);
			case FIRST_AND_LAST -> firstAndLast(first, second);
			default -> PeriodParser.parse(first).or(() -> serial(first));
		};
	}

	/** The year may be the calendar's or the financial one. */
	private static Optional<Period> monthOf(String year, int month) {
		return PeriodParser.year(year)
			.or(() -> PeriodParser.financialYear(year)
				.map((financial) -> financial.startYear() + ((month < 4) ? 1 : 0)))
			.map((calendar) -> Period.month(calendar, month));
	}

	/** In a column a number may be a day; elsewhere it may be anything. */
	private Optional<Period> serial(String text) {
		return (this.rule.form() == PeriodRule.Form.NAMED) ? PeriodParser.serial(text).map(Period::day)
				: Optional.empty();
	}

	/** Spreadsheets make a day of a month. */
	private static Optional<Integer> endMonth(String text) {
		return PeriodParser.month(text).or(() -> PeriodParser.date(text).map(LocalDate::getMonthValue));
	}

	private static Optional<Period> quarterEnding(FinancialYear year, int month) {
		return (month % 3 == 0) ? Optional.of(year.quarter((month == 3) ? 4 : month / 3 - 1)) : Optional.empty();
	}

	private static Optional<Period> firstAndLast(String first, String last) {
		Optional<LocalDate> start = PeriodParser.date(first).or(() -> PeriodParser.serial(first));
		Optional<LocalDate> end = PeriodParser.date(last).or(() -> PeriodParser.serial(last));
		boolean ordered = start.isPresent() && end.isPresent() && !end.get().isBefore(start.get());
		return ordered ? Optional.of(Period.ofClosed(start.get(), end.get())) : Optional.empty();
	}

	private static int months(Period period) {
		return (int) java.time.temporal.ChronoUnit.MONTHS.between(period.start(), period.endExclusive());
	}

	private String expected() {
		return switch (this.rule.form()) {
			case YEAR_AND_MONTH -> "a year and a month";
			case QUARTER -> "a financial year such as 2024-25 and a quarter, 1 to 4";
			case QUARTER_ENDING -> "a financial year such as 2024-25 and the month its quarter ends in";
			case FINANCIAL_YEAR -> "a financial year such as 2024-25";
			case FIRST_AND_LAST -> "a first and a last day";
			default -> "a period such as March 2025";
		};
	}

	/** The column that names the period, as the first of them; -1 when none does. */
	int position() {
		return (this.positions.length > 0) ? this.positions[0] : -1;
	}

	/** The id of that column. */
	String column() {
		return this.rule.columns().get(0);
	}

	/** What stood there, for a reject. */
	String shown(String[] row) {
		String first = row[this.positions[0]];
		return (this.positions.length > 1) ? first + " " + row[this.positions[1]] : first;
	}

	/** All periods met, in the order of the file. */
	List<Period> periods() {
		return this.periods;
	}

	/**
	 * What a text was read as.
	 *
	 * @param period the period, or null with a fault
	 * @param way the number of this way of writing it, counted from 0 in the order of the
	 * file; all that are too many to remember share the last
	 * @param number the period's number
	 * @param months how many months it has, as written
	 * @param fault why the row cannot be taken, or null; one in the future has a period
	 * @param expected what should have stood there
	 */
	record Found(@Nullable Period period, int way, int number, int months, @Nullable RejectCode fault,
			String expected) {

		/** The period, where there is no fault. */
		Period get() {
			if (this.period == null) {
				throw new IllegalStateException("There is no period");
			}
			return this.period;
		}

	}

}
