package org.jfpmonitor.publication.board;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.publication.EnteredDay;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.FormErrors;
import org.jfpmonitor.publication.page.Frames;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.page.Visitor;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Shows the form of the board and of the measures again when what it asks for cannot be
 * answered, with what was typed and what is wrong with it; what no field of it asks for
 * is said alone.
 */
@ControllerAdvice({ "org.jfpmonitor.publication.board", "org.jfpmonitor.publication.measures" })
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedFilterAdvice {

	private final Frames frames;

	private final Today today;

	RefusedFilterAdvice(Frames frames, Today today) {
		this.frames = frames;
		this.today = today;
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String refused(RefusedQuery refused, HttpServletRequest request, PlanEditions editions, Visitor visitor,
			Model model) {
		if (refused.fields().isEmpty()) {
			model.addAttribute("faults", refused.faults());
			return "error/400";
		}
		Plan plan = editions.on(this.today.day()).plan();
		boolean measures = request.getServletPath().startsWith("/measures");
		model.addAttribute("frame", this.frames.frame(Viewpoint.on(editions, this.today.day()), visitor));
		model.addAttribute("errors", FormErrors.of(refused.fields(), "as-of", "known-on"));
		model.addAttribute("page", measures ? "measures" : "board");
		model.addAttribute("address", measures ? "/measures" : "/");
		model.addAttribute("filter", BoardFilter.understood(
				new BoardFilter.Asked(request.getParameter("status"), request.getParameter("ambition"),
						request.getParameter("owner"), request.getParameter("only"), request.getParameter("sort")),
				plan));
		model.addAttribute("statuses", List.of(StatusMark.values()));
		model.addAttribute("ambitions", plan.ambitions());
		model.addAttribute("owners", BoardFilter.owners(plan));
		model.addAttribute("onlies", BoardFilter.Only.values());
		model.addAttribute("asOf", EnteredDay.of(request::getParameter, "as-of"));
		model.addAttribute("knownOn", EnteredDay.of(request::getParameter, "known-on"));
		return "board/refused-filter";
	}

}
