package org.jfpmonitor.extract.named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jfpmonitor.calendar.Period;
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

	private final FileColumns columns;

	private final PeriodRule rule;

	private final LocalDate today;

	private final Rejects rejects;

	private final Map<Integer, Period> headers = new TreeMap<>();

	private final List<Integer> one;

	private final List<String> warnings = new ArrayList<>();

	NamedPeriods(FileColumns columns, LocalDate today, Rejects rejects) {
		this.columns = columns;
		this.today = today;
		this.rejects = rejects;
		this.rule = columns.layout()
			.periods()
			.stream()
			.filter((each) -> columns.hasAll(each.columns()))
			.findFirst()
			.orElseThrow(() -> new ExtractRefused(
					List.of("Expected a column with the period, found none. Add it, with periods such as 2025-03.")));
		if (this.rule.form() == PeriodRule.Form.HEADERS) {
			readHeaders(columns.layout(), columns.header());
		}
		this.one = this.rule.columns().isEmpty() ? List.of() : List.of(VALUE_COLUMN);
	}

	private void readHeaders(Layout layout, Header header) {
		Set<Integer> named = new HashSet<>();
		layout.columns().values().forEach((column) -> named.addAll(header.positions(column)));
		for (int i = 0; i < header.width(); i++) {
			String name = header.name(i);
			if (!named.contains(i)) {
				int position = i;
				period(name, header.heading(i)).ifPresentOrElse((period) -> this.headers.put(position, period),
						() -> warnOrRefuse(name));
			}
		}
		if (this.headers.isEmpty()) {
			throw new ExtractRefused(List.of("Expected column headers that are dates such as 2025-03-01, found none. "
					+ "Save the sheet with its dates as headers."));
		}
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

	/** A period by itself, or a month or quarter below the heading of its year. */
	private static Optional<Period> period(String header, String heading) {
		return PeriodParser.serial(header)
			.map(Period::day)
			.or(() -> PeriodParser.parse(header))
			.or(() -> heading.isEmpty() ? Optional.empty() : PeriodParser.parse(heading + " " + header));
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
			return FieldPeriod.rejected(rejectUnwritten(row));
		}
		Period written = found.get();
		boolean day = written.equals(Period.day(written.start()));
		boolean starting = this.rule.form() == PeriodRule.Form.STARTING;
		boolean stretch = day && (starting || below);
		Period period = measure.cadence().periodOf(written.lastDay());
		if ((!stretch && !period.equals(written)) || (starting && !period.start().equals(written.start()))) {
			return FieldPeriod.rejected(reject(position, row, RejectCode.PERIOD_NOT_OF_CADENCE,
					"a " + measure.cadence().word() + " period such as " + example(measure)));
		}
		if (period.start().isAfter(this.today) && !mayBePlanned) {
			return FieldPeriod.rejected(reject(position, row, RejectCode.PERIOD_IN_FUTURE,
					"a period that has begun by " + Period.day(this.today).inWords()));
		}
		return FieldPeriod.of(period);
	}

	private Optional<Period> written(Row row) {
		return PeriodParser.parse(row.text(this.columns.position(this.rule.columns().get(0))));
	}

	private Reject rejectUnwritten(Row row) {
		boolean blank = row.text(this.columns.position(this.rule.columns().get(0))).isBlank();
		return reject(VALUE_COLUMN, row, blank ? RejectCode.MISSING_VALUE : RejectCode.NOT_A_PERIOD,
				"a period such as 2025-03, 2024-Q4, 2024/25 or 2025-03-31");
	}

	private static String example(Measure measure) {
		return switch (measure.cadence()) {
			case DAILY, WEEKLY -> "2025-03-31";
			case MONTHLY -> "2025-03";
			case QUARTERLY -> "2024-Q4, which is January to March 2025";
			case ANNUAL -> "2024/25";
		};
	}

	private Reject reject(int position, Row row, RejectCode code, String expected) {
		String id = this.rule.columns().isEmpty() ? this.columns.layout().columns().keySet().iterator().next()
				: this.rule.columns().get(0);
		Column column = this.columns.column(id);
		return this.rejects.of(row, code, column, (position != VALUE_COLUMN) ? position : this.columns.position(id),
				expected);
	}

}
