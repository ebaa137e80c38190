package org.jfpmonitor.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.notification.fact.NotifiedFact;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What an earlier release stored answers in this one as it did then. */
class FrozenStoreTest {

	private static final PlanId PLAN = PlanId.of("nw-jfp-2024");

	static final LocalDate TODAY = LocalDate.of(2024, 10, 1);

	@TempDir
	private Path data;

	@Test
	void theDatabaseOfAnEarlierReleaseAnswersAsItDidThen() throws Exception {
		FrozenStore frozen = FrozenStore.of("0.1.0");

		try (ConfigurableApplicationContext service = FrozenStore.start(frozen.load(), this.data, Path.of("config"),
				TODAY)) {
			assertThat(answers(service)).isEqualTo(frozen.answers());
		}
	}

	/** Everything that is asked about the past: facts and codes, no phrases. */
	static String answers(ApplicationContext service) {
		Assessments assessments = service.getBean(Assessments.class);
		List<String> lines = new ArrayList<>();
		for (String knownOn : List.of("2024-06-14", "2024-09-12", "2024-09-13")) {
			for (String asOf : List.of("2024-05-31", "2024-07-31", "2024-09-13")) {
				if (asOf.compareTo(knownOn) <= 0) {
					board(assessments, LocalDate.parse(asOf), LocalDate.parse(knownOn), lines);
				}
			}
			LocalDate day = LocalDate.parse(knownOn);
			lines.add("plan known on " + day + ": version "
					+ service.getBean(PlanVersions.class).knownOn(PLAN, day).orElseThrow().on(day).number());
			assessments.position(PLAN, day, List.of(LocalDate.of(2024, 4, 30), LocalDate.of(2024, 5, 31)), day)
				.monthEnds()
				.forEach((end) -> end.computed()
					.entrySet()
					.stream()
					.map((each) -> "month end " + end.day() + " known on " + day + ": " + each.getKey() + " "
							+ each.getValue().code())
					.sorted()
					.forEach(lines::add));
		}
		recorded(service, assessments, lines);
		return String.join("\n", lines) + "\n";
	}

	private static void board(Assessments assessments, LocalDate asOf, LocalDate knownOn, List<String> lines) {
		lines.add("board of " + asOf + " known on " + knownOn);
		for (ObjectiveAssessment each : assessments.assess(PLAN, asOf, knownOn).objectives()) {
			lines.add(" " + each.objective().code() + " " + code(each.status()) + ", computed " + code(each.computed())
					+ " by " + each.reason().rule().code() + ", published "
					+ ((each.published() != null) ? each.published().status().code() : "none")
					+ ((each.override() != null) ? ", set by " + each.override().author() : ""));
			each.measures().forEach((measure) -> lines.add("  " + inWords(measure)));
			each.milestones()
				.forEach((milestone) -> lines.add("  " + milestone.milestone().id() + " "
						+ code(milestone.reason().therefore()) + " by " + milestone.reason().rule().code()));
		}
	}

	private static String inWords(MeasureAssessment measure) {
		Figure figure = measure.figure();
		return measure.measure().id() + " " + code(measure.status()) + " by " + measure.reason().rule().code()
				+ ((measure.period() != null) ? ", " + measure.period().start() + " to " + measure.period().lastDay()
						: "")
				+ ((figure != null) ? ": " + plain(figure.value()) + " " + figure.mark().code() : "") + ", required "
				+ plain(measure.required()) + ", " + measure.consecutiveMisses() + " missed"
				+ ((measure.warning() != null) ? ", " + measure.warning().code() : "");
	}

	private static void recorded(ApplicationContext service, Assessments assessments, List<String> lines) {
		assessments.lastRun().ifPresent((run) -> lines.add("last run " + run.number() + " of " + run.asOf()));
		assessments.standings(PLAN)
			.stream()
			.map((each) -> "since " + each.since() + ": " + each.objective() + " " + code(each.status()))
			.sorted()
			.forEach(lines::add);
		assessments.assess(PLAN, LocalDate.of(2024, 9, 13), LocalDate.of(2024, 9, 13))
			.objectives()
			.forEach((each) -> assessments.history(PLAN, each.objective().code())
				.forEach((then) -> lines.add("recorded " + then.run().asOf() + ": " + each.objective().code() + " "
						+ code(then.status()) + ", computed " + code(then.computed()))));
		Deliveries deliveries = service.getBean(Deliveries.class);
		deliveries.after(0).forEach((each) -> {
			lines.add("delivery " + each.id().value() + " " + each.fileName() + " " + each.state().code()
					+ ", dated by " + each.vintage().datedBy().code() + " " + each.vintage().day() + ", "
					+ each.figures() + " figures, " + each.lines().rejected() + " rejected");
			deliveries.rejects(each.id(),
					(reject) -> lines.add("  " + reject.place().inWords() + " " + reject.code().code()));
		});
		service.getBean(MailRecords.class)
			.list(null, 0, Integer.MAX_VALUE)
			.forEach((mail) -> lines.add("mail " + mail.number() + " to " + mail.recipient() + " " + mail.state().code()
					+ ": " + mail.subject()));
		service.getBean(JdbcClient.class)
			.sql("select plan, kind, objective, measure, status, about from told where kind is not null order by mail, change_key")
			.query(NotifiedFact::read)
			.list()
			.forEach((told) -> lines.add("told " + told.kind().code() + " of " + told.objective() + " " + told.about()
					+ " " + code(told.status())));
	}

	private static String code(@Nullable Status status) {
		return (status != null) ? status.code() : "none";
	}

	private static String plain(@Nullable BigDecimal value) {
		return (value != null) ? value.stripTrailingZeros().toPlainString() : "none";
	}

}
