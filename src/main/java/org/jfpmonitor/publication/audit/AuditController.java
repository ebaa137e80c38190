package org.jfpmonitor.publication.audit;

import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.publication.page.PageNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the audit trail, newest first, to editors and administrators. */
@Controller
class AuditController {

	private static final int PAGE = 100;

	private final AuditTrail trail;

	AuditController(AuditTrail trail) {
		this.trail = trail;
	}

	@GetMapping("/audit")
	String audit(@RequestParam(required = false) @Nullable String page, Model model) {
		long all = this.trail.count();
		int pages = (int) Math.max(1, (all + PAGE - 1) / PAGE);
		int shown = PageNumber.of(page, pages);
		model.addAttribute("rows", this.trail.newest((shown - 1L) * PAGE, PAGE).stream().map(AuditRow::of).toList());
		model.addAttribute("all", all);
		model.addAttribute("page", shown);
		model.addAttribute("pages", pages);
		return "board/audit";
	}

}
