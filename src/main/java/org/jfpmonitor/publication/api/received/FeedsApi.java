package org.jfpmonitor.publication.api.received;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.delivery.Feeds;
import org.jfpmonitor.plan.PlanEditions;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeedsApi {

	private final Feeds feeds;

	private final Today today;

	FeedsApi(Feeds feeds, Today today) {
		this.feeds = feeds;
		this.today = today;
	}

	@Operation(
			summary = "How each feed stands today: what came last, whether it was anything new, when the next is due")
	@GetMapping("/api/feeds")
	List<FeedJson> all(PlanEditions plan) {
		return this.feeds.standings(plan.on(this.today.day()).plan()).stream().map(FeedJson::of).toList();
	}

}
