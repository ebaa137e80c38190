package org.jfpmonitor.publication.plans;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.publication.address.PlanAddress;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.page.Visitor;
import org.jfpmonitor.publication.parameters.OfToday;

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

}
