package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.assessment.PlainReckoning.Answer;
import org.jfpmonitor.assessment.PlainReckoning.Fraction;
import org.jfpmonitor.assessment.rule.AssessmentInput;
import org.jfpmonitor.assessment.rule.Assessor;
import org.jfpmonitor.observation.Ledgers;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.ReportLedger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The assessment against {@link PlainReckoning}, over objectives drawn at random. */
class SecondReckoningTest {

	private static final int OBJECTIVES = 1000;

	private static final int QUESTIONS = 8;

	@Test
	void theAssessmentAndAPlainReckoningOfTheRulesNeverDiffer() {
		List<String> differences = LongStream.range(0, Cases.number(OBJECTIVES / 4, OBJECTIVES))
			.boxed()
			.flatMap((seed) -> differences(seed).stream())
			.toList();

		assertThat(differences.stream().limit(3).toList()).as("%d differences", differences.size()).isEmpty();
	}

	@Test
	void everyAnswerComesUpAmongTheObjectivesDrawn() {
		Map<Status, Integer> counts = new EnumMap<>(Status.class);
		int open = 0;
		for (long seed = 0; seed < OBJECTIVES; seed++) {
			RandomObjective drawn = new RandomObjective(seed);
			LocalDate asOf = drawn.dayToAsk();
			PlainReckoning plain = reckoning(drawn, asOf, drawn.dayOfKnowledge(asOf));
			Status status = plain.objective(drawn.objective());
			if (status == null) {
				open++;
			}
			else {
				counts.merge(status, 1, Integer::sum);
			}
		}

		assertThat(counts).containsOnlyKeys(Status.values());
		assertThat(counts.values()).allMatch((count) -> count >= 5);
		assertThat(open).isGreaterThan(50);
	}

	static List<String> differences(long seed) {
		List<String> differences = new ArrayList<>();
		RandomObjective drawn = new RandomObjective(seed);
		AssessmentInput input = new AssessmentInput(Ledgers.of(drawn.figures()),
				new ReportLedger(drawn.reports(), List.of(), List.of()), Example.REGISTER);
		for (int question = 0; question < QUESTIONS; question++) {
			LocalDate asOf = drawn.dayToAsk();
			compare(seed, drawn, input, asOf, drawn.dayOfKnowledge(asOf), differences);
		}
		return differences;
	}

	private static void compare(long seed, RandomObjective drawn, AssessmentInput input, LocalDate asOf,
			LocalDate knownOn, List<String> differences) {
		PlainReckoning plain = reckoning(drawn, asOf, knownOn);
		ObjectiveAssessment assessed = Assessor.assess(Example.version(drawn.plan()), input, asOf, knownOn)
			.objectives()
			.get(0);
		List<String> found = new ArrayList<>();
		for (MeasureAssessment each : assessed.measures()) {
			Answer answer = plain.measure(each.measure());
			boolean sameRequired = answer.status() == null || isSame(answer.required(), each.required());
			if (answer.status() != each.status() || !sameRequired) {
				found.add("%s: %s against %s, but reckoned %s against %s".formatted(each.measure().id(),
						each.reason().statement(), each.required(), answer.status(), answer.required()));
			}
		}
		for (MilestoneAssessment each : assessed.milestones()) {
			Status status = plain.milestone(each.milestone());
			if (status != each.status()) {
				found.add("%s: %s, but reckoned %s".formatted(each.milestone().id(), each.status(), status));
			}
		}
		Status computed = plain.objective(drawn.objective());
		if (!Objects.equals(computed, assessed.computed())) {
			found.add("objective: %s, but reckoned %s".formatted(assessed.reason().statement(), computed));
		}
		if (!found.isEmpty()) {
			differences.add("Seed %d as of %s, known on %s:%n%s%nfrom%n%s".formatted(seed, asOf, knownOn,
					String.join("\n", found), drawn));
		}
	}

	private static boolean isSame(Fraction reckoned, BigDecimal required) {
		return (reckoned == null || required == null) ? reckoned == null && required == null
				: reckoned.isAbout(required);
	}

	private static PlainReckoning reckoning(RandomObjective drawn, LocalDate asOf, LocalDate knownOn) {
		return new PlainReckoning(drawn.plan(), drawn.figures(), drawn.reports(), asOf, knownOn);
	}

}
