package org.jfpmonitor.notification;

import java.util.List;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.plan.EmailAddress;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what a run found, inside its transaction, and writes one mail for everybody who
 * has to be told something new.
 */
@Component
class Notification {

	private final JdbcOutbox outbox;

	private final MailProperties properties;

	Notification(JdbcOutbox outbox, MailProperties properties) {
		this.outbox = outbox;
		this.properties = properties;
	}

	@EventListener
	void on(PlanAssessed run) {
		if (!run.quiet()) {
			Readers.of(run.now().plan().plan(), run.changes())
				.forEach((reader, changes) -> tell(run.run(), reader, changes));
		}
	}

	private void tell(long run, EmailAddress reader, List<Change> changes) {
		long number = this.outbox.nextNumber();
		List<Change> news = this.outbox.untold(reader, changes, number);
		if (!news.isEmpty()) {
			this.outbox.write(number, run, reader, Digest.of(news, this.properties.baseUrl()));
		}
	}

}
