package org.jfpmonitor.extract.period;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;

/**
 * How many lines of a file are for which period, and so which is its newest. A few stray
 * lines, such as one with a slip in its year, do not make a file a newer one.
 */
public final class PeriodLines {

	private static final int MOST_NAMED = 3;

	private final NavigableMap<Period, Count> counts = new TreeMap<>();

	/** Takes a line, by its number, that is for the period. */
	public void add(Period period, long line) {
		this.counts.computeIfAbsent(period, (each) -> new Count(line)).lines++;
	}

	/**
	 * The newest period of the file: the last that has at least half as many lines as the
	 * fullest; empty without a line.
	 */
	public Optional<Period> newest() {
		long fullest = this.counts.values().stream().mapToLong((each) -> each.lines).max().orElse(0);
		return this.counts.descendingMap()
			.entrySet()
			.stream()
			.filter((each) -> each.getValue().lines * 2 >= fullest)
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/**
	 * Which lines are for a period after the newest; empty when none.
	 * @param counted whether to say how many they are and which is the first
	 */
	public Optional<String> warning(boolean counted) {
		return newest().filter((newest) -> !newest.equals(this.counts.lastKey()))
			.map((newest) -> inWords(newest, this.counts.tailMap(newest, false), counted));
	}

	private static String inWords(Period newest, NavigableMap<Period, Count> stray, boolean counted) {
		String named = stray.entrySet()
			.stream()
			.limit(MOST_NAMED)
			.map((each) -> (counted ? each.getValue().inWords() : "some") + " for " + each.getKey().inWords())
			.collect(Collectors.joining(", "));
		int more = stray.size() - MOST_NAMED;
		boolean one = counted && stray.values().stream().mapToLong((each) -> each.lines).sum() == 1;
		return "Expected no lines for a period after " + newest.inWords() + ", as the others have none, found " + named
				+ ((more > 0) ? " and of " + more + " more periods" : "")
				+ ". So few do not make the file newer. Check " + (one ? "its period." : "their periods.");
	}

	/** How many there are for one period, and which is the first. */
	private static final class Count {

		private final long first;

		private long lines;

		Count(long first) {
			this.first = first;
		}

		String inWords() {
			return (this.lines == 1) ? "1 line (" + this.first + ")"
					: String.format(Locale.UK, "%,d lines (the first is %d)", this.lines, this.first);
		}

	}

}
