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
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One thing in a good layout is broken; the fault says where, what, and what to write
 * instead.
 */
class LayoutMistakesTest {

	private static final Organisations ORGANISATIONS = OrganisationsFile.read(Path.of("config/organisations.yaml"))
		.organisations()
		.orElseThrow();

	private static final Plan PLAN = PlanFiles
		.read(Path.of("config/plan"), ORGANISATIONS, CatalogueReading.in(Path.of("config")).catalogue())
		.plan()
		.orElseThrow();

	private static final String ODD = "{}[]:,-#\n \"'x0&*!|>";

	private static final String GOOD = """
			layout: wards
			title: Wards
			feed: virtual-wards
			columns:
			  organisation: ICB code
			  period: Month
			  beds: {is: [Capacity, Beds], missing: [empty, "-"]}
			  bands: {like: ["{from} to {to} days", "{from}+ days"]}
			period: {column: period, as: monthly}
			leave-out:
			  - {organisation: total}
			levels:
			  - {scope: icb, organisation: organisation, kinds: [icb]}
			figures:
			  - measure: virtual-ward-beds
			    value: {sum: beds, where: {beds: {at-least: 1}}}
			checks:
			  - {unique: [organisation, period], then: refuse}
			""";

	@TempDir
	private Path folder;

	private List<String> faults(String... contents) throws IOException {
		for (int i = 0; i < contents.length; i++) {
			Files.writeString(this.folder.resolve("layout-" + (i + 1) + ".yaml"), contents[i]);
		}
		return LayoutFiles.read(OverlaidFiles.of(this.folder, List.of()), PLAN, Shipped.CATALOGUE)
			.faults()
			.stream()
			.map((fault) -> fault.file().getFileName() + ":" + fault.line() + ": " + fault.message())
			.toList();
	}

