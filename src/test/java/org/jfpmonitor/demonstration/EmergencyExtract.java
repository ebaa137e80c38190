package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A&amp;E monthly files. Emergency admissions at the three acute trusts fall over the
 * year to their lowest in March 2025.
 */
final class EmergencyExtract implements DemoSource {

	private static final String HEADER = "Period,Org Code,Parent Org,Org name,A&E attendances Type 1,"
			+ "A&E attendances Type 2,A&E attendances Other A&E Department,A&E attendances Booked Appointments Type 1,"
			+ "A&E attendances Booked Appointments Type 2,A&E attendances Booked Appointments Other Department,"
			+ "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department,"
			+ "Attendances over 4hrs Booked Appointments Type 1,Attendances over 4hrs Booked Appointments Type 2,"
			+ "Attendances over 4hrs Booked Appointments Other Department,"
			+ "Patients who have waited 4-12 hs from DTA to admission,"
			+ "Patients who have waited 12+ hrs from DTA to admission,Emergency admissions via A&E - Type 1,"
			+ "Emergency admissions via A&E - Type 2,Emergency admissions via A&E - Other A&E department,"
			+ "Other emergency admissions";

	private static final int[] ADMISSIONS = { 8790, 8720, 8610, 8640, 8480, 8430, 8510, 8390, 8460, 8280, 8050, 7980 };

	private static final int[] WEIGHTS = { 478, 267, 255 };

	private static final int MEASURES = 18;

	private static final int ELSEWHERE = 120;

	private final Jitter jitter = new Jitter("ae");

	private final Jitter elsewhere = new Jitter("ae-elsewhere");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String name = "Monthly-AE-" + DemoYear.spelled(month, "MMMM-yyyy") + ".csv";
			files.add(new DemoFile(DemoYear.arrivalOf(month), name, month(month)));
		}
		return files;
	}

	private String month(YearMonth month) {
		String period = "MSitAE-" + DemoYear.capitals(month) + "-" + month.getYear();
		int[] admissions = Shares.split(ADMISSIONS[DemoYear.index(month)], WEIGHTS);
		int[] totals = new int[MEASURES];
		CsvText csv = CsvText.plain().line(HEADER);
		for (int i = 0; i < Names.ACUTE.size(); i++) {
			int[] numbers = trust(admissions[i], this.jitter);
			add(numbers, totals);
			// The publication's name of the region ends with a space.
			csv.row(cells(numbers, period, Names.ACUTE.get(i), "NHS ENGLAND EAST OF ENGLAND ",
					Names.trust(Names.ACUTE.get(i))));
		}
		for (int number = 1; number <= ELSEWHERE; number++) {
			int[] numbers = trust(this.elsewhere.around(4_000, 500), this.elsewhere);
			add(numbers, totals);
			csv.row(cells(numbers, period, Names.elsewhere(number), "", Names.ELSEWHERE));
		}
		return csv.row(cells(totals, "TOTAL", "TOTAL", "TOTAL", "TOTAL")).toString();
	}

	private static void add(int[] numbers, int[] totals) {
		for (int column = 0; column < MEASURES; column++) {
			totals[column] += numbers[column];
		}
	}

	private static int[] trust(int admissions, Jitter jitter) {
		int[] ways = Shares.split(admissions, 72, 0, 0, 28);
		int major = jitter.around(admissions * 32 / 10, 20);
		int minor = jitter.around(admissions * 14 / 10, 20);
		int[] numbers = new int[MEASURES];
		numbers[0] = major;
		numbers[2] = minor;
		numbers[6] = jitter.around(major * 40 / 100, 30);
		numbers[8] = jitter.around(6, 500);
		numbers[12] = jitter.around(admissions / 5, 60);
		numbers[13] = jitter.around(admissions / 18, 90);
		System.arraycopy(ways, 0, numbers, 14, ways.length);
		return numbers;
	}

	private static List<Object> cells(int[] numbers, Object... names) {
		List<Object> cells = new ArrayList<>(List.of(names));
		for (int number : numbers) {
			cells.add(number);
		}
		return cells;
	}

}
