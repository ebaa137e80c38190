package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.reading.EditionFiles;
import org.jfpmonitor.plan.reading.EditionsReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EditionFilesTest {

	@TempDir
	private Path config;

	private GoodPlan second;

	@BeforeEach
	void writeTwoEditions() {
		GoodPlan.in(this.config.resolve("plan"));
		this.second = GoodPlan.in(this.config.resolve("plans/2026"))
			.change("id: nw-jfp-2024", "id: ns-jfp-2026, succeeds: nw-jfp-2024")
			.change("QMM, from: 2024-04-01", "QMM, from: 2026-04-01")
			.change("to: 2029-03-31", "to: 2031-03-31");
	}

	@Test
	void theFolderPlanAndEachFolderOfPlansIsAnEdition() {
		EditionsReading reading = read();
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.editions()).extracting((each) -> each.plan().id() + " after " + each.plan().succeeds())
			.containsExactly("nw-jfp-2024 after null", "ns-jfp-2026 after nw-jfp-2024");
	}

	@Test
	void editionsMayAllLieInFoldersOfPlans() throws IOException {
		Files.move(this.config.resolve("plan"), this.config.resolve("plans/2024"));
		assertThat(read().faults()).isEmpty();
		assertThat(read().editions()).hasSize(2);
	}

	@Test
	void withoutAnyFolderTheFolderPlanIsAskedFor() {
		assertThat(faults(this.config.resolve("nowhere")))
			.containsExactly("nowhere/plan: expected a folder with the files of the plan, found none that can be read."
					+ " Create it, or set jfp.config to the folder above the plan folder.");
	}

	@Test
	void aFileBesideTheFoldersIsNamed() throws IOException {
		Files.writeString(this.config.resolve("plans/plan.yaml"), "plan:\n");
		assertThat(faults()).containsExactly("plans/plan.yaml: expected a folder for each edition, found a file."
				+ " Move it into the folder of its edition, as in plans/2026/plan.yaml.");
	}

	@Test
	void everyEditionButTheFirstSaysWhichOneItSucceeds() {
		this.second.change(", succeeds: nw-jfp-2024", "");
		assertThat(faults()).containsExactly("plans/2026/plan.yaml:1: plan: expected succeeds: the id of the edition"
				+ " before, because nw-jfp-2024 (plan/plan.yaml, line 1) of the same organisation begins earlier, found none."
				+ " Add \"succeeds: nw-jfp-2024\", or keep the folder outside plans.");
	}

	@Test
	void anotherOrganisationWithoutAPredecessorHasAPlanOfItsOwn() {
		this.second.change(", succeeds: nw-jfp-2024", "").change("QMM, from: 2026-04-01", "RCX, from: 2026-04-01");
		assertThat(faults()).isEmpty();
		assertThat(read().editions()).hasSize(2);
	}

	@Test
	void figuresOfTwoPlansAreTheSameFigures() {
		this.second.change(", succeeds: nw-jfp-2024", "")
			.change("QMM, from: 2026-04-01", "RCX, from: 2026-04-01")
			.change("unit: minutes", "unit: count");
		assertThat(faults()).anySatisfy((fault) -> assertThat(fault).contains(
				"expected unit: minutes, as nw-jfp-2024" + " says of the same figures (plan/ambition-6.yaml, line "));
	}

	@Test
	void anEditionSucceedsOneThatIsThere() {
		this.second.change("succeeds: nw-jfp-2024", "succeeds: nw-jfp-2023");
		assertThat(faults()).containsExactly("plans/2026/plan.yaml:1: plan: expected succeeds: the id of another"
				+ " edition, found \"nw-jfp-2023\". Write \"nw-jfp-2024\".");
	}

	@Test
	void anEditionIsSucceededByOneOnly() {
		GoodPlan.in(this.config.resolve("plans/2027"))
			.change("id: nw-jfp-2024", "id: ns-jfp-2027, succeeds: nw-jfp-2024")
			.change("QMM, from: 2024-04-01", "QMM, from: 2027-04-01");
		assertThat(faults()).containsExactly("plans/2027/plan.yaml:1: plan: expected succeeds: an edition that no other"
				+ " succeeds, found \"nw-jfp-2024\" again (first in plans/2026/plan.yaml, line 1). Correct one of the two.");
	}

	@Test
	void anEditionBeginsAfterTheOneThatItSucceeds() {
		this.second.change("QMM, from: 2026-04-01", "QMM, from: 2024-04-01");
		assertThat(faults()).containsExactly("plans/2026/plan.yaml:1: plan: expected from: a day after 2024-04-01, when"
				+ " nw-jfp-2024 begins, found 2024-04-01. An edition judges from its first day until the next one begins;"
				+ " correct one of the two.");
	}

	/** The one that begins on the same day and is succeeded is not blamed for it. */
	@Test
	void twoPlansOfOneOrganisationDoNotBeginOnOneDay() {
		this.second.change(", succeeds: nw-jfp-2024", "").change("QMM, from: 2026-04-01", "QMM, from: 2024-04-01");
		assertThat(faults()).containsExactly("plans/2026/plan.yaml:1: plan: expected from: another day than that of"
				+ " nw-jfp-2024 (plan/plan.yaml, line 1) of the same organisation, found 2024-04-01 again. Let the later one"
				+ " begin later and name the other with \"succeeds:\", or keep its folder outside plans.");
	}

	@Test
	void anEditionDoesNotSucceedItselfAndIsOfferedNoOtherBoardsPlan() {
		this.second.change("succeeds: nw-jfp-2024", "succeeds: ns-jfp-2026");
		assertThat(faults()).containsExactly("plans/2026/plan.yaml:1: plan: expected succeeds: the id of another"
				+ " edition, found \"ns-jfp-2026\", its own. Write \"nw-jfp-2024\".");
		this.second.change("QMM, from: 2026-04-01", "RCX, from: 2026-04-01");
		assertThat(faults()).containsExactly(
				"plans/2026/plan.yaml:1: plan: expected succeeds: the id of another edition, found \"ns-jfp-2026\", its"
						+ " own. Delete the line if it succeeds none: then it begins a plan.");
	}

	@Test
	void twoPlansSayTheSameWayIsBetterOfTheSameFigures() {
		this.second.change(", succeeds: nw-jfp-2024", "")
			.change("QMM, from: 2026-04-01", "RCX, from: 2026-04-01")
			.change("better: lower", "better: higher");
		assertThat(faults()).singleElement()
			.asString()
			.contains("expected better: lower, as nw-jfp-2024 says of the same figures (plan/ambition-6.yaml, line ",
					"), found higher. Figures belong to every edition: write the same, or give the measure another id.");
	}

	@Test
	void aFeedComesAsOftenForAllPlans() {
		this.second.change(", succeeds: nw-jfp-2024", "")
			.change("QMM, from: 2026-04-01", "RCX, from: 2026-04-01")
			.change("cadence: monthly, due-after-days: 21, grace-days: 0",
					"cadence: quarterly, due-after-days: 21, grace-days: 0");
		assertThat(faults()).anySatisfy((fault) -> assertThat(fault).contains(
				"expected cadence: monthly, as nw-jfp-2024 has it for the same feed (plan/plan.yaml, line ",
				"), found quarterly. Files of a feed come once for all plans: write the same, or give the feed another id."));
	}

	@Test
	void noTwoEditionsHaveOneId() {
		this.second.change("id: ns-jfp-2026", "id: nw-jfp-2024")
			.change("succeeds: nw-jfp-2024", "succeeds: ns-jfp-2026");
		assertThat(faults()).first()
			.asString()
			.startsWith(
					"plans/2026/plan.yaml:1: plan: expected id: one that no other edition has, found \"nw-jfp-2024\""
							+ " again (first in plan/plan.yaml, line 1). Write another id in one of the two places.");
	}

	@Test
	void aMeasureOfTwoEditionsIsOneMeasure() {
		this.second.change("better: lower", "better: higher");
		assertThat(faults()).singleElement()
			.asString()
			.contains("expected better: lower, as the edition before says of the same measure (plan/ambition-6.yaml,",
					"), found higher. Figures belong to every edition: write the same, or give the measure another id.");
	}

	@Test
	void aMeasureOfTwoEditionsJudgesTheSameFigures() {
		this.second.change("title: Mean response to category 2 calls\n",
				"figures-of: handovers\n        title: Mean response to category 2 calls\n");
		assertThat(faults()).anySatisfy((fault) -> assertThat(fault).contains(
				"measure category-2: expected figures-of: category-2, as the edition before says of the same measure"));
	}

	private EditionsReading read() {
		return EditionFiles.in(this.config).read(GoodPlan.ORGANISATIONS, Catalogue.empty());
	}

	private List<String> faults() {
		return faults(this.config);
	}

	private List<String> faults(Path folder) {
		return EditionFiles.in(folder)
			.read(GoodPlan.ORGANISATIONS, Catalogue.empty())
			.faults()
			.stream()
			.map((fault) -> GoodPlan.byLine(fault).replace(this.config + "/", ""))
			.toList();
	}

}
