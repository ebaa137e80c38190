package org.jfpmonitor.publication.desk;

import java.security.Principal;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.progress.NoSuchOverride;
import org.jfpmonitor.progress.OverlappingOverride;
import org.jfpmonitor.publication.EnteredDay;
import org.jfpmonitor.publication.FieldFault;
import org.jfpmonitor.publication.Overrides;
import org.jfpmonitor.publication.RefusedEntry;
import org.jfpmonitor.publication.page.FormErrors;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets and revokes a person's status from the page of an objective. */
@Controller
class OverrideForm {

	private final Overrides overrides;

	OverrideForm(Overrides overrides) {
		this.overrides = overrides;
	}

	@PostMapping("/objectives/{id}/override")
	String set(@PathVariable String id, @RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) @Nullable String reason, HttpServletRequest request, PlanEditions plan,
			Principal author, RedirectAttributes back) {
		EnteredDay until = EnteredDay.of(request::getParameter, "until");
		try {
			this.overrides.set(new Overrides.Wanted(id, status, reason, null, until.inOneField()), plan,
					author.getName());
			back.addFlashAttribute("done", "The status was set. It is shown beside the computed one.");
		}
		catch (RefusedEntry refused) {
			back.addFlashAttribute("errors", FormErrors.of(refused.faults(), "until"));
			back.addFlashAttribute("entered", new EnteredOverride(status, reason, until));
		}
		catch (OverlappingOverride refused) {
			back.addFlashAttribute("errors", at("until", String.valueOf(refused.getMessage())));
			back.addFlashAttribute("entered", new EnteredOverride(status, reason, until));
		}
		back.addAttribute("id", id);
		return "redirect:/objectives/{id}";
	}

	@PostMapping("/objectives/{id}/override/revoke")
	String revoke(@PathVariable String id, @RequestParam(required = false) @Nullable String reason,
			HttpServletRequest request, PlanEditions plan, Principal author, RedirectAttributes back) {
		EnteredDay from = EnteredDay.of(request::getParameter, "from");
		try {
			this.overrides.revoke(new Overrides.End(id, from.inOneField(), reason), plan, author.getName());
			back.addFlashAttribute("done",
					"The status was revoked. Both are kept in the list of statuses set manually.");
		}
		catch (RefusedEntry refused) {
			back.addFlashAttribute("errors", FormErrors.of(refused.faults(), "from").in("revoke"));
			back.addFlashAttribute("revoked", new EnteredOverride(null, reason, from));
		}
		catch (NoSuchOverride refused) {
			back.addFlashAttribute("errors", at("from", notOne(id, plan, refused)).in("revoke"));
			back.addFlashAttribute("revoked", new EnteredOverride(null, reason, from));
		}
		back.addAttribute("id", id);
		return "redirect:/objectives/{id}";
	}

	private static FormErrors at(String day, String message) {
		return FormErrors.of(List.of(new FieldFault(day, message, message)), day);
	}

	/** Which days the form can take; what the refusal says where none holds any more. */
	private String notOne(String id, PlanEditions plan, NoSuchOverride refused) {
		return this.overrides.holding(id, plan)
			.map((each) -> "First day on which it no longer holds must be from " + Period.day(each.from()).inWords()
					+ " to " + Period.day(each.lastDay()).inWords())
			.orElse(String.valueOf(refused.getMessage()));
	}

	/** What was typed, so that nobody types it twice. */
	public record EnteredOverride(@Nullable String status, @Nullable String reason, EnteredDay day) {

	}

}
