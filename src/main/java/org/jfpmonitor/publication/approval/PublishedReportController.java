package org.jfpmonitor.publication.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.address.Download;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.NoSuchPage;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The reports that were published, each as it was. */
@Controller
class PublishedReportController {

	private final PublishedReports reports;

	PublishedReportController(PublishedReports reports) {
		this.reports = reports;
	}

	@GetMapping("/reports")
	String all(PlanEditions plan, Model model) {
		List<PublishedReport> all = this.reports.all(plan);
		model.addAttribute("rows", all.stream().map((each) -> ReportRow.of(each, all)).toList());
		return "board/reports";
	}

	@GetMapping("/reports/{number}")
	String one(@PathVariable String number, PlanEditions plan, Model model) {
		List<PublishedReport> all = this.reports.all(plan);
		PublishedReport report = all.stream()
			.filter((each) -> String.valueOf(each.number()).equals(number))
			.findFirst()
			.orElseThrow(() -> new NoSuchPage(
					"There is no published report \"" + number + "\". Choose one from the list of published reports."));
		model.addAttribute("row", ReportRow.of(report, all));
		model.addAttribute("content", this.reports.content(report.number()));
		return "board/published-report";
	}

	/** The report as the document that was kept with it. */
	@GetMapping("/reports/{number}/report.{format}")
	ResponseEntity<byte[]> document(@PathVariable String number, @PathVariable String format, PlanEditions plan) {
		Optional<BoardPaper.Format> wanted = Arrays.stream(BoardPaper.Format.values())
			.filter((each) -> each.name().toLowerCase(Locale.ROOT).equals(format))
			.findFirst();
		byte[] document = wanted.filter(
				(each) -> number.matches("[0-9]{1,18}") && this.reports.find(plan, Long.parseLong(number)).isPresent())
			.flatMap((each) -> this.reports.document(Long.parseLong(number), each))
			.orElseThrow(() -> new NoSuchPage("There is no document \"report." + format + "\" of a published report \""
					+ number + "\". Choose one from the list of published reports."));
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(wanted.orElseThrow().mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION, Download.of(plan.id(), "report-" + number + "." + format))
			.body(document);
	}

	/**
	 * A published report as a list shows it.
	 *
	 * @param number its number
	 * @param asOf the day that it speaks of, in words
	 * @param knownOn the day whose knowledge it uses, in words
	 * @param planVersion the number of the version of the plan
	 * @param author who approved it
	 * @param published when, in words
	 * @param corrects the number of the report that it corrects, or empty
	 * @param correction what was corrected and why, or empty
	 * @param correctedBy the number of the report that corrects it, or empty
	 * @param laterCorrection what that one corrects and why, or empty
	 */
	record ReportRow(String number, String asOf, String knownOn, int planVersion, String author, String published,
			String corrects, String correction, String correctedBy, String laterCorrection) {

		static ReportRow of(PublishedReport report, List<PublishedReport> all) {
			Optional<PublishedReport> later = all.stream()
				.filter((each) -> each.corrects() != null && each.corrects() == report.number())
				.findFirst();
			return new ReportRow(String.valueOf(report.number()), Period.day(report.asOf()).inWords(),
					Period.day(report.knownOn()).inWords(), report.planVersion(), report.author(),
					LondonTime.inWords(report.publishedAt()),
					(report.corrects() != null) ? String.valueOf(report.corrects()) : "",
					(report.correction() != null) ? report.correction() : "",
					later.map((each) -> String.valueOf(each.number())).orElse(""),
					later.map(PublishedReport::correction).orElse(""));
		}

	}

}
