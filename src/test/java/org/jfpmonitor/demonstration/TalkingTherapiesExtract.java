package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * NHS Talking Therapies files, a month later than the other extracts. Dates turn from
 * day-first to ISO in January 2025.
 */
final class TalkingTherapiesExtract implements DemoSource {

	private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final int ENGLAND_TIMES = 58;

	private final Jitter jitter = new Jitter("talking-therapies");

	@Override
	public List<DemoFile> files() {
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			if (month.isBefore(DemoYear.LAST)) {
				String name = "talking-therapies-activity-" + DemoYear.spelled(month, "MMM-yyyy") + ".csv";
				files.add(new DemoFile(DemoYear.arrivalOf(month.plusMonths(1)), name, month(month)));
			}
		}
		return files;
	}

	private String month(YearMonth month) {
		CsvText csv = CsvText.plain()
			.row("REPORTING_PERIOD_START", "REPORTING_PERIOD_END", "GROUP_TYPE", "ORG_CODE1", "ORG_NAME1", "ORG_CODE2",
					"ORG_NAME2", "MEASURE_ID", "MEASURE_NAME", "MEASURE_VALUE_SUPPRESSED");
		DateTimeFormatter form = (month.getYear() < 2025) ? DAY_FIRST : DateTimeFormatter.ISO_LOCAL_DATE;
		String first = form.format(month.atDay(1));
		String last = form.format(month.atEndOfMonth());
		int referrals = this.jitter.around(2540, 70) / 5 * 5;
		row(csv, first, last, "England,all,all SubICBs,all,all Providers", "M001", "Count_ReferralsReceived",
				String.valueOf(referrals * ENGLAND_TIMES + 17));
		row(csv, first, last, "England,all,all SubICBs,all,all Providers", "M004", "Count_HealthVisitorReferrals", "-");
		String own = "SubICB,26A," + Names.SUB_ICB_CAPITALS + ",all,all Providers";
		row(csv, first, last, own, "M001", "Count_ReferralsReceived", String.valueOf(referrals));
		row(csv, first, last, own, "M005", "Count_OtherPrimaryCareReferrals", "*");
		return csv.toString();
	}

	private static void row(CsvText csv, String first, String last, String who, String id, String name, String value) {
		List<Object> cells = new ArrayList<>(List.of(first, last));
		cells.addAll(List.of((Object[]) who.split(",", -1)));
		cells.addAll(List.of(id, name, value));
		csv.row(cells);
	}

}
