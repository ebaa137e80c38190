package org.jfpmonitor.publication.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.publication.address.PlanAddress;
import org.jfpmonitor.publication.csv.CsvTable;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.page.Visitor;
import org.jfpmonitor.publication.parameters.OfToday;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The plans of the service, for who looks after several. */
@Controller
class PlansController {

	private final PlanList plans;

	PlansController(PlanList plans) {
		this.plans = plans;
	}

	@GetMapping(PlanAddress.LIST)
	@OfToday("The list shows the last run; the board of each plan answers for other days.")
	String plans(HttpServletRequest request, Visitor visitor, Model model) {
		model.addAttribute("visitor", visitor);
		model.addAttribute("rows", this.plans.rows(request));
		model.addAttribute("marks", StatusMark.values());
		return "board/plans";
	}

	/** The same for a spreadsheet or a program. */
	@GetMapping(PlanAddress.LIST + ".csv")
	ResponseEntity<String> csv(HttpServletRequest request) {
		List<String> columns = new ArrayList<>(List.of("plan", "edition", "title", "organisation", "name", "address"));
		StatusMark.BY_SEVERITY.forEach((mark) -> columns.add(mark.code()));
		columns.addAll(List.of("underperforming_or_delayed", "last_run"));
		CsvTable table = new CsvTable(columns.toArray(String[]::new));
		for (PlanRow row : this.plans.rows(request)) {
			List<@Nullable Object> cells = new ArrayList<>(List.of(row.id(), row.edition(), row.title(),
					row.organisationCode(), row.organisation(), row.address()));
			StatusMark.BY_SEVERITY.forEach((mark) -> cells.add(row.number(mark)));
			cells.add(row.worst()
				.stream()
				.map((each) -> each.objective().code().value())
				.collect(Collectors.joining(" ")));
			cells.add((row.lastRun() != null) ? row.lastRun().asOf() : null);
			table.row(cells.toArray());
		}
		return table.answer("plans");
	}

}
