package org.jfpmonitor.publication.desk;

import java.security.Principal;
import java.util.List;

import org.jfpmonitor.progress.NoSuchOverride;
import org.jfpmonitor.progress.OverlappingOverride;
import org.jfpmonitor.publication.Overrides;
import org.jfpmonitor.publication.RefusedOverride;
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
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String until, Principal author, RedirectAttributes back) {
		try {
			this.overrides.set(new Overrides.Wanted(id, status, reason, null, until), author.getName());
			back.addFlashAttribute("done", "The status was set. It is shown beside the computed one.");
		}
		catch (RefusedOverride refused) {
			refuse(refused.faults(), status, reason, until, back);
		}
		catch (OverlappingOverride refused) {
			refuse(List.of(String.valueOf(refused.getMessage())), status, reason, until, back);
		}
		back.addAttribute("id", id);
		return "redirect:/objectives/{id}";
	}

	@PostMapping("/objectives/{id}/override/revoke")
	String revoke(@PathVariable String id, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String reason, Principal author, RedirectAttributes back) {
		try {
			this.overrides.revoke(new Overrides.End(id, from, reason), author.getName());
			back.addFlashAttribute("done",
					"The status was revoked. Both are kept in the list of statuses set by people.");
		}
		catch (RefusedOverride refused) {
			back.addFlashAttribute("refused", refused.faults());
		}
		catch (NoSuchOverride refused) {
			back.addFlashAttribute("refused", List.of(String.valueOf(refused.getMessage())));
		}
		back.addAttribute("id", id);
		return "redirect:/objectives/{id}";
	}

	private static void refuse(List<String> faults, @Nullable String status, @Nullable String reason,
			@Nullable String until, RedirectAttributes back) {
		back.addFlashAttribute("refused", faults);
		back.addFlashAttribute("entered", new Entered(status, reason, until));
	}

	/** What was typed, so that nobody types it twice. */
	public record Entered(@Nullable String status, @Nullable String reason, @Nullable String until) {

	}

}
