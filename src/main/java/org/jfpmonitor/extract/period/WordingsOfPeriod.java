package org.jfpmonitor.extract.period;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;

/** How the lines of one figure write their period: alike, as a rule. */
public final class WordingsOfPeriod {

	/** Each with how it stands in the file. */
	private final Map<WrittenPeriod.Wording, String> known = new LinkedHashMap<>(2);

	private List<String> contradicting = List.of();

	/**
	 * A line has it so.
	 * @param shown how it stands in the file
	 */
	public void add(WrittenPeriod.Wording wording, String shown) {
		if (this.known.putIfAbsent(wording, shown) == null && this.contradicting.isEmpty()) {
			this.known.forEach((other, text) -> {
				if (other.contradicts(wording)) {
					this.contradicting = List.of(text, shown);
				}
			});
		}
	}

	private static long days(Period period) {
		return ChronoUnit.DAYS.between(period.start(), period.endExclusive());
	}

	/**
	 * Whether only some of the shorter periods are there that make up the whole. One
	 * alone with which it ends may be what the whole is named by, and so may one day.
	 */
	public boolean isPartOf(Period whole) {
		Set<Period> parts = this.known.keySet()
			.stream()
			.map(WrittenPeriod.Wording::period)
			.filter(Objects::nonNull)
			.filter((each) -> !each.encloses(whole))
			.collect(Collectors.toSet());
		if (parts.isEmpty()) {
			return false;
		}
		boolean byDays = this.known.keySet().stream().allMatch((each) -> each.text().isEmpty());
		boolean named = parts.size() == 1 && (byDays || parts.iterator().next().lastDay().equals(whole.lastDay()));
		return !named && parts.stream().mapToLong(WordingsOfPeriod::days).sum() < days(whole);
	}

	/**
	 * Two of them of which lines are the same twice, or of different lengths; or none.
	 */
	public List<String> contradicting() {
		return this.contradicting;
	}

}
