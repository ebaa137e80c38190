package org.jfpmonitor.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jfpmonitor.plan.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mails to an SMTP server. Replies of the 5xx kind are final, everything else is
 * tried again (RFC 5321, 4.2.1).
 */
final class SmtpPost implements Post {

	private static final int PERMANENT = 500;

	private final JavaMailSenderImpl server;

	private final EmailAddress from;

	SmtpPost(JavaMailSenderImpl server, EmailAddress from) {
		this.server = server;
		this.from = from;
	}

	@Override
	public void deliver(Letter letter) throws Undelivered {
		try {
			this.server.send(Envelope.around(letter, this.from, this.server.getSession()));
		}
		catch (MailSendException ex) {
			Exception cause = ex.getMessageExceptions().length > 0 ? ex.getMessageExceptions()[0] : ex;
			throw new Undelivered(words(cause), isPermanent(cause), ex);
		}
		catch (MailException | MessagingException ex) {
			throw new Undelivered(words(ex), false, ex);
		}
	}

	private static boolean isPermanent(@Nullable Throwable failure) {
		for (Throwable each = failure; each != null; each = next(each)) {
			if (each instanceof SMTPAddressFailedException refused) {
				return refused.getReturnCode() >= PERMANENT;
			}
			if (each instanceof SMTPSendFailedException refused && refused.getNextException() == null) {
				return refused.getReturnCode() >= PERMANENT;
			}
		}
		return false;
	}

	private static @Nullable Throwable next(Throwable failure) {
		return (failure instanceof SendFailedException chain) ? chain.getNextException() : failure.getCause();
	}

	private static String words(Throwable failure) {
		String message = failure.getMessage();
		return (message != null) ? message.strip() : failure.getClass().getSimpleName();
	}

}
