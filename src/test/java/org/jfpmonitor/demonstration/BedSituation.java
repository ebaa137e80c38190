package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Monthly bed figures of the daily situation report, one file a month. The three acute
 * trusts together stand at 97.0% in March 2025: 1,843 of 1,900 beds.
 */
final class BedSituation implements DemoSource {

	private static final String HEADER = "\"nhs_trust22_code\",\"date\",\"general_acute_beds_available\","
			+ "\"general_acute_beds_occupied\",\"general_acute_beds_occupancy_rate\",\"adult_general_acute_beds_available\","
			+ "\"adult_general_acute_beds_occupied\",\"adult_general_acute_beds_occupancy_rate\","
			+ "\"paediatric_general_acute_beds_available\",\"paediatric_general_acute_beds_occupied\","
			+ "\"paediatric_general_acute_beds_occupancy_rate\",\"adult_critical_care_beds_available\","
			+ "\"adult_critical_care_beds_occupied\",\"adult_critical_care_occupancy_rate\","
			+ "\"paediatric_intensive_cared_beds_available\",\"paediatric_intensive_cared_beds_occupied\","
			+ "\"paediatric_intensive_cared_occupancy_rate\",\"neonatal_intensive_care_bed_available\","
			+ "\"neonatal_intensive_care_bed_occupied\",\"neonatal_intensive_care_occupancy_rate\"";

	private static final int[] AVAILABLE = { 2000, 1980, 1960, 1950, 1940, 1930, 1940, 1950, 1930, 1920, 1910, 1900 };

	private static final int[] OCCUPIED_PER_MILLE = { 956, 952, 948, 944, 941, 950, 959, 963, 957, 974, 972, 970 };

	private static final int[] WEIGHTS = { 500, 270, 230 };

	private static final int CHILDREN = 25;

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String name = DemoYear.spelled(month, "yyyyMM") + "-" + DemoYear.spelled(month, "MMMM-yyyy")
					+ "-sitrep-beds.csv";
			files.add(new DemoFile(DemoYear.arrivalOf(month), name, month(month)));
		}
		return files;
	}

	private static String month(YearMonth month) {
		int index = DemoYear.index(month);
		int[] available = Shares.split(AVAILABLE[index], WEIGHTS);
		int[] occupied = Shares.split(Shares.perMille(AVAILABLE[index], OCCUPIED_PER_MILLE[index]), available);
		CsvText csv = CsvText.plain().line(HEADER);
		for (int i = 0; i < Names.ACUTE.size(); i++) {
			int children = CHILDREN * 55 / 100 + index % 4;
			List<String> cells = new ArrayList<>(
					List.of("\"" + Names.ACUTE.get(i) + "\"", "\"" + DemoYear.spelled(month, "MMMM yyyy") + "\""));
			beds(cells, available[i], occupied[i]);
			beds(cells, available[i] - CHILDREN, occupied[i] - children);
			beds(cells, CHILDREN, children);
			beds(cells, 14 + i, 10);
			cells.addAll("RCX".equals(Names.ACUTE.get(i)) ? List.of("NA", "NA", "NA") : List.of("0", "0", "NA"));
			beds(cells, 9, 4 + index % 3);
			csv.line(String.join(",", cells));
		}
		return csv.toString();
	}

	private static void beds(List<String> cells, int available, int occupied) {
		cells.addAll(List.of(String.valueOf(available), String.valueOf(occupied),
				String.format(Locale.ROOT, "%.3f", (double) occupied / available)));
	}

}
