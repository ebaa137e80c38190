package org.jfpmonitor.commentary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.store.TestTransactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringJUnitConfig
class JdbcCommentsTest {

	private static final PlanId PLAN = PlanId.of("test-plan");

	private static final PlanEditions EDITIONS = PlanEditions
		.only(new PlanVersion(1, "0".repeat(64), Instant.EPOCH, new Plan(PLAN, "Plan", OrganisationCode.of("QMM"),
				Period.ofClosed(day("2024-04-01"), day("2029-03-31")), null, List.of(), List.of(), List.of())));

	private static final ObjectiveCode WARDS = ObjectiveCode.of("6b");

	private static final MeasureId BEDS = MeasureId.of("virtual-ward-beds");

	private static final CommentSubject APRIL = new CommentSubject(WARDS, null, YearMonth.of(2025, 4));

	private static final CommentText TEXT = new CommentText("170 beds.\n\n- two wards", "Vacancies", "Recruit",
			LocalDate.of(2025, 6, 30), "202 beds by July");

	@Autowired
	private Comments comments;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void emptyTheStore() {
		this.jdbc.sql("truncate comment_version, annotation, annotation_withdrawal").update();
	}

	@Test
	void keepsEveryVersionWithItsAuthorAndTime() throws Exception {
		Comment draft = add(APRIL, 0, Comment.Stage.DRAFT, TEXT, "owner", "2025-05-02T09:00:00Z");
		Comment last = add(APRIL, 1, Comment.Stage.FINAL, CommentText.of("171 beds."), "office",
				"2025-05-03T09:00:00Z");

		assertThat(commentary().versions(APRIL)).containsExactly(draft, last);
		assertThat(draft.version()).isEqualTo(1);
		assertThat(last.version()).isEqualTo(2);
		assertThat(draft.text()).isEqualTo(TEXT);
	}

	@Test
	void tellsTheSecondEditorWhatTheFirstHasWrittenAndKeepsThat() throws Exception {
		add(APRIL, 0, Comment.Stage.DRAFT, TEXT, "owner", "2025-05-02T09:00:00Z");
		Comment first = add(APRIL, 1, Comment.Stage.FINAL, CommentText.of("First."), "owner", "2025-05-03T09:00:00Z");

		assertThatExceptionOfType(CommentClash.class).isThrownBy(
				() -> add(APRIL, 1, Comment.Stage.FINAL, CommentText.of("Second."), "office", "2025-05-03T09:01:00Z"))
			.withMessage("Expected a change of version 1, found version 2 by owner. Take over what is yours and send"
					+ " it as a change of version 2.")
			.satisfies((clash) -> assertThat(clash.newest()).isEqualTo(first));
		add(APRIL, 2, Comment.Stage.FINAL, CommentText.of("Second."), "office", "2025-05-03T09:02:00Z");
		assertThat(commentary().versions(APRIL)).extracting((each) -> each.text().figures())
			.containsExactly(TEXT.figures(), "First.", "Second.");
	}

	@Test
	void ofTwoEditorsWhoSaveAtOnceOneIsToldOfTheOther() throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(2);
		CountDownLatch both = new CountDownLatch(2);
		List<Future<Object>> outcomes = Stream.of("owner", "office")
			.map((author) -> people.submit((Callable<Object>) () -> attempt(author, both)))
			.toList();

		List<Object> found = List.of(outcomes.get(0).get(), outcomes.get(1).get());
		people.shutdown();

