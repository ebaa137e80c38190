package org.jfpmonitor.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.inbox.UploadReceived;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.store.DatabaseWatch;
import org.jfpmonitor.store.SessionLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What happens unasked, and when, each on a thread of its own. A frequent tick asks
 * whether today's nightly run is due and not yet done, so that a run missed while every
 * instance was down is caught up; a lock in the store lets one instance at a time do it.
 */
@Component
public class Timetable {

	private static final Logger logger = LoggerFactory.getLogger(Timetable.class);

	private final Runs runs;

	private final RunLog log;

	private final Outbox outbox;

	private final Today today;

	private final ScheduleProperties properties;

	private final DataSource dataSource;

	private final DatabaseWatch database;

	private final ApplicationAvailability availability;

	private final PlanVersions plans;

	/** How many looks at runs that stay unfinished are left out at most. */
	private static final int MOST_PASSES = 4;

	private int inVain;

	private int passes;

	private boolean plansLookedAt;

	private final AtomicBoolean uploaded = new AtomicBoolean();

	private final AtomicBoolean uploadedNews = new AtomicBoolean();

	Timetable(Runs runs, RunLog log, Outbox outbox, Today today, ScheduleProperties properties, DataSource dataSource,
			DatabaseWatch database, ApplicationAvailability availability, PlanVersions plans) {
		this.runs = runs;
		this.log = log;
		this.outbox = outbox;
		this.today = today;
		this.properties = properties;
		this.dataSource = dataSource;
		this.database = database;
		this.availability = availability;
		this.plans = plans;
	}

	/**
	 * The nightly run, once a London day, from the hour that the settings name. One that
	 * was cut off is not begun again but taken up.
	 */
	@Scheduled(fixedDelayString = "${jfp.schedule.tick:PT1M}")
	void nightly() {
		tolerantly("The nightly run", () -> {
			if (isDue()) {
				alone("nightly", () -> {
					if (isDue()) {
						this.runs.importInbox(RunKind.NIGHTLY);
					}
				});
			}
		});
	}

	/**
	 * Runs that were cut off, by whichever instance is there first. While what was in the
	 * way stays, the pauses grow to some minutes.
	 */
	@Scheduled(fixedDelayString = "${jfp.schedule.tick:PT1M}")
	void takeUp() {
		if (this.passes > 0) {
			this.passes--;
			return;
		}
		tolerantly("Taking up runs that were cut off", () -> {
			if (isReady()) {
				this.inVain = this.runs.takeUp() ? 0 : Math.min(this.inVain + 1, MOST_PASSES);
				this.passes = this.inVain;
			}
		});
	}

	/** Once after the start: what was edited while nothing ran. */
	@Scheduled(fixedDelayString = "${jfp.schedule.tick:PT1M}")
	void editedPlans() {
		if (!this.plansLookedAt && isOpen()) {
			this.plansLookedAt = tolerantly("Assessing plans that were edited",
					() -> alone("plans", () -> this.runs.assessEdited(this.plans.current())));
		}
	}

	/**
	 * The look into the inbox between two nights, where the settings ask for it. While a
	 * run cannot be finished, as on a full disk, no other is begun for what would be in
	 * the same way.
	 */
	@Scheduled(fixedDelayString = "#{'${jfp.schedule.inbox-every:}' ?: 'PT1H'}")
	void inbox() {
		tolerantly("The look into the inbox", () -> {
			if (this.properties.inboxEvery() != null && isOpen() && !this.runs.hasUnfinished()
					&& this.runs.hasFilesWaiting()) {
				alone("inbox", () -> this.runs.importInbox(RunKind.INBOX));
			}
		});
	}

	/**
	 * Mails that are due: instances share them out. An instance that keeps no timetable
	 * sends what the uploads that it took brought.
	 */
	@Scheduled(fixedDelayString = "${jfp.schedule.mail-every:PT30S}")
	void mail() {
		if (isOpen() || this.uploadedNews.getAndSet(false)) {
			this.outbox.drain();
		}
	}

	/**
	 * A file that was sent over HTTP is imported within seconds, after whatever is under
	 * way.
	 */
	@Scheduled(fixedDelayString = "${jfp.schedule.upload-every:PT1S}")
	void uploads() {
		if (this.uploaded.getAndSet(false)) {
			boolean begun = tolerantly("The import of an upload", () -> this.runs.importInbox(RunKind.UPLOAD));
			this.uploaded.compareAndSet(false, !begun);
			this.uploadedNews.set(true);
		}
	}

	@EventListener
	void on(UploadReceived upload) {
		this.uploaded.set(true);
	}

	/** An upload that an earlier start took and did not come to. */
	@EventListener
	void on(WebServerInitializedEvent start) {
		if (this.runs.hasUploadsWaiting()) {
			this.uploaded.set(true);
		}
	}

	/**
	 * When the next nightly run is due; in the past when it is overdue. Empty when this
	 * instance keeps no timetable.
	 */
	public Optional<Instant> nextNightly() {
		if (!this.properties.enabled()) {
			return Optional.empty();
		}
		LocalDate day = this.today.day();
		LocalDate next = this.log.isFinished(RunKind.NIGHTLY, day) ? day.plusDays(1) : day;
		return Optional.of(ZonedDateTime.of(next, this.properties.nightlyAt(), Today.LONDON).toInstant());
	}

	private boolean isDue() {
		return isOpen() && nextNightly().filter((next) -> !this.today.now().isBefore(next)).isPresent()
				&& !this.log.isStarted(RunKind.NIGHTLY, this.today.day());
	}

	private boolean isOpen() {
		return this.properties.enabled() && isReady();
	}

	private boolean isReady() {
		return this.availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
	}

	/**
	 * A database that is away is said once, by the watch, and other trouble with it in a
	 * line; the next tick tries again.
	 * @return whether it was there
	 */
	private boolean tolerantly(String what, Runnable work) {
		try {
			work.run();
			return true;
		}
		catch (DataAccessException | TransactionException ex) {
			if (!this.database.explains(ex)) {
				logger.warn("{} was put off, because the database refused: {}", what,
						NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
			}
			return false;
		}
	}

	private void alone(String name, Runnable work) {
		SessionLock.tryAcquire(this.dataSource, "jfp " + name).ifPresent((lock) -> {
			try (lock) {
				work.run();
			}
		});
	}

}
