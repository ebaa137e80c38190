package org.jfpmonitor.notification.outbox;

import java.time.Duration;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.notification.outbox.MailTransport.FailureKind;
import org.jfpmonitor.notification.outbox.MailTransport.SendFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Sends what lies in the outbox, one mail after the other, for as long as there is
 * somebody to take them. Whatever a server does, a round ends: the mails left over wait
 * for the next one.
 */
@Component
@EnableConfigurationProperties(SendingProperties.class)
public class OutboxDispatcher implements Outbox {

	private static final Logger log = LoggerFactory.getLogger(OutboxDispatcher.class);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	/** Until a lease runs out, over and above the time that one mail may take. */
	private static final Duration SPARE = Duration.ofMinutes(3);

	private static final int CUT_OFF_IN_A_ROW = 2;

	private final JdbcOutbox outbox;

	private final MailServerHealth server;

	private final MailTransport transport;

	private final Assessments assessments;

	private final SendingProperties sending;

	private final Today today;

	public OutboxDispatcher(JdbcOutbox outbox, MailServerHealth server, MailTransport transport,
			Assessments assessments, SendingProperties sending, Today today) {
		this.outbox = outbox;
		this.server = server;
		this.transport = transport;
		this.assessments = assessments;
		this.sending = sending;
		this.today = today;
	}

	@Override
	public int drain() {
		if (!this.server.isDue()) {
			return 0;
		}
		long end = System.nanoTime() + LONGEST.toNanos();
		StalenessNotice notice = new StalenessNotice(this.assessments, this.outbox, this.today);
		int sent = 0;
		int cutOff = 0;
		while (cutOff < CUT_OFF_IN_A_ROW && System.nanoTime() < end) {
			Optional<OutboxMail> claimed = this.outbox.claim(this.sending.timeLimit().plus(SPARE));
			if (claimed.isEmpty()) {
				break;
			}
			OutboxMail mail = notice.on(claimed.get());
			Optional<SendFailure> failure = handOver(mail);
			sent += failure.isEmpty() ? 1 : 0;
			cutOff = failure.isPresent() ? keep(mail, failure.get(), cutOff) : 0;
		}
		return sent;
	}

	/** Empty when it was sent. */
	private Optional<SendFailure> handOver(OutboxMail mail) {
		try {
			this.transport.send(mail);
			this.outbox.sent(mail);
			answered();
			return Optional.empty();
		}
		catch (SendFailure ex) {
			return Optional.of(ex);
		}
	}

	/**
	 * Keeps what came of the attempt.
	 * @param before how many mails in a row were cut off before this one
	 * @return how many there are with this one; as many as end the round when there is
	 * nobody to hand mails to
	 */
	private int keep(OutboxMail mail, SendFailure failure, int before) {
		if (failure.kind() == FailureKind.UNREACHABLE) {
			this.outbox.putBack(mail, failure.reason());
			pause(failure);
			return CUT_OFF_IN_A_ROW;
		}
		putOffOrGiveUp(mail, failure);
		if (failure.kind() != FailureKind.CUT_OFF) {
			answered();
			return 0;
		}
		if (before + 1 == CUT_OFF_IN_A_ROW) {
			pause(failure);
		}
		return before + 1;
	}

	private void putOffOrGiveUp(OutboxMail mail, SendFailure failure) {
		boolean givenUp = failure.kind() == FailureKind.REFUSED || mail.attempts() >= this.sending.attempts();
		log.warn("Mail {} was not taken at attempt {}{}: {}", mail.id(), mail.attempts(),
				givenUp ? " and is given up" : "", failure.reason());
		if (givenUp) {
			this.outbox.giveUp(mail, failure.reason());
		}
		else {
			this.outbox.putOff(mail, failure.reason());
		}
	}

	/** Leaves the server alone for a while. */
	private void pause(SendFailure failure) {
		if (this.server.unreachable(failure.reason())) {
			log.warn("Mails wait in the outbox: {}", failure.reason());
		}
	}

	private void answered() {
		this.server.answered()
			.ifPresent((before) -> log.info("Mail can be sent again, after trouble since {}.", before.since()));
	}

}
