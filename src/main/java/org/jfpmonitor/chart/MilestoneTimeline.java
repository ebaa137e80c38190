package org.jfpmonitor.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Draws milestones on a line each: when one is due, when it is forecast, and when it was
 * achieved, with the day asked about across all. They differ by shape; the table beside
 * the drawing has the same in words.
 */
public final class MilestoneTimeline {

	private static final int WIDTH = 800;

	private static final double LEFT = 48;

	private static final double RIGHT = 776;

	private static final double TOP = 34;

	private static final double ROW = 26;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

	private final List<TimelineEntry> entries;

	private final LocalDate first;

	private final LocalDate last;

	private final SvgText svg = new SvgText();

	private MilestoneTimeline(List<TimelineEntry> entries, LocalDate asOf) {
		this.entries = entries;
		List<LocalDate> days = Stream.concat(Stream.of(asOf), entries.stream().flatMap(TimelineEntry::days))
			.sorted()
			.toList();
		this.first = days.get(0);
		this.last = days.get(days.size() - 1);
	}

	/**
	 * The drawing as an {@code svg} element.
	 * @param id unique in the page
	 * @param entries at least one; their numbers count from 1
	 * @param asOf the day asked about
	 */
	public static String of(String id, List<TimelineEntry> entries, LocalDate asOf, String title, String description) {
		return new MilestoneTimeline(entries, asOf).drawn(id, asOf, title, description);
	}

	private String drawn(String id, LocalDate asOf, String title, String description) {
		double bottom = TOP + this.entries.size() * ROW;
		this.svg.open("svg", "class", "jfp-chart__drawing", "xmlns", "http://www.w3.org/2000/svg", "viewBox",
				"0 0 " + WIDTH + " " + Math.round(bottom + 30), "role", "img", "aria-labelledby",
				id + "-title " + id + "-desc", "font-family", "Arial,Liberation Sans,SansSerif,sans-serif", "font-size",
				14);
		this.svg.words("title", title, "id", id + "-title");
		this.svg.words("desc", description, "id", id + "-desc");
		this.svg.shape("line", ChartStyle.NOTE, "x1", x(asOf), "y1", TOP - 10, "x2", x(asOf), "y2", bottom);
		this.svg.text("Day asked about", ChartStyle.AXIS_LABEL, "x", x(asOf), "y", 18, "text-anchor", anchor(asOf));
		for (int i = 0; i < this.entries.size(); i++) {
			row(i + 1, this.entries.get(i), TOP + i * ROW + ROW / 2);
		}
		this.svg.text(DAY.format(this.first), ChartStyle.AXIS_LABEL, "x", LEFT, "y", bottom + 20, "text-anchor",
				"start");
		if (!this.last.equals(this.first)) {
			this.svg.text(DAY.format(this.last), ChartStyle.AXIS_LABEL, "x", RIGHT, "y", bottom + 20, "text-anchor",
					"end");
		}
		return this.svg.close("svg").toString();
	}

	private void row(int number, TimelineEntry entry, double y) {
		this.svg.text(String.valueOf(number), ChartStyle.NOTE_LETTER, "x", 20, "y", y + 5, "text-anchor", "middle");
		this.svg.shape("line", ChartStyle.GRID, "x1", LEFT, "y1", y, "x2", RIGHT, "y2", y);
		double due = x(entry.due());
		LocalDate end = Objects.requireNonNullElse(entry.achieved(),
				Objects.requireNonNullElse(entry.forecast(), entry.due()));
		this.svg.shape("line", ChartStyle.AVERAGE, "x1", due, "y1", y, "x2", x(end), "y2", y);
		this.svg.shape("line", ChartStyle.DUE, "x1", due, "y1", y - 9, "x2", due, "y2", y + 9);
		if (entry.achieved() != null) {
			this.svg.shape("circle", ChartStyle.ACHIEVED, "cx", x(entry.achieved()), "cy", y, "r", 6);
		}
		else if (entry.forecast() != null) {
			this.svg.shape("circle", ChartStyle.FORECAST, "cx", x(entry.forecast()), "cy", y, "r", 6);
		}
	}

	private double x(LocalDate day) {
		long span = ChronoUnit.DAYS.between(this.first, this.last);
		double share = (span == 0) ? 0.5 : (double) ChronoUnit.DAYS.between(this.first, day) / span;
		return LEFT + 10 + share * (RIGHT - LEFT - 20);
	}

	private String anchor(LocalDate day) {
		double x = x(day);
		return (x < LEFT + 80) ? "start" : (x > RIGHT - 80) ? "end" : "middle";
	}

	/**
	 * One milestone.
	 *
	 * @param due the last day on which it is in time
	 * @param forecast when it is expected, or null
	 * @param achieved when it was delivered, or null
	 */
	public record TimelineEntry(LocalDate due, @Nullable LocalDate forecast, @Nullable LocalDate achieved) {

		private Stream<LocalDate> days() {
			return Stream.of(Stream.of(this.due), Stream.ofNullable(this.forecast), Stream.ofNullable(this.achieved))
				.flatMap((each) -> each);
		}

	}

}
