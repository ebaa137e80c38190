package org.jfpmonitor.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.layout.VintageRule;
import org.jfpmonitor.extract.result.Result;
import org.jfpmonitor.extract.row.Preamble;
import org.jfpmonitor.extract.row.Recognition;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Vintage;
import org.jspecify.annotations.Nullable;

/**
 * How new a file is. A date that it gives counts; otherwise the day of arrival or the end
 * of its newest period, as the layout says, with the rank of its word and its version.
 */
public final class Vintages {

	private static final Pattern VERSION = Pattern.compile("(?<![a-z0-9])v([0-9]{1,3})(?![0-9a-z])");

	private static final Pattern ISO_DATE = Pattern
		.compile("(?<![0-9])(20[0-9]{2})[-_]?([01][0-9])[-_]?([0-3][0-9])(?![0-9])");

	/** A rank outweighs any version. */
	private static final int RANK = 1000;

	private Vintages() {
	}

	/** The version that the name of the file gave; 1 when it gave none. */
	public static int version(Vintage vintage) {
		return Math.max(1, vintage.version() % RANK);
	}

	/** Whether a word such as revised or final made it newer than its day. */
	public static boolean isRanked(Vintage vintage) {
		return vintage.version() >= RANK;
	}

	public static Vintage of(VintageRule rule, Recognition recognition, String fileName, Result result,
			LocalDate arrivedOn) {
		String name = NormalisedText.value(fileName);
		int version = version(name);
		int rank = rank(rule, name, result.status());
		Optional<LocalDate> stated = stated(rule, recognition.preamble(), name).or(() -> revised(rule, name));
		LocalDate day = stated.orElseGet(() -> otherwise(rule, result, arrivedOn));
		return new Vintage(day, rank * RANK + version);
	}

	private static LocalDate otherwise(VintageRule rule, Result result, LocalDate arrivedOn) {
		LocalDate published = result.published();
		LocalDate latest = result.latest();
		if (published != null) {
			return published;
		}
		return (rule.otherwise() == VintageRule.Otherwise.LATEST_PERIOD && latest != null) ? latest : arrivedOn;
	}

	/** The version at the end of a name such as {@code ..._v2.csv}; otherwise 1. */
	private static int version(String name) {
		Matcher matcher = VERSION.matcher(name.replace('_', '-'));
		int version = 1;
		while (matcher.find()) {
			version = Math.max(version, Integer.parseInt(matcher.group(1)));
		}
		return version;
	}

	/**
	 * The highest rank of the words in the name; {@code revised-2} ranks above
	 * {@code revised}.
	 */
	private static int rank(VintageRule rule, String name, @Nullable String status) {
		int rank = (status != null) ? rule.words().getOrDefault(status, 0) * 10 : 0;
		for (Map.Entry<String, Integer> word : rule.words().entrySet()) {
			Matcher matcher = Pattern
				.compile("(?<![a-z])" + Pattern.quote(word.getKey()) + "(?![a-z])(?:[-_ ]([2-9])(?![0-9]))?")
				.matcher(name);
			while (matcher.find()) {
				int again = (matcher.group(1) != null) ? Integer.parseInt(matcher.group(1)) - 1 : 0;
				rank = Math.max(rank, word.getValue() * 10 + again);
			}
		}
		return rank;
	}

	private static Optional<LocalDate> stated(VintageRule rule, List<String[]> preamble, String name) {
		Optional<LocalDate> above = rule.preamble()
			.stream()
			.flatMap((label) -> Preamble.beside(preamble, label).stream())
			.flatMap((cell) -> PeriodParser.date(cell).stream())
			.max(LocalDate::compareTo);
		return (above.isPresent() || !rule.dated()) ? above : dateIn(name);
	}

	private static Optional<LocalDate> dateIn(String name) {
		Matcher matcher = ISO_DATE.matcher(name);
		Optional<LocalDate> date = Optional.empty();
		while (matcher.find()) {
			date = PeriodParser.date(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3))
				.or(() -> Optional.empty());
		}
		return date;
	}

	/** {@code revised-130624}: day, month and year after the word. */
	private static Optional<LocalDate> revised(VintageRule rule, String name) {
		if (rule.words().isEmpty()) {
			return Optional.empty();
		}
		Matcher matcher = Pattern.compile("revised[-_ ]([0-3][0-9])([01][0-9])([0-9]{2})(?![0-9])").matcher(name);
		return matcher.find() ? PeriodParser.date(matcher.group(1) + "/" + matcher.group(2) + "/20" + matcher.group(3))
				: Optional.empty();
	}

}
