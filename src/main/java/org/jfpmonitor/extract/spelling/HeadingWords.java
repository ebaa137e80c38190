package org.jfpmonitor.extract.spelling;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words by which headings and titles of tables tell kinds of figures apart: what was
 * planned from what came of it, other times, and what is reckoned from the rest.
 */
public final class HeadingWords {

	/** What was meant to come of a period, or came of it. */
	private static final Pattern KIND = Pattern.compile(
			"(?<!\\p{L})(?:plans?|planned(?! (?:care|and unplanned|admissions?|surgery))|targets?|trajector(?:y|ies)|forecasts?|budgets?|project(?:ed|ions?)|actuals?"
					+ "|outturns?|baselines?)(?!\\p{L})");

	/** What came of a period, whatever else was meant. */
	private static final Pattern ACTUAL = Pattern.compile("(?<!\\p{L})(?:actuals?|(?<!forecast )outturns?)(?!\\p{L})");

	/** A target that says how long somebody may wait, and not how many. */
	private static final Pattern STANDARD = Pattern
		.compile("[0-9] ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?)(?!\\p{L})");

	/** A title may say it behind what the table is of: {@code Return: trajectory}. */
	private static final Pattern SEGMENTS = Pattern.compile("[:|\u2013\u2014]| - ");

	/** What was planned with figures, as no long term plan is. */
	private static final Pattern OWN_PLAN = Pattern.compile(
			"(?:annual|national|local|in[ -]year|year[ -]end|operational|submitted|agreed|approved|activity|demand|capacity|full year|monthly|draft|original|revised) "
					+ "(?:plans?|targets?|trajector(?:y|ies)|forecasts?|projections?)"
					+ "(?!\\P{L}+(?:metrics?|measures?|indicators?|objectives?|priorities|updates?|monitoring|performance|report(?:s|ing)?|delivery|progress)(?!\\p{L}))(?:\\P{L}.*)?");

	/** Tables are numbered before they are named. */
	private static final Pattern NUMBER = Pattern.compile("^(?:table|sheet|part) [0-9a-z]{1,3}\\P{L}+");

	private static final Pattern ENDS_WITH_KIND = Pattern.compile("(?:" + KIND.pattern() + ")\\P{L}*$");

	/** How something stands to a plan is none: {@code On target}. */
	private static final Pattern AGAINST = Pattern
		.compile("(?<!\\p{L})(?:on|off|at|as|to|of) (?:" + KIND.pattern() + ")");

	/** Whose plan a sheet may hold; a care plan is none. */
	private static final Pattern PLAN_OF_SOMEBODY = Pattern.compile(
			"(?:(?:icbs?|trusts?|providers?|commissioners?|england|national|region(?:s|al)?|systems?|places?|sites?|boards?|wards?|teams?|monthly|quarterly)\\P{L}+)+(?:"
					+ KIND.pattern() + ")\\P{L}*");

	private static final Pattern OTHER_TIME = Pattern
		.compile("^(?:same \\p{L}+ )?(?:previous|last|prior) (?:day|week|month|quarter|year)\\P{L}*$"
				+ "|^(?:ytd|cumulative|(?:.* )?(?:weeks?|months?|quarters?|years?)[ -]to[ -]date)\\P{L}*$"
				+ "|^(?:rolling|last|past|latest) (?:[0-9]+|three|six|twelve) (?:days|weeks|months|years)\\P{L}*$");

	private static final Pattern RECKONED = Pattern.compile(
			"^(?:variances?|differences?|changes?(?: (?:since|from|on|in) .*)?|of (?:which|the above|these|those|whom)(?!\\p{L}).*)$");

	/** They say something of the table, and head none. */
	private static final Pattern NOTE = Pattern.compile("^(?:\\*|\\(|(?:notes?|source)(?!\\p{L}))");

	/** Longer texts are looked at no further: each word of each line is. */
	private static final int LONGEST_TOTAL = 100;

	private static final Pattern TOTAL = Pattern.compile(
			"(?:\\P{L}*(?:sub[ -]?totals?|overall|all|england)|.*(?<!\\p{L})totals?)\\P{L}*|\\P{L}*of which(?!\\p{L}).*");

	private static final Pattern MENTIONS_TOTAL = Pattern
		.compile("(?<!\\p{L})(?:totals?|all|any|both|combined|overall|whole|every|sum)(?!\\p{L})");

	private HeadingWords() {
	}

	/** Whether the name of a table says that it holds what was planned. */
	public static boolean isPlan(String words) {
		String named = NUMBER.matcher(words.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
		return !ACTUAL.matcher(named).find() && !STANDARD.matcher(named).find()
				&& (isKindAlone(lastSegment(named)) || OWN_PLAN.matcher(named).matches());
	}

	/** Whether a sheet is called so as holds what was planned: {@code ICB plan}. */
	public static boolean isSheetOfPlans(String name) {
		String small = name.strip().toLowerCase(Locale.ROOT);
		return isPlan(name) || (PLAN_OF_SOMEBODY.matcher(small).matches() && !ACTUAL.matcher(small).find());
	}

	private static String lastSegment(String words) {
		return SEGMENTS.splitAsStream(words).reduce("", (before, segment) -> segment);
	}

	/** Whether one of the words tells kinds of figures apart. */
	public static boolean isKind(String words) {
		return KIND.matcher(words.toLowerCase(Locale.ROOT)).find();
	}

	/** As titles of tables do: {@code Table 2: plan}. */
	public static boolean endsWithKind(String words) {
		return ENDS_WITH_KIND.matcher(words.toLowerCase(Locale.ROOT)).find();
	}

	/** Whether a word of it is one that totals often have, and others have as well. */
	public static boolean mentionsTotal(String words) {
		return MENTIONS_TOTAL.matcher(words.toLowerCase(Locale.ROOT)).find();
	}

	/**
	 * Whether it says that the row is a sum of others, and says no more, or ends with
	 * that; or that it is a part of another.
	 */
	public static boolean isTotalOrPart(String words) {
		return words.length() <= LONGEST_TOTAL && !words.isEmpty()
				&& TOTAL.matcher(words.toLowerCase(Locale.ROOT)).matches();
	}

	/**
	 * Whether it is a remark, such as {@code Source: UNIFY2} or {@code * Provisional}.
	 */
	public static boolean isNote(String words) {
		return NOTE.matcher(words.strip().toLowerCase(Locale.ROOT)).find();
	}

	/** Whether it says that it is of what was meant to come, and not of what came. */
	static boolean mentionsPlan(String small) {
		return KIND.matcher(small).find() && !ACTUAL.matcher(small).find();
	}

	/** Another time than the one that is meant, without its name. */
	public static boolean isOtherTime(String words) {
		return OTHER_TIME.matcher(words.toLowerCase(Locale.ROOT)).find();
	}

	/** What comes of the figures above, or is a part of them. */
	public static boolean isReckoned(String words) {
		return RECKONED.matcher(words.toLowerCase(Locale.ROOT)).find();
	}

	/** Whether that is all that the words say, but for a period. */
	public static boolean isKindAlone(String words) {
		return isKind(words) && !AGAINST.matcher(words.toLowerCase(Locale.ROOT)).find()
				&& PeriodHeading.saysNoMore(KIND.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(""));
	}

}
