package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.reading.PlanReading;
import org.jfpmonitor.plan.yaml.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each entry of {@code plan/mistakes.yaml} makes one mistake in the good plan and states
 * the exact words that are said about it.
 */
class PlanMistakesTest {

	@TempDir
	private Path directory;

	@ParameterizedTest(name = "{0}")
	@MethodSource("mistakes")
	void saysExactlyWhatIsWrong(Mistake mistake) {
		assertThat(GoodPlan.in(this.directory).change(mistake.replace(), mistake.by()).faults())
			.isEqualTo(mistake.faults());
	}

	@Test
	void findsNothingWrongInTheGoodPlan() {
		assertThat(GoodPlan.in(this.directory).faults()).isEmpty();
	}

	@Test
	void namesFiveMistakesInTheOrderOfFilesAndLines() {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("to: 2029-03-31", "to: 31/03/2029")
			.change("        better: lower\n", "")
			.change("{date: 2025-03-31, value: 202}", "{date: 2025-03-31, value: 120}")
			.change("code: 6c", "code: 6b")
			.change("due-after-days: 21, grace-days: 28", "due-after: 21, grace-days: 28");
		assertThat(plan.faults()).containsExactly(
				"ambition-6.yaml:10: objective 6a, measure category-2: expected better: higher, lower or within, found nothing."
						+ " Add the line \"better: higher\", \"better: lower\" or \"better: within\".",
				"ambition-6.yaml:57: objective 6b, measure virtual-ward-beds, target, value of 2025-03-31: expected value:"
						+ " 150 (the baseline) or higher, because of \"better: higher\", found 120. Correct the value, the"
						+ " baseline or \"better\".",
				"ambition-6.yaml:71: objective 6b: expected code: used by one objective only, found \"6b\" again (first in"
						+ " ambition-6.yaml, line 37). Write another code in one of the two places.",
				"plan.yaml:1: plan: expected to: a date of the calendar, 1900 to 2100, written like 2025-03-31, found"
						+ " \"31/03/2029\". Write for example \"to: 2025-03-31\".",
				"plan.yaml:3: feed ambsys: expected due-after-days, found the unknown key \"due-after\". Write"
						+ " \"due-after-days:\".");
	}

	@Test
	void doesNotCallMissingWhatAnUnreadableFileMaySay() {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("plan: {id", "plan: {{id")
			.change("        better: lower\n", "");
		assertThat(plan.faults()).hasSize(2);
		assertThat(plan.faults().get(0))
			.startsWith("ambition-6.yaml:10: objective 6a, measure category-2: expected better");
		assertThat(plan.faults().get(1)).startsWith("plan.yaml:2: expected YAML");
	}

