package org.jfpmonitor.publication.received;

import org.jfpmonitor.intake.delivery.Feeds;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How each feed stands today. */
@Controller
class FeedsController {

	private final Feeds feeds;

	FeedsController(Feeds feeds) {
		this.feeds = feeds;
	}

	@GetMapping("/feeds")
	String feeds(Model model) {
		model.addAttribute("rows", this.feeds.standings().stream().map(FeedRow::of).toList());
		return "board/feeds";
	}

}
