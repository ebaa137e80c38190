package org.jfpmonitor.publication.api.received;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.intake.delivery.Feeds;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeedsApi {

	private final Feeds feeds;

	FeedsApi(Feeds feeds) {
		this.feeds = feeds;
	}

	@Operation(
			summary = "How each feed stands today: what came last, whether it was anything new, when the next is due")
	@GetMapping("/api/feeds")
	List<FeedJson> all() {
		return this.feeds.standings().stream().map(FeedJson::of).toList();
	}

}
