package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * MHSDS four-week-wait files, which hold figures of one month and of three side by side.
 * Counts below England are rounded to 5; small ones are withheld. They come a month later
 * than the other extracts.
 */
final class MentalHealthExtract implements DemoSource {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final int ENGLAND_TIMES = 37;

	private static final int SMALLEST = 5;

	private final Jitter jitter = new Jitter("mhsds");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			if (month.isBefore(DemoYear.LAST)) {
				String name = "MHSDS Data_4WW_" + DemoYear.spelled(month, "MMM") + "Perf_" + month.getYear() + ".csv";
				files.add(new DemoFile(DemoYear.arrivalOf(month.plusMonths(1)), name, month(month)));
			}
		}
		return files;
	}

	private String month(YearMonth month) {
		CsvText csv = CsvText.plain()
			.row("REPORTING_PERIOD_START", "REPORTING_PERIOD_END", "STATUS", "BREAKDOWN", "PRIMARY_LEVEL",
					"PRIMARY_LEVEL_DESCRIPTION", "SECONDARY_LEVEL", "SECONDARY_LEVEL_DESCRIPTION", "MEASURE_ID",
					"MEASURE_NAME", "MEASURE_VALUE");
		int index = DemoYear.index(month);
		int[] figures = { 420 - 24 * index, 38 - 2 * index, this.jitter.around(2200, 40), this.jitter.around(600, 30),
				this.jitter.around(105, 90), 12_600 - 110 * index, 3 + index % 4 };
		int[] england = new int[figures.length];
		for (int i = 0; i < figures.length; i++) {
			england[i] = figures[i] * ENGLAND_TIMES + 3 * i + 1;
		}
		organisation(csv, month, List.of("England", "England", "England"), england, false);
		organisation(csv, month, List.of("ICB of GP Practice or Residence", "QMM", Names.ICB_CAPITALS), figures, true);
		organisation(csv, month, List.of("Provider", "RMY", Names.trust("RMY")), figures, true);
		return csv.toString();
	}

	private static void organisation(CsvText csv, YearMonth month, List<String> who, int[] figures, boolean local) {
		String quarter = DAY.format(month.minusMonths(2).atDay(1));
		String first = DAY.format(month.atDay(1));
		String last = DAY.format(month.atEndOfMonth());
		String end = " receiving a full clock stop in ";
		row(csv, quarter, last, who, "MRS01", "Number of CMH referral-spells" + end + "the RP",
				count(figures[0], local));
		row(csv, quarter, last, who, "MRS01a", "Number of CMH referral-spells" + end + "less than 4 weeks in the RP",
				count(figures[1], local));
		row(csv, quarter, last, who, "MRS01b",
				"Proportion of CMH referral-spells" + end + "less than 4 weeks in the RP",
				proportion(figures[1], figures[0], local));
		row(csv, quarter, last, who, "MRS04", "Number of CMH referral-spells that started in the RP",
				count(figures[2], local));
		row(csv, quarter, last, who, "MRS08", "Number of CYP referral-spells" + end + "the RP",
				count(figures[3], local));
		row(csv, quarter, last, who, "MRS08a", "Number of CYP referral-spells" + end + "less than 4 weeks in the RP",
				count(figures[4], local));
		row(csv, quarter, last, who, "MRS08b",
				"Proportion of CYP referral-spells" + end + "less than 4 weeks in the RP",
				proportion(figures[4], figures[3], local));
		row(csv, first, last, who, "MRS09",
				"Number of CYP referral-spells waiting for a full clock stop that were still open at the end of the RP",
				count(figures[5], local));
		row(csv, first, last, who, "MRS02a", "Number of CMH referral-spells waiting more than 104 weeks for full clock"
				+ " stop that were still open at the end of the RP", count(figures[6], local));
	}

	private static void row(CsvText csv, String start, String end, List<String> who, String id, String name,
			String value) {
		csv.row(start, end, "Performance", who.get(0), who.get(1), who.get(2), "NONE", "NONE", id, name, value);
	}

	private static String count(int figure, boolean local) {
		if (local && figure < SMALLEST) {
			return "*";
		}
		return String.valueOf(local ? (figure + 2) / 5 * 5 : figure);
	}

	private static String proportion(int part, int whole, boolean local) {
		long millionths = Math.round(part * 100_000_000.0 / whole);
		return local ? String.valueOf(Math.round(millionths / 1_000_000.0))
				: millionths / 1_000_000 + "." + String.format("%06d", millionths % 1_000_000);
	}

}
