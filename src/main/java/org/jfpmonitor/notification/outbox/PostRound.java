package org.jfpmonitor.notification.outbox;

import java.time.Duration;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.notification.MailProperties;
import org.jfpmonitor.notification.outbox.JdbcOutbox.Claim;
import org.jfpmonitor.notification.smtp.Post;
import org.jfpmonitor.notification.smtp.Post.Hindrance;
import org.jfpmonitor.notification.smtp.Post.Undelivered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Carries out what lies in the outbox, one letter after the other, for as long as there
 * is somebody to take them. Whatever a server does, a round ends: the letters left over
 * wait for the next one.
 */
@Component
public class PostRound implements Outbox {

	private static final Logger log = LoggerFactory.getLogger(PostRound.class);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	/** Until a lease runs out, over and above the time that one mail may take. */
	private static final Duration SPARE = Duration.ofMinutes(3);

	private static final int CUT_OFF_IN_A_ROW = 2;

	private final JdbcOutbox outbox;

	private final ServerLog server;

	private final Post post;

	private final Assessments assessments;

	private final MailProperties.Sending sending;

	public PostRound(JdbcOutbox outbox, ServerLog server, Post post, Assessments assessments,
			MailProperties properties) {
		this.outbox = outbox;
		this.server = server;
		this.post = post;
		this.assessments = assessments;
		this.sending = properties.mail();
	}

	@Override
	public int drain() {
		if (!this.server.isDue()) {
			return 0;
		}
		long end = System.nanoTime() + LONGEST.toNanos();
		Hindsight hindsight = new Hindsight(this.assessments, this.outbox);
		int sent = 0;
		int cutOff = 0;
		while (cutOff < CUT_OFF_IN_A_ROW && System.nanoTime() < end) {
			Optional<Claim> claim = this.outbox.claim(this.sending.timeLimit().plus(SPARE));
			if (claim.isEmpty()) {
				break;
			}
			Letter letter = hindsight.read(claim.get());
			Undelivered failure = handOver(letter);
			sent += (failure == null) ? 1 : 0;
			cutOff = (failure != null) ? keep(letter, failure, cutOff) : 0;
		}
		return sent;
	}

	private @Nullable Undelivered handOver(Letter letter) {
		try {
			this.post.deliver(letter);
			this.outbox.sent(letter);
			answered();
			return null;
		}
		catch (Undelivered ex) {
			return ex;
		}
	}

	/**
	 * Keeps what came of the attempt.
	 * @param before how many mails in a row were cut off before this one
	 * @return how many there are with this one; as many as end the round when there is
	 * nobody to hand mails to
	 */
	private int keep(Letter letter, Undelivered failure, int before) {
		if (failure.hindrance() == Hindrance.UNREACHABLE) {
			this.outbox.putBack(letter, failure.reason());
			pause(failure);
			return CUT_OFF_IN_A_ROW;
		}
		putOffOrGiveUp(letter, failure);
		if (failure.hindrance() != Hindrance.CUT_OFF) {
			answered();
			return 0;
		}
		if (before + 1 == CUT_OFF_IN_A_ROW) {
			pause(failure);
		}
		return before + 1;
	}

	private void putOffOrGiveUp(Letter letter, Undelivered failure) {
		boolean givenUp = failure.hindrance() == Hindrance.REFUSED || letter.attempts() >= this.sending.attempts();
		log.warn("Mail {} was not taken at attempt {}{}: {}", letter.id(), letter.attempts(),
				givenUp ? " and is given up" : "", failure.reason());
		if (givenUp) {
			this.outbox.giveUp(letter, failure.reason());
		}
		else {
			this.outbox.putOff(letter, failure.reason());
		}
	}

	/** Leaves the server alone for a while. */
	private void pause(Undelivered failure) {
		if (this.server.unreachable(failure.reason())) {
			log.warn("Mails wait in the outbox: {}", failure.reason());
		}
	}

	private void answered() {
		this.server.answered()
			.ifPresent((before) -> log.info("Mail can be sent again, after trouble since {}.", before.since()));
	}

}
