package org.jfpmonitor.publication.received;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.delivery.Feeds;
import org.jfpmonitor.plan.PlanEditions;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How each feed stands today. */
@Controller
class FeedsController {

	private final Feeds feeds;

	private final Today today;

	FeedsController(Feeds feeds, Today today) {
		this.feeds = feeds;
		this.today = today;
	}

	@GetMapping("/feeds")
	String feeds(PlanEditions plan, Model model) {
		model.addAttribute("rows",
				this.feeds.standings(plan.on(this.today.day()).plan()).stream().map(FeedRow::of).toList());
		return "board/feeds";
	}

}
