package org.jfpmonitor.intake.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jfpmonitor.extract.LayoutsReading;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.observation.Observation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What several files say of one measure is not to tell what few people make up. */
class DifferencingCheckTest {

	private static final String OF_TRUSTS = """
			layout: people
			title: People, one line each
			feed: figures
			record-level: true
			columns: {provider: provider, month: month}
			period: {column: month, as: monthly}
			levels:
			  - {scope: provider, organisation: provider}
			figures:
			  - measure: urgent-dental-appointments
			    value: {count: rows}
			  - measure: lung-check-invitations
			    value: {count: rows}
			""";

	private static final String OF_ONE_MEASURE = OF_TRUSTS.substring(0, OF_TRUSTS.indexOf("  - measure: lung"));

	private static final String AND_OF_THE_BOARD = OF_TRUSTS.replace("figures:\n",
			"  - {scope: icb, is: QMM, sum-over: provider, at-least: 2}\nfigures:\n");

	@TempDir
	private Path folder;

	private LayoutsReading layouts;

	private final List<Extract> published = new ArrayList<>();

	@BeforeEach
	void layoutOfTrusts() throws IOException {
		layouts(OF_TRUSTS);
	}

	private void layouts(String... ofPeople) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		for (int i = 0; i < ofPeople.length; i++) {
			Files.writeString(layouts.resolve("people" + i + ".yaml"), ofPeople[i]);
		}
		Files.writeString(layouts.resolve("figures.yaml"), Files.readString(Path.of("config/layouts/figures.yaml")));
		this.layouts = Shipped.layouts(layouts, Shipped.PLAN);
	}

	private CheckedExtract local(String... figures) {
		return publish(Stream
			.concat(Stream.of("measure,organisation,period,value,numerator,denominator,comment"),
					Stream.of(figures).map((each) -> each + ",,,"))
			.toArray(String[]::new));
	}

	private CheckedExtract people(int ofRm1, int ofRgp) {
		return publish(Stream
			.of(Stream.of("provider,month"), Collections.nCopies(ofRm1, "RM1,2025-03").stream(),
					Collections.nCopies(ofRgp, "RGP,2025-03").stream())
			.flatMap((each) -> each)
			.toArray(String[]::new));
	}

	private CheckedExtract publish(String... lines) {
		Read read = Read.by(this.layouts, Shipped.PLAN, Shipped.write(this.folder, "f.csv", lines), Shipped.TODAY);
		assertThat(read.rejects()).isEmpty();
		CheckedExtract checked = HeldFigureChecks.check(read.extract(), Shipped.PLAN, Shipped.ORGANISATIONS,
				new Held(List.copyOf(this.published)));
		this.published.add(checked.extract());
		return checked;
	}

	private static List<String> figures(CheckedExtract checked) {
		return checked.extract()
			.observations()
			.stream()
			.map((each) -> each.cell().organisation() + " "
					+ ((each.figure().value() != null) ? each.figure().value().toPlainString() : each.figure().mark()))
			.toList();
	}

	@Test
	void theWholeOfAPublishedPartIsWithheld() {
		local("urgent-dental-appointments,RM1,2025-03,10");

		CheckedExtract whole = local("urgent-dental-appointments,QMM,2025-03,13");

		assertThat(figures(whole)).containsExactly("QMM SUPPRESSED");
		assertThat(whole.warnings()).containsExactly(
				"Withheld the figure of urgent-dental-appointments for QMM, March 2025, because it may count people whom the"
						+ " figure for RM1, March 2025 counts, which was published: what few people make up could be worked out"
						+ " by taking one from the other. Send figures of organisations that do not lie in each other, for"
						+ " periods that do not overlap (docs/security.md).");
	}

	@Test
	void thePartsOfAPublishedWholeAreWithheld() {
		local("urgent-dental-appointments,QMM,2025-03,13");

		assertThat(figures(local("urgent-dental-appointments,RM1,2025-03,10",
				"urgent-dental-appointments,RGP,2025-03,7", "urgent-dental-appointments,RGP,2025-04,8")))
			.containsExactly("RM1 SUPPRESSED", "RGP SUPPRESSED", "RGP 10");
	}

	@Test
	void ofOneFileTheFirstLineIsPublished() {
		assertThat(figures(
				local("urgent-dental-appointments,QMM,2025-03,13", "urgent-dental-appointments,RM1,2025-03,10")))
			.containsExactly("QMM 15", "RM1 SUPPRESSED");
	}

	@Test
	void aWholeBesideWhatPersonsWereCountedForIsWithheldAndTheOtherWayRound() {
		people(10, 3);
		assertThat(figures(local("urgent-dental-appointments,QMM,2025-03,13"))).containsExactly("QMM SUPPRESSED");

		this.published.clear();
		local("urgent-dental-appointments,QMM,2025-03,13");
		assertThat(figures(people(10, 7))).contains("RM1 SUPPRESSED", "RGP SUPPRESSED");
	}

	@Test
	void trustsBesideEachOtherAndCorrectionsArePublished() throws IOException {
		layouts(OF_ONE_MEASURE);
		people(10, 20);

		assertThat(figures(local("urgent-dental-appointments,RM1,2025-03,12"))).containsExactly("RM1 10");
		assertThat(figures(local("urgent-dental-appointments,RCX,2025-03,30"))).containsExactly("RCX 30");
		assertThat(figures(people(15, 20))).containsExactly("RGP 20", "RM1 15");
	}

	@Test
	void whatAFileReckonsAtSeveralLevelsIsRevisedByItsNextIssue() throws IOException {
		layouts(AND_OF_THE_BOARD);
		people(10, 20);

		assertThat(figures(people(15, 25))).contains("RM1 15", "RGP 25", "QMM 40").hasSize(6);
	}

	/** Both are reckoned from the same lines. */
	@Test
	void theFigureOfASisterMeasureGivesNothingAwayEither() {
		local("lung-check-invitations,QMM,2025-03,99");

		assertThat(figures(people(40, 56))).hasSize(4).allMatch((each) -> each.endsWith("SUPPRESSED"));
		assertThat(figures(local("urgent-dental-appointments,RM1,2025-03,40"))).containsExactly("RM1 SUPPRESSED");
	}

	/** 25 - 22 - 0 would tell that there are 3. */
	@Test
	void sisterMeasuresOfOneOrganisationAreNotPublishedByLinesOfTheirOwn() {
		assertThat(figures(local("lung-check-invitations,RM1,2025-03,25"))).containsExactly("RM1 25");
		assertThat(figures(local("urgent-dental-appointments,RM1,2025-03,22"))).containsExactly("RM1 SUPPRESSED");
		assertThat(figures(local("lung-check-invitations,RM1,2025-03,26"))).containsExactly("RM1 25");
	}

	@Test
	void sisterMeasuresInOneFileOfLinesAreNotEither() {
		assertThat(figures(local("lung-check-invitations,RM1,2025-03,25", "urgent-dental-appointments,RM1,2025-03,22",
				"urgent-dental-appointments,RM1,2025-04,22")))
			.containsExactlyInAnyOrder("RM1 25", "RM1 SUPPRESSED", "RM1 20");
	}

	/** The rule stands below one figure; the other, of the same lines, would tell it. */
	@Test
	void aFigureOfWhichNothingIsSaidIsASisterOfTheOneThatIsWithheld() throws IOException {
		layouts("""
				layout: ages
				title: Counts by age
				feed: figures
				columns: {provider: provider, month: month, age: age, people: people}
				period: {column: month, as: monthly}
				levels:
				  - {scope: provider, organisation: provider}
				figures:
				  - measure: urgent-dental-appointments
				    value: {sum: people, where: {age: "<18"}}
				    small-numbers: {below: 5, round-to: 1}
				  - measure: lung-check-invitations
				    value: {sum: people}
				""");

		assertThat(figures(local("lung-check-invitations,RM1,2025-03,25", "urgent-dental-appointments,RM1,2025-03,22")))
			.containsExactlyInAnyOrder("RM1 25", "RM1 SUPPRESSED");
	}

	@Test
	void measuresOfSeveralLayoutsAreNoSisters() throws IOException {
		layouts(OF_ONE_MEASURE,
				OF_ONE_MEASURE.replace("layout: people", "layout: others")
					.replace("urgent-dental-appointments", "lung-check-invitations")
					.replace("provider: provider, month", "provider: trust, month"));

		assertThat(figures(local("lung-check-invitations,RM1,2025-03,25", "urgent-dental-appointments,RM1,2025-03,22")))
			.containsExactlyInAnyOrder("RM1 25", "RM1 20");
	}

	/** Of 33, 12, 15 and 6 the last may be corrected to 3, and then 30 would tell it. */
	@Test
	void aCorrectionBesideSistersIsWithheldAndSaysWhatToSend() {
		people(10, 20);

		CheckedExtract correction = local("urgent-dental-appointments,RM1,2025-03,12");

		assertThat(figures(correction)).containsExactly("RM1 SUPPRESSED");
		assertThat(correction.warnings()).containsExactly(
				"Withheld the figure of urgent-dental-appointments for RM1, March 2025, because it may count people whom the"
						+ " figure of lung-check-invitations for RM1, March 2025 counts, which was published: what few people"
						+ " make up could be worked out by taking one from the other. Correct the file from which both are"
						+ " reckoned, and send it whole (docs/security.md).");
	}

	@Test
	void aSuccessorCountsWhomThoseBeforeItCounted() {
		local("urgent-dental-appointments,QMM,2025-03,22");

		assertThat(figures(local("urgent-dental-appointments,T6Y0W,2025-03,25"))).containsExactly("T6Y0W SUPPRESSED");
	}

	@Test
	void whatIsRestatedUnderTheCodeOfASuccessorIsWithheld() throws IOException {
		layouts(OF_TRUSTS.replace("organisation: provider}", "organisation: provider, kinds: [icb]}"));
		publish(lines("QMM", 22, "QJG", 3));

		assertThat(figures(publish(lines("T6Y0W", 25)))).hasSize(2).allMatch((each) -> each.equals("T6Y0W SUPPRESSED"));
	}

	private static final String OF_ONE_LEVEL = OF_ONE_MEASURE.replace("organisation: provider}",
			"organisation: provider, kinds: [trust, icb]}");

	/** 33 - 12 - 17 would tell that RGP has 4. */
	@Test
	void atOneLevelAWholeAndItsPartsAreOfDifferentLines() throws IOException {
		layouts(OF_ONE_LEVEL);
		assertThat(figures(publish(lines("QMM", 33)))).containsExactly("QMM 35");
		assertThat(figures(publish(lines("RM1", 12)))).containsExactly("RM1 SUPPRESSED");
		assertThat(figures(publish(lines("RGP", 4)))).containsExactly("RGP SUPPRESSED");

		this.published.clear();
		assertThat(figures(publish(lines("RM1", 12, "RCX", 17)))).containsExactly("RCX 15", "RM1 10");
		assertThat(figures(publish(lines("RM1", 12, "RCX", 17, "QMM", 33)))).containsExactly("QMM SUPPRESSED", "RCX 15",
				"RM1 10");

		this.published.clear();
		assertThat(figures(publish(lines("RM1", 12, "RCX", 17, "QMM", 33)))).containsExactly("QMM 35", "RCX SUPPRESSED",
				"RM1 SUPPRESSED");
		assertThat(figures(publish(lines("RM1", 13, "RCX", 17, "QMM", 44)))).containsExactly("QMM 45", "RCX SUPPRESSED",
				"RM1 SUPPRESSED");
	}

	/** 48 - 33 - 12 would tell that RGP, which is gone, had 3. */
	@Test
	void aTotalOnALineOfItsOwnIsOfOtherLinesThanTheLevelBelowIt() throws IOException {
		layouts("""
				layout: people
				title: One line an organisation
				feed: figures
				small-numbers: {below: 5, round-to: 1}
				columns: {provider: provider, month: month, count: count}
				period: {column: month, as: monthly}
				levels:
				  - {scope: trust, organisation: provider, kinds: [trust]}
				  - {scope: board, organisation: provider, kinds: [icb]}
				figures:
				  - {measure: urgent-dental-appointments, value: {sum: count}}
				""");
		String header = "provider,month,count";
		assertThat(figures(publish(header, "QMM,2025-03,48", "RM1,2025-03,33", "RCX,2025-03,12", "RGP,2025-03,3")))
			.allMatch((each) -> each.endsWith("SUPPRESSED"));

		assertThat(figures(publish(header, "QMM,2025-03,48", "RM1,2025-03,33", "RCX,2025-03,12")))
			.containsExactly("QMM 48", "RCX SUPPRESSED", "RM1 SUPPRESSED");
	}

	/** 35 - 22 - 10 would tell that June has 3. */
	@Test
	void monthsAndTheirQuarterAreOfDifferentLines() throws IOException {
		layouts("""
				layout: people
				title: Months and quarters
				feed: figures
				small-numbers: {below: 5, round-to: 1}
				columns: {provider: provider, first: first, last: last, count: count}
				period: {first: first, last: last}
				levels:
				  - {scope: provider, organisation: provider}
				figures:
				  - {measure: urgent-dental-appointments, value: {only: count}, months: 1}
				  - {measure: neurodiversity-complaints, value: {only: count}, months: 3}
				""");
		String header = "provider,first,last,count";
		assertThat(figures(publish(header, "RM1,2025-04-01,2025-04-30,22", "RM1,2025-05-01,2025-05-31,10")))
			.containsExactly("RM1 22", "RM1 10");
		assertThat(figures(publish(header, "RM1,2025-04-01,2025-06-30,35"))).containsExactly("RM1 SUPPRESSED");

		this.published.clear();
		assertThat(figures(publish(header, "RM1,2025-04-01,2025-04-30,22", "RM1,2025-05-01,2025-05-31,10",
				"RM1,2025-04-01,2025-06-30,35")))
			.containsExactlyInAnyOrder("RM1 35", "RM1 SUPPRESSED", "RM1 SUPPRESSED");
	}

	@Test
	void measuresOfTheSameLinesArePublishedTogetherAndRevised() {
		people(10, 20);

		assertThat(figures(people(15, 20))).containsExactlyInAnyOrder("RM1 15", "RGP 20", "RM1 15", "RGP 20");
	}

	private static String[] lines(Object... organisationsAndCounts) {
		List<String> lines = new ArrayList<>(List.of("provider,month"));
		for (int i = 0; i < organisationsAndCounts.length; i += 2) {
			lines.addAll(Collections.nCopies((Integer) organisationsAndCounts[i + 1],
					organisationsAndCounts[i] + ",2025-03"));
		}
		return lines.toArray(String[]::new);
	}

	@Test
	void aMeasureOfWhichNothingIsWithheldIsPublishedAtEveryLevel() {
		local("virtual-ward-beds,QMM,2025-03,13");

		assertThat(figures(local("virtual-ward-beds,RM1,2025-03,10"))).containsExactly("RM1 10");
	}

	static Stream<Long> seeds() {
		return Stream.iterate(1L, (seed) -> seed + 1).limit(40);
	}

	/** With two of them that share people, a third could be worked out. */
	@ParameterizedTest
	@MethodSource("seeds")
	void inWhateverOrderFilesComeNoTwoPublishedFiguresShareAnybody(long seed) {
		Random random = new Random(seed);
		for (int file = 0; file < 6; file++) {
			List<String> lines = new ArrayList<>();
			for (String each : List.of("QMM", "RM1", "RGP", "QH8")) {
				if (random.nextInt(3) == 0) {
					lines.add("urgent-dental-appointments," + each + ",2025-03," + (1 + random.nextInt(30)));
				}
			}
			Collections.shuffle(lines, random);
			if (random.nextInt(4) == 0) {
				people(random.nextInt(20), 1 + random.nextInt(20));
			}
			else if (!lines.isEmpty()) {
				local(lines.toArray(String[]::new));
			}
		}

		List<String> withValues = this.published.stream()
			.flatMap((each) -> each.observations().stream())
			.filter((each) -> each.figure().value() != null)
			.map(Observation::cell)
			.map((each) -> each.organisation().value())
			.distinct()
			.toList();

		assertThat(withValues).satisfiesAnyOf((some) -> assertThat(withValues).doesNotContain("RM1", "RGP"),
				(some) -> assertThat(withValues).doesNotContain("QMM", "QH8"));
	}

}