	@Test
	void warnsOfYearsForWhichASumOverAYearHasNoTarget() {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("target: not-yet-set\n        target-note: The national standard is still being defined.",
					"target: {kind: maintain, basis: year-to-date, combined: sum, path: by-date, values: [{date: 2025-03-31,"
							+ " value: 40}]}")
			.change("        unit: percent\n        better: higher\n        cadence: quarterly",
					"        unit: count\n        better: higher\n        cadence: quarterly");
		PlanReading reading = plan.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty());
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.warnings()).extracting(Fault::message)
			.containsExactly(
					"objective 6a, measure handovers, target: expected values: one for each financial year until"
							+ " the plan ends on 2029-03-31, because a sum over a year starts at 0 again in April, found none"
							+ " after 2024/25. Add the missing years, or the measure is not assessed in them.");
	}

	@Test
	void noLineLeadsToASumOfTheYear() {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("target: not-yet-set\n        target-note: The national standard is still being defined.",
					"target: {kind: maintain, basis: year-to-date, combined: sum, path: straight-line, baseline: {date:"
							+ " 2024-03-31, value: 20}, values: [{date: 2029-03-31, value: 40}]}")
			.change("        unit: percent\n        better: higher\n        cadence: quarterly",
					"        unit: count\n        better: higher\n        cadence: quarterly");

		assertThat(plan.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty()).faults()).extracting(Fault::message)
			.containsExactly("objective 6a, measure handovers, target: expected path: by-date or points beside \"basis:"
					+ " year-to-date\" with \"combined: sum\", because such a sum begins at 0 each April and no line leads to it,"
					+ " found \"straight-line\". Write \"path: by-date\" with the sum of each year, {date: 2026-03-31, value: ...},"
					+ " or \"path: points\" with the sum up to each period.");
	}

	@Test
	void warnsOfTargetsInPercentThatAreAllWrittenAsFractions() {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("target: not-yet-set\n        target-note: The national standard is still being defined.",
					"target: {kind: reach, basis: latest, path: by-date, values: [{date: 2026-03-31, value: 0.95},"
							+ " {date: 2027-03-31, value: 1}]}");

		assertThat(plan.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty()).warnings()).extracting(Fault::message)
			.containsExactly(
					"objective 6a, measure handovers, target: expected values in percent, such as 95, found none"
							+ " above 1. If 0.95 means 95%, write 95; as it stands it is 0.95%.");
	}

	/** Slips that are no faults: a year, and two values that were exchanged. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{date: 2026-03-31, value: 90}, {date: 2062-03-31, value: 95} | expected values: dated until a few years after the plan ends on 2029-03-31, found 2062-03-31. If the year is a slip, correct it.
					{date: 2026-03-31, value: 95}, {date: 2027-03-31, value: 90} | expected values: each higher than the one before or the same, because of "better: higher" and "kind: reach", found a step back on 2027-03-31. If that is not meant, correct the values or "better".
					{date: 2026-03-31, value: 90}, {date: 2030-03-31, value: 90} |
					""")
	void warnsOfSlipsInTheValuesOfATarget(String values, @Nullable String warning) {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("target: not-yet-set\n        target-note: The national standard is still being defined.",
					"target: {kind: reach, basis: latest, path: by-date, values: [" + values + "]}");

		assertThat(plan.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty()).warnings()).extracting(Fault::message)
			.containsExactlyElementsOf(
					(warning == null) ? List.of() : List.of("objective 6a, measure handovers, target: " + warning));
	}

	@Test
	void warnsOfATotalOfTheYearThatWouldHaveToFall() {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("target: not-yet-set\n        target-note: The national standard is still being defined.",
					"target: {kind: maintain, basis: year-to-date, combined: sum, path: points, values: [{period:"
							+ " 2028-Q1, value: 100}, {period: 2028-Q2, value: 90}]}")
			.change("        unit: percent\n        better: higher\n        cadence: quarterly",
					"        unit: count\n        better: higher\n        cadence: quarterly");

		assertThat(plan.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty()).warnings()).extracting(Fault::message)
			.contains(
					"objective 6a, measure handovers, target: expected values that do not fall within a financial year,"
							+ " because a sum over the year only grows, found less on 2028-09-30 than on 2028-06-30. Write what is"
							+ " to be reached from April up to each.");
	}

	@Test
	void warnsOfYearsBetweenTwoThatHaveATargetOfASumOverAYear() {
		GoodPlan plan = GoodPlan.in(this.directory)
			.change("target: not-yet-set\n        target-note: The national standard is still being defined.",
					"target: {kind: maintain, basis: year-to-date, combined: sum, path: by-date, values: [{date: 2025-03-31,"
							+ " value: 40}, {date: 2027-03-31, value: 50}]}")
			.change("        unit: percent\n        better: higher\n        cadence: quarterly",
					"        unit: count\n        better: higher\n        cadence: quarterly");

		assertThat(plan.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty()).warnings()).singleElement()
			.extracting(Fault::message)
			.asString()
			.contains("found none for 2025/26 and none after 2026/27. Add the missing years");
	}

	@Test
	void refusesAFolderThatIsNotThere() {
		Path missing = this.directory.resolve("missing");
		assertThat(PlanFiles.read(missing, GoodPlan.ORGANISATIONS, Catalogue.empty()).faults())
			.extracting(Fault::toString)
			.containsExactly(missing + ": expected a folder with the files of the plan, found none that can be read."
					+ " Create it, or set jfp.config to the folder above the plan folder.");
	}

	@Test
	void refusesAFolderWithoutPlanFiles() throws IOException {
		Files.writeString(this.directory.resolve("notes.txt"), "none of ours");
		assertThat(PlanFiles.read(this.directory, GoodPlan.ORGANISATIONS, Catalogue.empty()).faults())
			.extracting(Fault::toString)
			.containsExactly(
					this.directory + ": expected files that end in .yaml, found none. Put the files of the plan"
							+ " here, or set jfp.config to the folder above the plan folder.");
	}

	@Test
	void doesNotPassOverAFileWithTheOtherEnding() throws IOException {
		GoodPlan plan = GoodPlan.in(this.directory);
		Files.writeString(this.directory.resolve("ambition-7.yml"), "ambition: {number: 7, title: Elective care}");
		assertThat(plan.faults()).containsExactly(
				"ambition-7.yml: expected a name that ends in .yaml, found .yml. Rename the file, or it is not read.");
	}

	@Test
	void refusesAnEmptyFile() throws IOException {
		GoodPlan plan = GoodPlan.in(this.directory);
		Files.writeString(this.directory.resolve("ambition-7.yaml"), "# nothing yet\n");
		assertThat(plan.faults()).containsExactly(
				"ambition-7.yaml: expected one of the keys plan, feeds, ambition, objectives or measures, found"
						+ " nothing. Write at least one of these keys, or delete the file.");
	}

	@Test
	void refusesAFileInAnotherEncoding() throws IOException {
		GoodPlan plan = GoodPlan.in(this.directory);
		Files.write(this.directory.resolve("ambition-7.yaml"), new byte[] { 'a', ':', ' ', (byte) 0xA3 });
		assertThat(plan.faults()).containsExactly(
				"ambition-7.yaml: expected text in UTF-8, found other bytes. Save the file with the encoding UTF-8.");
	}

	@Test
	void refusesACharacterThatCannotBePrinted() throws IOException {
		GoodPlan plan = GoodPlan.in(this.directory);
		Files.writeString(this.directory.resolve("ambition-7.yaml"), "# one\nambition: \u0007\n");
		assertThat(plan.faults()).containsExactly("ambition-7.yaml:2: expected text, found a character that cannot be"
				+ " printed. Delete it and write the line anew.");
	}

	@SuppressWarnings("unchecked")
	static Stream<Mistake> mistakes() throws IOException {
		List<Map<String, Object>> entries = new Yaml()
			.load(Files.readString(Path.of("src/test/resources/plan/mistakes.yaml")));
		return entries.stream()
			.map((entry) -> new Mistake((String) entry.get("mistake"), (String) entry.get("replace"),
					(String) entry.get("by"), (List<String>) entry.get("faults")));
	}

	record Mistake(String mistake, String replace, String by, List<String> faults) {

		@Override
		public String toString() {
			return this.mistake;
		}

	}

}
