package org.jfpmonitor.extract.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.spelling.DayOrder;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.OtherFigures;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jspecify.annotations.Nullable;

/** What the texts mean in which a layout's rule has the period written. */
final class WrittenPeriodParser {

	private static final Pattern UP_TO = Pattern.compile("^\\s*(?:up )?to ", Pattern.CASE_INSENSITIVE);

	/** Behind a quarter it says how final the figures are. */
	private static final Pattern STATUS = Pattern
		.compile("(?i)[ _-]*[\\[(]?(?:provisional|prov|final|revised|p|r)[\\])]?\\s*$");

	private final PeriodRule rule;

	private final LocalDate arrivedOn;

	/** Those of the measures that are reckoned. */
	private final Set<Cadence> cadences;

	/** What happens to persons happens on any day, whatever its month is called by. */
	private final boolean ofPersons;

	WrittenPeriodParser(PeriodRule rule, LocalDate arrivedOn, Set<Cadence> cadences, boolean ofPersons) {
		this.rule = rule;
		this.arrivedOn = arrivedOn;
		this.cadences = cadences;
		this.ofPersons = ofPersons;
	}

	/**
	 * One text, or two where the rule names two columns; what cannot be understood, or is
	 * not over by the day of arrival, is a fault.
	 */
	WrittenPeriod parse(List<String> texts) {
		String first = texts.get(0);
		String second = (texts.size() > 1) ? texts.get(1) : "";
		Set<DayOrder> dayOrders = DayOrder.of(isOfMonths() && !this.ofPersons, first, second);
		Optional<Period> written = written(first, second).filter((period) -> !saysOther(first));
		if (written.isEmpty()) {
			boolean blank = first.isBlank() && second.isBlank();
			return WrittenPeriod.fault(blank ? RejectCode.MISSING_VALUE : RejectCode.NOT_A_PERIOD,
					PeriodParser.plainQuarter(first).orElseGet(this::expected), dayOrders);
		}
		Cadence as = as();
		if (as != null && isTooLong(written.get(), as)) {
			return WrittenPeriod.fault(RejectCode.PERIOD_NOT_OF_CADENCE,
					as.inWords() + ", not one that begins before it", dayOrders);
		}
		if (as != null && isPart(written.get(), as, first)) {
			return WrittenPeriod.fault(RejectCode.PERIOD_NOT_OF_CADENCE, as.inWords() + ", not a part of one",
					dayOrders);
		}
		Period period = (as != null) ? as.periodOf(written.get().lastDay()) : written.get();
		int months = months(written.get());
		WrittenPeriod found = WrittenPeriod.of(period, months, dayOrders,
				wording(written.get(), months, first + " " + second));
		return UnfinishedPeriod.expectedToHaveBegun(written.get(), period, this.arrivedOn)
			.map(found::inFuture)
			.orElse(found);
	}

	/** Of a quarter or a year a day stands for its month. */
	private WrittenPeriod.Wording wording(Period written, int months, String text) {
		if (months > 0) {
			return new WrittenPeriod.Wording(written, NormalisedText.value(text));
		}
		return (as() == Cadence.QUARTERLY || as() == Cadence.ANNUAL)
				? new WrittenPeriod.Wording(Cadence.MONTHLY.periodOf(written.lastDay()), "")
				: WrittenPeriod.Wording.OF_DAYS;
	}

	/**
	 * A plan for a month, or a change since one, is not what came of it. A quarter or
	 * year is named by what it goes up to.
	 */
	private boolean saysOther(String text) {
		boolean alone = isAlone();
		return alone && (OtherFigures.besidePeriod(text) || (!isNamedByEnd() && OtherFigures.upToPeriod(text)));
	}

	private boolean isNamedByEnd() {
		return as() == Cadence.QUARTERLY || as() == Cadence.ANNUAL;
	}

	private Optional<Period> named(String text) {
		if (!isAlone()) {
			return PeriodParser.parse(text);
		}
		return PeriodParser.parseWhole(isNamedByEnd() ? UP_TO.matcher(text).replaceFirst("") : text);
	}

	/** Whether it has a field of its own, in which nothing else is to stand. */
	private boolean isAlone() {
		return this.rule.form() == PeriodRule.Form.NAMED
				|| (this.rule.form() == PeriodRule.Form.PREAMBLE && !this.rule.label().isEmpty());
	}

	/** Whether a day in a column stands for a month, a quarter or a year. */
	private boolean isOfMonths() {
		Cadence as = as();
		return this.rule.form() == PeriodRule.Form.NAMED && as != null && as != Cadence.DAILY && as != Cadence.WEEKLY;
	}