	@Test
	void aGoodLayoutHasNoFaults() throws IOException {
		assertThat(faults(GOOD)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					layout: wards                   | layout: Wards          | 1: expected layout: small letters, digits and hyphens, found "Wards". Write for example "layout: dm01-full-extract".
					feed: virtual-wards             | feed: virtual-ward     | 3: expected feed: a feed of the plan, found "virtual-ward". Write "virtual-wards".
					measure: virtual-ward-beds      | measure: virtual-beds  | 15: figure virtual-beds: expected measure: a measure of the plan, found "virtual-beds". Write "virtual-ward-beds".
					{sum: beds,                     | {sum: bed,             | 16: figure virtual-ward-beds, value: expected sum: a column of this layout, found "bed". Write "beds".
					where: {beds:                   | where: {bed:           | 16: figure virtual-ward-beds, value, where: expected a column of this layout, found "bed". Write "beds".
					{at-least: 1}                   | {at-least: many}       | 16: figure virtual-ward-beds, value, where, beds: expected at-least: a number in digits, without unit or comma, found "many". Write for example "at-least: 12.5".
					organisation: organisation,     | organisation: org,     | 13: level icb: expected organisation: a column of this layout, found "org". Write one of organisation, period, beds or bands.
					kinds: [icb]                    | kinds: [board]         | 13: level icb: expected kinds: each country, region, icb, sub-icb, trust, ambulance-trust, other-provider, local-authority, project or place, found "board". Write one of these words.
					as: monthly                     | as: month              | 9: period: expected as: daily, weekly, monthly, quarterly or annual, found "month". Write "as: monthly".
					{column: period,                | {colum: period,        | 9: period: expected column, found the unknown key "colum". Write "column:".
					then: refuse                    | then: stop             | 18: check number 1: expected then: warn or refuse, found "stop". Write one of these words.
					unique: [organisation,          | unique: [organization, | 18: check number 1: expected unique: a column of this layout, found "organization". Write "organisation".
					value: {sum:                    | numerator: {sum:       | 16: figure virtual-ward-beds: expected either value:, or both numerator: and denominator:, found numerator. Write one of the two ways.
					value: {sum:                    | value: {total:         | 16: figure virtual-ward-beds, value: expected one of sum, only, count, mean, median, min or max, found none. Write for example "sum: total".
					{from}+ days                    | many days              | 8: column bands: expected like: each a name with {from} and, but for the last band, {to}, found "many days". Write for example "{from} < {to} weeks".
					title: Wards                    | titel: Wards           | 2: expected title, found the unknown key "titel". Write "title:".
					""")
	void saysWhatToWriteInstead(String from, String to, String fault) throws IOException {
		assertThat(GOOD).contains(from);

		assertThat(faults(GOOD.replace(from, to))).contains("layout-1.yaml:" + fault);
	}

	@Test
	void saysEverythingThatIsWrongAtOnce() throws IOException {
		String broken = GOOD.replace("feed: virtual-wards", "feed: nowhere")
			.replace("sum: beds", "sum: chairs")
			.replace("then: refuse", "then: stop");

		assertThat(faults(broken, GOOD.replace("feed: virtual-wards", "feed: elsewhere"))).hasSize(4)
			.extracting((fault) -> fault.substring(0, fault.indexOf(' ')))
			.containsExactly("layout-1.yaml:3:", "layout-1.yaml:16:", "layout-1.yaml:18:", "layout-2.yaml:3:");
	}

	@Test
	void aFaultyIdHidesNoOtherFault() throws IOException {
		String broken = GOOD.replace("layout: wards", "layout: My Wards\nrecord-level: perhaps\nrejects: {share: many}")
			.replace("organisation: total", "organisations: total");

		assertThat(faults(broken)).extracting((fault) -> fault.substring(0, fault.indexOf(' ')))
			.containsExactlyInAnyOrder("layout-1.yaml:1:", "layout-1.yaml:2:", "layout-1.yaml:3:", "layout-1.yaml:13:");
	}

	@Test
	void saysBetweenWhichNumbersAShareMayLie() throws IOException {
		assertThat(faults(GOOD + "\nrejects: {share: 500}\n")).singleElement()
			.asString()
			.endsWith("rejects: expected share: a number, 0 to 100, found \"500\". Write for example \"share: 12.5\".");
	}

	@Test
	void aShippedLayoutMayGiveWhatAnOwnCatalogueDoesNotHave() {
		YamlFile layout = new YamlFile(Path.of("layouts/wards.yaml"),
				GOOD.replace("measure: virtual-ward-beds", "measure: hospital-beds"));

		LayoutFiles read = LayoutFiles.read(OverlaidFiles.of(this.folder, List.of(layout)), PLAN, Shipped.CATALOGUE);

		assertThat(read.faults()).isEmpty();
		assertThat(read.unasked()).extracting(Object::toString).containsExactly("hospital-beds");
	}

	@Test
	void noLayoutIsMissedForAMeasureWhoseNameIsMistyped() {
		Plan legible = PlanFiles.kept(List.of(new YamlFile(Path.of("plan.yaml"), """
				plan: {id: p, title: P, organisation: QMM, from: 2024-04-01, to: 2029-03-31}
				measures:
				  - {id: ae-within-4-hour}
				  - {id: again, figures-of: ae-within-4-hour}
				feeds:
				  - {id: No name, title: T, cadence: monthly, due-after-days: 1, grace-days: 1}
				"""))).read(ORGANISATIONS, Shipped.CATALOGUE).legible().orElseThrow();

		assertThat(LayoutFiles.read(OverlaidFiles.of(this.folder, List.of()), legible, Shipped.CATALOGUE).warnings())
			.isEmpty();
		assertThat(legible.feeds()).isEmpty();
	}

	@Test
	void twoLayoutsDoNotShareAnId() throws IOException {
		assertThat(faults(GOOD, GOOD.replace("title: Wards", "title: Others")))
			.containsExactly("layout-2.yaml:1: expected a "
					+ "layout id of its own, found \"wards\", which layout-1.yaml has too. Choose another one, or "
					+ "give both files the same name for one to stand in the other's place.");
	}

	@Test
	void oneTextMeansOneThing() throws IOException {
		assertThat(faults(GOOD.replace("missing: [empty, \"-\"]", "missing: [\"-\"], zero: [\"-\"]"))).containsExactly(
				"layout-1.yaml:7: column beds: expected each text to mean one thing, found \"-\" twice. Delete one "
						+ "of the two.");
	}

	@Test
	void asksForTheUnitWhereItCannotBeGuessed() throws IOException {
		String times = GOOD.replace("measure: virtual-ward-beds", "measure: category-2-mean-response")
			.replace("value: {sum: beds, where: {beds: {at-least: 1}}}",
					"numerator: {sum: beds}\n    denominator: {count: rows}");

		assertThat(faults(times))
			.containsExactly("layout-1.yaml:15: figure category-2-mean-response: expected unit: what the "
					+ "numerator counts in, found nothing. Add for example \"unit: seconds\".");
	}

	@Test
	void asksForWhatAnExtractOfFiguresNeeds() throws IOException {
		assertThat(faults("layout: a\ntitle: A\nfeed: dm01\ncolumns: {value: Value}\n")).containsExactly(
				"layout-1.yaml:1: expected period: how the period is found, found nothing. Add a line such as \"period: {column: "
						+ "period}\".",
				"layout-1.yaml:1: expected levels: the kinds of figure by organisation, found nothing. Add \"levels:\" and below it "
						+ "at least one line such as \"- {scope: provider, organisation: provider}\".",
				"layout-1.yaml:1: expected figures: what is reckoned, found nothing. Add \"figures:\" and below it at least one "
						+ "line such as \"- {measure: ..., value: {sum: ...}}\".");
	}

	@Test
	void garbledLayoutsAlwaysEndInWords() throws IOException {
		java.util.Random random = new java.util.Random(7);
		for (int i = 0; i < 300; i++) {
			StringBuilder garbled = new StringBuilder(GOOD);
			for (int j = 0; j <= random.nextInt(4); j++) {
				int at = random.nextInt(garbled.length());
				garbled.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
			}
			assertThat(faults(garbled.toString())).allSatisfy((fault) -> assertThat(fault).contains("expected"));
		}
	}

}
