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
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Header;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of a row that names its measure stand and for which periods: in one
 * column with the period in another, or below headers that are periods.
 */
final class NamedPeriods {

	private final ColumnFinder finder;

	private final PeriodRule rule;

	private final LocalDate today;

	private final Rejects rejects;

	private final Map<Integer, Period> headers = new TreeMap<>();

	private final List<Place> one;

	NamedPeriods(Layout layout, ColumnFinder finder, Header header, LocalDate today, Rejects rejects,
			Warnings warnings) {
		this.finder = finder;
		this.today = today;
		this.rejects = rejects;
		this.rule = layout.periods()
			.stream()
			.filter((each) -> finder.hasAll(each.columns()))
			.findFirst()
			.orElseThrow(() -> new ExtractRefused(
					List.of("Expected a column with the period, found none. Add it, with periods such as 2025-03.")));
		if (this.rule.form() == PeriodRule.Form.HEADERS) {
			readHeaders(layout, header, warnings);
		}
		this.one = this.rule.columns().isEmpty() ? List.of() : List.of(new Place(-1));
	}

	private void readHeaders(Layout layout, Header header, Warnings warnings) {
		Set<Integer> named = new HashSet<>();
		layout.columns().values().forEach((column) -> named.addAll(header.positions(column)));
		for (int i = 0; i < header.width(); i++) {
			String name = header.name(i);
			if (!named.contains(i)) {
				int position = i;
				period(name, header.heading(i)).ifPresentOrElse((period) -> this.headers.put(position, period),
						() -> warnOrRefuse(name, warnings));
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
	private static void warnOrRefuse(String name, Warnings warnings) {
		if (PeriodParser.isMonthFirst(name)) {
			throw new ExtractRefused(List.of("Expected column headers that are dates, day first, found \"" + name
					+ "\". Save the sheet with dates such as 2025-03-31."));
		}
		if (!name.isEmpty() && name.chars().anyMatch(Character::isDigit)) {
			warnings.add("The column \"" + Rejects.legible(name)
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

	/**
	 * Whether no column further left is for the same period; a second one is taken down.
	 */
	boolean isFirst(Place place, Cell cell, String[] row, long line, boolean first) {
		if (!first) {
			reject(place, row, line, RejectCode.DUPLICATE_KEY, "one column for each period; another one is for "
					+ cell.period().inWords() + ", too, and " + cell.measure() + " has one figure for it");
		}
		return first;
	}

	/** Where the figures of the row stand; blank fields below periods hold none. */
	List<Place> places(String[] row) {
		if (this.headers.isEmpty()) {
			return this.one;
		}
		List<Place> places = new ArrayList<>();
		this.headers.keySet()
			.stream()
			.filter((position) -> !row[position].isBlank())
			.forEach((position) -> places.add(new Place(position)));
		return places;
	}

	/** The period of the figure, or null when what stands there was rejected. */
	@Nullable Period period(Place place, String[] row, long line, Measure measure, boolean mayBePlanned) {
		Period written = (place.position() >= 0) ? this.headers.get(place.position()) : written(row, line);
		if (written == null) {
			return null;
		}
		boolean day = written.equals(Period.day(written.start()));
		boolean starting = this.rule.form() == PeriodRule.Form.STARTING;
		boolean stretch = day && (starting || place.position() >= 0);
		Period period = measure.cadence().periodOf(written.lastDay());
		if ((!stretch && !period.equals(written)) || (starting && !period.start().equals(written.start()))) {
			reject(place, row, line, RejectCode.PERIOD_NOT_OF_CADENCE,
					"a " + measure.cadence().word() + " period such as " + example(measure));
			return null;
		}
		if (period.start().isAfter(this.today) && !mayBePlanned) {
			reject(place, row, line, RejectCode.PERIOD_IN_FUTURE,
					"a period that has begun by " + Period.day(this.today).inWords());
			return null;
		}
		return period;
	}

	private @Nullable Period written(String[] row, long line) {
		String text = row[this.finder.position(this.rule.columns().get(0))];
		Optional<Period> written = PeriodParser.parse(text);
		if (written.isEmpty()) {
			reject(new Place(-1), row, line, text.isBlank() ? RejectCode.MISSING_VALUE : RejectCode.NOT_A_PERIOD,
					"a period such as 2025-03, 2024-Q4, 2024/25 or 2025-03-31");
		}
		return written.orElse(null);
	}

	private static String example(Measure measure) {
		return switch (measure.cadence()) {
			case DAILY, WEEKLY -> "2025-03-31";
			case MONTHLY -> "2025-03";
			case QUARTERLY -> "2024-Q4, which is January to March 2025";
			case ANNUAL -> "2024/25";
		};
	}

	private void reject(Place place, String[] row, long line, RejectCode code, String expected) {
		String id = this.rule.columns().isEmpty() ? this.finder.layout().columns().keySet().iterator().next()
				: this.rule.columns().get(0);
		Column column = this.finder.column(id);
		if (place.position() >= 0) {
			this.rejects.field(line, code, column, place.position(), row[place.position()], expected);
		}
		else {
			this.rejects.field(line, code, column, this.finder.position(id), row[this.finder.position(id)], expected);
		}
	}

	/**
	 * Where one figure of a row stands.
	 *
	 * @param position of the column below a period, counting from 0; -1 for the column
	 * that holds the values
	 */
	record Place(int position) {

	}

}
