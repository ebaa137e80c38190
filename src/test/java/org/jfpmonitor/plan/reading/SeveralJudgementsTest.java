package org.jfpmonitor.plan.reading;

import java.nio.file.Path;
import java.util.List;

import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One figure, judged in several ways: each way is a measure of its own. */
class SeveralJudgementsTest {

	private static final String BY_DATE = "{kind: maintain, basis: latest, path: by-date, values: [{date: 2025-03-31, value: 78}]}";

	@Test
	void eachOfSeveralOrganisationsHasToMeetTheTarget() {
		Plan plan = plan("- {id: ae-within-4-hours, organisations: [RM1, RCX], judged: each, target: " + BY_DATE + "}");

		assertThat(plan.measures()).extracting((each) -> each.id().value())
			.containsExactly("ae-within-4-hours-rm1", "ae-within-4-hours-rcx");
		assertThat(plan.measures()).extracting(Measure::title)
			.containsExactly(
					"A&E attendances within 4 hours, Norfolk and Norwich University Hospitals NHS Foundation Trust",
					"A&E attendances within 4 hours, The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust");
		assertThat(plan.measures()).allMatch((each) -> each.organisations().size() == 1)
			.extracting((each) -> each.figures().value())
			.containsOnly("ae-within-4-hours");
	}

	@Test
	void filesAreReadForTheFiguresOfAllJudgementsOnce() {
		Plan asked = PlanEditions.asked(List.of(
				plan("""
						- {id: ae-within-4-hours, organisations: [RM1, RCX], judged: each, target: %s}
						      - {id: four-hours-at-gorleston, figures-of: ae-within-4-hours, organisations: [RGP], target: %s}"""
					.formatted(BY_DATE, BY_DATE))));

		assertThat(asked.measures()).hasSize(1);
		assertThat(asked.measures().get(0).id()).hasToString("ae-within-4-hours");
		assertThat(asked.measures().get(0).organisations()).extracting(Object::toString)
			.containsExactly("RM1", "RCX", "RGP");
	}

	@Test
	void aSecondJudgementHasAnIdOfItsOwnAndTheSameFacts() {
		Measure measure = plan(
				"- {id: four-hours-at-gorleston, figures-of: ae-within-4-hours, organisations: [RGP], target: "
						+ BY_DATE + "}")
			.measures()
			.get(0);

		assertThat(measure.figures()).hasToString("ae-within-4-hours");
		assertThat(measure.title()).isEqualTo("A&E attendances within 4 hours");
		assertThat(measure.feed()).hasToString("ae");
	}

	@Test
	void figuresOfAMeasureOfTheirOwnMayBeJudgedAgainToo() {
		Plan plan = plan(
				"""
						- {id: ours, title: Ours, definition: D., unit: count, better: higher, cadence: monthly, feed: figures,
						         target: not-yet-set, target-note: Later.}
						      - {id: ours-again, figures-of: ours, title: Once more, target: not-yet-set, target-note: Later.}""");

		assertThat(plan.measures().get(1).figures()).hasToString("ours");
		assertThat(plan.measures().get(1).definition()).isEqualTo("D.");
	}

	@Test
	void aBandIsHeldAgainstBothOfItsEnds() {
		Plan plan = plan(
				"- {id: bed-occupancy, organisations: [RM1], better: within, target: {kind: maintain, basis: latest,"
						+ " path: by-date, values: [{date: 2025-03-31, low: 85, high: 92}]}}");

		assertThat(plan.measures())
			.extracting((each) -> each.id() + " " + each.direction().code() + " "
					+ each.target().finalValue().orElseThrow().value().stripTrailingZeros().toPlainString())
			.containsExactly("bed-occupancy-low higher 0.85", "bed-occupancy-high lower 0.92");
		assertThat(plan.measures()).extracting(Measure::shortTitle)
			.containsExactly("Bed occupancy, not too low", "Bed occupancy, not too high");
	}

