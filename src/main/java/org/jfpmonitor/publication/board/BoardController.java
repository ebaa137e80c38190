package org.jfpmonitor.publication.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.caching.PageContents;
import org.jfpmonitor.publication.page.Frame;
import org.jfpmonitor.publication.page.Links;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The board: every objective with its status and the reason for it. */
@Controller
class BoardController {

	private static final String LOOK_AGAIN_SECONDS = "4";

	private static final String PAGE = "board/board";

	private final BoardReader board;

	private final PageContents contents;

	private final Today today;

	BoardController(BoardReader board, PageContents contents, Today today) {
		this.board = board;
		this.contents = contents;
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
		// Who owns objectives finds them by a link, and has a content of their own.
		Optional<String> mine = BoardFilter.owners(plan)
			.stream()
			.filter((owner) -> owner.equalsIgnoreCase(frame.visitor().name()))
			.findFirst()
			.map((owner) -> links.board(Map.of("owner", owner)));
		if (frame.loading() != null) {
			response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
			model.addAttribute("looksAgain", true);
		}
		this.contents.add(model, viewpoint, PAGE, List.of(filter, mine), () -> {
			Map<String, Object> parts = new HashMap<>();
			mine.ifPresent((address) -> parts.put("mine", address));
			parts.put("filter", filter);
			parts.put("csv", links.boardCsv(filter.parameters()));
			parts.put("statuses", List.of(StatusMark.values()));
			parts.put("ambitions", plan.ambitions());
			parts.put("owners", BoardFilter.owners(plan));
			parts.put("onlies", BoardFilter.Only.values());
			parts.put("board", this.board.read(viewpoint).page(filter));
			return parts;
		});
		return PAGE;
	}

	/** The same objectives for a spreadsheet or a program, with the same filter. */
	@GetMapping("/board.csv")
	ResponseEntity<String> csv(Viewpoint viewpoint, @ModelAttribute("asked") BoardFilter.Asked asked) {
		Plan plan = viewpoint.edition().plan();
		return BoardCsv.of(this.board.read(viewpoint).page(BoardFilter.read(asked, plan)), plan)
			.answer(plan.id(), "board-" + viewpoint.asOf());
	}

}
