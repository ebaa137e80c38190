package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The commissioner workbook's sheets for the 28-day and 62-day standards, saved as CSV.
 * Norfolk and Waveney's faster diagnosis rises every month from October 2024; treatment
 * within 62 days stays below 70%.
 */
final class CancerSheets implements DemoSource {

	private static final int[] TOLD = { 5300, 5400, 5200, 5600, 5100, 5350, 5800, 5450, 5000, 5250, 5300, 5700 };

	private static final int[] TOLD_IN_TIME = { 698, 709, 701, 687, 679, 668, 661, 689, 714, 720, 762, 790 };

	private static final int[] TREATED = { 498, 511, 487, 530, 492, 505, 541, 516, 474, 502, 489, 520 };

	private static final int[] TREATED_IN_TIME = { 604, 611, 598, 607, 589, 602, 612, 590, 584, 561, 571, 615 };

	private static final int ELSEWHERE = 25;

	private static final String BASIS = "BASIS: COMMISSIONER BASED INCLUDING WELSH CROSS-BORDER PATIENTS AND 'UNKNOWNS'";

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String start = DemoYear.capitals(month) + "-" + month.getYear() + "-CWT-CRS-COMMISSIONER-";
			files.add(new DemoFile(DemoYear.arrivalOf(month), start + "28-DAY-FDS-ALL-ROUTES.csv", diagnosed(month)));
			files.add(new DemoFile(DemoYear.arrivalOf(month), start + "62-DAY-ALL-CANCER.csv", treated(month)));
		}
		return files;
	}

	private static String diagnosed(YearMonth month) {
		int columns = 14;
		CsvText csv = CsvText.plain();
		wide(csv, columns,
				"FOUR WEEK (28 DAYS) WAIT FROM URGENT REFERRAL TO PATIENT TOLD THEY HAVE CANCER, OR CANCER IS"
						+ " DEFINITIVELY EXCLUDED: ALL ROUTES");
		preamble(csv, month, columns);
		wide(csv, columns, "");
		wide(csv, columns, "", "", "", "", "NUMBER OF PEOPLE TOLD CANCER DIAGNOSIS OUTCOME", "", "", "PERCENTAGE", "",
				"NUMBER OF PEOPLE TOLD CANCER DIAGNOSIS OUTCOME");
		wide(csv, columns, "", "ODS CODE (1)", "INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB", "REFERRAL ROUTE",
				"TOTAL", "WITHIN 28 DAYS", "AFTER 28 DAYS", "TOLD WITHIN 28 DAYS", " ", "WITHIN 14 DAYS",
				"IN 15 TO 28 DAYS", "IN 29 TO 42 DAYS", "IN 43 TO 62 DAYS", "AFTER 62 DAYS");
		int index = DemoYear.index(month);
		Sheet sheet = new Sheet(csv, columns, List.of("ALL ROUTES"), new int[] { 55, 45 }, new int[] { 53, 29, 18 });
		commissioners(sheet, TOLD[index], Shares.perMille(TOLD[index], TOLD_IN_TIME[index]), 12);
		return csv.toString();
	}

	private static String treated(YearMonth month) {
		int columns = 18;
		CsvText csv = CsvText.plain();
		wide(csv, columns,
				"TWO MONTH (62-DAY) WAIT FROM AN URGENT SUSPECTED CANCER OR BREAST SYMPTOMATIC REFERRAL, OR URGENT"
						+ " SCREENING REFERRAL, OR CONSULTANT UPGRADE TO A FIRST DEFINITIVE TREATMENT FOR CANCER: BY"
						+ " REFERRAL ROUTE AND ALL CANCERS");
		preamble(csv, month, columns);
		int index = DemoYear.index(month);
		int total = TREATED[index];
		int within = Shares.perMille(total, TREATED_IN_TIME[index]);
		part(csv, columns, "PART A: ALL ROUTES", "ALL ROUTES", total, within);
		wide(csv, columns, "");
		wide(csv, columns, "");
		part(csv, columns, "PART B: URGENT SUSPECTED CANCER", "Urgent Suspected Cancer", total * 2 / 3,
				within * 6 / 10);
		return csv.toString();
	}

	private static void part(CsvText csv, int columns, String title, String route, int total, int within) {
		wide(csv, columns, title);
		wide(csv, columns, "", "", "", "", "", "NUMBER OF PEOPLE RECEIVING TREATMENT FOR CANCER", "", "", "PERCENTAGE",
				"", "NUMBER OF PEOPLE RECEIVING TREATMENT FOR CANCER");
		wide(csv, columns, "", "ODS CODE (1)", "INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB", "REFERRAL ROUTE",
				"CANCER TYPE", "TOTAL", "WITHIN 62 DAYS", "AFTER 62 DAYS", "TREATED WITHIN 62 DAYS", " ",
				"WITHIN 31 DAYS", "IN 32 TO 38 DAYS", "IN 39 TO 48 DAYS", "IN 49 TO 62 DAYS", "IN 63 TO 76 DAYS",
				"IN 77 TO 90 DAYS", "IN 91 TO 104 DAYS", "AFTER 104 DAYS");
		Sheet sheet = new Sheet(csv, columns, List.of(route, "ALL CANCERS"), new int[] { 36, 16, 22, 26 },
				new int[] { 30, 20, 17, 33 });
		commissioners(sheet, total, within, 1);
	}

	private static void preamble(CsvText csv, YearMonth month, int columns) {
		wide(csv, columns, DemoYear.spelled(month, "MMM-yy"));
		wide(csv, columns, BASIS);
		wide(csv, columns, "DEFINITIONS:  DCB0147 Amd 16/2019");
		wide(csv, columns, "");
		wide(csv, columns, "");
	}

	private static void commissioners(Sheet sheet, int total, int within, int hub) {
		sheet.row("14R", "EAST OF ENGLAND - H&J COMMISSIONING HUB", hub, hub / 2);
		sheet.row("QMM", Names.ICB_CAPITALS, total, within);
		sheet.row("QJG", "NHS SUFFOLK AND NORTH EAST ESSEX INTEGRATED CARE BOARD", total + 91, within + 80);
		int all = 2 * total + 91 + hub + total / 8;
		int allWithin = 2 * within + 80 + hub / 2 + total / 12;
		for (int number = 1; number <= ELSEWHERE; number++) {
			int others = total * (80 + 2 * number) / 100;
			all += others;
			allWithin += others * 7 / 10;
			sheet.row(Names.elsewhere(number), "MADE-UP INTEGRATED CARE BOARD", others, others * 7 / 10);
		}
		sheet.row("UNKNOWN", "UNKNOWN", total / 8, total / 12);
		sheet.blank();
		sheet.row("", "ALL ENGLISH COMMISSIONERS", all, allWithin);
		sheet.blank();
	}

	private static void wide(CsvText csv, int columns, String... cells) {
		List<String> row = new ArrayList<>(List.of(cells));
		row.addAll(Collections.nCopies(columns - cells.length, ""));
		csv.row(row);
	}

	private static final class Sheet {

		private final CsvText csv;

		private final int columns;

		private final List<String> labels;

		private final int[] withinWeights;

		private final int[] beyondWeights;

		Sheet(CsvText csv, int columns, List<String> labels, int[] withinWeights, int[] beyondWeights) {
			this.csv = csv;
			this.columns = columns;
			this.labels = labels;
			this.withinWeights = withinWeights;
			this.beyondWeights = beyondWeights;
		}

		void row(String code, String name, int total, int within) {
			List<String> cells = new ArrayList<>(List.of("", code, name));
			cells.addAll(this.labels);
			cells.addAll(List.of(String.valueOf(total), String.valueOf(within), String.valueOf(total - within),
					String.format(Locale.ROOT, "%.1f%%", 100.0 * within / total), ""));
			for (int band : Shares.split(within, this.withinWeights)) {
				cells.add(String.valueOf(band));
			}
			for (int band : Shares.split(total - within, this.beyondWeights)) {
				cells.add(String.valueOf(band));
			}
			CancerSheets.wide(this.csv, this.columns, cells.toArray(String[]::new));
		}

		void blank() {
			CancerSheets.wide(this.csv, this.columns, "");
		}

	}

}