		assertThat(found).hasAtLeastOneElementOfType(Comment.class).hasAtLeastOneElementOfType(CommentClash.class);
		assertThat(commentary().versions(APRIL)).singleElement().isIn(found);
	}

	private Object attempt(String author, CountDownLatch both) throws Exception {
		try {
			both.countDown();
			both.await();
			return add(APRIL, 0, Comment.Stage.FINAL, CommentText.of("By " + author), author, "2025-05-02T09:00:00Z");
		}
		catch (CommentClash clash) {
			return clash;
		}
	}

	@Test
	void isShownFromTheEndOfItsMonthOnceItIsKnown() throws Exception {
		Comment march = add(new CommentSubject(WARDS, null, YearMonth.of(2025, 3)), 0, Comment.Stage.FINAL,
				CommentText.of("March."), "owner", "2025-04-10T09:00:00Z");
		Comment april = add(APRIL, 0, Comment.Stage.FINAL, TEXT, "owner", "2025-05-10T09:00:00Z");
		Comment beds = add(new CommentSubject(WARDS, BEDS, YearMonth.of(2025, 4)), 0, Comment.Stage.FINAL,
				CommentText.of("Beds."), "owner", "2025-05-10T09:00:00Z");
		Commentary commentary = commentary();

		assertThat(commentary.shown(WARDS, null, day("2025-04-29"), day("2025-05-31"))).contains(march);
		assertThat(commentary.shown(WARDS, null, day("2025-04-30"), day("2025-05-31"))).contains(april);
		assertThat(commentary.shown(WARDS, null, day("2025-04-30"), day("2025-05-09"))).contains(march);
		assertThat(commentary.shown(WARDS, null, day("2025-04-30"), day("2025-04-09"))).isEmpty();
		assertThat(commentary.shown(WARDS, BEDS, day("2025-04-30"), day("2025-05-31"))).contains(beds);
		assertThat(commentary.shown(ObjectiveCode.of("6c"), null, day("2025-04-30"), day("2025-05-31"))).isEmpty();
	}

	@Test
	void aNewDraftLeavesTheFinalVersionInSight() throws Exception {
		Comment shown = add(APRIL, 0, Comment.Stage.FINAL, TEXT, "owner", "2025-05-02T09:00:00Z");
		add(APRIL, 1, Comment.Stage.DRAFT, CommentText.EMPTY, "owner", "2025-05-03T09:00:00Z");

		assertThat(commentary().shown(WARDS, null, day("2025-05-15"), day("2025-05-15"))).contains(shown);
		assertThat(commentary().history(WARDS, day("2025-05-15"))).containsExactly(shown);
	}

	@Test
	void aFileThatRepeatsItselfAddsNothing() {
		CommentText text = CommentText.of("From a file.");

		assertThat(addFromFile(text, 1)).isTrue();
		assertThat(addFromFile(text, 2)).isFalse();
		assertThat(addFromFile(CommentText.of("Corrected."), 3)).isTrue();
		assertThat(commentary().versions(APRIL)).extracting(Comment::version).containsExactly(1, 2);
	}

	private boolean addFromFile(CommentText text, long delivery) {
		Origin origin = new Origin(DeliveryId.of(delivery), "progress.csv", Place.line(2),
				Instant.parse("2025-05-02T09:00:00Z"));
		return Boolean.TRUE.equals(
				this.transaction.execute((status) -> this.comments.addFromFile(PLAN, APRIL, text, "office", origin)));
	}

	@Test
	void aWithdrawnAnnotationStaysWhatWasKnownBefore() {
		Annotation strike = new Annotation(0, BEDS, Period.ofClosed(day("2024-08-12"), day("2024-08-16")), "strike",
				"owner", Instant.parse("2025-05-02T09:00:00Z"), null);
		Annotation.AnnotationWithdrawal withdrawal = new Annotation.AnnotationWithdrawal("office",
				Instant.parse("2025-05-04T09:00:00Z"));
		long number = this.transaction.execute((status) -> this.comments.annotate(PLAN, strike));

		assertThat(withdraw(number, withdrawal)).isTrue();
		assertThat(withdraw(number, withdrawal)).isFalse();
		assertThat(withdraw(number + 1, withdrawal)).isFalse();

		Commentary commentary = commentary();
		assertThat(commentary.annotations(BEDS, day("2025-05-01"))).isEmpty();
		assertThat(commentary.annotations(BEDS, day("2025-05-03"))).singleElement()
			.isEqualTo(new Annotation(number, BEDS, strike.days(), "strike", "owner", strike.knownAt(), withdrawal));
		assertThat(commentary.annotations(BEDS, day("2025-05-04"))).isEmpty();
	}

	private boolean withdraw(long number, Annotation.AnnotationWithdrawal withdrawal) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.comments.withdraw(number, withdrawal)));
	}

	private Comment add(CommentSubject subject, int basedOn, Comment.Stage state, CommentText text, String author,
			String knownAt) {
		return this.transaction.execute((status) -> this.comments.add(PLAN, subject, basedOn, state, text, author,
				new Origin(null, null, Place.line(0), Instant.parse(knownAt))));
	}

	private static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import({ JdbcComments.class, TestTransactions.class })
	static class Store {

	}

	private Commentary commentary() {
		return this.comments.commentary(EDITIONS, day("2025-05-15"));
	}

}
