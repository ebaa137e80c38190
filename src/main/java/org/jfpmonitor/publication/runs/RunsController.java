package org.jfpmonitor.publication.runs;

import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.RunProgress;
import org.jfpmonitor.publication.csv.CsvTable;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jfpmonitor.schedule.RunLog;
import org.jfpmonitor.schedule.RunLog.LoggedRun;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The newest runs, and how far one of them has come with its files. */
@Controller
class RunsController {

	private static final int NEWEST = 25;

	private static final int NEWEST_AS_CSV = 400;

	private static final int NAMED = 20;

	private static final String LOOK_AGAIN_SECONDS = "4";

	private final RunLog runs;

	private final Intake intake;

	RunsController(RunLog runs, Intake intake) {
		this.runs = runs;
		this.intake = intake;
	}

	@GetMapping("/runs")
	String runs(Model model) {
		model.addAttribute("rows",
				this.runs.newest(NEWEST)
					.stream()
					.map((run) -> RunRow.of(run, this.intake.progress(run.id(), 0)))
					.toList());
		model.addAttribute("inCsv", NEWEST_AS_CSV);
		return "board/runs";
	}

	/** The newest runs, many more than the page has room for. */
	@GetMapping("/runs.csv")
	ResponseEntity<String> csv() {
		CsvTable table = new CsvTable("run", "kind", "day", "started_at", "finished_at", "seconds", "files", "settled",
				"left", "lines", "passed_over");
		for (LoggedRun run : this.runs.newest(NEWEST_AS_CSV)) {
			RunProgress progress = this.intake.progress(run.id(), 0);
			table.row(run.id(), run.kind().code(), run.day(), run.startedAt(), run.finishedAt(),
					run.duration().map((took) -> took.toMillis() / 1000.0).orElse(null), progress.files(),
					progress.settled(), progress.left(), progress.lines(), progress.passedOver());
		}
		return table.answer("runs");
	}

	/** The page asks to be looked at again until nothing of the run is left undone. */
	@GetMapping("/runs/{id}")
	String run(@PathVariable String id, Model model, HttpServletResponse response) {
		LoggedRun run = find(id);
		if (run.finishedAt() == null) {
			response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
		}
		model.addAttribute("run", RunRow.of(run, this.intake.progress(run.id(), NAMED)));
		return "board/run";
	}

	private LoggedRun find(String id) {
		if (!id.matches("[0-9]{1,18}")) {
			throw new NoSuchPage("A run is named by its number, such as /runs/1; found \"" + id
					+ "\". Choose one from the list of runs.");
		}
		return this.runs.find(Long.parseLong(id))
			.orElseThrow(() -> new NoSuchPage("There is no run " + id + ". Choose one from the list of runs."));
	}

}
