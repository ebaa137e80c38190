package org.jfpmonitor.plan;

import org.jfpmonitor.plan.Plan.PlanWords;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlanWordsTest {

	private static final String TO = "to: 2029-03-31,";

	@TempDir
	private Path directory;

	@Test
	void aPlanThatSaysNothingSpeaksOfAmbitionsAndTheFive() {
		PlanWords words = GoodPlan.in(this.directory).plan().words();

		assertThat(words).isEqualTo(PlanWords.USUAL);
		assertThat(words.ambition("6")).isEqualTo("Ambition 6");
		assertThat(words.status(Status.UNDERPERFORMANCE)).isEqualTo("Underperformance");
		assertThat(words.status(null)).isEqualTo("Not assessed");
	}

	@Test
	void ownWordsStandBeforeTheUsualOneAndTheFirstOfSeveralIsShown() {
		PlanWords words = with("{ambition: Priority, statuses: {At risk: underperformance, Off plan: underperformance,"
				+ " On track: on_track, Done: completed}}")
			.plan()
			.words();

		assertThat(words.ambition("6")).isEqualTo("Priority 6");
		assertThat(words.ambitionInSentence("6")).isEqualTo("priority 6");
		assertThat(words.status(Status.UNDERPERFORMANCE)).isEqualTo("At risk (Underperformance)");
		assertThat(words.status(Status.COMPLETED)).isEqualTo("Done (Completed)");
		assertThat(words.status(Status.ON_TRACK)).as("the same word, otherwise written").isEqualTo("On track");
		assertThat(words.status(Status.DELAYED)).isEqualTo("Delayed");
	}

	@Test
	void aWordThatCouldMeanTwoThingsIsRefused() {
		assertThat(with(
				"{statuses: {On Track: delayed, At risk: underperformance, at  risk: delayed, not assessed: delayed,"
						+ " Late: late}}")
			.faults())
			.containsExactly(
					"plan.yaml:1: plan, words, statuses: expected On Track: on_track, because it is the usual word for that,"
							+ " found delayed. Write another word, or \"on_track\".",
					"plan.yaml:1: plan, words, statuses: expected each word once, found \"at  risk\" again (first in line 1"
							+ " as \"At risk\"). Delete one of the two lines.",
					"plan.yaml:1: plan, words, statuses: expected a word of the plan's own for a status, found \"not"
							+ " assessed\", which is said of an objective that has none. Write another word.",
					"plan.yaml:1: plan, words, statuses: expected Late: on_track, underperformance, delayed, completed or"
							+ " no_longer_applicable, found \"late\". Write one of these words.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "on_track: delayed", "On-Track: delayed", "ON_TRACK: completed", "not_assessed: delayed",
			"Not-assessed: completed" })
	void noCodeMeansAnotherStatusThanItsOwn(String word) {
		assertThat(with("{statuses: {" + word + "}}").faults()).hasSize(1);
	}

	@Test
	void anAmbitionMayBeCalledByALetter() {
		GoodPlan plan = GoodPlan.in(this.directory).change("ambition: {number: \"6\"", "ambition: {number: \"A1\"");

		assertThat(plan.faults()).isEmpty();
		assertThat(plan.plan().ambitions()).extracting(Ambition::number).isEqualTo(List.of("A1"));
		assertThat(
				GoodPlan.in(this.directory).change("ambition: {number: \"6\"", "ambition: {number: \"6-1\"").faults())
			.hasSize(1)
			.first()
			.asString()
			.contains("a number of one or two digits, or a letter with up to three letters or digits after it");
	}

	private GoodPlan with(String words) {
		return GoodPlan.in(this.directory).change(TO, TO + " words: " + words + ",");
	}

}
