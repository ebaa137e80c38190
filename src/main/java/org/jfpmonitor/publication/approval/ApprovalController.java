package org.jfpmonitor.publication.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.publication.RefusedEntry;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.FormErrors;
import org.jfpmonitor.publication.page.Visitor;
import org.jfpmonitor.publication.report.ReportPage;
import org.jfpmonitor.schedule.RunLog;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Approves a report from a page. */
@Controller
class ApprovalController {

	private static final String PAGE = "board/approve";

	private final Approvals approvals;

	private final RunLog runs;

	ApprovalController(Approvals approvals, RunLog runs) {
		this.approvals = approvals;
		this.runs = runs;
	}

	/** Whether figures may still change because files are being imported. */
	@ModelAttribute("importing")
	boolean isImporting() {
		return this.runs.unfinishedSince().isPresent();
	}

	@GetMapping("/report/approve")
	String form(Viewpoint viewpoint, Visitor visitor, Model model) {
		if (!visitor.setsStatuses()) {
			throw new AccessDeniedException("Reports are approved by editors");
		}
		model.addAttribute("page", page(viewpoint, Map.of(), Map.of(), "", null));
		return PAGE;
	}

	@PostMapping("/report/approve")
	String approve(Viewpoint viewpoint, @RequestParam(required = false) @Nullable String seen,
			@RequestParam(required = false) @Nullable Long corrects, @RequestParam(defaultValue = "") String correction,
			@RequestParam(required = false) @Nullable String opening, Visitor visitor, HttpServletRequest request,
			Model model, HttpServletResponse response, RedirectAttributes back) {
		Map<String, String> statuses = sent(request, "statuses.");
		Map<String, String> reasons = sent(request, "reasons.");
		try {
			PublishedReport report = this.approvals.approve(
					new WantedApproval(seen, statuses, reasons, corrects, correction, opening), viewpoint,
					visitor.signedIn());
			back.addFlashAttribute("done", "Report " + report.number()
					+ " is published. It stays as it is at this address, whatever comes to be known later.");
			return read(report, back);
		}
		catch (AlreadyPublished refused) {
			back.addFlashAttribute("done", refused.getMessage() + " Nothing was changed.");
			return read(refused.report(), back);
		}
		catch (RefusedEntry refused) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("errors", FormErrors.of(refused.faults()));
		}
		catch (ReportMoved refused) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("errors", FormErrors.of("objectives", String.valueOf(refused.getMessage())));
		}
		model.addAttribute("page", page(viewpoint, statuses, reasons, correction, opening));
		return PAGE;
	}

	/** Keeps the opening points of the draft; what else was filled in stays filled in. */
	@PostMapping("/report/opening")
	String open(Viewpoint viewpoint, @RequestParam(defaultValue = "") String correction,
			@RequestParam(defaultValue = "") String opening,
			@RequestParam(name = "opening-version", defaultValue = "0") int version, Visitor visitor,
			HttpServletRequest request, Model model, HttpServletResponse response) {
		String shown = opening;
		try {
			this.approvals.open(viewpoint, opening, version, visitor.signedIn());
			model.addAttribute("done", "The opening points were saved. They stand in the draft of the report.");
		}
		catch (RefusedEntry refused) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("errors", FormErrors.of(refused.faults()));
			List<String> theirs = this.approvals.draft(viewpoint).opening();
			shown = (version == this.approvals.openingVersion(viewpoint)) ? opening
					: String.join("\n", theirs) + "\n" + opening;
		}
		model.addAttribute("page",
				page(viewpoint, sent(request, "statuses."), sent(request, "reasons."), correction, shown));
		return PAGE;
	}

	private static String read(PublishedReport report, RedirectAttributes back) {
		back.addAttribute("number", report.number());
		return "redirect:/reports/{number}";
	}

	private ApprovalPage page(Viewpoint viewpoint, Map<String, String> statuses, Map<String, String> reasons,
			String correction, @Nullable String opening) {
		ReportPage draft = this.approvals.draft(viewpoint);
		Optional<PublishedReport> corrects = this.approvals.published(viewpoint);
		return new ApprovalPage(draft, DraftFingerprint.of(draft), corrects.orElse(null), statuses, reasons, correction,
				(opening != null) ? opening : String.join("\n", draft.opening()),
				this.approvals.openingVersion(viewpoint));
	}

	/** What the fields of each objective hold, by its code. */
	private static Map<String, String> sent(HttpServletRequest request, String prefix) {
		Map<String, String> sent = new HashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(prefix)) {
				sent.put(name.substring(prefix.length()), values[0]);
			}
		});
		return sent;
	}

}
