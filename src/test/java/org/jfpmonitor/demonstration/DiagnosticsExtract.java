package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * DM01 full extracts. Within six weeks for Norfolk and Waveney: 65.2% in June 2024, 71.7%
 * in March 2025, which is 6.5 percentage points more and below 95%.
 */
final class DiagnosticsExtract implements DemoSource {

	private static final int[] WAITING = { 29000, 30000, 30000, 29000, 30000, 31000, 31000, 30000, 29000, 30000, 31000,
			31000 };

	private static final int[] LATE_PER_MILLE = { 340, 345, 348, 341, 346, 334, 320, 307, 321, 318, 296, 283 };

	private static final List<String> TESTS = List.of("MRI", "CT", "NON_OBSTETRIC_ULTRASOUND", "BARIUM_ENEMA",
			"DEXA_SCAN", "AUDIOLOGY_ASSESSMENTS", "ECHOCARDIOGRAPHY", "ELECTROPHYSIOLOGY", "PERIPHERAL_NEUROPHYS",
			"SLEEP_STUDIES", "URODYNAMICS", "COLONOSCOPY", "FLEXI_SIGMOIDOSCOPY", "CYSTOSCOPY", "GASTROSCOPY");

	private static final int[] TEST_WEIGHTS = { 160, 100, 280, 0, 50, 90, 120, 2, 25, 25, 8, 50, 20, 30, 40 };

	private static final int BANDS_WITHIN = 6;

	private static final int BANDS_BEYOND = 8;

	/** Who treats whom; the first four are Norfolk and Waveney's own patients. */
	private static final List<Pair> PAIRS = List.of(new Pair("RM1", "QMM", "26A"), new Pair("RCX", "QMM", "26A"),
			new Pair("RGP", "QMM", "26A"), new Pair("RGT", "QMM", "26A"), new Pair("RGP", "QJG", "06L"),
			new Pair("RCX", "QUE", "06H"));

	private static final int OWN = 4;

	private static final int[] OWN_WAITING = { 520, 240, 200, 40 };

	private static final int[] OWN_LATE = { 480, 300, 180, 40 };

	private static final int ELSEWHERE = 320;

	private final Jitter jitter = new Jitter("dm01");

