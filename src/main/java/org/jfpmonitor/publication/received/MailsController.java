package org.jfpmonitor.publication.received;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.PageNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was mailed to whom, and what could not be sent. */
@Controller
class MailsController {

	static final int PAGE = 50;

	private final MailRecords mails;

	MailsController(MailRecords mails) {
		this.mails = mails;
	}

	@GetMapping("/mails")
	String mails(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String page, Model model) {
		MailRow.@Nullable MailMark wanted = state(state);
		MailRecord.State stored = (wanted != null) ? wanted.state() : null;
		long all = this.mails.count(stored);
		int pages = (int) Math.max(1, (all + PAGE - 1) / PAGE);
		int shown = PageNumber.of(page, pages);
		model.addAttribute("filters", Filter.all(wanted, this.mails));
		model.addAttribute("rows",
				this.mails.list(stored, (shown - 1L) * PAGE, PAGE).stream().map(MailRow::of).toList());
		model.addAttribute("all", DeliveryRow.number(all));
		model.addAttribute("page", shown);
		model.addAttribute("pages", pages);
		model.addAttribute("state", (stored != null) ? stored.code() : null);
		this.mails.serverTrouble().ifPresent((trouble) -> {
			model.addAttribute("trouble", trouble.reason());
			model.addAttribute("since", LondonTime.inWords(trouble.since()));
			model.addAttribute("next", LondonTime.inWords(trouble.nextAttemptAt()));
		});
		return "board/mails";
	}

	private static MailRow.@Nullable MailMark state(@Nullable String word) {
		if (word == null || word.isBlank()) {
			return null;
		}
		return Arrays.stream(MailRow.MailMark.values())
			.filter((each) -> each.state().code().equals(word))
			.findFirst()
			.orElseThrow(() -> new RefusedQuery(
					List.of("Select All, Given up, Waiting or Sent; \"%s\" is none of them".formatted(word))));
	}

	/**
	 * A choice of what the list shows.
	 *
	 * @param words what it is called, with how many there are
	 * @param address where it leads
	 * @param chosen whether it is what is shown
	 */
	record Filter(String words, String address, boolean chosen) {

		static List<Filter> all(MailRow.@Nullable MailMark chosen, MailRecords mails) {
			List<Filter> filters = new ArrayList<>();
			filters.add(new Filter("All (" + DeliveryRow.number(mails.count(null)) + ")", "/mails", chosen == null));
			for (MailRow.MailMark each : MailRow.MailMark.values()) {
				filters.add(new Filter(each.words() + " (" + DeliveryRow.number(mails.count(each.state())) + ")",
						"/mails?state=" + each.state().code(), each == chosen));
			}
			return filters;
		}

	}

}
