package org.jfpmonitor.notification;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.chart.ChartPng;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.notification.digest.ChangeItems;
import org.jfpmonitor.notification.digest.DigestItem;
import org.jfpmonitor.notification.digest.DigestLog;
import org.jfpmonitor.notification.digest.Digests;
import org.jfpmonitor.notification.digest.Digests.Addressed;
import org.jfpmonitor.notification.digest.DueComments;
import org.jfpmonitor.notification.digest.OverdueItems;
import org.jfpmonitor.notification.digest.RecipientRole;
import org.jfpmonitor.notification.digest.Recipients;
import org.jfpmonitor.notification.digest.RefusalItems;
import org.jfpmonitor.notification.digest.ReminderProperties;
import org.jfpmonitor.notification.digest.Reminders;
import org.jfpmonitor.notification.digest.RunSummary;
import org.jfpmonitor.notification.outbox.JdbcOutbox;
import org.jfpmonitor.notification.render.ChartImages;
import org.jfpmonitor.notification.render.Digest;
import org.jfpmonitor.notification.render.MailRenderer;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.PlanId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what a run found, inside its transaction, and writes one mail for everybody who
 * has to be told something new.
 */
@Component
@EnableConfigurationProperties(ReminderProperties.class)
class Notification {

	private static final Logger logger = LoggerFactory.getLogger(Notification.class);

	private final JdbcOutbox outbox;

	private final DigestLog log;

	private final Deliveries deliveries;

	private final Comments comments;

	private final MailRenderer renderer;

	private final PlanVersions plans;

	private final Organisations organisations;

	private final URI base;

	private final ReminderProperties reminders;

	private final ChartPng png = ChartPng.onThisMachine();

	Notification(JdbcOutbox outbox, DigestLog log, Deliveries deliveries, Comments comments, PlanVersions plans,
			Organisations organisations, MailRenderer renderer, MailProperties properties,
			ReminderProperties reminders) {
		this.outbox = outbox;
		this.log = log;
		this.deliveries = deliveries;
		this.comments = comments;
		this.plans = plans;
		this.organisations = organisations;
		this.renderer = renderer;
		this.base = properties.baseUrl();
		this.reminders = reminders;
	}

	@EventListener
	void on(PlanAssessed run) {
		long newest = this.deliveries.newestNumber();
		if (!run.quiet()) {
			tell(run,
					this.deliveries.after(this.log.passedOn(others(run), newest))
						.stream()
						.filter((each) -> concerns(each, run))
						.toList());
		}
		this.log.add(run, newest);
	}

	/** The editions of all other plans. */
	private List<PlanId> others(PlanAssessed run) {
		return plans(run).all()
			.stream()
			.filter((each) -> !each.id().equals(run.plan().id()))
			.flatMap((each) -> each.all().stream())
			.map((each) -> each.plan().id())
			.toList();
	}

	private Plans plans(PlanAssessed run) {
		return this.plans.knownOn(run.now().knownOn());
	}

	/** Files are told of where their feed is; where it is nowhere, everywhere. */
	private boolean concerns(Delivery delivery, PlanAssessed run) {
		return Optional.ofNullable(delivery.feed())
			.filter((feed) -> run.now().plan().plan().feed(feed).isEmpty())
			.map((feed) -> plans(run).all()
				.stream()
				.allMatch((each) -> each.on(run.now().asOf()).plan().feed(feed).isEmpty()))
			.orElse(true);
	}

	/** The address of the plan's pages. */
	private URI base(PlanAssessed run) {
		return plans(run).single().isPresent() ? this.base : URI.create(this.base + "/plans/" + run.plan().id());
	}

	private void tell(PlanAssessed run, List<Delivery> arrived) {
		Digests digests = new Digests();
		Commentary commentary = this.comments.commentary(run.plan(), run.now().asOf());
		run.changes().forEach((change) -> addChange(change, commentary, run, digests));
		arrived.stream()
			.filter((each) -> !RefusalItems.isClean(each))
			.forEach((each) -> addRefusal(each, run, digests));
		// To remind of objectives that nobody was told of yet would be a flood.
		if (this.reminders.reminder() && !run.changeOfEdition()
				&& this.log.isFirstOfMonth(others(run), run.now().asOf())) {
			addReminders(run, digests);
		}
		this.reminders.dueSoon(run.now().asOf()).forEach((due) -> addDueComments(due, commentary, run, digests));
		new RunSummary(run, arrived, base(run)).items(digests.told())
			.forEach((item) -> digests.add(item, Recipients.of(run.now().plan().plan())));
		ChartImages charts = new ChartImages(run, this.png);
		digests.forEach((recipient, items) -> write(run, recipient, items, charts));
	}

