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
import org.jfpmonitor.intake.received.OldRuns;
import org.jfpmonitor.notification.outbox.OldMails;
import org.jfpmonitor.store.ReplacedRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes away, after each nightly run, what has been kept long enough, and says what. What
 * cannot be taken away tonight is taken away tomorrow.
 */
@Component
class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final Duration A_DAY = Duration.ofDays(1);

	private final RetentionProperties properties;

	private final LayoutFolder layouts;

	private final OldDeliveries deliveries;

	private final OldRuns received;

	private final RunLog runs;

	private final ReplacedRows replaced;

	private final FiledFiles files;

	private final OldMails mails;

	private final AuditTrail trail;

	private final Today today;

	Retention(RetentionProperties properties, LayoutFolder layouts, OldDeliveries deliveries, OldRuns received,
			RunLog runs, ReplacedRows replaced, FiledFiles files, OldMails mails, AuditTrail trail, Today today) {
		this.properties = properties;
		this.layouts = layouts;
		this.deliveries = deliveries;
		this.received = received;
		this.runs = runs;
		this.replaced = replaced;
		this.files = files;
		this.mails = mails;
		this.trail = trail;
		this.today = today;
		properties.layouts()
			.keySet()
			.forEach((each) -> layouts.inForce().fault("jfp.retention.layouts", each).ifPresent(log::warn));
	}

	@EventListener
	void on(RunFinished run) {
		if (run.kind() == RunKind.NIGHTLY) {
			cleanUp();
		}
	}

	private void cleanUp() {
		List<String> removed = new ArrayList<>();
		Map<String, Duration> times = ofLayouts();
		times.forEach((layout, kept) -> take(removed, "archived files of the layout " + layout,
				() -> this.files.remove(this.deliveries.published(layout, before(kept)))));
		for (String layout : this.layouts.inForce().ofRecordLevel()) {
			Duration kept = times.getOrDefault(layout, this.properties.recordLevel());
			take(removed, "refused files of the layout " + layout,
					() -> this.files.remove(this.deliveries.refused(layout, before(kept))));
		}
		take(removed, "refused files",
				() -> this.files.remove(this.deliveries.refused(before(this.properties.refused()))));
		take(removed, "texts of mails that were sent", () -> this.mails.empty(before(this.properties.mails())));
		take(removed, "records of imports", () -> this.deliveries.forgetImports(before(this.properties.imports())));
		take(removed, "files in the records of runs",
				() -> this.received.forgetFiles(this.runs.finishedBefore(before(this.properties.imports()))));
		take(removed, "entries of the audit trail", () -> this.trail.forget(this.properties.audit()));
		if (!removed.isEmpty()) {
			String all = String.join(", ", removed);
			log.info("Kept long enough and taken away: {}", all);
			this.trail.add(Action.RETENTION, null, all);
		}
		tidyUp();
	}

	/** What nobody asked to be kept. */
	private void tidyUp() {
		List<String> removed = new ArrayList<>();
		take(removed, "readings of files that are published", this.received::forgetReadings);
		take(removed, "records of files that were handed out to be read", this.received::forgetPartitions);
		take(removed, "requests to read files", () -> this.received.forgetRequests(before(A_DAY)));
		take(removed, "rows that were replaced", this.replaced::sweep);
		if (!removed.isEmpty()) {
			log.info("Needed no more and taken away: {}", String.join(", ", removed));
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

	/** What is in the way of one kind is in the way of no other. */
	private static void take(List<String> removed, String what, Removal removal) {
		try {
			long number = removal.remove();
			if (number > 0) {
				removed.add(what + ": " + number);
			}
		}
		catch (IOException | DataAccessException | TransactionException ex) {
			log.warn(
					"What has been kept long enough of the {} could not all be taken away: {}. The next nightly run tries"
							+ " again.",
					what, ex.getMessage());
		}
	}

	@FunctionalInterface
	private interface Removal {

		/** How many were removed. */
		long remove() throws IOException;

	}

}
