package org.jfpmonitor.demonstration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The national flat file of targeted lung health checks, whole history in each. In
 * 2024/25 12,000 people are invited and 4,920 attend: 41%; the year before 38.2%.
 */
final class LungCheckExtract implements DemoSource {

	private static final YearMonth FIRST = YearMonth.of(2023, 4);

	private static final int[] INVITED = { 900, 700, 1100, 400, 1000, 600, 1300, 700, 300, 1200, 800, 600, 1800, 300,
			900, 250, 1500, 450, 1700, 600, 400, 2000, 1200, 900 };

	private static final int[] ATTENDED = { 340, 268, 420, 155, 380, 230, 497, 270, 117, 455, 305, 230, 690, 120, 355,
			100, 595, 190, 717, 255, 178, 840, 505, 375 };

	private static final Map<String, String> ITEMS = items();

	private final Jitter jitter = new Jitter("tlhc");

	@Override
	public List<DemoFile> files() {
		List<Map<String, Integer>> own = new ArrayList<>();
		for (int i = 0; i < INVITED.length; i++) {
			own.add(month(INVITED[i], ATTENDED[i]));
		}
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			String name = "tlhc_midata_flatfile_" + DemoYear.arrivalOf(month) + ".csv";
			files.add(new DemoFile(DemoYear.arrivalOf(month), name, upTo(month, own)));
		}
		return files;
	}

	private static String upTo(YearMonth last, List<Map<String, Integer>> own) {
		CsvText csv = CsvText.plain()
			.row("CACode", "CAName", "ProjectCode", "Project", "MetricId", "Metric", "month", "Numerator");
		for (int i = 0; !FIRST.plusMonths(i).isAfter(last); i++) {
			String month = DemoYear.spelled(FIRST.plusMonths(i), "MMM yyyy");
			// The neighbouring project hands its return in a month late.
			boolean submitted = FIRST.plusMonths(i).isBefore(last);
			Map<String, Integer> figures = own.get(i);
			ITEMS.forEach((id, item) -> csv.row("EOEN", "East of England North", "26A", "Norfolk and Waveney", id, item,
					month, figures.get(id)));
			ITEMS.forEach((id, item) -> csv.row("EOEN", "East of England North", "06L", "NE Essex and Great Yarmouth",
					id, item, month, submitted ? figures.get(id) / 2 : "NA"));
		}
		return csv.toString();
	}

	private Map<String, Integer> month(int invited, int attended) {
		int[] how = Shares.split(attended, 3, 7);
		int referred = attended * 46 / 100;
		int scanned = this.jitter.around(referred * 90 / 100, 40);
		Map<String, Integer> figures = new LinkedHashMap<>();
		figures.put("1a", invited);
		figures.put("1c", this.jitter.around(invited * 62 / 100, 60));
		figures.put("2", this.jitter.around(attended * 118 / 100, 30));
		figures.put("3a", how[0]);
		figures.put("3b", how[1]);
		figures.put("3c", this.jitter.around(attended * 5 / 100, 150));
		figures.put("3d", this.jitter.around(attended * 9 / 100, 150));
		figures.put("4a", referred);
		figures.put("4b", attended * 3 / 100);
		figures.put("5a", scanned);
		figures.put("5b", referred - Math.min(referred, scanned));
		return figures;
	}

	private static Map<String, String> items() {
		Map<String, String> items = new LinkedHashMap<>();
		items.put("1a", "First invitations");
		items.put("1c", "Follow-up invitations");
		items.put("2", "Accepted invitation");
		items.put("3a", "Attended face-to-face check");
		items.put("3b", "Attended telephone check");
		items.put("3c", "Did not attend face-to-face check");
		items.put("3d", "Did not attend telephone check");
		items.put("4a", "Referred for initial CT");
		items.put("4b", "High risk but ineligible for CT");
		items.put("5a", "Initial CT performed");
		items.put("5b", "Did not attend initial CT");
		return items;
	}

}
