package org.jfpmonitor.publication.comments;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.commentary.Annotation;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.publication.EnteredDay;
import org.jfpmonitor.publication.RefusedEntry;
import org.jfpmonitor.publication.page.FormErrors;
import org.jfpmonitor.publication.page.Visitor;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Annotates the chart of a measure from the page of an objective. */
@Controller
class AnnotationController {

	private static final String BACK = "redirect:/objectives/{code}";

	private final AnnotationWriter writer;

	private final Assessments assessments;

	private final Today today;

	AnnotationController(AnnotationWriter writer, Assessments assessments, Today today) {
		this.writer = writer;
		this.assessments = assessments;
		this.today = today;
	}

	@PostMapping("/objectives/{code}/annotations")
	String annotate(@PathVariable String code, @RequestParam(defaultValue = "") String measure,
			@RequestParam(defaultValue = "") String words, PlanEditions plan, Visitor visitor,
			HttpServletRequest request, RedirectAttributes back) {
		back.addAttribute("code", code);
		EnteredDay from = EnteredDay.of(request::getParameter, "from");
		EnteredDay until = EnteredDay.of(request::getParameter, "until");
		try {
			Annotation added = this.writer.annotate(
					new AnnotationWriter.WantedAnnotation(measure, from.inOneField(), until.inOneField(), words), plan,
					visitor);
			back.addFlashAttribute("done", isOnAChart(added, plan)
					? "The annotation was added. It is on the chart and in the list below it."
					: "The annotation was added. No figure is for these days, so it stands in the list of annotations alone.");
		}
		catch (RefusedEntry refused) {
			back.addFlashAttribute("errors", FormErrors.of(refused.faults(), "from", "until").in(measure));
			back.addFlashAttribute("annotated", new Annotated(measure, from, until, words));
		}
		return BACK;
	}

	@PostMapping("/objectives/{code}/annotations/{number:[0-9]{1,18}}/withdraw")
	String withdraw(@PathVariable String code, @PathVariable long number, PlanEditions plan, Visitor visitor,
			RedirectAttributes back) {
		back.addAttribute("code", code);
		back.addFlashAttribute("done", this.writer.withdraw(number, plan, visitor) ? "The annotation was withdrawn."
				: "No annotation of this number holds here; it may have been withdrawn before. Nothing was changed.");
		return BACK;
	}

	private boolean isOnAChart(Annotation added, PlanEditions plan) {
		return this.assessments.assess(plan.id(), this.today.day(), this.today.day())
			.objectives()
			.stream()
			.flatMap((each) -> each.measures().stream())
			.filter((each) -> each.measure().id().equals(added.measure()))
			.anyMatch((each) -> each.series().hasPeriodOn(added.days()));
	}

	/** What was typed, so that nobody types it twice. */
	public record Annotated(String measure, EnteredDay from, EnteredDay until, String words) {

	}

}
