package org.jfpmonitor.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Our own layout for progress, one file a month: what became known of milestones, and in
 * the last file the positions and comments as the progress report published them.
 */
final class ProgressReport implements DemoSource {

	private static final LocalDate REPORTED_AS_OF = LocalDate.of(2025, 3, 31);

	@Override
	public List<DemoFile> files() {
		List<String[]> milestones = Tables.rows("milestone-progress.tsv", 7);
		List<DemoFile> files = new ArrayList<>();
		for (YearMonth month : DemoYear.months()) {
			CsvText csv = CsvText.plain()
				.row("kind", "objective", "milestone", "as-of", "status", "forecast", "achieved", "comment");
			for (String[] row : milestones) {
				if (row[0].equals(month.toString())) {
					csv.row("milestone", row[1], row[2], row[3], "", row[4], row[5], row[6]);
				}
			}
			if (month.equals(DemoYear.LAST)) {
				for (String[] row : Tables.rows("published-positions.tsv", 3)) {
					csv.row("position", row[0], "", REPORTED_AS_OF, row[1], "", "", row[2]);
				}
			}
			files.add(new DemoFile(DemoYear.arrivalOf(month), "progress-" + month + ".csv", csv.toString()));
		}
		return files;
	}

}
