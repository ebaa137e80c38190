package org.jfpmonitor.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * KH03 trust sheets saved as CSV, one a quarter; that of January to March 2025 is not out
 * yet.
 */
final class OvernightBeds implements DemoSource {

	private static final int COLUMNS = 23;

	private static final List<Quarter> QUARTERS = List.of(
			new Quarter(YearMonth.of(2024, 3), "Q4-2023-24", LocalDate.of(2024, 6, 14), 951),
			new Quarter(YearMonth.of(2024, 6), "Q1-2024-25", LocalDate.of(2024, 9, 13), 946),
			new Quarter(YearMonth.of(2024, 9), "Q2-2024-25", LocalDate.of(2024, 12, 13), 941),
			new Quarter(YearMonth.of(2024, 12), "Q3-2024-25", LocalDate.of(2025, 3, 14), 953));

	private static final int[] GENERAL_AND_ACUTE = { 964, 502, 422 };

	private static final int[] MATERNITY = { 80, 19, 30 };

	private static final int ELSEWHERE = 120;

	@Override
	public List<DemoFile> files() {
		return QUARTERS.stream()
			.map((quarter) -> new DemoFile(quarter.arrivedOn(),
					"Beds-Open-Overnight-Web_File-" + quarter.name() + ".csv", sheet(quarter)))
			.toList();
	}

	private static String sheet(Quarter quarter) {
		CsvText csv = CsvText.plain();
		preamble(csv, quarter);
		wide(csv, "", "", "", "", "", "", "Available", "", "", "", "", "", "Occupied", "", "", "", "", "",
				"% Occupied");
		List<String> sectors = List.of("Total ", "General & Acute", "Learning Disabilities", "Maternity",
				"Mental Illness");
		List<String> header = new ArrayList<>(List.of("", "Year", "Period End", "Region Code", "Org Code", "Org Name"));
		for (int i = 0; i < 3; i++) {
			header.addAll(sectors);
			if (i < 2) {
				header.add("");
			}
		}
		csv.row(header);
		Jitter jitter = new Jitter("kh03-elsewhere");
		int[] elsewhere = jitter.around(made(600), 500);
		int[] maternityElsewhere = jitter.around(made(30), 500);
		trust(csv, quarter, "", "", "England", sum(GENERAL_AND_ACUTE) + sum(elsewhere),
				sum(MATERNITY) + sum(maternityElsewhere));
		wide(csv);
		for (int i = 0; i < Names.ACUTE.size(); i++) {
			trust(csv, quarter, "Y61", Names.ACUTE.get(i), Names.trust(Names.ACUTE.get(i)), GENERAL_AND_ACUTE[i],
					MATERNITY[i]);
		}
		for (int i = 0; i < ELSEWHERE; i++) {
			trust(csv, quarter, "", Names.elsewhere(i + 1), Names.ELSEWHERE, elsewhere[i], maternityElsewhere[i]);
		}
		return csv.toString();
	}

	private static int[] made(int each) {
		int[] numbers = new int[ELSEWHERE];
		Arrays.fill(numbers, each);
		return numbers;
	}

	private static void preamble(CsvText csv, Quarter quarter) {
		wide(csv);
		wide(csv, "", "Title:", "Average daily number of available and occupied beds open overnight by sector");
		wide(csv, "", "Summary:", "KH03 is the collection of data to monitor available and occupied beds.\n"
				+ "This copy is a demonstration; its figures are made up.");
		wide(csv);
		wide(csv, "", "Period:", DemoYear.spelled(quarter.end().minusMonths(2), "MMMM") + " to "
				+ DemoYear.spelled(quarter.end(), "MMMM yyyy"));
		wide(csv, "", "Source:", "NHS England: SDCS data collection - KH03");
		wide(csv, "", "Basis:", "Provider");
		wide(csv, "", "Published:", DemoYear.published(quarter.arrivedOn()));
		wide(csv, "", "Revised:");
		wide(csv, "", "Status:", "Public");
		wide(csv, "", "Contact:");
		wide(csv);
		wide(csv, "", "Provider Level Data", "", "", "227");
	}

	private static void trust(CsvText csv, Quarter quarter, String region, String code, String name, int beds,
			int maternity) {
		int occupied = Shares.perMille(beds, quarter.occupiedPerMille());
		int inLabour = maternity * 45 / 100;
		List<String> cells = new ArrayList<>(List.of("", DemoYear.financialYear(quarter.end()),
				DemoYear.spelled(quarter.end(), "MMMM"), region, code, name));
		cells.addAll(counts(beds, maternity));
		cells.add("");
		cells.addAll(counts(occupied, inLabour));
		cells.add("");
		cells.addAll(List.of(percent(occupied + inLabour, beds + maternity), percent(occupied, beds), "-",
				percent(inLabour, maternity), "-"));
		csv.row(cells);
	}

	/** Counts as the sheet's number format shows them: an accounting dash is zero. */
	private static List<String> counts(int beds, int maternity) {
		String none = " -   ";
		return List.of(count(beds + maternity), count(beds), none, count(maternity), none);
	}

	private static String count(int number) {
		return String.format(Locale.UK, " %,d ", number);
	}

	private static String percent(int part, int whole) {
		return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
	}

	private static int sum(int[] numbers) {
		int sum = 0;
		for (int number : numbers) {
			sum += number;
		}
		return sum;
	}

	private static void wide(CsvText csv, String... cells) {
		List<String> row = new ArrayList<>(List.of(cells));
		row.addAll(Collections.nCopies(COLUMNS - cells.length, ""));
		csv.row(row);
	}

	private record Quarter(YearMonth end, String name, LocalDate arrivedOn, int occupiedPerMille) {

	}

}
