package org.jfpmonitor.publication.board;

import java.util.List;

import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: every objective with its status and the reason for it. */
@Controller
class BoardController {

	private final PlanVersions plans;

	private final BoardReader board;

	BoardController(PlanVersions plans, BoardReader board) {
		this.plans = plans;
		this.board = board;
	}

	@GetMapping("/")
	String board(Viewpoint viewpoint, @RequestParam(required = false) @Nullable String status,
			@RequestParam(required = false) @Nullable String ambition,
			@RequestParam(required = false) @Nullable String only, Model model) {
		Plan plan = this.plans.knownOn(viewpoint.knownOn()).plan();
		BoardFilter filter = BoardFilter.read(status, ambition, only, plan);
		model.addAttribute("filter", filter);
		model.addAttribute("statuses", List.of(StatusMark.values()));
		model.addAttribute("ambitions", plan.ambitions());
		model.addAttribute("board", this.board.read(viewpoint).page(filter));
		return "board/board";
	}

}
