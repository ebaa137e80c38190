package org.jfpmonitor.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.extract.PersonLines.Line;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.SmallNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Small numbers do not leave the reading of a file. That nothing which is published tells
 * them is shown in the strongest way: files that differ in a withheld number alone are
 * published alike to the last digit, so that no reckoning whatever can tell them apart.
 */
class DisclosureControlTest {

	private static final String LAYOUT = """
			layout: people
			title: People, one line each
			feed: figures
			record-level: true
			columns: {provider: provider, month: month, answer: answer}
			period: {column: month, as: monthly}
			levels:
			  - {scope: provider, organisation: provider}
			figures:
			  - measure: urgent-dental-appointments
			    value: {count: rows}
			  - measure: lung-check-invitations
			    value: {count: rows, where: {answer: "no"}}
			  - measure: smoking-at-delivery-local
			    numerator: {count: rows, where: {answer: "yes"}}
			    denominator: {count: rows, where: {answer: ["yes", "no"]}}
			""";

	private static final String TWO_LEVELS = LAYOUT.replace("figures:\n  - measure: urgent",
			"  - {scope: icb, is: QMM, sum-over: provider, at-least: 2}\nfigures:\n  - measure: urgent");

	@TempDir
	private Path folder;

	private LayoutsReading layouts(String layout) {
		try {
			Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
			Files.writeString(layouts.resolve("people.yaml"), layout);
			return Shipped.layouts(layouts, Shipped.PLAN);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static Stream<Long> seeds() {
		return Cases.oneIn(5, LongStream.range(0, 60).boxed());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void filesThatDifferInAWithheldNumberAloneArePublishedAlike(long seed) {
		assertThat(alikeWhateverIsWithheld(LAYOUT, seed)).isGreaterThan(0);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void thatHoldsForFiguresAtSeveralLevelsToo(long seed) {
		assertThat(alikeWhateverIsWithheld(TWO_LEVELS, seed)).isGreaterThan(0);
	}

	/** How many small numbers there were, each tried with every other size of its own. */
	private int alikeWhateverIsWithheld(String layout, long seed) {
		LayoutsReading layouts = layouts(layout);
		PersonLines file = PersonLines.drawn(seed);
		List<String> published = published(layouts, file);
		int small = 0;
		for (String provider : PersonLines.PROVIDERS) {
			for (String month : PersonLines.MONTHS) {
				for (String answer : List.of("yes", "no")) {
					Line line = new Line(provider, month, answer);
					if (file.count(line) > 0 && file.count(line) < 5) {
						small++;
						for (int other : IntStream.rangeClosed(1, 4).toArray()) {
							assertThat(published(layouts, file.with(line, other)))
								.as("%s %d, or %d", line, file.count(line), other)
								.isEqualTo(published);
						}
					}
				}
			}
		}
		return small;
	}

	/** All that leaves the reading of the file. */
	private List<String> published(LayoutsReading layouts, PersonLines lines) {
		Read read = Read.by(layouts, Shipped.PLAN, lines.written(this.folder), Shipped.TODAY);
		List<String> published = new ArrayList<>();
		published.addAll(read.extract().observations().stream().map(Observation::toString).sorted().toList());
		published.addAll(read.extract().warnings());
		published.add(read.extract().lines().toString());
		published.add(read.extract().sums().toString());
		published.add(read.extract().vintage().toString());
		return published;
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void everyCountIsAMultipleOfFiveAndEveryShareIsThatOfItsCounts(long seed) {
		Read read = Read.by(layouts(LAYOUT), Shipped.PLAN, PersonLines.drawn(seed).written(this.folder), Shipped.TODAY);

		assertThat(read.extract().observations()).allSatisfy((each) -> {
			Figure figure = each.figure();
			assertThat(each.lines() % 5).isZero();
			assertThat(each.place().isWholeFile()).isTrue();
			if (figure.denominator() != null && figure.numerator() != null) {
				assertThat(figure.numerator().intValueExact() % 5).isZero();
				assertThat(figure.denominator().intValueExact() % 5).isZero();
				assertThat(figure).isEqualTo(Figure.ratio(figure.numerator(), figure.denominator()));
			}
			else if (figure.value() != null) {
				assertThat(figure.value().intValueExact() % 5).isZero();
			}
		});
	}

	private Map<String, String> figures(String layout, int yes, int no, int unknown) {
		List<String> lines = new ArrayList<>(List.of(PersonLines.HEADER));
		lines.addAll(Collections.nCopies(yes, "someone,RM1,2025-01,yes"));
		lines.addAll(Collections.nCopies(no, "someone,RM1,2025-01,no"));
		lines.addAll(Collections.nCopies(unknown, "someone,RM1,2025-01,unknown"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));
		Read read = Read.by(layouts(layout), Shipped.PLAN, file, Shipped.TODAY);
		return read.figures()
			.stream()
			.collect(Collectors.toMap((each) -> each.split(" ", -1)[0], (each) -> each.split(" = ", -1)[1]));
	}

	@Test
	void zeroIsAValueAndStays() {
		assertThat(figures(LAYOUT, 0, 23, 0)).containsEntry("urgent-dental-appointments", "25")
			.containsEntry("lung-check-invitations", "25")
			.containsEntry("smoking-at-delivery-local", "0%");
	}

	@Test
	void aShareIsSmallByItsNumeratorItsDenominatorOrTheRest() {
		assertThat(figures(LAYOUT, 4, 40, 0).values()).containsOnly("SUPPRESSED");
		assertThat(figures(LAYOUT, 40, 4, 0).values()).containsOnly("SUPPRESSED");
		assertThat(figures(LAYOUT, 5, 40, 0)).containsEntry("smoking-at-delivery-local", "11.1%");
	}

	@Test
	void whatIsSmallAndHowItIsRoundedIsSetOfALayoutOrAFigure() {
		String set = LAYOUT + "small-numbers: {below: 8, round-to: 10}\n";
		assertThat(figures(set, 7, 40, 0).values()).containsOnly("SUPPRESSED");
		assertThat(figures(set, 8, 44, 0)).containsEntry("urgent-dental-appointments", "50")
			.containsEntry("smoking-at-delivery-local", "20%");
		assertThat(figures(LAYOUT + "small-numbers: none\n", 2, 1, 0)).containsEntry("urgent-dental-appointments", "3");
		String own = LAYOUT.replace("value: {count: rows}\n", "value: {count: rows}\n    small-numbers: none\n");
		assertThat(figures(own, 3, 40, 0)).containsEntry("urgent-dental-appointments", "43")
			.containsEntry("smoking-at-delivery-local", "SUPPRESSED");
	}

	@Test
	void theWarningSaysHowManyAreWithheldAndNothingOfThem() {
		List<String> lines = new ArrayList<>(List.of(PersonLines.HEADER));
		lines.addAll(Collections.nCopies(3, "someone,RM1,2025-01,yes"));
		lines.addAll(Collections.nCopies(40, "someone,RM1,2025-01,no"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

		Read read = Read.by(layouts(LAYOUT), Shipped.PLAN, file, Shipped.TODAY);

		assertThat(read.extract().warnings())
			.containsExactly("Withheld 3 figures of 3, because they, or others that count the same lines, count 1 to 4"
					+ " (small-numbers: of layout people, docs/security.md).");
		assertThat(read.extract().lines().usedIfTold()).isEmpty();
	}

	@Test
	void aMeanIsGivenToThreeDigitsOfItsOwnUnitOverItsRoundedCount() {
		String mean = LAYOUT.replace("answer: answer}", "answer: answer, wait: wait}")
			.replace("figures:\n",
					"figures:\n  - {measure: category-2-mean-response-local, unit: minutes, value: {mean: wait}}\n");
		Path file = Shipped.write(this.folder, "people.csv", "provider,month,answer,wait", "RM1,2025-01,no,10",
				"RM1,2025-01,no,10", "RM1,2025-01,no,10", "RM1,2025-01,no,10", "RM1,2025-01,no,10", "RM1,2025-01,no,10",
				"RM1,2025-01,no,11");

		Read read = Read.by(layouts(mean), Shipped.PLAN, file, Shipped.TODAY);

		assertThat(read.extract().observations())
			.filteredOn((each) -> each.cell().measure().value().startsWith("category-2"))
			.singleElement()
			.satisfies((each) -> {
				assertThat(each.figure().value()).isEqualByComparingTo("606");
				assertThat(each.figure().denominator()).isEqualByComparingTo("5");
				assertThat(each.figure().numerator()).isEqualByComparingTo("3030");
			});
	}

	/** All less those who said no would tell how many did not. */
	@ParameterizedTest
	@CsvSource({ "3, true", "12, false", "0, false" })
	void linesThatOneFigureCountsAndAnotherDoesNotAreSmallAsWell(int others, boolean withheld) {
		String layout = LAYOUT.substring(0, LAYOUT.indexOf("  - measure: smoking"));
		List<String> lines = new ArrayList<>(List.of("provider,month,answer"));
		lines.addAll(Collections.nCopies(22, "RM1,2025-01,no"));
		lines.addAll(Collections.nCopies(others, "RM1,2025-01,"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

		assertThat(Read.by(layouts(layout), Shipped.PLAN, file, Shipped.TODAY).figures()).hasSize(2)
			.allMatch((each) -> each.endsWith("SUPPRESSED") == withheld);
	}

	/** So it is where a line is a count and no person. */
	@ParameterizedTest
	@CsvSource({ "3, true", "12, false", "0, false" })
	void linesOfCountsThatOneFigureAddsAndAnotherDoesNotAreSmallAsWell(int others, boolean withheld) {
		String layout = """
				layout: ages
				title: Counts by age
				feed: figures
				columns: {provider: provider, month: month, age: age, people: people}
				period: {column: month, as: monthly}
				small-numbers: {below: 5, round-to: 1}
				levels:
				  - {scope: provider, organisation: provider}
				figures:
				  - measure: urgent-dental-appointments
				    value: {sum: people}
				  - measure: lung-check-invitations
				    value: {sum: people, where: {age: "18+"}}
				""";
		Path file = Shipped.write(this.folder, "people.csv", "provider,month,age,people", "RM1,2025-01,<18," + others,
				"RM1,2025-01,18+,20", "RM1,2025-01,18+,2");

		assertThat(Read.by(layouts(layout), Shipped.PLAN, file, Shipped.TODAY).figures()).hasSize(2)
			.anyMatch((each) -> each.endsWith("SUPPRESSED") == withheld)
			.anyMatch((each) -> each.startsWith("urgent") && each.endsWith("SUPPRESSED") == withheld);
	}

	/** 25 lines less 22 flags would tell how many have none. */
	@ParameterizedTest
	@CsvSource({ "3, true", "12, false" })
	void aCountOfFlagsIsAPartOfItsLines(int without, boolean withheld) {
		String layout = LAYOUT.substring(0, LAYOUT.indexOf("  - measure: lung"))
			.replace("answer: answer}", "answer: answer, flag: flag}")
				+ "  - measure: lung-check-invitations\n    value: {sum: flag}\n";
		List<String> lines = new ArrayList<>(List.of("provider,month,answer,flag"));
		lines.addAll(Collections.nCopies(22, "RM1,2025-01,no,1"));
		lines.addAll(Collections.nCopies(without, "RM1,2025-01,no,0"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

		assertThat(Read.by(layouts(layout), Shipped.PLAN, file, Shipped.TODAY).figures()).hasSize(2)
			.allMatch((each) -> each.endsWith("SUPPRESSED") == withheld);
	}

	/** 25 lines beside a mean over 22 would tell how many of them have no number. */
	@Test
	void linesOfWhichOneFigureCouldNotBeReadAreSmallAsWell() {
		String layout = LAYOUT.substring(0, LAYOUT.indexOf("  - measure: lung"))
			.replace("answer: answer}", "answer: answer, wait: wait}")
			.replace("period:", "rejects: {share: 50, incomplete: publish}\nperiod:")
				+ "  - measure: category-2-mean-response-local\n    unit: minutes\n    value: {mean: wait}\n";
		List<String> lines = new ArrayList<>(List.of("provider,month,answer,wait"));
		lines.addAll(Collections.nCopies(22, "RM1,2025-01,no,7"));
		lines.addAll(Collections.nCopies(3, "RM1,2025-01,no,"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

		assertThat(Read.by(layouts(layout), Shipped.PLAN, file, Shipped.TODAY).figures()).hasSize(2)
			.allMatch((each) -> each.endsWith("SUPPRESSED"));
	}

	/** 48 - 33 - 12 would tell what the publisher has not told. */
	@Test
	void whatThePublisherHasWithheldIsSmall() {
		String layout = """
				layout: totals
				title: One line an organisation
				feed: figures
				small-numbers: {below: 5, round-to: 1}
				columns: {provider: provider, month: month, count: {is: count, suppressed: ["*"]}}
				period: {column: month, as: monthly}
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust, icb]}
				figures:
				  - {measure: urgent-dental-appointments, value: {sum: count}}
				""";

		assertThat(Read.by(layouts(layout), Shipped.PLAN,
				Shipped.write(this.folder, "totals.csv", "provider,month,count", "QMM,2025-01,48", "RM1,2025-01,33",
						"RCX,2025-01,12", "RGP,2025-01,*"),
				Shipped.TODAY)
			.figures()).hasSize(4).allMatch((each) -> each.endsWith("SUPPRESSED"));
	}

	/** July and August less July would tell what few make up August. */
	@Test
	void stretchesOfOtherLengthsThanTheyCountAsAreAFaultOfTheLayout() {
		String layout = """
				layout: stretches
				title: Months and stretches of two
				feed: figures
				small-numbers: {below: 5, round-to: 1}
				columns: {provider: provider, first: first, last: last, count: count}
				period: {first: first, last: last, as: monthly}
				levels:
				  - {scope: provider, organisation: provider}
				figures:
				  - {measure: urgent-dental-appointments, value: {sum: count}, months: 1}
				  - {measure: lung-check-invitations, value: {sum: count}, months: 2}
				""";

		assertThat(layouts(layout).faults()).singleElement()
			.asString()
			.endsWith(
					"expected of figures whose small numbers are withheld only periods of the length that they count as,"
							+ " found months: 2 beside \"as: monthly\". Write \"months: 1\" at the figure, or"
							+ " \"small-numbers: none\" where it may be published as the file has it.");
		assertThat(layouts(layout.replace(", months: 2", ", months: 1")).faults()).isEmpty();
		assertThat(layouts(layout.replace(", months: 2", "")).faults()).hasSize(1);
	}

	/**
	 * 48 - 33 - 12 would tell that 3 lines are of an organisation that nobody registered.
	 */
	@ParameterizedTest
	@CsvSource({ "ZZ99, 3, true", "ZZ99, 12, false", "RGP, 3, true", "RGP, 12, false" })
	void whatOneLevelLeavesOutIsNotToBeToldFromAnother(String code, int lines, boolean withheld) {
		List<String> all = new ArrayList<>(List.of("provider,month,answer"));
		all.addAll(Collections.nCopies(33, "RM1,2025-01,no"));
		all.addAll(Collections.nCopies(12, "RCX,2025-01,no"));
		all.addAll(Collections.nCopies(lines, code + ",2025-01,no"));
		LayoutsReading layouts = layouts(TWO_LEVELS.substring(0, TWO_LEVELS.indexOf("  - measure: lung")));

		List<String> figures = Read
			.by(layouts, Shipped.PLAN, Shipped.write(this.folder, "people.csv", all.toArray(new String[0])),
					Shipped.TODAY)
			.figures();

		assertThat(figures).hasSizeGreaterThanOrEqualTo(3).allMatch((each) -> each.endsWith("SUPPRESSED") == withheld);
	}

	/**
	 * Exact sums of two days would tell what the person waited who came in between, and
	 * beside their mean how many there are.
	 */
	@Test
	void aSumOverPersonsIsTheirMeanTimesTheirRoundedCount() {
		String sum = LAYOUT.replace("answer: answer}", "answer: answer, wait: wait}")
			.replace("figures:\n",
					"figures:\n  - {measure: category-2-mean-response-local, unit: minutes, value: {sum: wait}}\n");
		List<String> lines = new ArrayList<>(List.of("provider,month,answer,wait"));
		lines.addAll(Collections.nCopies(21, "RM1,2025-01,no,5"));
		lines.add("RM1,2025-01,no,6");
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

		assertThat(Read.by(layouts(sum), Shipped.PLAN, file, Shipped.TODAY).extract().observations())
			.filteredOn((each) -> each.cell().measure().value().startsWith("category-2"))
			.singleElement()
			.satisfies((each) -> assertThat(each.figure().value()).isEqualByComparingTo("6060"));
	}

	@Test
	void aSumOfNoughtsAndOnesIsACount() {
		String sum = LAYOUT.replace("answer: answer}", "answer: answer, wait: wait}")
			.replace("figures:\n",
					"figures:\n  - {measure: category-2-mean-response-local, unit: minutes, value: {sum: wait}}\n");
		for (int ones : new int[] { 3, 17 }) {
			List<String> lines = new ArrayList<>(List.of("provider,month,answer,wait"));
			lines.addAll(Collections.nCopies(ones, "RM1,2025-01,no,1"));
			lines.addAll(Collections.nCopies(20 - ones, "RM1,2025-01,no,0"));
			Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

			assertThat(Read.by(layouts(sum), Shipped.PLAN, file, Shipped.TODAY).figures())
				.allMatch((each) -> each.endsWith("SUPPRESSED") || each.contains("smoking"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, minutes", "4, minutes", "16, minutes", "19, minutes", "3, hours", "17, days", "4, seconds" })
	void aMeanOfNoughtsAndOnesIsAShareInWhateverUnitTheFileHasThem(int ones, String unit) {
		String mean = LAYOUT.replace("answer: answer}", "answer: answer, wait: wait}")
			.replace("figures:\n", "figures:\n  - {measure: category-2-mean-response-local, unit: " + unit
					+ ", value: {mean: wait}}\n");
		List<String> lines = new ArrayList<>(List.of("provider,month,answer,wait"));
		lines.addAll(Collections.nCopies(ones, "RM1,2025-01,no,1"));
		lines.addAll(Collections.nCopies(20 - ones, "RM1,2025-01,no,0"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

		assertThat(Read.by(layouts(mean), Shipped.PLAN, file, Shipped.TODAY).figures())
			.filteredOn((each) -> each.startsWith("category-2"))
			.singleElement()
			.asString()
			.endsWith("SUPPRESSED");
	}

	@Test
	void nobodyIsToldHowManyOrganisationsHaveLinesOfASumThatIsWithheld() {
		LayoutsReading sum = layouts(LAYOUT.replace("- {scope: provider, organisation: provider}",
				"- {scope: icb, is: QMM, sum-over: provider, at-least: 5}"));

		assertThat(ofProviders(sum, 31, "RCX", "RGP")).isEqualTo(ofProviders(sum, 30, "RCX", "RGP", "RCF"));
	}

	/**
	 * Of each of the providers one line that says yes, and of RM1 so many that say no.
	 */
	private List<String> ofProviders(LayoutsReading layouts, int no, String... yes) {
		List<String> lines = new ArrayList<>(List.of(PersonLines.HEADER));
		lines.addAll(Collections.nCopies(no, "someone,RM1,2025-01,no"));
		List.of(yes).forEach((provider) -> lines.add("someone," + provider + ",2025-01,yes"));
		Read read = Read.by(layouts, Shipped.PLAN,
				Shipped.write(this.folder, "people.csv", lines.toArray(new String[0])), Shipped.TODAY);
		List<String> told = new ArrayList<>(read.figures());
		told.add(read.extract().sums().toString());
		told.addAll(read.extract().warnings());
		told.add(read.extract().lines().toString());
		return told;
	}

	@Test
	void aTotalThatTellsWhatIsWithheldBelowItIsNotCompared() {
		String totals = LAYOUT + """
				checks:
				  - {totals-of: answer, on: {provider: Total}, by: [month], then: refuse}
				""";

		assertThat(layouts(totals).faults()).extracting((fault) -> fault.message())
			.contains(
					"check number 1: expected no totals-of: where small numbers are withheld, found it. Whether a total"
							+ " holds tells how many are withheld below it. Delete the check, or write \"small-numbers: none\""
							+ " where nobody could be told by them.");
		assertThat(layouts(totals + "small-numbers: none\n").faults()).isEmpty();
	}

	@Test
	void aQuarterIsWithheldWithItsSmallMonthAndAllOfItsMonths() {
		String stretches = LAYOUT.replace("month: month", "first: first, last: last")
			.replace("{column: month, as: monthly}", "{first: first, last: last}")
			.replace("    value: {count: rows}\n", "    value: {count: rows}\n    months: 1\n")
			.replace("answer: \"no\"}}\n", "answer: \"no\"}}\n    months: 1\n")
			.replace("smoking-at-delivery-local\n", "hypertension-treated-to-threshold\n    months: 3\n");
		List<String> lines = new ArrayList<>(List.of("provider,first,last,answer"));
		lines.addAll(Collections.nCopies(3, "RM1,2025-01-01,2025-01-31,no"));
		lines.addAll(Collections.nCopies(30, "RM1,2025-02-01,2025-02-28,no"));
		lines.addAll(Collections.nCopies(30, "RM1,2025-01-01,2025-03-31,no"));
		lines.addAll(Collections.nCopies(30, "RM1,2025-01-01,2025-03-31,yes"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));

		assertThat(layouts(stretches).faults()).isEmpty();
		Read read = Read.by(layouts(stretches), Shipped.PLAN, file, Shipped.TODAY);

		assertThat(read.figures()).as("February overlaps the quarter, which overlaps January")
			.isNotEmpty()
			.allMatch((each) -> each.endsWith("SUPPRESSED"));
	}

	@Test
	void onePersonsOwnNumberIsNoFigureOfManyPeople() {
		String least = LAYOUT.replace("value: {count: rows}\n", "value: {min: answer}\n");

		assertThat(layouts(least).faults()).hasSize(1)
			.first()
			.satisfies((fault) -> assertThat(fault.message())
				.contains("found the least or greatest number, which is one person's."));
	}

	@Test
	void rejectsAreToldByKindAndInRoundedNumbersAndTheirLinesToWhoeverHasTheFile() {
		List<String> lines = new ArrayList<>(List.of(PersonLines.HEADER));
		lines.addAll(Collections.nCopies(90, "someone,RM1,2025-01,no"));
		lines.addAll(Collections.nCopies(3, "someone,RM1,2031-01,no"));
		lines.addAll(Collections.nCopies(7, "someone,ZZ9,2025-01,no"));
		Path file = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));
		LayoutsReading layouts = layouts(LAYOUT + "organisations: known\n");

		Read read = Read.by(layouts, Shipped.PLAN, file, Shipped.TODAY);
		Read tried = Read.tried(layouts, Shipped.PLAN, file, Shipped.TODAY);

		assertThat(read.rejects()).extracting(Reject::place).containsOnly(Place.wholeFile());
		assertThat(read.rejects()).extracting((each) -> each.code() + " " + each.lines())
			.containsExactly("PERIOD_IN_FUTURE 5", "UNKNOWN_ORGANISATION 5");
		assertThat(read.extract().lines())
			.hasToString("LineCounts[read=10, used=0, leftOut=0, rejected=10, rounded=true]");
		assertThat(tried.rejects()).extracting((each) -> each.place().line())
			.containsExactly(92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L, 100L, 101L);
		assertThat(tried.extract()).isEqualTo(read.extract());
	}

	@Test
	void aRefusalSaysNeitherHowManyNorWhere() {
		List<String> lines = new ArrayList<>(List.of(PersonLines.HEADER));
		lines.addAll(Collections.nCopies(40, "someone,RM1,2025-01,no"));
		lines.addAll(Collections.nCopies(11, "someone,RM1,2031-01,no"));
		Path tooMany = Shipped.write(this.folder, "people.csv", lines.toArray(new String[0]));
		Path cutOff = Shipped.write(this.folder, "cut.csv", PersonLines.HEADER, "someone,RM1,2025-01,no",
				"\"someone,RM1,2025-01,no");
		LayoutsReading layouts = layouts(LAYOUT);

		Read refused = Read.by(layouts, Shipped.PLAN, tooMany, Shipped.TODAY);

		assertThat(refused.refusal().faults()).containsExactly("Expected at most 10 rejected lines, or 20% of those"
				+ " read, as layout people bears, found more. Try the file, which shows the rejects, correct the file or"
				+ " the layout, and import it again.");
		assertThat(refused.refusal().counts().rejected()).isEqualTo(10);
		assertThat(Read.by(layouts, Shipped.PLAN, cutOff, Shipped.TODAY).refusal().faults())
			.containsExactly("Expected a closing quote, found the end of the file inside a quoted field that starts"
					+ " here. The file seems cut off: get it again.");
	}

	@Test
	void whatSomebodyLetsOutStaysAsItIsBesideSmallNumbers() {
		assertThat(layouts(LAYOUT + "small-numbers: none\n").layouts().all()).noneMatch(Layout::isControlled);
		assertThat(layouts(LAYOUT + "small-numbers: none\n").layouts()
			.all()
			.get(0)
			.controlledBy(SmallNumbers.USUAL)
			.isControlled()).isFalse();
		assertThat(layouts(LAYOUT.replace("record-level: true\n", "")).layouts()
			.all()
			.get(0)
			.controlledBy(SmallNumbers.USUAL)
			.isControlled()).isTrue();
	}

	@Test
	void kindsThatContainEachOtherAreWarnedOf() {
		assertThat(layouts(LAYOUT.replace("organisation: provider}", "organisation: provider, kinds: [trust, icb]}"))
			.warnings())
			.anyMatch((each) -> each.message().contains("kinds that do not contain each other would do more"));
		assertThat(layouts(
				LAYOUT.replace("organisation: provider}", "organisation: provider, kinds: [trust, other-provider]}"))
			.warnings()).noneMatch((each) -> each.message().contains("kinds that do not"));
	}

	@Test
	void severalLevelsAreWarnedOf() {
		assertThat(layouts(TWO_LEVELS).warnings()).anyMatch((each) -> each.message()
			.contains("one level would do more: the figures of 2 levels count the same lines"));
	}

	@Test
	void aLineOfLocalFiguresGoesByTheRuleOfTheLayoutThatWithholdsTheMeasure() throws IOException {
		LayoutsReading layouts = besideLocalFigures(LAYOUT);
		Path file = Shipped.write(this.folder, "figures.csv",
				"measure,organisation,period,value,numerator,denominator,comment",
				"smoking-at-delivery-local,QMM,2025-04,,3,104,a correction",
				"smoking-at-delivery-local,QMM,2025-05,,12,104,",
				"smoking-at-delivery-local,QMM,2025-06,2.9%,,,without its counts",
				"urgent-dental-appointments,QMM,2025-04,4,,,", "urgent-dental-appointments,QMM,2025-06,17,,,",
				"virtual-ward-beds,QMM,2025-04,3,,,not of persons");

		Read read = Read.by(layouts, Shipped.PLAN, file, Shipped.TODAY);

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("smoking-at-delivery-local QMM April 2025 = SUPPRESSED",
				"smoking-at-delivery-local QMM June 2025 = SUPPRESSED", "smoking-at-delivery-local QMM May 2025 = 9.5%",
				"urgent-dental-appointments QMM April 2025 = SUPPRESSED",
				"urgent-dental-appointments QMM June 2025 = SUPPRESSED", "virtual-ward-beds QMM April 2025 = 3");
		assertThat(read.extract().lines().rounded()).as("told without its fingerprint").isTrue();
		assertThat(read.extract().warnings()).contains("Withheld 4 figures of 6, because they, or others that count"
				+ " the same lines, count 1 to 4, or are shares without a numerator and a denominator (small-numbers: of layout people, docs/security.md).");
	}

	@Test
	void aRejectedLineOfLocalFiguresTellsNoNumberOfAMeasureThatIsWithheld() throws IOException {
		LayoutsReading layouts = besideLocalFigures(LAYOUT);
		Path file = Shipped.write(this.folder, "figures.csv",
				"measure,organisation,period,value,numerator,denominator,comment",
				"smoking-at-delivery-local,QMM,2025-04,4.7,3,104,", "smoking-at-delivery-local,QMM,2025-05,,3,2,",
				"virtual-ward-beds,QMM,2025-04,3 beds,,,", "virtual-ward-beds,QMM,2025-05,3,,,");

		String hidden = " [] a figure that can be taken; small numbers of the measure are withheld, so try the file to be told more";
		assertThat(Read.by(layouts, Shipped.PLAN, file, Shipped.TODAY).rejections()).containsExactly(
				"2 total_differs value" + hidden, "3 out_of_range numerator" + hidden,
				"4 not_a_number value [3 beds] a number");
		assertThat(Read.tried(layouts, Shipped.PLAN, file, Shipped.TODAY).rejections())
			.contains("2 total_differs value [4.7] 2.885%, the numerator over the denominator");
	}

	@Test
	void aLayoutThatSaysNothingOfWhatAnotherWithholdsGoesByItsRule() throws IOException {
		String other = LAYOUT.replace("layout: people", "layout: totals")
			.replace("record-level: true\n", "not-with: [x]\n");

		assertThat(besideLocalFigures(LAYOUT, other).warnings()).anyMatch((each) -> each.message()
			.startsWith("expected to be told of the small numbers of smoking-at-delivery-local, which layout people"
					+ " withholds, found nothing: they are withheld here by its rule, too. Write"));
		Path file = Shipped.write(this.folder, "totals.csv", "provider,month,answer", "RM1,2025-03,yes");
		assertThat(Read
			.by(besideLocalFigures(LAYOUT.replace("columns: {provider: provider", "columns: {provider: trust"), other),
					Shipped.PLAN, file, Shipped.TODAY)
			.figures()).isNotEmpty().allMatch((each) -> each.endsWith("SUPPRESSED"));
		assertThat(besideLocalFigures(LAYOUT, other + "small-numbers: none\n").warnings())
			.noneMatch((each) -> each.message().contains("expected to be told of the small numbers"));
	}

	private LayoutsReading besideLocalFigures(String... layouts) throws IOException {
		Path folder = Files.createDirectories(this.folder.resolve("layouts"));
		Files.copy(Shipped.CONFIG.resolve("layouts/figures.yaml"), folder.resolve("figures.yaml"),
				StandardCopyOption.REPLACE_EXISTING);
		for (int i = 0; i < layouts.length; i++) {
			Files.writeString(folder.resolve("people-" + i + ".yaml"), layouts[i]);
		}
		return Shipped.layouts(folder, Shipped.PLAN);
	}

}
