package org.jfpmonitor.extract.spelling;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words by which a file says that its numbers are not what came about in a period: of a
 * title, a line, or beside the period.
 */
public final class OtherFigures {

	/** Beside a period they make something else of it. */
	private static final Pattern OTHER_THAN_THE_PERIOD = Pattern.compile(
			"(?<!\\p{L})(?:r12|r12m|rolling|not|excl\\p{L}*|except|before|up to|part|partial|half|incomplete|changes?|differences?|variances?"
					+ "|(?:previous|last|prior) (?:month|quarter|year))(?!\\p{L})"
					+ "|(?<![\\p{L}0-9])[0-9]{1,2} ?months?(?! ?(?:period )?(?:to|end|until))(?!\\p{L})");

	/** What began before the period, or goes on after it. */
	private static final Pattern OPEN = Pattern.compile(
			"^\\W*(?:(?:to|until|till|after|since)|from(?!.*(?<!\\p{L})(?:to|until)(?!\\p{L})))(?!\\p{L})|(?<!\\p{L})onwards?(?!\\p{L})");

	/** Beside a month in a name, they make another time of it. */
	private static final Pattern OTHER_TIME_THAN_A_MONTH = Pattern.compile(
			"(?<!\\p{L})(?:fytd|ytd|mtd|forecasts?|trajector(?:y|ies)|cumulative|rolling|r12m?|q[1-4]|qtr|h[12]|fortnight|w[/ ][ec]|weeks? (?:ending|ended|to|commencing|beginning|starting)"
					+ "|(?:quarter|year) (?:ending|ended|to))(?!\\p{L})"
					+ "|(?<!\\p{L})(?:to|until) (?:[0-9]{1,2} )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\p{L})");

	/** Longer texts are remarks, and no titles. */
	private static final int LONGEST_TITLE = 80;

	private static final Pattern OTHER_FIGURES = Pattern.compile(
			"(?<!\\p{L})(?:ytd|(?:month|quarter|year)[ -]to[ -]date|cumulative|r12m?|rolling (?:(?:[0-9]+|three|six|twelve)[ -](?:weeks?|months?|years?)|[0-9]+m|averages?|totals?|sums?|year)"
					+ "|(?:[0-9]+|three|six|twelve)[ -]?(?:m|weeks?|months?|years?)[ -]rolling|last (?:12|twelve) months|do not use|superseded|[0-9]+% sample|(?:dummy|mock|synthetic|simulated|made[ -]up|fictitious) data"
					+ "|(?:variances?|differences?) (?:to|from) (?:the )?(?:plan|target|trajectory|budget)|(?:values?|shown|given) as (?:fractions?|decimals?|proportions?))(?!\\p{L})"
					+ "|(?:^|\\(|£ ?|(?<!\\p{L})(?:in|units?)\\W+|^data )'?(?:hundreds|thousands?|000'?s?|millions?)(?![\\p{L}0-9])|£ ?(?:k|m|bn)(?![\\p{L}0-9])|^(?:status\\W+)?withdrawn\\W*$|\\W(?:last|previous|prior) year\\W*$");

	private static final Pattern LAST_YEAR = Pattern
		.compile("(?:.*(?<!\\p{L})(?:of|for|in) )?(?:last|previous|prior) year\\P{L}*");

	/** What a title says that is not so, or that something is held against. */
	private static final Pattern NOT_SO = Pattern.compile(
			"(?<!\\p{L})(?:not(?! for use)|no|never|without|instead|compared?|comparisons?|against|versus|than|definitions?|exclud\\p{L}*|by|monthly)(?!\\p{L})");

	private static final Pattern REMARKS = Pattern.compile(
			"(?<!\\p{L})(?:comments?|notes?|remarks?|reasons?|explanations?|narratives?|descriptions?|text|information|details|commentary)(?!\\p{L})");

