package org.jfpmonitor.publication.api.received;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.publication.api.problem.OutOfTurn;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was mailed to whom, and what could not be. */
@RestController
class MailsApi {

	private static final int MOST = 500;

	private final MailRecords mails;

	private final AuditTrail trail;

	MailsApi(MailRecords mails, AuditTrail trail) {
		this.mails = mails;
		this.trail = trail;
	}

	@Operation(summary = "The mails: given up, waiting, sent; X-Total-Count says how many there are")
	@GetMapping("/api/mails")
	ResponseEntity<List<MailJson>> all(@RequestParam(required = false) @Nullable String state,
			@RequestParam(defaultValue = "0") long offset, @RequestParam(defaultValue = "100") int limit) {
		if (offset < 0 || limit < 1 || limit > MOST) {
			throw new RefusedQuery(List.of("Expected offset 0 or more and limit 1 to " + MOST + "; found offset "
					+ offset + " and limit " + limit + "."));
		}
		MailRecord.State wanted = (state != null) ? state(state) : null;
		return ResponseEntity.ok()
			.header("X-Total-Count", Long.toString(this.mails.count(wanted)))
			.body(this.mails.list(wanted, offset, limit).stream().map(MailJson::of).toList());
	}

	@Operation(summary = "Whether the mail server can be reached, and since when not")
	@GetMapping("/api/mails/server")
	MailJson.Server server() {
		return MailJson.Server.of(this.mails.serverTrouble().orElse(null));
	}

	@Operation(summary = "One mail by its number")
	@GetMapping("/api/mails/{number}")
	MailJson one(@PathVariable String number) {
		return MailJson.of(mail(number));
	}

	@Operation(summary = "Lets a mail that was given up be sent again, under the same Message-ID")
	@PostMapping("/api/mails/{number}/send-again")
	@ResponseStatus(HttpStatus.ACCEPTED)
	MailJson sendAgain(@PathVariable String number, Principal editor) {
		MailRecord mail = mail(number);
		if (!this.mails.sendAgain(mail.number())) {
			throw new OutOfTurn("Expected a mail that was given up; mail " + number + " is " + mail.state().code()
					+ ". Only mails in the state dead can be sent again.");
		}
		this.trail.add(Action.MAIL_SENT_AGAIN, editor.getName(), "Mail " + number);
		return MailJson.of(mail(number));
	}

	private MailRecord mail(String number) {
		Optional<MailRecord> found = number.matches("[0-9]{1,18}") ? this.mails.find(Long.parseLong(number))
				: Optional.empty();
		return found.orElseThrow(() -> new NotHere(
				"Expected the number of a mail; found \"" + number + "\". GET /api/mails lists them."));
	}

	private static MailRecord.State state(String word) {
		return Arrays.stream(MailRecord.State.values())
			.filter((each) -> each.code().equals(word))
			.findFirst()
			.orElseThrow(
					() -> new RefusedQuery(List.of("state: expected one of " + Arrays.stream(MailRecord.State.values())
						.map(MailRecord.State::code)
						.collect(Collectors.joining(", ")) + "; found \"" + word + "\".")));
	}

}
