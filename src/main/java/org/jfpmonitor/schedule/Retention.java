package org.jfpmonitor.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.LayoutFolder;
import org.jfpmonitor.intake.delivery.OldDeliveries;
import org.jfpmonitor.intake.inbox.FiledFiles;
import org.jfpmonitor.notification.outbox.OldMails;
import org.jfpmonitor.plan.yaml.WordList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes away, after each nightly run, what has been kept long enough, and says what. What
 * cannot be taken away tonight is taken away tomorrow.
 */
@Component
class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private final RetentionProperties properties;

	private final LayoutFolder layouts;

	private final OldDeliveries deliveries;

	private final FiledFiles files;

	private final OldMails mails;

	private final AuditTrail trail;

	private final Today today;

	Retention(RetentionProperties properties, LayoutFolder layouts, OldDeliveries deliveries, FiledFiles files,
			OldMails mails, AuditTrail trail, Today today) {
		this.properties = properties;
		this.layouts = layouts;
		this.deliveries = deliveries;
		this.files = files;
		this.mails = mails;
		this.trail = trail;
		this.today = today;
		List<String> known = layouts.inForce().ids();
		properties.layouts()
			.keySet()
			.stream()
			.filter((each) -> !known.contains(each))
			.forEach(
					(each) -> log.warn("jfp.retention.layouts.{}: expected the id of a layout, found this one, of which"
							+ " there is no file. {}", each, WordList.instead(each, known)));
	}

	@EventListener
	void on(RunFinished run) {
		if (run.kind() != RunKind.NIGHTLY) {
			return;
		}
		try {
			cleanUp();
		}
		catch (IOException | DataAccessException ex) {
			log.warn("What has been kept long enough could not all be taken away: {}. The next nightly run tries"
					+ " again.", ex.getMessage());
		}
	}

	private void cleanUp() throws IOException {
		List<String> removed = new ArrayList<>();
		Map<String, Duration> times = ofLayouts();
		for (Map.Entry<String, Duration> layout : times.entrySet()) {
			say(removed, this.files.remove(this.deliveries.published(layout.getKey(), before(layout.getValue()))),
					"archived files of the layout " + layout.getKey());
		}
		for (String layout : this.layouts.inForce().ofRecordLevel()) {
			Duration kept = times.getOrDefault(layout, this.properties.recordLevel());
			say(removed, this.files.remove(this.deliveries.refused(layout, before(kept))),
					"refused files of the layout " + layout);
		}
		say(removed, this.files.remove(this.deliveries.refused(before(this.properties.refused()))), "refused files");
		say(removed, this.mails.empty(before(this.properties.mails())), "texts of mails that were sent");
		say(removed, this.deliveries.forgetImports(before(this.properties.imports())), "records of imports");
		say(removed, this.trail.forget(this.properties.audit()), "entries of the audit trail");
		if (!removed.isEmpty()) {
			String all = String.join(", ", removed);
			log.info("Kept long enough and taken away: {}", all);
			this.trail.add(Action.RETENTION, null, all);
		}
	}

	private Map<String, Duration> ofLayouts() {
		Map<String, Duration> times = new HashMap<>();
		this.layouts.inForce().ofRecordLevel().forEach((layout) -> times.put(layout, this.properties.recordLevel()));
		times.putAll(this.properties.layouts());
		return times;
	}

	private Instant before(Duration kept) {
		return this.today.now().minus(kept);
	}

	private static void say(List<String> removed, long number, String what) {
		if (number > 0) {
			removed.add(number + " " + what);
		}
	}

}
