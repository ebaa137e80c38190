package org.jfpmonitor.publication.comparison;

import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.csv.CsvTable;
import org.jfpmonitor.publication.page.Links;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One measure over all organisations that publish it, as a page and as CSV. */
@Controller
class ComparisonController {

	private static final String PERIOD_END = "period-end";

	private final Comparisons comparisons;

	private final Today today;

	ComparisonController(Comparisons comparisons, Today today) {
		this.comparisons = comparisons;
		this.today = today;
	}

	@GetMapping("/measures/{id}/organisations")
	String page(@PathVariable String id, Viewpoint viewpoint,
			@RequestParam(name = PERIOD_END, required = false) @Nullable String periodEnd,
			@RequestParam(name = "as-of-day", required = false) @Nullable String fromForm, Model model) {
		Comparison compared = compared(id, periodEnd, viewpoint);
		Links links = new Links(viewpoint, this.today.day());
		if (fromForm != null) {
			return "redirect:" + links.organisations(compared.measure().id().value());
		}
		model.addAttribute("page", ComparisonPage.of(compared, viewpoint, this.today.day()));
		model.addAttribute("csv",
				(periodEnd != null && compared.period().isPresent())
						? links.organisationsCsv(compared.measure().id().value(), compared.period().get().lastDay())
						: links.organisationsCsv(compared.measure().id().value()));
		return "board/comparison";
	}

	/** The same for a spreadsheet; values in base units. */
	@GetMapping("/measures/{id}/organisations.csv")
	ResponseEntity<String> csv(@PathVariable String id,
			@RequestParam(name = PERIOD_END, required = false) @Nullable String periodEnd, Viewpoint viewpoint) {
		Comparison compared = compared(id, periodEnd, viewpoint);
		CsvTable table = new CsvTable("measure", "period_start", "period_end", "kind", "organisation", "name",
				"in_plan", "rank", "ranked", "unit", "value", "numerator", "denominator", "mark", "variation",
				"provisional");
		for (ComparedKind kind : compared.kinds()) {
			for (ComparedOrganisation each : kind.organisations()) {
				write(table, compared, kind, each);
			}
		}
		return table.answer(viewpoint.edition().plan().id(), name(compared));
	}

	private static String name(Comparison compared) {
		return "organisations-" + compared.measure().id()
				+ compared.period().map((each) -> "-" + each.lastDay()).orElse("");
	}

	private static void write(CsvTable table, Comparison compared, ComparedKind kind, ComparedOrganisation each) {
		Period period = each.figure().period();
		Optional<Figure> figure = Optional.ofNullable(each.figure().figure());
		table.row(compared.measure().id(), period.start(), period.lastDay(), kind.kind().code(),
				each.organisation().code(), each.organisation().name(), each.judged(),
				(each.rank() != null) ? each.rank().place() : null, (each.rank() != null) ? each.rank().of() : null,
				compared.measure().unit().base(), figure.map(Figure::value).orElse(null),
				figure.map(Figure::numerator).orElse(null), figure.map(Figure::denominator).orElse(null), each.mark(),
				each.chart().map((chart) -> chart.variation().code()).orElse(null), each.provisional());
	}

	private Comparison compared(String id, @Nullable String periodEnd, Viewpoint viewpoint) {
		return this.comparisons.of(id, periodEnd, viewpoint)
			.orElseThrow(
					() -> new NoSuchPage("The plan has no measure \"" + id + "\". Measures at a glance lists all."));
	}

}
