package org.jfpmonitor.notification.smtp;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jfpmonitor.notification.outbox.MailTransport.FailureKind;
import org.jfpmonitor.notification.outbox.MailTransport.SendFailure;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation that went wrong means. Replies of the 5yz kind are final, those of
 * the 4yz kind ask for another attempt (RFC 5321, 4.2.1). A refused sign-in or sender is
 * about the installation and no mail's fault.
 */
final class SmtpExceptionTranslator {

	private static final int LONGEST = 500;

	/**
	 * RFC 5321, 4.2.3: the mail is too large, in reply to the size that was announced.
	 */
	private static final int TOO_LARGE = 552;

	/** How the mail library writes that nothing more came. */
	private static final String SILENCE = "[EOF]";

	private final String server;

	private final EmailAddress from;

	/**
	 * Of what one server says.
	 * @param server its name and port
	 * @param from the sender of every mail
	 */
	SmtpExceptionTranslator(String server, EmailAddress from) {
		this.server = "The mail server " + server;
		this.from = from;
	}

	/** On a conversation that ended before any mail was named. */
	SendFailure ofConnection(MessagingException failure) {
		String reason = (failure instanceof AuthenticationFailedException)
				? this.server + " does not accept the account's name and password: " + line(failure.getMessage())
				: this.server + " cannot be reached: " + cause(failure);
		return new SendFailure(FailureKind.UNREACHABLE, sentence(reason), failure);
	}

	/**
	 * On a conversation about a mail.
	 * @param recipient to whom the mail was to go
	 * @param failure what went wrong
	 * @param outOfTime whether we ended it, because it had taken too long
	 */
	SendFailure ofMail(String recipient, MessagingException failure, boolean outOfTime) {
		return Reply.in(failure)
			.filter((reply) -> reply.code() >= 400)
			.map((reply) -> ofReply(recipient, reply, failure))
			.orElseGet(() -> new SendFailure(FailureKind.CUT_OFF, sentence(this.server + cutOff(failure, outOfTime)),
					failure));
	}

	private SendFailure ofReply(String recipient, Reply reply, MessagingException failure) {
		if (reply.code() < 500) {
			return new SendFailure(FailureKind.PUT_OFF,
					sentence(this.server + " put off the mail to " + recipient + ": " + reply.text()), failure);
		}
		if (reply.ofSender() && reply.code() != TOO_LARGE) {
			return new SendFailure(FailureKind.UNREACHABLE,
					sentence(this.server + " takes no mail from " + this.from + ": " + reply.text()), failure);
		}
		return new SendFailure(FailureKind.REFUSED,
				sentence(this.server + " refused the mail to " + recipient + " for good: " + reply.text()), failure);
	}

	private static String cutOff(MessagingException failure, boolean outOfTime) {
		if (outOfTime) {
			return " did not take the mail within the time that one mail may take";
		}
		return (root(failure) instanceof SocketTimeoutException) ? " did not answer in time"
				: " ended the conversation before it had taken the mail";
	}

	private static String cause(MessagingException failure) {
		Throwable root = root(failure);
		if (root instanceof UnknownHostException) {
			return "no address is known for this name";
		}
		if (root instanceof SocketTimeoutException) {
			return "no answer in time";
		}
		if (root instanceof ConnectException) {
			return "the connection was refused";
		}
		String words = line(root.getMessage());
		return words.endsWith(SILENCE) ? "it ended the conversation at once" : words;
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		for (Throwable next = root; next != null; next = next.getCause()) {
			root = next;
		}
		return root;
	}

	private static String sentence(String words) {
		return words.matches("(?s).*[.!?]") ? words : words + ".";
	}

	/** A server may answer in several lines and at any length. */
	private static String line(@Nullable String words) {
		String line = String.valueOf(words).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) + "…" : line;
	}

	/**
	 * What the server said.
	 *
	 * @param code of three digits; -1 when it fell silent
	 * @param text its words
	 * @param ofSender whether they answer the naming of the sender
	 */
	private record Reply(int code, String text, boolean ofSender) {

		/** The most telling reply in the failure, if there is one. */
		static Optional<Reply> in(Throwable failure) {
			Optional<Reply> found = Optional.empty();
			for (Throwable each = failure; each != null; each = next(each)) {
				Optional<Reply> here = of(each);
				found = here.isPresent() ? here : found;
			}
			return found;
		}

		private static Optional<Reply> of(Throwable failure) {
			if (failure instanceof SMTPAddressFailedException refused) {
				return Optional.of(new Reply(refused.getReturnCode(), line(refused.getMessage()), false));
			}
			if (failure instanceof SMTPSenderFailedException refused) {
				return Optional.of(new Reply(refused.getReturnCode(), line(refused.getMessage()), true));
			}
			if (failure instanceof SMTPSendFailedException refused) {
				return Optional.of(new Reply(refused.getReturnCode(), line(refused.getMessage()),
						refused.getCommand().startsWith("MAIL FROM")));
			}
			return Optional.empty();
		}

		private static @Nullable Throwable next(Throwable failure) {
			return (failure instanceof MessagingException chain && chain.getNextException() != null)
					? chain.getNextException() : failure.getCause();
		}

	}

}
