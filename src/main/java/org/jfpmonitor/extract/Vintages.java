package org.jfpmonitor.extract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.Preamble;
import org.jfpmonitor.extract.layout.VintageRule;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Vintage;
import org.jspecify.annotations.Nullable;

/**
 * How new a file is. A day that it states counts, unless that is yet to come; otherwise
 * the day of arrival or the end of its newest period, where that is earlier and the
 * layout says so, with the rank of its word and its version.
 */
final class Vintages {

	private static final Pattern VERSION = Pattern.compile("(?<![a-z0-9])v([0-9]{1,3})(?![0-9a-z])");

	private static final Pattern ISO_DATE = Pattern
		.compile("(?<![0-9])(20[0-9]{2})[-_]?([01][0-9])[-_]?([0-3][0-9])(?![0-9])");

	private Vintages() {
	}

	/**
	 * The vintage of a file. A day of publication after its arrival is not believed, so
	 * that a slip of the pen does not outrank every correction to come.
	 * @param published the day on which its rows say they were published; empty for none
	 * @param arrivedOn the day of its arrival in London
	 * @param warnings is told of days that are not believed
	 */
	static Vintage of(VintageRule rule, Recognition recognition, String fileName, ParseResult result,
			Optional<LocalDate> published, LocalDate arrivedOn, Consumer<String> warnings) {
		String name = NormalisedText.value(fileName);
		int version = Vintage.versionOf(rank(rule, name, result.dating().status()), version(name));
		List<LocalDate> stated = stated(rule, recognition.preamble(), name, published);
		Vintage vintage = stated.stream()
			.filter((day) -> !day.isAfter(arrivedOn))
			.findFirst()
			.map((day) -> Vintage.stated(day, version))
			.orElseGet(() -> unstated(rule, result.dating(), arrivedOn, version, warnings));
		stated.stream()
			.filter((day) -> day.isAfter(arrivedOn))
			.findFirst()
			.ifPresent((day) -> warnings.accept(disbelieved(day, arrivedOn, vintage)));
		return vintage;
	}

	private static Vintage unstated(VintageRule rule, ParseResult.Dating dating, LocalDate arrivedOn, int version,
			Consumer<String> warnings) {
		LocalDate latest = dating.latest();
		if (rule.otherwise() != VintageRule.Otherwise.LATEST_PERIOD || latest == null) {
			return new Vintage(Vintage.DatedBy.ARRIVAL, arrivedOn, version);
		}
		Optional.ofNullable(dating.stray()).ifPresent(warnings);
		return latest.isAfter(arrivedOn) ? new Vintage(Vintage.DatedBy.ARRIVAL, arrivedOn, version)
				: new Vintage(Vintage.DatedBy.LATEST_PERIOD, latest, version);
	}

	private static String disbelieved(LocalDate stated, LocalDate arrivedOn, Vintage vintage) {
		return ("Expected a day of publication no later than that of arrival, %s, found %s. It is not believed: the"
				+ " file counts as published on %s, %s. Correct the day in the file and import that.")
			.formatted(Period.day(arrivedOn).inWords(), Period.day(stated).inWords(),
					Period.day(vintage.day()).inWords(), vintage.datedBy().inWords());
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

	/** The days that the file states, those first that count before the others. */
	private static List<LocalDate> stated(VintageRule rule, List<String[]> preamble, String name,
			Optional<LocalDate> published) {
		Stream<LocalDate> above = rule.preamble()
			.stream()
			.flatMap((label) -> Preamble.beside(preamble, label).stream())
			.flatMap((cell) -> PeriodParser.date(cell).stream())
			.sorted(Comparator.reverseOrder());
		Stream<LocalDate> inName = Stream
			.of(rule.dated() ? dateIn(name) : Optional.<LocalDate>empty(), revised(rule, name))
			.flatMap(Optional::stream);
		return Stream.of(above, inName, published.stream()).flatMap((each) -> each).toList();
	}

	private static Optional<LocalDate> dateIn(String name) {
		Matcher matcher = ISO_DATE.matcher(name);
		Optional<LocalDate> date = Optional.empty();
		while (matcher.find()) {
			date = PeriodParser.date(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3));
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
