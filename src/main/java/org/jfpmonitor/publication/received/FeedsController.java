package org.jfpmonitor.publication.received;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.delivery.FeedStanding;
import org.jfpmonitor.intake.delivery.Feeds;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.publication.csv.CsvTable;

import org.springframework.http.ResponseEntity;
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

	/** The same for a spreadsheet or a program. */
	@GetMapping("/feeds.csv")
	ResponseEntity<String> csv(PlanEditions plan) {
		CsvTable table = new CsvTable("feed", "title", "cadence", "standing", "next_due", "overdue_after",
				"latest_period_start", "latest_period_end", "last_arrived_at", "last_published_at", "last_new_at",
				"nothing_new", "imported", "refused", "rejected_lines");
		for (FeedStanding each : this.feeds.standings(plan.on(this.today.day()).plan())) {
			Optional<LocalDate> due = Optional.ofNullable(each.nextDue());
			Optional<Period> latest = Optional.ofNullable(each.latestPeriod());
			table.row(each.feed().id(), each.feed().title(), each.feed().cadence().word(),
					each.state().name().toLowerCase(Locale.ROOT), due.orElse(null),
					due.map((day) -> day.plusDays(each.feed().graceDays())).orElse(null),
					latest.map(Period::start).orElse(null), latest.map(Period::lastDay).orElse(null),
					each.imports().lastAttempt(), each.imports().lastSuccess(), each.imports().lastChange(),
					each.broughtNothingNew(), each.imports().count(), each.imports().failures(),
					each.rejected().values().stream().mapToLong(Long::longValue).sum());
		}
		return table.answer("feeds-" + this.today.day());
	}

}
