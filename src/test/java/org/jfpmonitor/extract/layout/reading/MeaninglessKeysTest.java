package org.jfpmonitor.extract.layout.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No key of a layout is passed over: what counts something twice, what another key makes
 * meaningless and what never comes to pass is a fault at its line.
 */
class MeaninglessKeysTest {

	private static final Organisations ORGANISATIONS = OrganisationsFile.read(Path.of("config/organisations.yaml"))
		.organisations()
		.orElseThrow();

	private static final Plan PLAN = PlanFiles
		.read(Path.of("config/plan"), ORGANISATIONS, CatalogueReading.in(Path.of("config")).catalogue())
		.plan()
		.orElseThrow();

	private static final String GOOD = """
			layout: list
			title: A list
			feed: dm01
			columns:
			  provider: Provider code
			  period: Period
			  test: [Test, Diagnostic test]
			  total: {is: Total, missing: [empty]}
			  seen: Seen
			  bands: {like: ["{from} < {to} weeks", "{from}+ weeks"]}
			not-with: [Commissioner]
			period: {column: period, as: monthly}
			vintage: {words: {provisional: 1, final: 2}}
			leave-out:
			  - {provider: closed}
			levels:
			  - {scope: provider, organisation: provider, kinds: [trust]}
			  - {scope: national, is: ENG, sum-over: provider, at-least: 300}
			figures:
			  - measure: diagnostics-waiting-list
			    value: {sum: total, where: {test: TOTAL}}
			  - measure: diagnostics-within-6-weeks
			    numerator: {sum: bands, below: 6}
			    denominator: {sum: total}
			  - measure: diagnostics-over-6-weeks
			    value: [{sum: total}, {sum: seen, minus: true}]
			checks:
			  - {each-line: total, equals: [bands], then: refuse}
			  - {totals-of: total, on: {test: TOTAL}, by: [provider], then: warn}
			  - {unique: [period, provider, test], then: refuse}
			rejects: {at-most: 50}
			""";

	@TempDir
	private Path folder;

	private List<String> faults(String content) throws IOException {
		Files.writeString(this.folder.resolve("list.yaml"), content);
		return LayoutFiles.read(OverlaidFiles.of(this.folder, List.of()), PLAN, Shipped.CATALOGUE)
			.faults()
			.stream()
			.map((fault) -> fault.line() + ": " + fault.message())
			.toList();
	}

	@Test
	void theLayoutWithoutMistakesHasNoFaults() throws IOException {
		assertThat(faults(GOOD)).isEmpty();
	}

	@Test
	void theShippedLayoutsHaveNoFaultsAndSupplyEveryMeasure() {
		LayoutFiles shipped = LayoutFiles.read(OverlaidFiles.of(Path.of("config/layouts"), List.of()), PLAN,
				Shipped.CATALOGUE);

		assertThat(shipped.faults()).isEmpty();
		assertThat(shipped.warnings()).isEmpty();
	}

