package org.jfpmonitor.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * MSDS: monthly files, which come two months after the other extracts, and one annual
 * file. Values below England are rounded to 5.
 */
final class MaternityExtracts implements DemoSource {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final int LATE = 2;

	private static final String BOOKING = "SmokingStatusGroupBooking";

	private static final String UNKNOWN = "Missing value / Value outside reporting parameters";

	private final Jitter jitter = new Jitter("msds");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			if (DemoYear.index(month) + LATE <= DemoYear.index(DemoYear.LAST)) {
				String name = "msds-" + DemoYear.spelled(month, "MMMyyyy").toLowerCase(Locale.ENGLISH)
						+ "-exp-data.csv";
				files.add(new DemoFile(DemoYear.arrivalOf(month.plusMonths(LATE)), name, monthly(month)));
			}
		}
		files.add(new DemoFile(LocalDate.of(2024, 12, 13), "hosp-epis-stat-mat-msdscsv-2023-24.csv", annual()));
		return files;
	}

	private String monthly(YearMonth month) {
		CsvText csv = CsvText.plain()
			.row("ReportingPeriodStartDate", "ReportingPeriodEndDate", "Dimension", "Final_value", "Measure",
					"Count_Of", "Org_Code", "Org_Name", "Org_Level");
		int smokers = fives(this.jitter.around(68, 90));
		indicator(csv, month, smokers * 60, 42_000, "National", "ALL SUBMITTERS", "National");
		indicator(csv, month, smokers, 680, "26A", Names.SUB_ICB_CAPITALS, "SubICB of Responsibility");
		int[] providers = Shares.split(smokers, 48, 27, 25);
		for (int i = 0; i < Names.ACUTE.size(); i++) {
			indicator(csv, month, fives(providers[i]), fives(new int[] { 330, 185, 165 }[i]), Names.ACUTE.get(i),
					Names.trust(Names.ACUTE.get(i)), "Provider");
		}
		return csv.toString();
	}

	private static void indicator(CsvText csv, YearMonth month, int smokers, int women, String code, String name,
			String level) {
		String first = DAY.format(month.atDay(1));
		String last = DAY.format(month.atEndOfMonth());
		String rate = smokers * 1000L / women / 10 + "." + smokers * 1000L / women % 10;
		csv.row(first, last, "CQIMSmokingDelivery", women, "Denominator", "CQIM", code, name, level);
		csv.row(first, last, "CQIMSmokingDelivery", smokers, "Numerator", "CQIM", code, name, level);
		csv.row(first, last, "CQIMSmokingDelivery", rate, "Rate", "CQIM", code, name, level);
	}

	private static String annual() {
		CsvText csv = CsvText.plain()
			.row("Period", "Dimension", "Org_Level", "Org_Code", "Org_Name", "Measure", "Count_Of", "Value");
		booking(csv, "National", "National", "ALL SUBMITTERS", 46_200, 398_000, 71_500);
		booking(csv, "Provider", "RM1", Names.trust("RM1"), 245, 2_910, 1_605);
		booking(csv, "Provider", "RCX", Names.trust("RCX"), 235, 1_870, 40);
		booking(csv, "Provider", "RGP", Names.trust("RGP"), 220, 1_650, 25);
		return csv.toString();
	}

	private static void booking(CsvText csv, String level, String code, String name, int smokers, int others,
			int unknown) {
		csv.row("2023-24", BOOKING, level, code, name, "Smoker", "Deliveries", smokers);
		csv.row("2023-24", BOOKING, level, code, name, "Non-Smoker / Ex-Smoker", "Deliveries", others);
		csv.row("2023-24", BOOKING, level, code, name, UNKNOWN, "Deliveries", unknown);
	}

	private static int fives(int number) {
		return (number + 2) / 5 * 5;
	}

}
