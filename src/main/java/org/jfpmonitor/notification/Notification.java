package org.jfpmonitor.notification;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.chart.ChartPng;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.notification.digest.ChangeItems;
import org.jfpmonitor.notification.digest.Correspondence;
import org.jfpmonitor.notification.digest.Item;
import org.jfpmonitor.notification.digest.OverdueItems;
import org.jfpmonitor.notification.digest.Readers;
import org.jfpmonitor.notification.digest.RefusalItems;
import org.jfpmonitor.notification.digest.ReminderProperties;
import org.jfpmonitor.notification.digest.Reminders;
import org.jfpmonitor.notification.digest.Rounds;
import org.jfpmonitor.notification.digest.RunSummary;
import org.jfpmonitor.notification.outbox.JdbcOutbox;
import org.jfpmonitor.notification.render.ChartImages;
import org.jfpmonitor.notification.render.Draft;
import org.jfpmonitor.notification.render.Stationery;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what a run found, inside its transaction, and writes one mail for everybody who
 * has to be told something new.
 */
@Component
class Notification {

	private static final Logger logger = LoggerFactory.getLogger(Notification.class);

	private final JdbcOutbox outbox;

	private final Rounds rounds;

	private final Deliveries deliveries;

	private final Assessments assessments;

	private final Stationery stationery;

	private final URI base;

	private final boolean reminds;

	private final ChartPng png = ChartPng.onThisMachine();

	Notification(JdbcOutbox outbox, Rounds rounds, Deliveries deliveries, Assessments assessments,
			Stationery stationery, MailProperties properties, ReminderProperties reminders) {
		this.outbox = outbox;
		this.rounds = rounds;
		this.deliveries = deliveries;
		this.assessments = assessments;
		this.stationery = stationery;
		this.base = properties.baseUrl();
		this.reminds = reminders.reminder();
	}

	@EventListener
	void on(PlanAssessed run) {
		long newest = this.deliveries.newestNumber();
		if (!run.quiet()) {
			tell(run, this.deliveries.after(this.rounds.passedOn(newest)));
		}
		this.rounds.add(run, newest);
	}

	private void tell(PlanAssessed run, List<Delivery> arrived) {
		Correspondence post = new Correspondence();
		run.changes().forEach((change) -> addChange(change, run, post));
		arrived.stream().filter((each) -> !RefusalItems.isClean(each)).forEach((each) -> addRefusal(each, run, post));
		if (this.reminds && this.rounds.isFirstOfMonth(run.now().asOf())) {
			addReminders(run, post);
		}
		EmailAddress office = run.now().plan().plan().office();
		if (office != null) {
			new RunSummary(run, arrived, this.base).items(post.told())
				.forEach((item) -> post.add(item, List.of(office)));
		}
		ChartImages charts = new ChartImages(run, this.png);
		post.forEach((reader, items) -> write(run, reader, items, charts));
	}

	private void addChange(Change change, PlanAssessed run, Correspondence post) {
		Plan plan = run.now().plan().plan();
		Optional<Feed> overdue = (change.kind() == Change.Kind.DATA_OVERDUE) ? feed(change, plan) : Optional.empty();
		overdue.ifPresentOrElse((feed) -> addOverdue(change, feed, run, post),
				() -> post.add(ChangeItems.of(change, this.base), Readers.of(change.now().objective(), plan)));
		if (!post.told().containsKey(change.key())) {
			logger.warn("Nobody is told of {}, because the plan names neither an owner nor an office", change.key());
		}
	}

	/**
	 * The feed's owner is told of all that wait for it, any other reader of the reader's
	 * own.
	 */
	private void addOverdue(Change change, Feed feed, PlanAssessed run, Correspondence post) {
		Plan plan = run.now().plan().plan();
		List<ObjectiveAssessment> waiting = OverdueItems.waiting(feed, run.now());
		post.add(OverdueItems.of(change, feed, waiting, this.base), Readers.of(feed, plan));
		Map<EmailAddress, List<ObjectiveAssessment>> own = new LinkedHashMap<>();
		for (ObjectiveAssessment each : waiting) {
			Readers.of(each.objective(), plan)
				.forEach((reader) -> own.computeIfAbsent(reader, (none) -> new ArrayList<>()).add(each));
		}
		own.forEach((reader, theirs) -> post.add(OverdueItems.of(change, feed, theirs, this.base), Set.of(reader)));
	}

	private static Optional<Feed> feed(Change change, Plan plan) {
		return Optional.ofNullable(change.measure())
			.flatMap(plan::measure)
			.flatMap((measure) -> plan.feed(measure.feed()));
	}

	private void addRefusal(Delivery delivery, PlanAssessed run, Correspondence post) {
		Plan plan = run.now().plan().plan();
		Optional<Feed> feed = Optional.ofNullable(delivery.feed()).flatMap(plan::feed);
		Item item = new RefusalItems(this.deliveries, this.base).of(delivery,
				feed.map(Feed::title).orElse("A file of no known feed"));
		EmailAddress office = plan.office();
		post.add(item, feed.map((each) -> Readers.of(each, plan))
			.orElseGet(() -> (office != null) ? Set.of(office) : Set.of()));
	}

	private void addReminders(PlanAssessed run, Correspondence post) {
		Map<ObjectiveCode, Standing> standings = this.assessments.standings()
			.stream()
			.collect(Collectors.toMap(Standing::objective, Function.identity()));
		Reminders.due(run)
			.forEach((each) -> post.add(Reminders.item(each, run, standings, this.base),
					Readers.of(each.objective(), run.now().plan().plan())));
	}

	private void write(PlanAssessed run, EmailAddress reader, List<Item> items, ChartImages charts) {
		long number = this.outbox.nextNumber();
		Set<String> untold = this.outbox.untold(reader, items.stream().map(Item::key).toList(), number);
		List<Item> news = items.stream().filter((item) -> untold.contains(item.key())).toList();
		if (!news.isEmpty()) {
			this.outbox.write(number, run.run(), reader, this.stationery.write(Draft.of(news, run.now(), charts)));
			this.outbox.keepWhatIsTold(number, run.changes());
		}
	}

}
