package org.jfpmonitor.publication.measures;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardFilter;
import org.jfpmonitor.publication.comparison.Comparisons;
import org.jfpmonitor.publication.page.Links;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Every measure that an objective is judged by, in one table and one matrix. */
@Controller
class MeasuresController {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

	private final Assessments assessments;

	private final Comparisons comparisons;

	private final Today today;

	MeasuresController(Assessments assessments, Comparisons comparisons, Today today) {
		this.assessments = assessments;
		this.comparisons = comparisons;
		this.today = today;
	}

	@GetMapping("/measures")
	String measures(Viewpoint viewpoint, @ModelAttribute("asked") BoardFilter.Asked asked,
			@RequestParam(name = "as-of-day", required = false) @Nullable String fromForm, Model model) {
		Plan plan = viewpoint.edition().plan();
		BoardFilter filter = BoardFilter.read(asked, plan);
		Links links = new Links(viewpoint, this.today.day());
		if (fromForm != null) {
			return "redirect:" + links.measures(filter.parameters());
		}
		List<MeasureRow> all = rows(viewpoint);
		MeasuresFilter shown = new MeasuresFilter(filter);
		List<MeasureRow> rows = shown.sorted(all.stream().filter(shown::shows).toList());
		model.addAttribute("filter", filter);
		model.addAttribute("statuses", List.of(StatusMark.values()));
		model.addAttribute("ambitions", plan.ambitions());
		model.addAttribute("owners", BoardFilter.owners(plan));
		model.addAttribute("onlies", MeasuresFilter.ONLY);
		model.addAttribute("rows", rows);
		model.addAttribute("all", all.size());
		model.addAttribute("matrix", Matrix.of(rows));
		model.addAttribute("csv", links.measuresCsv(filter.parameters()));
		model.addAttribute("compared", this.comparisons.among(plan.measures()));
		return "board/measures";
	}

	/** The same table for a program or a spreadsheet, with the same filter. */
	@GetMapping("/measures.csv")
	ResponseEntity<String> csv(Viewpoint viewpoint, @ModelAttribute("asked") BoardFilter.Asked asked) {
		MeasuresFilter shown = new MeasuresFilter(BoardFilter.read(asked, viewpoint.edition().plan()));
		StringWriter text = new StringWriter();
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
			csv.printRecord("objective", "measure", "title", "status", "latest", "period", "required", "variation",
					"assurance", "overdue", "owner");
			for (MeasureRow row : shown.sorted(rows(viewpoint).stream().filter(shown::shows).toList())) {
				csv.printRecord(row.objective(), row.summary().id(), row.title(), row.summary().mark().words(),
						row.summary().latest(), row.summary().period(), row.summary().required(),
						row.summary().variation(), row.summary().assurance(), row.summary().overdue() ? "yes" : "no",
						row.owner());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return ResponseEntity.ok()
			.contentType(CSV)
			.header("Content-Disposition", "attachment; filename=\"measures-" + viewpoint.asOf() + ".csv\"")
			.body(text.toString());
	}

	private List<MeasureRow> rows(Viewpoint viewpoint) {
		return MeasureRow.all(this.assessments.assess(viewpoint.plan().id(), viewpoint.asOf(), viewpoint.knownOn()));
	}

}
