package org.jfpmonitor.publication.board;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.Frame;
import org.jfpmonitor.publication.page.Links;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: every objective with its status and the reason for it. */
@Controller
class BoardController {

	private static final String LOOK_AGAIN_SECONDS = "4";

	private final BoardReader board;

	private final Today today;

	BoardController(BoardReader board, Today today) {
		this.board = board;
		this.today = today;
	}

	@GetMapping("/")
	String board(Viewpoint viewpoint, @ModelAttribute("asked") BoardFilter.Asked asked,
			@RequestParam(name = "as-of-day", required = false) @Nullable String fromForm,
			@ModelAttribute("frame") Frame frame, HttpServletResponse response, Model model) {
		Plan plan = viewpoint.edition().plan();
		BoardFilter filter = BoardFilter.read(asked, plan);
		Links links = new Links(viewpoint, this.today.day());
		if (fromForm != null) {
			// The form sends what was left empty, too; the address that people pass on
			// does not.
			return "redirect:" + links.board(filter.parameters());
		}
		BoardFilter.owners(plan)
			.stream()
			.filter((owner) -> owner.equalsIgnoreCase(frame.visitor().name()))
			.findFirst()
			.ifPresent((owner) -> model.addAttribute("mine", links.board(Map.of("owner", owner))));
		if (frame.loading() != null) {
			response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
			model.addAttribute("looksAgain", true);
		}
		model.addAttribute("filter", filter);
		model.addAttribute("statuses", List.of(StatusMark.values()));
		model.addAttribute("ambitions", plan.ambitions());
		model.addAttribute("owners", BoardFilter.owners(plan));
		model.addAttribute("onlies", BoardFilter.Only.values());
		model.addAttribute("board", this.board.read(viewpoint).page(filter));
		return "board/board";
	}

}
