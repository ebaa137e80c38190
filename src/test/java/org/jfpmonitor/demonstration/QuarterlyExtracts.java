package org.jfpmonitor.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** NHS dental statistics and CVDPREVENT, one file of each a quarter, late. */
final class QuarterlyExtracts implements DemoSource {

	private static final List<Quarter> QUARTERS = List.of(new Quarter(YearMonth.of(2024, 3), LocalDate.of(2024, 8, 9)),
			new Quarter(YearMonth.of(2024, 6), LocalDate.of(2024, 11, 15)),
			new Quarter(YearMonth.of(2024, 9), LocalDate.of(2025, 2, 14)),
			new Quarter(YearMonth.of(2024, 12), LocalDate.of(2025, 5, 15)));

	private static final List<String> BANDS = List.of("Band 1", "Band 2a", "Band 2b", "Band 2c", "Band 3", "Urgent");

	private static final List<String> PATIENTS = List.of("Child", "Paying adult", "Non-paying adult");

	private static final int[] BAND_WEIGHTS = { 58, 15, 6, 2, 4, 15 };

	private static final int[] PATIENT_WEIGHTS = { 34, 46, 20 };

	private final Jitter jitter = new Jitter("quarterly");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (Quarter quarter : QUARTERS) {
			String year = DemoYear.financialYear(quarter.end()).replace('-', '_');
			files.add(new DemoFile(quarter.arrivedOn(), "geo_cont_activity_" + year + ".csv", dental(quarter.end())));
			files.add(new DemoFile(quarter.arrivedOn(),
					"cvdprevent-" + DemoYear.spelled(quarter.end(), "yyyy-MM") + ".csv", prevention(quarter.end())));
		}
		return files;
	}

	/** The file of the year: its quarters so far. */
	private String dental(YearMonth end) {
		CsvText csv = CsvText.plain()
			.row("UID", "FINANCIAL_YEAR", "FINANCIAL_QUARTER", "GEOGRAPHY_TYPE", "GEOGRAPHY_ODS_CODE",
					"GEOGRAPHY_ONS_CODE", "GEOGRAPHY_NAME", "PATIENT_TYPE", "DENTAL_TREATMENT_BAND", "UDA", "COT");
		int line = 0;
		int last = quarterOf(end);
		for (int quarter = (last == 4) ? 4 : 1; quarter <= last; quarter++) {
			int courses = 128_000 + 1_900 * quarter;
			line = geography(csv, line, end, quarter, "REGION,Y61,E40000007,EAST OF ENGLAND", courses * 6);
			line = geography(csv, line, end, quarter, "ICB,QMM,E54000022," + Names.ICB_CAPITALS, courses);
			line = geography(csv, line, end, quarter, "LOCAL_AUTHORITY,N/A,E07000148,Norwich", courses / 8);
		}
		return csv.toString();
	}

	private static int geography(CsvText csv, int before, YearMonth end, int quarter, String geography, int courses) {
		int line = before;
		int start = end.minusMonths(3).getYear();
		String year = start + "/" + (start + 1);
		int[] byPatient = Shares.split(courses, PATIENT_WEIGHTS);
		for (int patient = 0; patient < PATIENTS.size(); patient++) {
			int[] byBand = Shares.split(byPatient[patient], BAND_WEIGHTS);
			for (int band = 0; band < BANDS.size(); band++) {
				line++;
				List<Object> cells = new ArrayList<>(List.of(line, year, year + " Q" + quarter));
				cells.addAll(List.of((Object[]) geography.split(",", -1)));
				cells.addAll(
						List.of(PATIENTS.get(patient), BANDS.get(band), byBand[band] * (band + 3) / 3, byBand[band]));
				csv.row(cells);
			}
		}
		return line;
	}

	private String prevention(YearMonth end) {
		CsvText csv = CsvText.plain()
			.row("AreaCode", "AreaName", "CategoryAttribute", "Denominator", "Factor",
					"HighestPriorityNotificationType", "IndicatorCode", "IndicatorName", "IndicatorShortName",
					"LowerConfidenceLimit", "MetricCategoryName", "MetricCategoryTypeName", "NotificationCount",
					"Numerator", "TimePeriodName", "UpperConfidenceLimit", "Value", "ValueNote");
		String period = "To " + DemoYear.spelled(end, "MMMM yyyy");
		indicator(csv, period, "CVDP007HYP",
				"Patients with GP recorded hypertension, in whom the last blood pressure"
						+ " reading is below the age-appropriate treatment threshold",
				182_400, 692 + 4 * quarterOf(end));
		indicator(csv, period, "CVDP003CHOL",
				"Patients with a QRISK score of 20% or more, treated with lipid lowering" + " therapy", 61_300,
				618 + 5 * quarterOf(end));
		return csv.toString();
	}

	private void indicator(CsvText csv, String period, String code, String name, int persons, int perMille) {
		int treated = Shares.perMille(persons, this.jitter.around(perMille, 3));
		int[] people = Shares.split(persons, 51, 49);
		int[] treatedPeople = Shares.split(treated, 52, 48);
		split(csv, period, code, name, "Persons", "All", persons, treated);
		split(csv, period, code, name, "Female", "Sex", people[0], treatedPeople[0]);
		split(csv, period, code, name, "Male", "Sex", people[1], treatedPeople[1]);
	}

	private static void split(CsvText csv, String period, String code, String name, String attribute, String category,
			int persons, int treated) {
		String value = String.format(Locale.ROOT, "%.2f", 100.0 * treated / persons);
		csv.row("E54000022", Names.ICB, attribute, persons, 1, "", code, name, code, value, category, category, 0,
				treated, period, value, value, "");
	}

	/** 1 for a quarter that ends in June, 4 for one that ends in March. */
	private static int quarterOf(YearMonth end) {
		return (end.getMonthValue() + 8) % 12 / 3 + 1;
	}

	private record Quarter(YearMonth end, LocalDate arrivedOn) {

	}

}