	/** As a whole: what is planned, as care is, or out of a budget, is something else. */
	private static final Pattern PLAN_WORD = Pattern.compile(
			"(?:(?:operating|op|operational|annual|submitted|agreed|national|local|revised|original|in[ -]year|year[ -]end|full[ -]year) )?"
					+ "(?:plans?|targets?|tgt|trajector(?:y|ies)|forecasts?|fot|projections?|projected)"
					+ "(?: (?:values?|figures?|levels?|outturns?))?\\P{L}*(?:\\((?:national|local|revised|original|draft|final)\\))?"
					+ "|budgeted|baselines?|ly|py|ambitions?|goals?|benchmarks?|thresholds?|ucl|lcl|(?:upper|lower)(?: control)? limits?|to date|cum|fytd|(?:total )?ytd(?: total)?|r12m?|prior period|planned (?:activity|figures?|values?|numbers?)|plan v[0-9]+|cumulative (?:totals?|figures?)|(?:12|twelve)[ -]months? rolling|% change");

	private static final Pattern RECKONED_WORD = Pattern.compile(
			"(?:(?:national|england|regional|region|peer|group|icb|trust|monthly|weekly|daily) )?(?:averages?|avg|means?|medians?)\\P{L}*"
					+ "|variances?(?: (?:from|to|against) (?:the )?(?:plan|target))?|'?000'?s|thousands?|millions?|£ ?(?:k|m|bn|000s?)|same (?:day|week|month|quarter|year) (?:last|previous|prior) year");

	private OtherFigures() {
	}

	/**
	 * Whether a word of a line says, and says no more, that its numbers are not what came
	 * about in the period.
	 */
	public static boolean inWord(String words) {
		if (words.length() > LONGEST_TITLE) {
			return false;
		}
		String small = words.strip().toLowerCase(Locale.ROOT);
		return HeadingWords.isOtherTime(small) || RECKONED_WORD.matcher(small).matches()
				|| PLAN_WORD.matcher(small).matches();
	}

	/** The same of a remark on the line, where most words are about anything. */
	public static boolean inRemark(String words) {
		String small = words.strip().toLowerCase(Locale.ROOT);
		return words.length() <= LONGEST_TITLE
				&& (HeadingWords.isOtherTime(small) || PLAN_WORD.matcher(small).matches());
	}

	/**
	 * Whether a text that names a period is about something else, such as a plan for it
	 * or twelve months up to it.
	 */
	public static boolean besidePeriod(String words) {
		String small = words.toLowerCase(Locale.ROOT);
		return OTHER_THAN_THE_PERIOD.matcher(small).find() || HeadingWords.mentionsPlan(small);
	}

	/**
	 * Whether a title, or the name of a file, that names a month is about another time,
	 * such as the week or quarter that ends in it.
	 */
	public static boolean besideMonth(String words) {
		String spaced = words.toLowerCase(Locale.ROOT).replaceAll("[_\\s\\p{Pd}]+", " ");
		return OTHER_TIME_THAN_A_MONTH.matcher(spaced).find();
	}

	/** Whether a text that names a period is about all up to it, or from it on. */
	public static boolean upToPeriod(String words) {
		return OPEN.matcher(words.toLowerCase(Locale.ROOT)).find();
	}

	/**
	 * Whether a title says that a table holds something else than what there was in each
	 * of its periods, such as sums up to them or thousands.
	 */
	public static boolean inTitle(String words) {
		String small = words.strip().toLowerCase(Locale.ROOT);
		boolean other = OTHER_FIGURES.matcher(small).find() || LAST_YEAR.matcher(small).matches();
		return words.length() <= LONGEST_TITLE && other
				&& (small.startsWith("do not use") || !NOT_SO.matcher(small).find());
	}

	/** Whether it says what is not so, or what something is held against. */
	public static boolean denies(String words) {
		return NOT_SO.matcher(words.toLowerCase(Locale.ROOT)).find();
	}

	/** Whether a column of that heading holds remarks on lines, in any words. */
	public static boolean isOfRemarks(String heading) {
		return REMARKS.matcher(heading.toLowerCase(Locale.ROOT)).find();
	}

}
