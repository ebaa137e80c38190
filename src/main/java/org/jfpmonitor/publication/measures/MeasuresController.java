package org.jfpmonitor.publication.measures;

import java.util.List;
import java.util.Map;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardFilter;
import org.jfpmonitor.publication.caching.PageContents;
import org.jfpmonitor.publication.comparison.Comparisons;
import org.jfpmonitor.publication.csv.CsvTable;
import org.jfpmonitor.publication.page.Links;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Every measure that an objective is judged by, in one table and one matrix. */
@Controller
class MeasuresController {

	private static final String PAGE = "board/measures";

	private final Assessments assessments;

	private final Comparisons comparisons;

	private final PageContents contents;

	private final Today today;

	MeasuresController(Assessments assessments, Comparisons comparisons, PageContents contents, Today today) {
		this.assessments = assessments;
		this.comparisons = comparisons;
		this.contents = contents;
		this.today = today;
	}

	@GetMapping("/measures")
	String measures(Viewpoint viewpoint, @ModelAttribute("asked") BoardFilter.Asked asked,
			@RequestParam(name = "as-of-day", required = false) @Nullable String fromForm, Model model) {
		BoardFilter filter = BoardFilter.read(asked, viewpoint.edition().plan());
		Links links = new Links(viewpoint, this.today.day());
		if (fromForm != null) {
			return "redirect:" + links.measures(filter.parameters());
		}
		this.contents.add(model, viewpoint, PAGE, List.of(filter), () -> parts(viewpoint, filter, links));
		return PAGE;
	}

	private Map<String, ?> parts(Viewpoint viewpoint, BoardFilter filter, Links links) {
		Plan plan = viewpoint.edition().plan();
		List<MeasureRow> all = rows(viewpoint);
		MeasuresFilter shown = new MeasuresFilter(filter);
		List<MeasureRow> rows = shown.sorted(all.stream().filter(shown::shows).toList());
		return Map.of("filter", filter, "statuses", List.of(StatusMark.values()), "ambitions", plan.ambitions(),
				"owners", BoardFilter.owners(plan), "onlies", MeasuresFilter.ONLY, "rows", rows, "all", all.size(),
				"matrix", Matrix.of(rows), "csv", links.measuresCsv(filter.parameters()), "compared",
				this.comparisons.among(plan.measures()));
	}

	/** The same table for a program or a spreadsheet, with the same filter. */
	@GetMapping("/measures.csv")
	ResponseEntity<String> csv(Viewpoint viewpoint, @ModelAttribute("asked") BoardFilter.Asked asked) {
		MeasuresFilter shown = new MeasuresFilter(BoardFilter.read(asked, viewpoint.edition().plan()));
		CsvTable table = new CsvTable("objective", "measure", "title", "status", "latest", "period", "required",
				"variation", "assurance", "overdue", "owner");
		for (MeasureRow row : shown.sorted(rows(viewpoint).stream().filter(shown::shows).toList())) {
			table.row(row.objective(), row.summary().id(), row.title(), row.summary().mark().words(),
					row.summary().latest(), row.summary().period(), row.summary().required(), row.summary().variation(),
					row.summary().assurance(), row.summary().overdue(), row.owner());
		}
		return table.answer(viewpoint.edition().plan().id(), "measures-" + viewpoint.asOf());
	}

	private List<MeasureRow> rows(Viewpoint viewpoint) {
		return MeasureRow.all(this.assessments.assess(viewpoint.plan().id(), viewpoint.asOf(), viewpoint.knownOn()));
	}

}
