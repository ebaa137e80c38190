package org.jfpmonitor.extract.period;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Preamble;
import org.jfpmonitor.extract.header.Recognition;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.LookupCache;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.DayOrder;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jspecify.annotations.Nullable;

/** Which period a row is for, in the first way that the file can answer. */
public final class PeriodReader {

	/** No field holds it. */
	private static final String BETWEEN = "\0";

	private final PeriodRule rule;

	private final List<Integer> positions;

	private final LocalDate arrivedOn;

	private final LookupCache<WrittenPeriod> known = new LookupCache<>(
			(texts) -> parse(List.of(texts.split(BETWEEN, -1))));

	private final @Nullable WrittenPeriod always;

	/** Those of the measures that are reckoned. */
	private final Set<Cadence> cadences;

	private PeriodReader(PeriodRule rule, List<Integer> positions, LocalDate arrivedOn, Set<Cadence> cadences,
			@Nullable String always) {
		this.rule = rule;
		this.positions = positions;
		this.arrivedOn = arrivedOn;
		this.cadences = cadences;
		this.always = (always != null) ? parse(List.of(always)) : null;
	}

	/**
	 * By the first of the layout's rules that the file can answer.
	 * @param cadences those of the measures that are reckoned
	 * @throws ExtractRefused when none can be answered
	 */
	public static PeriodReader of(Recognition recognition, String fileName, LocalDate arrivedOn,
			Set<Cadence> cadences) {
		FileColumns columns = recognition.columns();
		for (PeriodRule rule : recognition.layout().periods()) {
			if (!columns.hasAll(rule.columns())) {
				continue;
			}
			if (!rule.columns().isEmpty()) {
				return new PeriodReader(rule, rule.columns().stream().map(columns::position).toList(), arrivedOn,
						cadences, null);
			}
			Optional<String> text = outside(rule, recognition.preamble(), fileName);
			if (text.isPresent()) {
				return new PeriodReader(rule, List.of(), arrivedOn, cadences, text.get()).refuseFaulty(text.get());
			}
			refuseSeveralDates(rule, fileName);
		}
		throw new ExtractRefused(List
			.of("Expected the period of the figures " + where(recognition.layout().periods()) + ", found none in "
					+ fileName + ". Name the file as it was published, with month and year, or get it again."));
	}

	private PeriodReader refuseFaulty(String text) {
		if (this.always != null && this.always.fault() != null) {
			refuseSeveralDates(this.rule, text);
			throw new ExtractRefused(List.of("Expected " + this.always.expected() + ", found \"" + Reject.legible(text)
					+ "\". Check the date in the file, and the name of the file."));
		}
		return this;
	}

	/** Which of them is that of the figures nobody can tell. */
	private static void refuseSeveralDates(PeriodRule rule, String fileName) {
		List<String> dates = PeriodParser.dates(fileName);
		if (rule.form() == PeriodRule.Form.FILE_NAME && dates.size() > 1) {
			Cadence as = rule.as();
			throw new ExtractRefused(List.of("Expected one date in the name of the file, the "
					+ ((as != null) ? as.word() + " period" : "period") + " of the figures, found " + dates.size()
					+ ": " + Reject.legible(inWords(dates)) + " in " + fileName
					+ ". Take every other date out of the name, and send the file again."));
		}
	}

	private static String inWords(List<String> dates) {
		return dates.stream().map((date) -> "\"" + date + "\"").collect(Collectors.joining(" and "));
	}

	private static String where(List<PeriodRule> rules) {
		return rules.stream().map(PeriodReader::where).distinct().collect(Collectors.joining(" or "));
	}

	private static String where(PeriodRule rule) {
		return switch (rule.form()) {
			case PREAMBLE -> "above the header" + (rule.label().isEmpty() ? "" : " beside \"" + rule.label() + "\"");
			case FILE_NAME -> "in the name of the file";
			default -> "in a column";
		};
	}

	private static Optional<String> outside(PeriodRule rule, List<String[]> preamble, String fileName) {
		if (rule.form() == PeriodRule.Form.FILE_NAME) {
			return PeriodParser.parse(fileName).map((period) -> fileName);
		}
		return Preamble.beside(preamble, rule.label())
			.stream()
			.filter((text) -> !rule.label().isEmpty() || !isCount(text))
			.filter((text) -> PeriodParser.parse(text).isPresent())
			.findFirst();
	}

	/** Among other things above a header, 202503 need not be a month. */
	private static boolean isCount(String text) {
		return text.strip().matches("[0-9]+");
	}

	/**
	 * The period of every row, where it stands above the header or in the file's name.
	 */
	public Period ofTheFile() {
		return Objects.requireNonNull(this.always).get();
	}

	/**
	 * The period of the row.
	 * @param above what the row above said, a fault too, or null for the first row
	 */
	public WrittenPeriod read(Row row, @Nullable WrittenPeriod above) {
		if (this.always != null) {
			return this.always;
		}
		if (this.rule.orAsAbove() && above != null && namesNone(row)) {
			return above;
		}
		return this.known.get(text(row));
	}

	/** A total has a word there or nothing; what is half a period is a fault. */
	private boolean namesNone(Row row) {
		return row.texts(this.positions)
			.stream()
			.allMatch((text) -> text.chars().noneMatch(Character::isDigit) && PeriodParser.month(text).isEmpty());
	}

	/** The day on which the file arrived. */
	public LocalDate arrivedOn() {
		return this.arrivedOn;
	}

	private String text(Row row) {
		return (this.positions.size() == 1) ? row.text(this.positions.get(0))
				: String.join(BETWEEN, row.texts(this.positions));
	}

	private WrittenPeriod parse(List<String> texts) {
		String first = texts.get(0);
		String second = (texts.size() > 1) ? texts.get(1) : "";
		Set<DayOrder> dayOrders = DayOrder.of(first, second);
		Optional<Period> written = written(first, second);
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
		Period period = (as != null) ? as.periodOf(written.get().lastDay()) : written.get();
		WrittenPeriod found = WrittenPeriod.of(period, months(written.get()), dayOrders);
		return UnfinishedPeriod.expectedToHaveBegun(written.get(), period, this.arrivedOn)
			.map(found::inFuture)
			.orElse(found);
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

	/** The row is refused for its period. */
	public Reject reject(Row row, RejectCode code, String expected, FileColumns columns, Rejects rejects) {
		String found = String.join(" ", row.texts(this.positions));
		if (this.positions.isEmpty()) {
			return rejects.ofLine(row, code, found, expected);
		}
		Column column = columns.column(this.rule.columns().get(0));
		return rejects.of(row, code, column, this.positions.get(0), found, expected);
	}

}
