package org.jfpmonitor.publication.desk;

import org.jfpmonitor.notification.outbox.MailRecords;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has a mail that was given up sent again, from the page that lists them. */
@Controller
class MailForm {

	private final MailRecords mails;

	MailForm(MailRecords mails) {
		this.mails = mails;
	}

	@PostMapping("/mails/{number:[0-9]{1,18}}/send-again")
	String sendAgain(@PathVariable long number, RedirectAttributes back) {
		back.addFlashAttribute("done",
				this.mails.sendAgain(number)
						? "Mail " + number + " is sent again with the next round, within a minute or so."
						: "Mail " + number + " is not among those that were given up. Nothing was changed.");
		return "redirect:/mails";
	}

}