	@Test
	void aTargetMayBeRelativeToAnEarlierPeriod() {
		Measure measure = plan("- {id: ae-within-4-hours, organisations: [RM1], target: {kind: reach, basis: latest,"
				+ " path: by-date, relative-to: 2024/25, values: [{date: 2026-03-31, better-by: 5}]}}")
			.measures()
			.get(0);

		assertThat(measure.target().trajectory()).isInstanceOf(Trajectory.Relative.class);
		assertThat(measure.target().finalValue()).isEmpty();
		assertThat(measure.target().waitsForItsBase().orElseThrow().base().inWords()).isEqualTo("2024/25");
	}

	@Test
	void saysWhatABandAndARelativeTargetNeed() {
		assertThat(faults("- {id: bed-occupancy, organisations: [RM1], better: within, target: " + BY_DATE + "}"))
			.containsExactly("objective 1a, measure bed-occupancy, target, value of 2025-03-31: expected low and high,"
					+ " because of \"better: within\" of the measure, found value. Write each value as {date: ..., low: ...,"
					+ " high: ...}.");
		assertThat(faults("- {id: ae-within-4-hours, organisations: [RM1], target: {kind: reach, basis: latest,"
				+ " path: by-date, relative-to: 2024/25, values: [{date: 2026-03-31, value: 5}]}}"))
			.containsExactly("objective 1a, measure ae-within-4-hours, target, value of 2026-03-31: expected better-by,"
					+ " because of \"relative-to:\" of the target, found value. Write each value as {date: ..., better-by:"
					+ " ...}.");
		assertThat(faults("- {id: bed-occupancy, organisations: [RM1], better: within, target: {kind: maintain, basis:"
				+ " latest, path: by-date, values: [{date: 2025-03-31, low: 92, high: 85}]}}"))
			.containsExactly(
					"objective 1a, measure bed-occupancy, target, value of 2025-03-31: expected high: 92 (low) or"
							+ " more, found 85. Correct one of the two.");
	}

	@Test
	void theFigureOfAYearIsKnownOnlyOfARateOrWhereItIsSaid() {
		String measure = "- {id: ae-attendances, organisations: [RM1], target: {kind: maintain, basis: %s, path: by-date,"
				+ " relative-to: %s, values: [{date: 2026-03-31, better-by: 100}]}}";

		assertThat(faults(measure.formatted("latest", "2024/25"))).singleElement()
			.asString()
			.contains(
					"expected relative-to: a month such as 2025-03, because \"unit: count\" does not say what the figure"
							+ " of a year is, found \"2024/25\".");
		assertThat(faults(measure.formatted("latest", "2024-12"))).isEmpty();
		assertThat(faults(measure.formatted("rolling, periods: 12, combined: mean", "2024/25"))).isEmpty();
	}

	@Test
	void figuresThatNobodyKnowsAreNamed() {
		assertThat(faults("- {id: mine, figures-of: ae-within-4-hour, target: " + BY_DATE + "}")).first()
			.isEqualTo("objective 1a, measure mine: expected figures-of: that of a measure in the catalogue, found"
					+ " \"ae-within-4-hour\". Write \"figures-of: ae-within-4-hours\", or describe that measure in the plan.");
	}

	private static Plan plan(String measures) {
		PlanReading reading = reading(measures);
		assertThat(reading.faults()).isEmpty();
		return reading.plan().orElseThrow();
	}

	private static List<String> faults(String measures) {
		return reading(measures).faults().stream().map(Fault::message).toList();
	}

	private static PlanReading reading(String measures) {
		return PlanFiles.kept(List.of(new YamlFile(Path.of("plan.yaml"), """
				plan: {id: p, title: P, organisation: QMM, from: 2024-04-01, to: 2029-03-31}
				ambition: {number: 1, title: A}
				objectives:
				  - code: 1a
				    title: T
				    short-title: T
				    success: S
				    measures:
				      %s
				""".formatted(measures)))).read(Shipped.ORGANISATIONS, Shipped.CATALOGUE);
	}

}