	private final Jitter elsewhere = new Jitter("dm01-elsewhere");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String name = "DM01-" + DemoYear.capitals(month) + "-" + month.getYear() + "-full-extract.zip";
			files.add(new DemoFile(DemoYear.arrivalOf(month), name, extract(month)));
		}
		return files;
	}

	private String extract(YearMonth month) {
		int index = DemoYear.index(month);
		int[] waiting = Shares.split(WAITING[index], OWN_WAITING);
		int[] late = Shares.split(Shares.perMille(WAITING[index], LATE_PER_MILLE[index]), OWN_LATE);
		CsvText csv = CsvText.quoted().row(header());
		for (int i = 0; i < PAIRS.size(); i++) {
			int total = (i < OWN) ? waiting[i] : this.jitter.around(1100, 80);
			int beyond = (i < OWN) ? late[i] : total / 3;
			pair(csv, month, PAIRS.get(i), total, beyond);
		}
		elsewhere(csv, month);
		return csv.toString();
	}

	/** Providers that are made up, so that the file holds as many as England has. */
	private void elsewhere(CsvText csv, YearMonth month) {
		for (int number = 1; number <= ELSEWHERE; number++) {
			Pair pair = Pair.elsewhere(number);
			int waiting = this.elsewhere.around(4000, 500);
			int[] numbers = numbers(waiting, waiting / 5, this.elsewhere);
			csv.row(cells(month, pair, 3, "NON_OBSTETRIC_ULTRASOUND", numbers));
			csv.row(cells(month, pair, TESTS.size() + 1, "TOTAL", numbers));
		}
	}

	private void pair(CsvText csv, YearMonth month, Pair pair, int total, int beyond) {
		int[] waiting = Shares.split(total, TEST_WEIGHTS);
		int[] late = Shares.split(beyond, waiting);
		int[] sums = new int[BANDS_WITHIN + BANDS_BEYOND + 5];
		for (int test = 0; test < TESTS.size(); test++) {
			int[] numbers = numbers(waiting[test], late[test], this.jitter);
			for (int i = 0; i < sums.length; i++) {
				sums[i] += numbers[i];
			}
			csv.row(cells(month, pair, test + 1, TESTS.get(test), numbers));
		}
		csv.row(cells(month, pair, TESTS.size() + 1, "TOTAL", sums));
	}

	/** 14 bands, their total, and three kinds of activity with theirs. */
	private static int[] numbers(int waiting, int late, Jitter jitter) {
		int[] within = Shares.split(waiting - late, 30, 24, 20, 17, 14, 11);
		int[] beyond = Shares.split(late, 22, 17, 13, 10, 8, 7, 6, 17);
		int[] activity = { jitter.around(waiting, 120), jitter.around(waiting / 6 + 1, 200) - 1,
				jitter.around(waiting / 4 + 1, 200) - 1 };
		int[] numbers = new int[BANDS_WITHIN + BANDS_BEYOND + 5];
		System.arraycopy(within, 0, numbers, 0, BANDS_WITHIN);
		System.arraycopy(beyond, 0, numbers, BANDS_WITHIN, BANDS_BEYOND);
		int next = BANDS_WITHIN + BANDS_BEYOND;
		numbers[next++] = waiting;
		int done = 0;
		for (int kind : activity) {
			numbers[next++] = (waiting == 0) ? 0 : Math.max(0, kind);
			done += numbers[next - 1];
		}
		numbers[next] = done;
		return numbers;
	}

	private static List<Object> cells(YearMonth month, Pair pair, int order, String test, int[] numbers) {
		List<Object> cells = new ArrayList<>(
				List.of("DM01-" + DemoYear.capitals(month) + "-" + month.getYear(), pair.providerParent(),
						icb(pair.providerParent()), pair.provider(), pair.providerName(), pair.commissionerParent(),
						icb(pair.commissionerParent()), pair.commissioner(), pair.commissionerName(), order, test));
		for (int number : numbers) {
			cells.add(number);
		}
		return cells;
	}

	private static String icb(String code) {
		return switch (code) {
			case "" -> "";
			case "QMM" -> Names.ICB_CAPITALS;
			case "QJG" -> "NHS SUFFOLK AND NORTH EAST ESSEX INTEGRATED CARE BOARD";
			case "QUE" -> "NHS CAMBRIDGESHIRE AND PETERBOROUGH INTEGRATED CARE BOARD";
			default -> throw new IllegalArgumentException(code);
		};
	}

	private static List<Object> header() {
		List<Object> header = new ArrayList<>(List.of("Period", "Provider Parent Org Code", "Provider Parent Name",
				"Provider Org Code", "Provider Org Name", "Commissioner Parent Org Code", "Commissioner Parent Name",
				"Commissioner Org Code", "Commissioner Org Name", "Diagnostic Tests Sort Order", "Diagnostic Tests"));
		header.add("00 < 01 Week");
		for (int week = 1; week < 13; week++) {
			header.add(String.format("%02d < %02d Weeks", week, week + 1));
		}
		header.addAll(List.of("13+ Weeks", "Total WL", "Waiting List Activity", "Planned Activity",
				"Unscheduled Activity", "Total Activity"));
		return header;
	}

	private record Pair(String provider, String commissionerParent, String commissioner) {

		/** Of which only England's sum speaks: its commissioners are in no ICB. */
		static Pair elsewhere(int number) {
			return new Pair(Names.elsewhere(number), "", "NONC");
		}

		String providerParent() {
			return isElsewhere() ? "" : "RGT".equals(this.provider) ? "QUE" : "QMM";
		}

		String providerName() {
			return isElsewhere() ? Names.ELSEWHERE : Names.trust(this.provider);
		}

		String commissionerName() {
			return isElsewhere() ? "NON ENGLISH COMMISSIONERS"
					: icb(this.commissionerParent).replace("INTEGRATED CARE BOARD", "ICB") + " - " + this.commissioner;
		}

		private boolean isElsewhere() {
			return this.commissionerParent.isEmpty();
		}

	}

}
