package org.jfpmonitor.publication.page;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jfpmonitor.intake.trial.TrialsBusy;
import org.jfpmonitor.publication.FieldFault;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.address.NoSuchPlan;
import org.jfpmonitor.publication.address.PlanAddress;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Puts the frame around every page, and says in words why there is none. */
@ControllerAdvice({ "org.jfpmonitor.publication.board", "org.jfpmonitor.publication.objective",
		"org.jfpmonitor.publication.measures", "org.jfpmonitor.publication.comparison",
		"org.jfpmonitor.publication.received", "org.jfpmonitor.publication.report",
		"org.jfpmonitor.publication.comments", "org.jfpmonitor.publication.paper",
		"org.jfpmonitor.publication.workbook", "org.jfpmonitor.publication.approval",
		"org.jfpmonitor.publication.audit", "org.jfpmonitor.publication.runs" })
class FrameAdvice {

	/** Where a page that says why there is no other finds the reasons. */
	private static final String FAULTS = "faults";

	private final Frames frames;

	FrameAdvice(Frames frames) {
		this.frames = frames;
	}

	@ModelAttribute("frame")
	Frame frame(Viewpoint viewpoint, Visitor visitor) {
		return this.frames.frame(viewpoint, visitor);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_REQUEST)
	String refused(RefusedQuery refused, Model model) {
		model.addAttribute(FAULTS, refused.fields().isEmpty() ? refused.faults()
				: refused.fields().stream().map(FieldFault::message).toList());
		return "error/400";
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	String busy(TrialsBusy busy, Model model) {
		model.addAttribute(FAULTS, List.of(String.valueOf(busy.getMessage())));
		return "error/503";
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String missing(NoSuchPage missing, Model model) {
		model.addAttribute(FAULTS, List.of(missing.sentence()));
		return "error/404";
	}

	/** Outside of every plan, so that nothing on the page leads into one. */
	@ExceptionHandler
	void missing(NoSuchPlan missing, HttpServletRequest request, HttpServletResponse response) throws IOException {
		PlanAddress.leave(request);
		request.setAttribute(FAULTS, List.of(String.valueOf(missing.getMessage())));
		response.sendError(HttpServletResponse.SC_NOT_FOUND);
	}

	/** The list of plans has no frame: it is of no plan. */
	@ControllerAdvice("org.jfpmonitor.publication.plans")
	static class ListOfPlans {

		@ExceptionHandler
		@ResponseStatus(HttpStatus.BAD_REQUEST)
		String refused(RefusedQuery refused, Visitor visitor, Model model) {
			model.addAttribute("visitor", visitor);
			model.addAttribute(FAULTS, refused.faults());
			return "error/400";
		}

	}

	/** Pages that say why there is no other have no frame, but say who is signed in. */
	@ControllerAdvice(assignableTypes = ErrorController.class)
	static class ErrorPages {

		@ModelAttribute("visitor")
		Visitor visitor(Visitor visitor) {
			return visitor;
		}

	}

}
