package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
		Plan asked = Plans.asked(List.of(
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
		assertThat(plan.measures()).allSatisfy(
				(each) -> assertThat(each.heldAgainst(Period.month(2025, 5))).extracting(BigDecimal::doubleValue)
					.containsOnly(0.85, 0.92));
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

	/**
	 * What would be judged wrongly, or not at all, is refused and not read in silence.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					bed-occupancy, better: within | latest, path: by-date, relative-to: 2024-12 | {date: 2026-03-31, low: 1, high: 2} | 9:100: target: expected no relative-to beside "better: within", because one figure cannot be better in both directions, found "2024-12". Delete the line and say both ends of each value, or write a measure for each end, with "figures-of:" and "better: higher" or "better: lower".
					bed-occupancy, better: within | latest, path: by-date, relative-to: 2024-12 | {date: 2026-03-31, better-by: 1} | 9:100: target: expected no relative-to beside "better: within", because one figure cannot be better in both directions, found "2024-12". Delete the line and say both ends of each value, or write a measure for each end, with "figures-of:" and "better: higher" or "better: lower".
					bed-occupancy, better: within | latest, path: straight-line, baseline: {date: 2024-03-31, value: 95} | {date: 2026-03-31, low: 85, high: 92} | 9:106: target: expected no baseline beside "better: within", because it is no band, found one. Delete it, and begin the values with a band of its day: {date: 2024-03-31, low: ..., high: ...}.
					bed-occupancy, better: within | latest, path: straight-line | {date: 2026-03-31, low: 85, high: 92} | 9:106: target: expected values: two bands or more, because of "path: straight-line", found one. Begin with the band from which the line starts, {date: ..., low: ..., high: ...}, or write "path: by-date".
					bed-occupancy, better: within | latest, path: supplied, planned-by: planned | {date: 2026-03-31, low: 85, high: 92} | 9:85: target: expected path: by-date or straight-line beside "better: within", because planned figures have one end, found "supplied". Write one of these, and each value as {date: ..., low: ..., high: ...}.
					bed-occupancy, better: within | latest, path: points | {period: 2026-03, value: 85} | 9:85: target: expected path: by-date or straight-line beside "better: within", because a band has no points, found "points". Write one of these, and each value as {date: ..., low: ..., high: ...}.
					ae-attendances | year-to-date, combined: sum, path: by-date, relative-to: 2024-12 | {date: 2026-03-31, better-by: 5} | 9:106: target: expected relative-to: a financial year such as 2024/25, because "basis: year-to-date" with "combined: sum" adds up a year, found "2024-12". Write the year, or judge by "basis: latest" and a single period.
					ae-attendances | year-to-date, combined: sum, path: by-date, relative-to: 2024/25 | {date: 2025-12-31, better-by: 5} | 9:138: target, value of 2025-12-31: expected date: a 31 March, because a sum over part of a year is not held against that of a whole one, found 2025-12-31. Write 2026-03-31.
					ae-attendances | rolling, periods: 3, combined: sum, path: by-date, relative-to: 2024-12 | {date: 2026-03-31, better-by: 5} | 9:113: target: expected relative-to: a financial year such as 2024/25, and "periods: 12", because "basis: rolling" with "combined: sum" is held only against a sum of as many periods, found "2024-12" and "periods: 3". Write both so, or judge by "basis: latest" and a single period.
					ae-attendances | rolling, periods: 3, combined: sum, path: by-date, relative-to: 2024/25 | {date: 2026-03-31, better-by: 5} | 9:113: target: expected relative-to: a financial year such as 2024/25, and "periods: 12", because "basis: rolling" with "combined: sum" is held only against a sum of as many periods, found "2024/25" and "periods: 3". Write both so, or judge by "basis: latest" and a single period.
					ae-within-4-hours | latest, path: by-date, baseline: {date: 2024-03-31, value: 61}, relative-to: 2024/25 | {date: 2026-03-31, better-by: 5} | 9:88: target: expected no baseline beside "relative-to:", whose figure is the baseline, found one. Delete one of the two.
					ae-within-4-hours | latest, path: by-date, relative-to: 2024/25 | {date: 2026-03-31, better-by: 101} | 9:138: target, value of 2026-03-31: expected better-by: 100 or less, because a percentage has no more points, found 101. Correct it.
					""")
	void whatWouldBeJudgedWronglyIsRefused(String measure, String basis, String value, String fault) {
		assertThat(reading("""
				- {id: %s, target: {kind: maintain, basis: %s, values: [%s]}}
				      - {id: planned, figures-of: bed-occupancy, target: not-yet-set, target-note: Later.}"""
			.formatted(measure, basis, value)).faults())
			.extracting((each) -> each.line() + ":" + each.column() + ": "
					+ each.message().replaceFirst("^objective 1a, measure [a-z0-9-]+, ", ""))
			.containsExactly(fault);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					ae-within-4-hours             | latest, path: straight-line, relative-to: 2024-09                               | {date: 2026-03-31, better-by: 5}
					ae-attendances                | year-to-date, combined: sum, path: by-date, relative-to: 2024/25                | {date: 2026-03-31, better-by: 5}
					ae-attendances                | rolling, periods: 12, combined: sum, path: by-date, relative-to: 2024/25        | {date: 2025-12-31, better-by: 5}
					bed-occupancy, better: within | latest, path: straight-line | {date: 2025-03-31, low: 80, high: 95}, {date: 2026-03-31, low: 85, high: 92}
					""")
	void whatCanBeJudgedIsTaken(String measure, String basis, String value) {
		assertThat(faults(
				"- {id: %s, target: {kind: maintain, basis: %s, values: [%s]}}".formatted(measure, basis, value)))
			.isEmpty();
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