	private void addChange(Change change, Commentary commentary, PlanAssessed run, Digests digests) {
		Plan plan = run.now().plan().plan();
		Comment comment = commentary.shown(change.now().objective().code(), null, change.asOf(), run.now().knownOn())
			.orElse(null);
		Optional<Feed> overdue = (change.kind() == Change.NewsKind.DATA_OVERDUE) ? feed(change, plan)
				: Optional.empty();
		overdue.ifPresentOrElse((feed) -> addOverdue(change, feed, run, digests), () -> digests
			.add(ChangeItems.of(change, comment, plan, base(run)), Recipients.of(change.now().objective(), plan)));
		if (!digests.told().containsKey(change.key())) {
			logger.warn("Nobody is told of {}, because the plan names neither an owner nor an office", change.key());
		}
	}

	/**
	 * The feed's owner is told of all that wait for it, any other reader of the reader's
	 * own.
	 */
	private void addOverdue(Change change, Feed feed, PlanAssessed run, Digests digests) {
		Plan plan = run.now().plan().plan();
		List<ObjectiveAssessment> waiting = OverdueItems.waiting(feed, run.now());
		digests.add(OverdueItems.of(change, feed, waiting, base(run)), Recipients.of(feed, plan));
		Map<EmailAddress, List<ObjectiveAssessment>> own = new LinkedHashMap<>();
		Map<EmailAddress, RecipientRole> roles = new LinkedHashMap<>();
		for (ObjectiveAssessment each : waiting) {
			Recipients.of(each.objective(), plan).forEach((recipient, role) -> {
				own.computeIfAbsent(recipient, (none) -> new ArrayList<>()).add(each);
				roles.putIfAbsent(recipient, role);
			});
		}
		own.forEach((recipient, theirs) -> digests.add(OverdueItems.of(change, feed, theirs, base(run)),
				Map.of(recipient, Objects.requireNonNull(roles.get(recipient)))));
	}

	private static Optional<Feed> feed(Change change, Plan plan) {
		return Optional.ofNullable(change.measure())
			.flatMap(plan::measure)
			.flatMap((measure) -> plan.feed(measure.feed()));
	}

	private void addRefusal(Delivery delivery, PlanAssessed run, Digests digests) {
		Plan plan = run.now().plan().plan();
		Optional<Feed> feed = Optional.ofNullable(delivery.feed()).flatMap(plan::feed);
		DigestItem item = new RefusalItems(this.deliveries, base(run)).of(delivery,
				feed.map(Feed::title).orElse("A file of no known data source"));
		digests.add(item, feed.map((each) -> Recipients.of(each, plan)).orElseGet(() -> Recipients.of(plan)));
	}

	/** Only who writes it is told: its owner, or else the office. */
	private void addDueComments(LocalDate due, Commentary commentary, PlanAssessed run, Digests digests) {
		Plan plan = run.now().plan().plan();
		DueComments.missing(run.now(), commentary)
			.forEach((each) -> digests.add(DueComments.item(each, due, run.now(), commentary, base(run)),
					Recipients.ofOwner(each.objective(), plan)));
	}

	private void addReminders(PlanAssessed run, Digests digests) {
		Reminders.due(run)
			.forEach((each) -> digests.add(Reminders.item(each, run, base(run)),
					Recipients.of(each.objective(), run.now().plan().plan())));
	}

	private void write(PlanAssessed run, EmailAddress recipient, List<Addressed> items, ChartImages charts) {
		long number = this.outbox.nextNumber();
		Set<String> untold = this.outbox.untold(recipient, items.stream().map((each) -> each.item().key()).toList(),
				number);
		List<Addressed> news = items.stream().filter((each) -> untold.contains(each.item().key())).toList();
		if (!news.isEmpty()) {
			Digest digest = Digest.of(news, run.now(), charts);
			this.outbox.write(number, run.run(), recipient, this.renderer.write(plans(run).single().isPresent() ? digest
					: digest.of(this.organisations.nameOf(run.now().plan().plan().organisation()))));
			this.outbox.keepWhatIsTold(number, run.now().plan().plan().id(), run.changes());
		}
	}

}
