package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** The numbers behind {@link LocalFigures}, April 2024 to March 2025. */
final class LocalSeries {

	/** 559,008 registered in March 2025 is 60% of these. */
	static final int APP_ELIGIBLE = 931_680;

	private static final int APP_REGISTERED = 559_008;

	private static final int APP_GROWTH = 3_340;

	/** The appointments are counted from July 2024, the fourth month. */
	static final int URGENT_DENTAL_FROM = 3;

	/** July to February add up to 17,720; from February on between 2,400 and 2,500. */
	static final int[] URGENT_DENTAL = { 2112, 2054, 2171, 2263, 2218, 2166, 2305, 2431, 2468 };

	/** 2.5% at six months, 0.52% in December. */
	static final List<String> VACANCY = List.of("4.1", "3.8", "3.4", "3.1", "2.8", "2.5", "1.9", "1.2", "0.52", "0.61",
			"0.58", "0.55");

	static final int[] ASTHMA = { 17, 15, 14, 10, 6, 27, 24, 22, 19, 16, 15, 18 };

	static final int[] ASTHMA_BEFORE = { 19, 17, 15, 11, 7, 29, 27, 23, 22, 18, 16, 20 };

	static final int[] EPILEPSY = { 21, 19, 22, 18, 17, 20, 23, 21, 22, 24, 18, 20 };

	static final int[] EPILEPSY_BEFORE = { 22, 21, 22, 20, 19, 21, 25, 22, 24, 25, 21, 23 };

	/** 15,962 in the twelve months to March 2025. */
	static final int[] CHILDREN_SUPPORTED = { 13_212, 13_405, 13_611, 13_842, 14_008, 14_233, 14_520, 14_811, 15_067,
			15_349, 15_655, 15_962 };

	static final int[] CARE_HOME_ADMISSIONS = { 431, 427, 418, 422, 409, 401, 417, 425, 436, 428, 402, 398 };

	static final int[] CATEGORY_2_INCIDENTS = { 3950, 4080, 3990, 4110, 4020, 4050, 4230, 4170, 4420, 4290, 3890,
			4200 };

	/** The average over the year, in minutes. */
	private static final int CATEGORY_2_YEAR = 33;

	/** Tenths of a minute; the last month is what the year's average leaves for it. */
	private static final int[] CATEGORY_2_TENTHS = { 316, 321, 328, 334, 318, 339, 358, 352, 381, 336, 301 };

	static final int HANDOVERS = 4_000;

	/** 72.0% in March 2025. */
	private static final int[] HANDOVER_PER_MILLE = { 733, 728, 715, 719, 731, 702, 688, 693, 651, 684, 709, 720 };

	static final int INCIDENTS = 6_500;

	/** 14.0% in March 2025. */
	private static final int[] HEAR_AND_TREAT_PER_MILLE = { 104, 108, 112, 114, 118, 120, 124, 128, 126, 132, 136,
			140 };

	static final YearMonth SMOKING_COMPARED = YearMonth.of(2024, 11);

	/** 0.4 percentage points above the figure of November 2024. */
	static final String SMOKING_YEAR_BEFORE = "11.4";

	static final List<String> SMOKING = List.of("11.3", "11.5", "11.3", "11.2", "11.3", "11.3", "11.1", "11.0", "10.9",
			"11.0", "10.9", "10.8");

	/** One row a measure, in the order in which {@link LocalFigures} asks for them. */
	static final int[][] QUARTERS = {
			// staff trained: 547 in the year
			{ 121, 138, 142, 146 },
			// service users: 245 in the year
			{ 52, 61, 64, 68 },
			// attendances with a personality disorder
			{ 412, 405, 418, 399 },
			// dual diagnosis: referrals accepted, attendances
			{ 18, 21, 26, 29 }, { 655, 671, 649, 640 },
			// family hubs: 7 sites, more than 190 staff
			{ 4, 5, 6, 7 }, { 158, 167, 181, 193 },
			// neurodiversity: good experience of those asked, days, appropriate of all,
			// complaints, users
			{ 88, 97, 94, 103 }, { 141, 149, 143, 151 }, { 318, 312, 309, 301 }, { 612, 640, 655, 671 },
			{ 905, 921, 930, 934 }, { 34, 31, 33, 28 }, { 1420, 1515, 1702, 1846 },
			// alternative sites: offered, taken up
			{ 1260, 1340, 1295, 1410 }, { 417, 456, 449, 502 } };

	private LocalSeries() {
	}

	static int appRegistered(int index) {
		return APP_REGISTERED - APP_GROWTH * (DemoYear.index(DemoYear.LAST) - index);
	}

	/** Total response time in minutes, so that the year's average is exactly 33. */
	static int category2Minutes(int index) {
		if (index < CATEGORY_2_TENTHS.length) {
			return CATEGORY_2_INCIDENTS[index] * CATEGORY_2_TENTHS[index] / 10;
		}
		int minutes = CATEGORY_2_YEAR * Arrays.stream(CATEGORY_2_INCIDENTS).sum();
		for (int i = 0; i < CATEGORY_2_TENTHS.length; i++) {
			minutes -= category2Minutes(i);
		}
		return minutes;
	}

	static int handoversWithin30(int index) {
		return Shares.perMille(HANDOVERS, HANDOVER_PER_MILLE[index]);
	}

	static int hearAndTreat(int index) {
		return Shares.perMille(INCIDENTS, HEAR_AND_TREAT_PER_MILLE[index]);
	}

}
