package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * AmbSYS files: each holds the whole history from April 2023. The figures are of the
 * ambulance trust; the region repeats it. The newest month is provisional and a little
 * higher in its first issue, as in the real ones.
 */
final class AmbulanceExtract implements DemoSource {

	private static final YearMonth FIRST = YearMonth.of(2023, 4);

	private static final YearMonth HANDOVERS_FROM = YearMonth.of(2023, 10);

	private static final int PROVISIONAL = 37;

	private static final int ENGLAND_TIMES = 9;

	/** Mean response of April 2023 to March 2025 in seconds. */
	private static final int[] RESPONSE = { 2190, 2280, 2410, 2300, 2240, 2520, 2760, 2690, 3120, 2480, 2390, 2330,
			2410, 2470, 2550, 2500, 2380, 2590, 2780, 2720, 3240, 2640, 2290, 2010 };

	private static final int[] INCIDENTS = { 69800, 71900, 72600, 73100, 71200, 72300, 75900, 74800, 79600, 77400,
			71800, 75300, 71200, 73800, 72900, 74400, 72100, 72700, 77300, 76500, 81900, 79800, 72600, 80100 };

	private static final List<String> COLUMNS = Tables.header("ambsys-columns.txt");

	private final List<Map<String, Long>> trust = new ArrayList<>();

	AmbulanceExtract() {
		Jitter jitter = new Jitter("ambsys");
		for (int i = 0; i < RESPONSE.length; i++) {
			this.trust.add(month(FIRST.plusMonths(i), i, jitter));
		}
	}

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String name = "AmbSYS-to-" + DemoYear.spelled(month, "MMM-yyyy") + ".csv";
			files.add(new DemoFile(DemoYear.arrivalOf(month), name, issue(month)));
		}
		return files;
	}

	private String issue(YearMonth last) {
		CsvText csv = CsvText.plain().row(COLUMNS);
		for (int i = 0; !FIRST.plusMonths(i).isAfter(last); i++) {
			YearMonth month = FIRST.plusMonths(i);
			Map<String, Long> figures = new HashMap<>(this.trust.get(i));
			if (month.equals(last)) {
				figures.merge("A7", (long) PROVISIONAL, Long::sum);
				figures.merge("A56", (long) PROVISIONAL, Long::sum);
			}
			row(csv, month, "Eng", "Eng", "England", times(figures));
			row(csv, month, "Y61", "RYC", Names.trust("RYC"), figures);
			row(csv, month, "East of England", "Y61", "East of England", figures);
		}
		return csv.toString();
	}

	private static void row(CsvText csv, YearMonth month, String region, String code, String name,
			Map<String, Long> figures) {
		List<Object> cells = new ArrayList<>(List.of(month.getYear(), month.getMonthValue(), region, code, name));
		for (String column : COLUMNS.subList(cells.size(), COLUMNS.size())) {
			Long figure = figures.get(column);
			cells.add((figure != null) ? figure : ".");
		}
		csv.row(cells);
	}

	private static Map<String, Long> month(YearMonth month, int index, Jitter jitter) {
		Map<String, Long> figures = new HashMap<>();
		long incidents = INCIDENTS[index];
		long telephone = incidents * (880 + 19L * index) / 10000;
		long category2 = jitter.around((int) (incidents * 53 / 100), 15);
		long seconds = category2 * RESPONSE[index] + jitter.around(500, 900);
		figures.put("A7", incidents);
		figures.put("A17", telephone);
		figures.put("A56", incidents - telephone);
		figures.put("A10", category2);
		figures.put("A30", seconds);
		figures.put("A31", (seconds + category2 / 2) / category2);
		figures.put("A32", (seconds / category2) * 21 / 10);
		if (!month.isBefore(HANDOVERS_FROM)) {
			long handovers = jitter.around(38600, 20);
			figures.put("A140", handovers);
			figures.put("A144", handovers * (640 - 3L * index) / 1000);
			figures.put("A145", handovers * (330 - 2L * index) / 1000);
			figures.put("A146", handovers * (128 - index) / 1000);
			figures.put("A148", 60L + index);
		}
		return figures;
	}

	private static Map<String, Long> times(Map<String, Long> figures) {
		Map<String, Long> england = new HashMap<>();
		figures.forEach((column, figure) -> england.put(column, figure * ENGLAND_TIMES));
		england.put("A31", Math.round((double) england.get("A30") / england.get("A10")));
		england.put("A32", figures.get("A32"));
		return england;
	}

}