	/** A week has no other name than that of one of its days. */
	private @Nullable Cadence as() {
		boolean byDay = this.rule.as() == null && this.rule.form() != PeriodRule.Form.FIRST_AND_LAST
				&& this.cadences.equals(EnumSet.of(Cadence.WEEKLY));
		return byDay ? Cadence.WEEKLY : this.rule.as();
	}

	/**
	 * A year is no month, although it ends in one; of a first and a last day the layout
	 * says which lengths count.
	 */
	private boolean isTooLong(Period written, Cadence as) {
		return this.rule.form() != PeriodRule.Form.FIRST_AND_LAST
				&& written.start().isBefore(as.periodOf(written.lastDay()).start());
	}

	/**
	 * A week, some other days of a month, or what is up to a month in the midst of it. A
	 * single day, and a month, stand for it.
	 */
	private boolean isPart(Period written, Cadence as, String text) {
		if (isAlone() && isNamedByEnd() && UP_TO.matcher(text).find()
				&& written.endExclusive().isBefore(as.periodOf(written.lastDay()).endExclusive())) {
			return true;
		}
		boolean inDays = as == Cadence.DAILY || as == Cadence.WEEKLY
				|| this.rule.form() == PeriodRule.Form.FIRST_AND_LAST;
		boolean days = !written.equals(Period.day(written.start()))
				&& (written.start().getDayOfMonth() != 1 || written.endExclusive().getDayOfMonth() != 1);
		return !inDays && (days || PeriodParser.saysWeek(text));
	}

	private Optional<Period> written(String first, String second) {
		return switch (this.rule.form()) {
			case YEAR_AND_MONTH -> PeriodParser.month(second)
				.filter((month) -> !isNumberInFinancialYear(first, second))
				.flatMap((month) -> monthOf(first, month))
				.filter((found) -> second.strip().matches("[0-9]+") || PeriodParser
					.parseWhole(
							PeriodParser.parse(second).isPresent() ? second : second + " " + found.start().getYear())
					.map(found::equals)
					.orElse(false));
			case QUARTER -> PeriodParser.financialYear(first).flatMap((year) -> quarterOf(year, second));
			case QUARTER_ENDING -> PeriodParser.financialYear(first)
				.flatMap((year) -> endMonth(second).flatMap((month) -> quarterEnding(year, month)));
			case FINANCIAL_YEAR -> PeriodParser.financialYear(first).map(FinancialYear::period);
			case FIRST_AND_LAST -> firstAndLast(first, second);
			default -> named(first).or(() -> serial(first));
		};
	}

	/** Where the quarter names its year again, it is to be the same. */
	private static Optional<Period> quarterOf(FinancialYear year, String text) {
		Optional<Period> named = PeriodParser.parseWhole(text);
		return named.isPresent()
				? named.filter((period) -> IntStream.rangeClosed(1, 4).mapToObj(year::quarter).anyMatch(period::equals))
				: PeriodParser.quarter(STATUS.matcher(text).replaceFirst("")).map(year::quarter);
	}

	/** The tenth month of a financial year is January to some, and October to others. */
	private static boolean isNumberInFinancialYear(String year, String month) {
		return PeriodParser.financialYear(year).isPresent() && month.strip().matches("[0-9]+");
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
		return (int) ChronoUnit.MONTHS.between(period.start(), period.endExclusive());
	}

	private String expected() {
		return switch (this.rule.form()) {
			case YEAR_AND_MONTH ->
				"a year such as 2025 or 2024/25, and a month, which beside a financial year is named, such as January";
			case QUARTER -> "a financial year such as 2024-25 and a quarter, 1 to 4";
			case QUARTER_ENDING -> "a financial year such as 2024-25 and the month its quarter ends in";
			case FINANCIAL_YEAR -> "a financial year such as 2024-25";
			case FIRST_AND_LAST -> "a first and a last day";
			default -> "a period such as " + examples();
		};
	}

	/** Only what is taken: where a length is asked for, a month lies in one of it. */
	private String examples() {
		Cadence as = as();
		if (as != null) {
			return (as == Cadence.DAILY || as == Cadence.WEEKLY) ? "31 March 2025" : "March 2025";
		}
		return this.cadences.stream().map((cadence) -> switch (cadence) {
			case DAILY, WEEKLY -> "31 March 2025";
			case MONTHLY -> "March 2025";
			case QUARTERLY, ANNUAL -> cadence.example();
		}).distinct().collect(Collectors.joining(" or "));
	}

}
