package org.jfpmonitor.publication.comments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentClash;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.EnteredDay;
import org.jfpmonitor.publication.RefusedEntry;
import org.jfpmonitor.publication.page.FormErrors;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.page.Visitor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on which a comment is written, saved as a draft and made final. */
@Controller
class CommentController {

	private static final String ADDRESS = "/objectives/{code}/comments/{month}";

	private static final int MONTHS = 6;

	private final CommentWriter writer;

	private final Comments comments;

	private final Assessments assessments;

	private final Today today;

	CommentController(CommentWriter writer, Comments comments, Assessments assessments, Today today) {
		this.writer = writer;
		this.comments = comments;
		this.assessments = assessments;
		this.today = today;
	}

	@GetMapping(ADDRESS)
	String form(@PathVariable String code, @PathVariable String month, @RequestParam(defaultValue = "") String measure,
			PlanEditions plan, Visitor visitor, Model model) {
		refuseUnended(month);
		CommentForm form = form(code, month, measure, plan, visitor);
		Optional<Comment> newest = form.commentary().newest(form.subject());
		model.addAttribute("page",
				page(form, newest.map(CommentPage.EnteredComment::of).orElse(CommentPage.EnteredComment.NOTHING),
						newest.map(Comment::version).orElse(0), null));
		return "board/comment";
	}

	@PostMapping(ADDRESS)
	String save(@PathVariable String code, @PathVariable String month, @RequestParam(defaultValue = "") String measure,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "0") int version,
			PlanEditions plan, Visitor visitor, HttpServletRequest request, Model model, HttpServletResponse response,
			RedirectAttributes back) {
		CommentPage.EnteredComment entered = new CommentPage.EnteredComment(sent(request, "figures"),
				sent(request, "cause"), sent(request, "action"), EnteredDay.of(request::getParameter, "actionBy"),
				sent(request, "expected"));
		try {
			Comment added = this.writer.write(
					new CommentWriter.WantedComment(code, measure, month, state, version, entered.figures(),
							entered.cause(), entered.action(), entered.actionBy().inOneField(), entered.expected()),
					plan, visitor);
			back.addFlashAttribute("done",
					(added.state() == Comment.Stage.FINAL)
							? "The comment is final. It is on this page, in the report and in the next email."
							: "The draft was saved. Only editors and the owner see it.");
			back.addAttribute("code", code);
			return "redirect:/objectives/{code}";
		}
		catch (RefusedEntry refused) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("errors", FormErrors.of(refused.faults(), "actionBy"));
			model.addAttribute("page", page(form(code, month, measure, plan, visitor), entered, version, null));
			return "board/comment";
		}
		catch (CommentClash clash) {
			Comment newest = clash.newest();
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("errors", FormErrors.of("theirs",
					"Version %d by %s was saved while you wrote. Yours is not saved yet: take over what you want to keep from theirs, then save again"
						.formatted(newest.version(), newest.author())));
			model.addAttribute("page", page(form(code, month, measure, plan, visitor), entered, newest.version(),
					CommentBlock.of(newest)));
			return "board/comment";
		}
	}

	/** Nobody is shown a form that would be refused. */
	private void refuseUnended(String month) {
		YearMonth newest = CommentSubject.newestMonth(this.today.day());
		if (CommentWriter.month(month).filter((each) -> each.isAfter(newest)).isPresent()) {
			throw new NoSuchPage("A comment speaks of a month that has ended, %s at the latest; found \"%s\"."
				.formatted(Period.month(newest).inWords(), month));
		}
	}

	private static String sent(HttpServletRequest request, String field) {
		return Optional.ofNullable(request.getParameter(field)).orElse("");
	}

	/** What the form is about; refused to those who may not write about it. */
	private CommentForm form(String code, String month, String measure, PlanEditions editions, Visitor visitor) {
		YearMonth of = CommentWriter.month(month)
			.orElseThrow(() -> new NoSuchPage("A comment speaks of a month such as 2025-04; found \"" + month + "\"."));
		PlanAssessment plan = this.assessments.assess(editions.id(), day(of), this.today.day());
		if (!CommentWriter.isOf(plan.plan().plan(), of)) {
			throw new NoSuchPage("A comment speaks of a month of the plan, which runs %s; found \"%s\"."
				.formatted(CommentWriter.days(plan.plan().plan()), month));
		}
		ObjectiveAssessment objective = plan.objectives()
			.stream()
			.filter((each) -> each.objective().code().value().equals(code))
			.findFirst()
			.orElseThrow(() -> new NoSuchPage("There is no objective \"" + code + "\" in the plan."));
		if (!visitor.writesFor(objective.objective().owner())) {
			throw new AccessDeniedException("Comments are taken from editors and from the owner of the objective");
		}
		MeasureAssessment one = measure.isEmpty() ? null : objective.measures()
			.stream()
			.filter((each) -> each.measure().id().value().equals(measure))
			.findFirst()
			.orElseThrow(
					() -> new NoSuchPage("Objective " + code + " is not judged by a measure \"" + measure + "\"."));
		return new CommentForm(plan.plan().plan(), objective, one, of, this.comments.commentary(editions, day(of)));
	}

	private LocalDate day(YearMonth month) {
		return month.isAfter(CommentSubject.newestMonth(this.today.day())) ? this.today.day() : month.atEndOfMonth();
	}

	private CommentPage page(CommentForm form, CommentPage.EnteredComment entered, int version,
			@Nullable CommentBlock theirs) {
		MeasureAssessment measure = form.measure();
		List<CommentBlock> versions = new ArrayList<>(
				form.commentary().versions(form.subject()).stream().map(CommentBlock::of).toList());
		Collections.reverse(versions);
		return new CommentPage(form.code().value(), form.objective().objective().shortTitle(),
				(measure != null) ? measure.measure().id().value() : "",
				(measure != null) ? measure.measure().title() : "", form.month().toString(),
				Period.month(form.month()).inWords(),
				StatusMark.of((measure != null) ? measure.status() : form.objective().status()),
				(measure != null) ? measure.reason().sentence() : form.objective().reason().statement(), entered,
				version, theirs, versions, months(form));
	}

	private List<CommentPage.Month> months(CommentForm form) {
		YearMonth newest = CommentSubject.newestMonth(this.today.day());
		return IntStream.range(0, MONTHS)
			.mapToObj(newest::minusMonths)
			.filter((each) -> !each.equals(form.month()) && CommentWriter.isOf(form.plan(), each))
			.map((each) -> new CommentPage.Month(each.toString(), Period.month(each).inWords(),
					form.commentary()
						.newest(new CommentSubject(form.code(), form.subject().measure(), each))
						.map((comment) -> (comment.state() == Comment.Stage.FINAL) ? "final" : "draft")
						.orElse("nothing yet")))
			.toList();
	}

	/** What one form is about. */
	private record CommentForm(Plan plan, ObjectiveAssessment objective, @Nullable MeasureAssessment measure,
			YearMonth month, Commentary commentary) {

		ObjectiveCode code() {
			return this.objective.objective().code();
		}

		CommentSubject subject() {
			MeasureId id = (this.measure != null) ? this.measure.measure().id() : null;
			return new CommentSubject(code(), id, this.month);
		}

	}

}