	@Test
	void aMeasureThatNoLayoutSuppliesIsNamed() throws IOException {
		Files.writeString(this.folder.resolve("list.yaml"), GOOD);

		assertThat(LayoutFiles.read(OverlaidFiles.of(this.folder, List.of()), PLAN, Shipped.CATALOGUE).warnings())
			.extracting(Fault::message)
			.contains(
					"expected a layout with the figure elective-waiting-list, found none. Add it to a layout of feed rtt,"
							+ " or no figure will ever come.")
			.noneMatch((warning) -> warning.contains("diagnostics-waiting-list"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					[{sum: total}, {sum: seen, minus: true}] | [{sum: total, where: {test: A}}, {sum: [total, seen], where: {test: [A, B]}}] | 26: figure diagnostics-over-6-weeks, value number 2: expected terms of which no line counts towards two, found one that takes lines of another above. Choose the lines of each with "where:", or delete one of the two.
					{unique: [period, provider, test], then: refuse} | {jump: diagnostics-over-13-weeks, more-than: 40, then: warn} | 30: check number 3: expected jump: a measure that this layout gives, found "diagnostics-over-13-weeks". Write "diagnostics-over-6-weeks".
					where: {test: TOTAL}}            | where: {provider: closed, test: TOTAL}} | 21: figure diagnostics-waiting-list, value: expected where: lines that are not left out, found some that "leave-out:" takes away. Correct one of the two.
					{sum: bands, below: 6}           | {sum: total}                  | 23: figure diagnostics-within-6-weeks: expected numerator: other terms than the denominator, found the same, which is always 100%. Correct one of the two.
					- measure: diagnostics-over-6-weeks | - months: 3\\n    measure: diagnostics-over-6-weeks | 25: figure diagnostics-over-6-weeks: expected months: 1 at most, as all periods are of this layout, found 3. Correct it, or find the period by "first:" and "last:".
					{scope: national, is: ENG, sum-over: provider, at-least: 300} | {scope: second, organisation: provider, kinds: [trust]} | 18: level second: expected organisation: another column, or other kinds or lines, than level provider, found the same, which gives two figures in one place. Delete one of the two.
					{scope: national, is: ENG, sum-over: provider, at-least: 300} | {scope: national, is: ENG} | 18: level national: expected sum-over: where a level adds the lines of organisations together that another one gives alone, found none. Add for example "sum-over: provider, at-least: 100" to one of the two.
					{scope: national, is: ENG, sum-over: provider, at-least: 300} | {scope: national, is: ENG, sum-over: provider} | 18: level national: expected at-least beside sum-over, found none. Add "at-least:", or delete "sum-over:".
					{sum: total, where               | {sum: [total, total], where   | 21: figure diagnostics-waiting-list, value: expected sum: each entry once, found "total" again. Delete one of the two.
					[{sum: total}, {sum: seen, minus: true}] | [{sum: total}, {sum: total}] | 26: figure diagnostics-over-6-weeks: expected value: each entry once, found a block of keys again. Delete one of the two.
					[{sum: total}, {sum: seen, minus: true}] | [{sum: total, where: {test: A}}, {sum: total, where: {test: [a]}}] | 26: figure diagnostics-over-6-weeks: expected value: each term once, found one again that counts the same rows and columns. Delete one of the two.
					[{sum: total}, {sum: seen, minus: true}] | [{sum: total}, {sum: total, minus: true}] | 26: figure diagnostics-over-6-weeks: expected value: each term once, found one again that counts the same rows and columns. Delete one of the two.
					seen: Seen                       | seen: total                   | 9: columns: expected seen: a header of one column only, found "total" again (first for total). Use the column total, or tell the two apart with "under:" or "occurrence:".
					{sum: total, where               | {sum: total, below: 6, where  | 21: figure diagnostics-waiting-list, value: expected below: only with a run of columns ("like:"), found it with total. Delete it, or test the number with "where: {total: {below: ...}}".
					{sum: bands, below: 6}           | {sum: bands, from: 6, below: 6} | 23: figure diagnostics-within-6-weeks, numerator: expected below: more than from, 6, found 6. Correct one of the two; no column lies between them.
					{sum: bands, below: 6}           | {count: rows, below: 6}       | 23: figure diagnostics-within-6-weeks, numerator: expected below: only with a run of columns, found it without. Delete it; rows are counted.
					{sum: bands, below: 6}           | {sum: bands, below: 6, or-zero: true} | 23: figure diagnostics-within-6-weeks, numerator: expected or-zero: only with "where:", found it without. Delete it; a term that takes every line always has one.
					{sum: bands, below: 6}           | {count: rows, or-zero: true}  | 23: figure diagnostics-within-6-weeks, numerator: expected or-zero: only with "where:", found it without. Delete it; a term that takes every line always has one.
					where: {test: TOTAL}}            | where: {seen: {not: "0", at-least: 6}}} | 21: figure diagnostics-waiting-list, value, where, seen: expected at-least: only without "not:", found it without. Delete one of the two.
					where: {test: TOTAL}}            | where: {seen: {at-least: 6, below: 6}}} | 21: figure diagnostics-waiting-list, value, where, seen: expected below: more than at-least, 6, found 6. Correct one of the two; no number meets both.
					where: {test: TOTAL}}            | where: {}}                    | 21: figure diagnostics-waiting-list, value, where: expected at least one key, found none. Write one, or delete the block.
					where: {test: TOTAL}}            | where: {test: []}}            | 21: figure diagnostics-waiting-list, value, where: expected test: at least one entry, found an empty list. Write one, or delete the line.
					{scope: national, is: ENG, sum-over: provider, at-least: 300}       | {scope: national, is: ENG, sum-over: provider, at-least: 300, organisation: provider} | 18: level national: expected whose figures they are: organisation: with a column, is: with a code, or file-name: true, found organisation and is. Write one of the three.
					{scope: national, is: ENG, sum-over: provider, at-least: 300}       | {scope: national, is: ENG, sum-over: provider, at-least: 300, kinds: [trust]} | 18: level national: expected kinds: only with "organisation:" or "file-name:", found it without. Delete it; "is:" names the one organisation.
					{scope: national, is: ENG, sum-over: provider, at-least: 300}       | {scope: national, is: ENG, sum-over: provider, at-least: 300, expect: [RM1]} | 18: level national: expected expect: only with "organisation:", found it without. Delete it; "is:" names the one organisation.
					{scope: national, is: ENG, sum-over: provider, at-least: 300}       | {scope: provider, is: ENG, sum-over: provider, at-least: 300}    | 18: level provider: expected scope: a word of one level only, found "provider" again (first in line 17). Write another word in one of the two places.
					measure: diagnostics-over-6-weeks | measure: diagnostics-waiting-list | 25: figure diagnostics-waiting-list: expected measure: one figure of each measure, found "diagnostics-waiting-list" again (first in line 20). Delete one of the two, or tell them apart with "levels:".
					unique: [period, provider, test] | unique: []                    | 30: check number 3: expected unique: at least one entry, found an empty list. Write one, or delete the line.
					{each-line: total, equals: [bands], | {each-line: total,         | 28: check number 1: expected equals beside each-line, found none. Add "equals:", or delete "each-line:".
					{each-line: total, equals: [bands], | {each-line: total, equals: [bands, total], | 28: check number 1: expected equals: other columns than total, found it among them. Delete it.
					{totals-of: total, on: {test: TOTAL}, by | {totals-of: total, by | 29: check number 2: expected on beside totals-of, found none. Add "on:", or delete "totals-of:".
					{unique: [period                 | {copied-period: 3, unique: [period | 30: check number 3: expected what is checked, by one of each-line, totals-of, has-lines, unique, copied-period or jump, found unique and copied-period. Write one of these; two checks are two entries.
					{unique: [period, provider, test] | {copied-period: 3, within: 5 | 30: check number 3: expected each-line: or totals-of: beside within, found none. Delete "within:".
					{unique: [period, provider, test] | {copied-period: 3, more-than: 5 | 30: check number 3: expected jump beside more-than, found none. Add "jump:", or delete "more-than:".
					- {provider: closed}             | - {}                          | 15: leave-out number 1: expected at least one key, found none. Write one, or delete the block.
					- {provider: closed}             | - {provider: closed}\\n  - {provider: CLOSED} | 16: leave-out number 2: expected each way to be left out once, found one again. Delete one of the two.
					{column: period, as: monthly}    | {column: period, financial-year: test, as: monthly} | 12: period: expected how the period is found, by one of column, year with month, financial-year, first with last, starting, preamble, file-name, headers or above, found column and financial-year. Write one way, for example "period: {column: period}"; several ways are a list.
					{column: period, as: monthly}    | {file-name: true, or-as-above: true} | 12: period: expected or-as-above: only with a column, found it without. Delete it.
					{column: period, as: monthly}    | {column: period, quarter: test} | 12: period: expected financial-year beside quarter, found none. Add "financial-year:", or delete "quarter:".
					{column: period, as: monthly}    | {starting: period}            | 12: period: expected starting: only with "reads: named-figures", found it without. Delete it, or write another way to find the period.
					words: {provisional: 1, final: 2} | status: test                 | 13: vintage: expected words beside status, found none. Add "words:", or delete "status:".
					words: {provisional: 1, final: 2} | words: {final: 1, Final: 2}  | 13: vintage, words: expected each word once, found "Final", which is compared as one that stands above. Delete one of the two.
					not-with: [Commissioner]         | not-with: [Diagnostic  Test]  | 11: expected not-with: columns that such files never have, found "Diagnostic  Test", a name of column test. Delete it in one of the two places.
					rejects: {at-most: 50}           | rejects: {at-most: 5, always: 50} | 31: rejects: expected always: at-most (5) or less, found 50. Correct one of the two.
					rejects: {at-most: 50}           | because: No figures           | 31: expected because: only with "reads: nothing", found it without. Delete it, or write it under "about:".
					rejects: {at-most: 50}           | named: {measure: test, value: total} | 31: expected named: only with "reads: named-figures", found it without. Delete it, or change "reads:".
					bands: {like:                    | bands: {under: Weeks, like:   | 10: column bands: expected is beside under, found none. Add "is:", or delete "under:".
					bands: {like:                    | bands: {is: Bands, like:      | 10: column bands: expected is: with the names that files use, or like: with a list of patterns, found is and like. Write one of the two, for example "is: Total WL".
					value: {sum: total, where        | unit: seconds\\n    value: {sum: total, where | 21: figure diagnostics-waiting-list: expected unit: count, because diagnostics-waiting-list is in count, found "seconds". Correct it, or delete the line.
					measure: diagnostics-over-6-weeks | measure: diagnostics-over-6-weeks\\n    levels: [provider, provider] | 26: figure diagnostics-over-6-weeks: expected levels: each entry once, found "provider" again. Delete one of the two.
					{unique: [period, provider, test] | {has-lines: test | 30: check number 3: expected for-each beside has-lines, found none. Add "for-each:", or delete "has-lines:".
					{unique: [period, provider, test] | {copied-period: 3, whole-from: 5 | 30: check number 3: expected totals-of beside whole-from, found none. Add "totals-of:", or delete "whole-from:".
					seen: Seen                       | seen: {is: Seen, since: 2020-08} | 9: column seen: expected when-absent beside since, found none. Add "when-absent:", or delete "since:".
					title: A list                    | title: A list\\n<<: {a: b}    | 3: expected keys written out, found the merge key "<<". Copy the keys that are meant.
					title: A list                    | title: A list\\nreads: named-figures | 20: expected figures: only with "reads: figures", found it without. Delete it, or change "reads:".
					title: A list                    | title: A list\\nencoding: klingon | 3: expected encoding: an encoding such as windows-1252, found "klingon". Write for example "encoding: windows-1252".
					""")
	void everyMeaninglessKeyIsNamed(String from, String to, String fault) throws IOException {
		assertThat(GOOD).containsOnlyOnce(from);

		assertThat(faults(GOOD.replace(from, to.replace("\\n", "\n")))).contains(fault);
	}

	@Test
	void aFaultNamesLineAndColumn() throws IOException {
		Path file = Files.writeString(this.folder.resolve("list.yaml"), GOOD.replace("below: 6", "below: six"));

		assertThat(LayoutFiles.read(OverlaidFiles.of(this.folder, List.of()), PLAN, Shipped.CATALOGUE).faults())
			.singleElement()
			.hasToString(
					file + ":23:29: figure diagnostics-within-6-weeks, numerator: expected below: a whole number, 0 or"
							+ " more, found \"six\". Write for example \"below: 0\".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sum", "mean" })
	void sharesOfSeveralLinesMakeNoShare(String aggregate) throws IOException {
		String written = GOOD.replace("numerator: {sum: bands, below: 6}\n    denominator: {sum: total}",
				"value: {" + aggregate + ": total}");

		assertThat(written).isNotEqualTo(GOOD);
		assertThat(faults(written))
			.containsExactly("23: figure diagnostics-within-6-weeks: expected value: \"only\", because"
					+ " shares of several lines neither add up nor have a mean that is the share of all, found \""
					+ aggregate + "\". Write \"only\", or give numerator and denominator.");
	}

	@Test
	void anyNumberOfFiguresIsRead() throws IOException {
		StringBuilder many = new StringBuilder(GOOD.substring(0, GOOD.indexOf("figures:"))).append("figures:\n");
		PLAN.measures()
			.forEach((
					measure) -> many.append("  - {measure: ").append(measure.id()).append(", value: {only: total}}\n"));

		assertThat(PLAN.measures()).hasSizeGreaterThan(64);
		assertThat(faults(many.toString())).isEmpty();
	}

	@Test
	void valuesOfNamedFiguresStandInAColumnOrBelowHeaders() throws IOException {
		String named = """
				layout: list
				title: A list
				feed: figures
				reads: named-figures
				columns: {measure: measure, value: value}
				period: {headers: true}
				named: {measure: measure, value: value}
				""";

		assertThat(faults(named))
			.containsExactly("7: named: expected no value beside \"period: {headers: true}\", found"
					+ " it. Delete it; the values stand below the headers.");
		assertThat(faults(named.replace("headers: true", "column: measure").replace(", value: value}\n", "}\n")))
			.contains("7: named: expected value: the column with the values, found nothing. Add for example \"value:"
					+ " value\", or numerator and denominator.");
	}

}
