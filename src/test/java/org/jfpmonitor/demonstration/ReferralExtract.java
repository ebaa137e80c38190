package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * RTT full extracts. From October 2024 to February 2025 waits over 65 weeks fall by 50%
 * and waits over 52 weeks by 20%.
 */
final class ReferralExtract implements DemoSource {

	private static final int[] LIST = { 149200, 149000, 148700, 148100, 147900, 147200, 146600, 146100, 145800, 145100,
			144500, 143900 };

	private static final int[] OVER_52 = { 9860, 9412, 9077, 8690, 8402, 7988, 7600, 7231, 7010, 6544, 6080, 5874 };

	private static final int[] OVER_65 = { 2410, 2236, 2052, 1887, 1743, 1304, 1080, 965, 871, 702, 540, 468 };

	private static final int WITHIN_18_PER_MILLE = 571;

	private static final List<Specialty> SPECIALTIES = List.of(new Specialty("C_100", "General Surgery Service", 14),
			new Specialty("C_110", "Trauma and Orthopaedic Service", 24),
			new Specialty("C_120", "Ear Nose and Throat Service", 18),
			new Specialty("C_130", "Ophthalmology Service", 20), new Specialty("X06", "Other - Other Services", 24));

	private static final int[] PROVIDER_WEIGHTS = { 560, 220, 220 };

	/**
	 * How many one-week bands each group of waits has; the last holds 104 weeks and over.
	 */
	private static final int[] GROUPS = { 18, 34, 13, 40 };

	private static final int BANDS = Arrays.stream(GROUPS).sum();

	private static final int UNKNOWN_START = 2;

	private static final int ELSEWHERE = 280;

