package org.jfpmonitor.publication.desk;

import java.security.Principal;

import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.notification.outbox.MailRecords;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has a mail that was given up sent again, from the page that lists them. */
@Controller
class MailForm {

	private final MailRecords mails;

	private final AuditTrail trail;

	MailForm(MailRecords mails, AuditTrail trail) {
		this.mails = mails;
		this.trail = trail;
	}

	@PostMapping("/mails/{number:[0-9]{1,18}}/send-again")
	String sendAgain(@PathVariable long number, Principal editor, RedirectAttributes back) {
		boolean again = this.mails.sendAgain(number);
		if (again) {
			this.trail.add(Action.MAIL_SENT_AGAIN, editor.getName(), "Mail " + number);
		}
		back.addFlashAttribute("done",
				again ? "Email " + number + " is sent again with the next round, within a minute or so."
						: "Email " + number + " is not among those that were given up. Nothing was changed.");
		return "redirect:/mails";
	}

}
