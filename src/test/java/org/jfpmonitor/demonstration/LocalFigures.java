package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Our own layout for figures that no publication gives: one file a month. Each figure
 * that the progress report states stands here as it states it.
 */
final class LocalFigures implements DemoSource {

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			CsvText csv = CsvText.plain()
				.row("measure", "organisation", "period", "value", "numerator", "denominator", "comment");
			monthly(csv, month);
			if (month.getMonthValue() % 3 == 0) {
				quarterly(csv, month);
			}
			if (month.equals(DemoYear.LAST)) {
				annual(csv);
			}
			files.add(new DemoFile(DemoYear.arrivalOf(month), "figures-" + month + ".csv", csv.toString()));
		}
		return files;
	}

	private static void monthly(CsvText csv, YearMonth month) {
		int index = DemoYear.index(month);
		String period = month.toString();
		share(csv, "nhs-app-registrations", period, LocalSeries.appRegistered(index), LocalSeries.APP_ELIGIBLE);
		if (index >= LocalSeries.URGENT_DENTAL_FROM) {
			value(csv, "urgent-dental-appointments", period,
					LocalSeries.URGENT_DENTAL[index - LocalSeries.URGENT_DENTAL_FROM]);
		}
		value(csv, "maternity-vacancy-rate", period, LocalSeries.VACANCY.get(index));
		share(csv, "asthma-admissions", period, LocalSeries.ASTHMA[index], LocalSeries.ASTHMA_BEFORE[index]);
		share(csv, "epilepsy-admissions", period, LocalSeries.EPILEPSY[index], LocalSeries.EPILEPSY_BEFORE[index]);
		value(csv, "cyp-mental-health-access-local", period, LocalSeries.CHILDREN_SUPPORTED[index]);
		value(csv, "care-home-unplanned-admissions", period, LocalSeries.CARE_HOME_ADMISSIONS[index]);
		share(csv, "category-2-mean-response-local", period, LocalSeries.category2Minutes(index),
				LocalSeries.CATEGORY_2_INCIDENTS[index]);
		share(csv, "handover-within-30-minutes-local", period, LocalSeries.handoversWithin30(index),
				LocalSeries.HANDOVERS);
		share(csv, "hear-and-treat-local", period, LocalSeries.hearAndTreat(index), LocalSeries.INCIDENTS);
		value(csv, "smoking-at-delivery-local", period, LocalSeries.SMOKING.get(index));
		if (month.equals(LocalSeries.SMOKING_COMPARED)) {
			csv.row("smoking-at-delivery-local", "QMM", month.minusYears(1), LocalSeries.SMOKING_YEAR_BEFORE, "", "",
					"For comparison with " + month);
		}
	}

	private static void quarterly(CsvText csv, YearMonth month) {
		int index = DemoYear.index(month) / 3;
		String period = "2024-Q" + (index + 1);
		IntFunction<Integer> at = (row) -> LocalSeries.QUARTERS[row][index];
		value(csv, "psychologically-informed-staff-trained", period, at.apply(0));
		value(csv, "psychologically-informed-service-users", period, at.apply(1));
		value(csv, "ed-personality-disorder", period, at.apply(2));
		value(csv, "dual-diagnosis-referrals-accepted", period, at.apply(3));
		value(csv, "ed-dual-diagnosis", period, at.apply(4));
		value(csv, "family-hub-sites", period, at.apply(5));
		value(csv, "family-hub-staff", period, at.apply(6));
		share(csv, "neurodiversity-family-experience", period, at.apply(7), at.apply(8));
		value(csv, "neurodiversity-mean-wait", period, at.apply(9));
		share(csv, "neurodiversity-appropriate-referrals", period, at.apply(10), at.apply(11));
		value(csv, "neurodiversity-complaints", period, at.apply(12));
		value(csv, "neurodiversity-library-users", period, at.apply(13));
		value(csv, "alternative-site-offered", period, at.apply(14));
		share(csv, "alternative-site-accepted", period, at.apply(15), at.apply(14));
		share(csv, "alternative-site-declined", period, at.apply(14) - at.apply(15), at.apply(14));
		if (month.equals(DemoYear.LAST)) {
			value(csv, "children-dental-practices", period, 6);
		}
	}

	private static void annual(CsvText csv) {
		String period = "2024/25";
		value(csv, "smoking-quits-supported", period, 89);
		value(csv, "smokefree-deliveries", period, 52);
		value(csv, "hypertension-control-rank", period, 4);
		value(csv, "dental-access-investment", period, 1_500_000);
		// The report says "over 4,000".
		value(csv, "imaging-patients-contacted", period, 4_126);
	}

	private static void value(CsvText csv, String measure, String period, Object value) {
		csv.row(measure, "QMM", period, value, "", "", "");
	}

	private static void share(CsvText csv, String measure, String period, int numerator, int denominator) {
		csv.row(measure, "QMM", period, "", numerator, denominator, "");
	}

}
