package org.jfpmonitor.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ICB sheet of the virtual ward workbook, saved as CSV. Norfolk and Waveney holds 202
 * beds in November and December 2024 and has 170 in March 2025.
 */
final class VirtualWardSheet implements DemoSource {

	private static final int[] BEDS = { 148, 152, 155, 158, 165, 174, 190, 202, 202, 194, 181, 170 };

	private static final int[] OCCUPIED_PER_CENT = { 78, 80, 77, 81, 79, 82, 84, 83, 86, 88, 85, 84 };

	private static final int REGISTERED = 1_094_606;

	private static final int ELSEWHERE = 25;

	private final Jitter elsewhere = new Jitter("virtual-ward-elsewhere");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String name = "Monthly-Virtual-Ward-" + DemoYear.spelled(month, "MMMyyyy") + ".csv";
			files.add(new DemoFile(DemoYear.arrivalOf(month), name, sheet(month)));
		}
		return files;
	}

	private String sheet(YearMonth month) {
		CsvText csv = CsvText.plain();
		preamble(csv, month);
		csv.row("", "Region", "Region Code", "ICB code", "Name", "Virtual Ward Capacity \n(see note 1) ",
				"Virtual Ward Capacity per 100,000 GP registered population\n(see note 2) ",
				"GP registered population\n(see note 3) ", "Patients in a Virtual Ward\n(see notes 1 and 4) ",
				"Occupancy %\n(see note 5) ");
		int index = DemoYear.index(month);
		int beds = BEDS[index];
		Ward own = new Ward("East of England", "Y61", "QMM", Names.ICB, beds, beds * OCCUPIED_PER_CENT[index] / 100,
				REGISTERED);
		Ward suffolk = new Ward("East of England", "Y61", "QJG",
				"NHS Suffolk and North East Essex Integrated Care Board", beds - 7, beds - 20, 1_070_191);
		// More patients than beds: the publication caps the share in its text.
		Ward gloucestershire = new Ward("South West", "Y58", "QR1", "NHS Gloucestershire Integrated Care Board",
				beds + 11, beds + 19, 690_605);
		List<Ward> wards = new ArrayList<>(List.of(own, suffolk, gloucestershire));
		for (int number = 1; number <= ELSEWHERE; number++) {
			int others = this.elsewhere.around(250, 600);
			wards.add(new Ward("", "", Names.elsewhere(number), "Made-up Integrated Care Board", others,
					others * 8 / 10, this.elsewhere.around(1_500_000, 400)));
		}
		ward(csv, new Ward("-", "-", "-", "England", wards.stream().mapToInt(Ward::beds).sum(),
				wards.stream().mapToInt(Ward::patients).sum(), wards.stream().mapToInt(Ward::registered).sum()));
		wards.forEach((each) -> ward(csv, each));
		return csv.row("", "", "", "", "", "", "", "", "", "").toString();
	}

	private static void preamble(CsvText csv, YearMonth month) {
		note(csv, "", "");
		note(csv, "Title:", "Virtual Ward Capacity and Occupancy monthly statistics in England");
		note(csv, "", "");
		note(csv, "Summary:", "Management Information: virtual ward activity");
		note(csv, "", "");
		note(csv, "Month:", DemoYear.spelled(month, "MMMM yyyy"));
		note(csv, "", "");
		note(csv, "Data Source:", "Virtual Ward Sitrep data submission ");
		note(csv, "DAPB4068", "Standards and collections - NHS Digital");
		note(csv, "Basis:", "Integrated Care Board (ICB), England");
		note(csv, "Published:", DemoYear.published(DemoYear.secondThursdayAfter(month)));
		note(csv, "Revised:", "");
		note(csv, "Status:", "Demonstration: made-up figures");
		note(csv, "Contact:", "");
		note(csv, "", "");
	}

	private static void note(CsvText csv, String label, String text) {
		csv.row("", label, text, "", "", "", "", "", "", "");
	}

	private static void ward(CsvText csv, Ward ward) {
		BigDecimal rate = BigDecimal.valueOf(ward.beds() * 100_000L)
			.divide(BigDecimal.valueOf(ward.registered()), 1, RoundingMode.HALF_UP);
		String share = (ward.patients() > ward.beds()) ? "100%*"
				: String.format(Locale.ROOT, "%.1f%%", 100.0 * ward.patients() / ward.beds());
		csv.row("", ward.region(), ward.regionCode(), ward.code(), ward.name(), thousands(ward.beds()), rate,
				thousands(ward.registered()), thousands(ward.patients()), share);
	}

	private static String thousands(int number) {
		return String.format(Locale.UK, "%,d", number);
	}

	private record Ward(String region, String regionCode, String code, String name, int beds, int patients,
			int registered) {

	}

}
