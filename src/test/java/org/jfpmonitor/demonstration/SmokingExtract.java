package org.jfpmonitor.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * SATOD files: each holds its year up to its quarter. 11.4% in the third quarter of
 * 2023/24, 11.0% in that of 2024/25.
 */
final class SmokingExtract implements DemoSource {

	private static final List<Issue> ISSUES = List.of(new Issue(2023, 3, LocalDate.of(2024, 6, 14)),
			new Issue(2023, 4, LocalDate.of(2024, 7, 12)), new Issue(2024, 1, LocalDate.of(2024, 10, 11)),
			new Issue(2024, 2, LocalDate.of(2024, 12, 13)), new Issue(2024, 3, LocalDate.of(2025, 4, 11)));

	/** Maternities, of unknown status, smokers: the quarters of 2023/24 and 2024/25. */
	private static final int[][] OWN = { { 2020, 20, 234 }, { 2114, 14, 244 }, { 2018, 18, 228 }, { 1975, 25, 220 },
			{ 1988, 18, 224 }, { 2071, 11, 232 }, { 2022, 22, 220 }, { 1969, 19, 213 } };

	private static final int REGION_TIMES = 9;

	private static final int ENGLAND_TIMES = 66;

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (Issue issue : ISSUES) {
			String name = "smok-time-del-eng-q" + issue.quarter() + "-" + (issue.startYear() - 2000)
					+ (issue.startYear() - 1999) + ".csv";
			files.add(new DemoFile(issue.arrivedOn(), name, upTo(issue)));
		}
		return files;
	}

	private static String upTo(Issue issue) {
		CsvText csv = CsvText.plain().row("FinancialYear", "Quarter", "OrgCode", "OrgName", "Measure", "Value");
		for (int quarter = 1; quarter <= issue.quarter(); quarter++) {
			int[] own = OWN[4 * (issue.startYear() - 2023) + quarter - 1];
			String year = issue.startYear() + "-" + (issue.startYear() + 1);
			rows(csv, year, quarter, "E92000001", "England", times(own, ENGLAND_TIMES, 77));
			rows(csv, year, quarter, "E40000007", "East of England", times(own, REGION_TIMES, 81));
			// The publication's name of the ICB ends with a space.
			rows(csv, year, quarter, "E54000022", Names.ICB + " ", own);
			rows(csv, year, quarter, "E54000044",
					"NHS Buckinghamshire, Oxfordshire and Berkshire West Integrated Care Board", times(own, 2, 62));
			rows(csv, year, quarter, "E38000239", Names.SUB_ICB, own);
		}
		return csv.toString();
	}

	private static void rows(CsvText csv, String year, int quarter, String code, String name, int[] figures) {
		csv.row(year, quarter, code, name, "Number of maternities", figures[0]);
		csv.row(year, quarter, code, name, "Women known to be non-smokers at time of delivery",
				figures[0] - figures[1] - figures[2]);
		csv.row(year, quarter, code, name, "Women known to be smokers at time of delivery", figures[2]);
		csv.row(year, quarter, code, name, "Women whose smoking status was not known at time of delivery", figures[1]);
	}

	/**
	 * A larger organisation whose smokers are so many hundredths of ours in proportion.
	 */
	private static int[] times(int[] own, int factor, int smokersPerCent) {
		return new int[] { own[0] * factor, own[1] * factor, own[2] * factor * smokersPerCent / 100 };
	}

	private record Issue(int startYear, int quarter, LocalDate arrivedOn) {

	}

}