	private final Jitter jitter = new Jitter("rtt-elsewhere");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String name = DemoYear.spelled(month, "yyyyMM") + month.lengthOfMonth() + "-RTT-"
					+ DemoYear.spelled(month, "MMMM-yyyy") + "-full-extract.zip";
			files.add(new DemoFile(DemoYear.arrivalOf(month), name, extract(month)));
		}
		return files;
	}

	private String extract(YearMonth month) {
		int index = DemoYear.index(month);
		int within = Shares.perMille(LIST[index], WITHIN_18_PER_MILLE);
		int[] groups = { within, LIST[index] - within - OVER_52[index], OVER_52[index] - OVER_65[index],
				OVER_65[index] };
		CsvText csv = CsvText.plain().marked().row(header());
		int[][] byProvider = new int[groups.length][];
		for (int i = 0; i < groups.length; i++) {
			byProvider[i] = Shares.split(groups[i], PROVIDER_WEIGHTS);
		}
		for (int i = 0; i < Names.ACUTE.size(); i++) {
			String[] who = { "RTT-" + DemoYear.spelled(month, "MMMM-yyyy"), "QMM", Names.ICB_CAPITALS,
					Names.ACUTE.get(i), Names.trust(Names.ACUTE.get(i)), "QMM", Names.ICB_CAPITALS, "26A",
					"NHS NORFOLK AND WAVENEY (SUB ICB LOCATION)" };
			provider(csv, who, new int[] { byProvider[0][i], byProvider[1][i], byProvider[2][i], byProvider[3][i] });
		}
		// Suffolk's patients at the James Paget, so that provider and commissioner
		// differ.
		String[] suffolk = { "RTT-" + DemoYear.spelled(month, "MMMM-yyyy"), "QMM", Names.ICB_CAPITALS, "RGP",
				Names.trust("RGP"), "QJG", "NHS SUFFOLK AND NORTH EAST ESSEX INTEGRATED CARE BOARD", "06L",
				"NHS IPSWICH AND EAST SUFFOLK (SUB ICB LOCATION)" };
		provider(csv, suffolk, new int[] { 1700, 1100, 90 - 4 * index, 30 - 2 * index });
		elsewhere(csv, month);
		return csv.toString();
	}

	/**
	 * Providers that are made up, so that the file holds as many as England has. Of them
	 * only England's sum speaks: their commissioners are in no ICB.
	 */
	private void elsewhere(CsvText csv, YearMonth month) {
		for (int number = 1; number <= ELSEWHERE; number++) {
			String[] who = { "RTT-" + DemoYear.spelled(month, "MMMM-yyyy"), "", "", Names.elsewhere(number),
					Names.ELSEWHERE, "", "", "NONC", "NON ENGLISH COMMISSIONERS" };
			int waiting = this.jitter.around(25_000, 500);
			int[] bands = bands(waiting * 6 / 10, waiting * 3 / 10, waiting / 40, waiting / 200);
			row(csv, who, Part.INCOMPLETE, "C_100", "General Surgery Service", bands, 0);
			row(csv, who, Part.INCOMPLETE, "C_999", "Total", bands, 0);
		}
	}

	/** The waiting list by specialty and in total, and the totals of the other parts. */
	private static void provider(CsvText csv, String[] who, int[] groups) {
		int[] weights = SPECIALTIES.stream().mapToInt(Specialty::weight).toArray();
		int[][] bySpecialty = new int[groups.length][];
		for (int i = 0; i < groups.length; i++) {
			bySpecialty[i] = Shares.split(groups[i], weights);
		}
		int[] total = new int[BANDS];
		for (int i = 0; i < SPECIALTIES.size(); i++) {
			int[] bands = bands(bySpecialty[0][i], bySpecialty[1][i], bySpecialty[2][i], bySpecialty[3][i]);
			for (int band = 0; band < BANDS; band++) {
				total[band] += bands[band];
			}
			Specialty specialty = SPECIALTIES.get(i);
			row(csv, who, Part.INCOMPLETE, specialty.code(), specialty.name(), bands, (i == 0) ? UNKNOWN_START : 0);
		}
		row(csv, who, Part.INCOMPLETE, "C_999", "Total", total, UNKNOWN_START);
		row(csv, who, Part.DECIDED, "C_999", "Total", share(total, 5), 0);
		row(csv, who, Part.ADMITTED, "C_999", "Total", share(total, 30), 0);
		row(csv, who, Part.NON_ADMITTED, "C_999", "Total", share(total, 12), 0);
	}

	private static void row(CsvText csv, String[] who, Part part, String code, String name, int[] bands, int unknown) {
		List<Object> cells = new ArrayList<>(Arrays.asList(who));
		cells.addAll(List.of(part.type, part.description, code, name));
		int sum = 0;
		for (int band : bands) {
			cells.add(band);
			sum += band;
		}
		boolean completed = part == Part.ADMITTED || part == Part.NON_ADMITTED;
		cells.addAll(Arrays.asList(completed ? String.valueOf(sum) : "", (unknown > 0) ? String.valueOf(unknown) : "",
				sum + unknown));
		csv.row(cells);
	}

	private static int[] bands(int... groups) {
		int[] bands = new int[BANDS];
		int next = 0;
		for (int group = 0; group < GROUPS.length; group++) {
			int[] parts = Shares.split(groups[group], Shares.falling(GROUPS[group]));
			System.arraycopy(parts, 0, bands, next, parts.length);
			next += parts.length;
		}
		return bands;
	}

	private static int[] share(int[] bands, int divisor) {
		return Arrays.stream(bands).map((band) -> band / divisor).toArray();
	}

	private static List<Object> header() {
		List<Object> header = new ArrayList<>(List.of("Period", "Provider Parent Org Code", "Provider Parent Name",
				"Provider Org Code", "Provider Org Name", "Commissioner Parent Org Code", "Commissioner Parent Name",
				"Commissioner Org Code", "Commissioner Org Name", "RTT Part Type", "RTT Part Description",
				"Treatment Function Code", "Treatment Function Name"));
		for (int week = 0; week < BANDS - 1; week++) {
			header.add(String.format("Gt %02d To %02d Weeks SUM 1", week, week + 1));
		}
		header.addAll(List.of("Gt 104 Weeks SUM 1", "Total", "Patients with unknown clock start date", "Total All"));
		return header;
	}

	private record Specialty(String code, String name, int weight) {

	}

	private enum Part {

		INCOMPLETE("Part_2", "Incomplete Pathways"), DECIDED("Part_2A", "Incomplete Pathways with DTA"),
		ADMITTED("Part_1A", "Completed Pathways For Admitted Patients"),
		NON_ADMITTED("Part_1B", "Completed Pathways For Non-Admitted Patients");

		private final String type;

		private final String description;

		Part(String type, String description) {
			this.type = type;
			this.description = description;
		}

	}

}
