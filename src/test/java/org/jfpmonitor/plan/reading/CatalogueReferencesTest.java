package org.jfpmonitor.plan.reading;

import java.nio.file.Path;
import java.util.List;

import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan refers to what publications hold and says only what it judges. */
class CatalogueReferencesTest {

	private static final String HEAD = "plan: {id: p, title: P, organisation: QM7, from: 2024-04-01, to: 2029-03-31%s}\n";

	@Test
	void aMeasureOfTheCatalogueNeedsNoMoreThanItsId() {
		Plan plan = plan("", "measures: [{id: smoking-at-delivery}]\n");
		Measure measure = plan.measures().get(0);

		assertThat(measure.title()).isEqualTo("Women smoking at time of delivery");
		assertThat(measure.shortTitle()).isEqualTo("Smoking at delivery");
		assertThat(measure.definition()).endsWith("Source: SATOD.");
		assertThat(measure.direction().code()).isEqualTo("lower");
		assertThat(measure.greatest()).isEqualByComparingTo("1");
		assertThat(measure.smallDenominator()).isEqualTo(100);
		assertThat(measure.organisations()).extracting(Object::toString).containsExactly("QM7");
		assertThat(plan.feeds()).extracting((feed) -> feed.id().value()).containsExactly("satod");
	}

	@Test
	void wordsMayBeLocalAndSoMayTheDenominatorThatIsTooSmall() {
		Measure measure = plan("",
				"measures: [{id: smoking-at-delivery, title: Smoking mothers, definition: Ours., small-denominator: 50}]\n")
			.measures()
			.get(0);

		assertThat(measure.title()).isEqualTo("Smoking mothers");
		assertThat(measure.shortTitle()).isEqualTo("Smoking mothers");
		assertThat(measure.definition()).isEqualTo("Ours.");
		assertThat(measure.smallDenominator()).isEqualTo(50);
	}

	@Test
	void whatThePublicationHoldsCannotBeSaidOtherwise() {
		assertThat(faults("measures:\n  - {id: smoking-at-delivery, unit: count, better: higher, highest: 50}\n"))
			.hasSize(3)
			.allMatch((fault) -> fault.startsWith("measure smoking-at-delivery: expected ")
					&& fault.contains(", as config/catalogue/satod.yaml, line 10 says of its figures, ")
					&& fault.endsWith(". Delete the line, or give the measure an id and figures of its own."))
			.extracting((fault) -> fault.replaceAll(", as config.*figures, ", ", ").replaceAll("\\. Delete.*", ""))
			.containsExactly("measure smoking-at-delivery: expected unit: percent, found count",
					"measure smoking-at-delivery: expected better: lower, found higher",
					"measure smoking-at-delivery: expected highest: 100, found 50");
	}

	@Test
	void theSameMayBeSaidAgain() {
		assertThat(faults("measures:\n  - {id: smoking-at-delivery, unit: percent, better: lower, highest: 100.0}\n"))
			.isEmpty();
	}

	@Test
	void aSlipIsNamedWithTheMeasureThatWasMeant() {
		assertThat(faults("measures:\n  - {id: smoking-at-delivry}\n"))
			.containsExactly("measure smoking-at-delivry: expected id: that of a measure in the catalogue, found"
					+ " \"smoking-at-delivry\". Write \"id: smoking-at-delivery\", or describe the measure here: add"
					+ " feed, title, definition, unit, better and cadence.");
	}

	@Test
	void aTargetIsHeldAgainstTheBoundsOfTheCatalogue() {
		assertThat(faults("""
				ambition: {number: 1, title: A}
				objectives:
				  - code: 1a
				    title: T
				    short-title: T
				    success: S
				    measures:
				      - id: smoking-at-delivery
				        target: {kind: maintain, basis: latest, path: by-date, values: [{date: 2025-03-31, value: 101}]}
				""")).containsExactly(
				"objective 1a, measure smoking-at-delivery, target, value of 2025-03-31: expected value: 100 or less (unit:"
						+ " percent), found 101. Correct it; its figures are bounded in config/catalogue/satod.yaml, line 10.");
	}

	@Test
	void organisationsOfWhichThePublicationHasNothingAreNamed() {
		assertThat(reading("", "measures: [{id: smoking-at-delivery, organisations: [RM1]}]\n").warnings())
			.extracting(Fault::message)
			.containsExactly("measure smoking-at-delivery: expected organisations: of a kind that satod has figures of"
					+ " (country, icb, region or sub-icb), found RM1, which is trust. Name others, or no figure will ever"
					+ " come.");
	}

	/** As where a plan of later years is copied from one before. */
	@Test
	void boardsThatClosedBeforeThePlanBeginsAreNamed() {
		String plan = "plan: {id: p, title: P, organisation: QMM, from: 2026-04-01, to: 2031-03-31}\n";
		String target = "{kind: maintain, basis: latest, path: by-date, values: [{date: 2027-03-31, value: 5}]}";

		assertThat(PlanFiles.kept(List.of(new YamlFile(Path.of("plan.yaml"), plan + """
				ambition: {number: 1, title: A}
				objectives:
				  - code: 1a
				    title: T
				    short-title: T
				    success: S
				    measures:
				      - {id: smoking-at-delivery, organisations: [QH8, QMF], target: %s}
				measures: [{id: dental-units-of-activity, organisations: [QMM]}]
				""".formatted(target)))).read(Shipped.ORGANISATIONS, Shipped.CATALOGUE).warnings())
			.extracting(Fault::message)
			.containsExactly(
					"plan: expected organisation: one that there is when the plan begins, on 2026-04-01, found QMM, which"
							+ " closed on 2026-03-31. Name who follows it, T6Y0W, or no figure will ever come.",
					"objective 1a, measure smoking-at-delivery: expected organisations: one that there is when the plan"
							+ " begins, on 2026-04-01, found QH8, which closed on 2026-03-31. Name who follows it, D7T5G, or no"
							+ " figure will ever come.");
	}

	@Test
	void aFeedOfTheCatalogueSaysWhatDiffersHere() {
		Feed feed = plan("", "feeds: [{id: dm01, grace-days: 60, owner: data-team@example.org}]\n")
			.feed(FeedId.of("dm01"))
			.orElseThrow();

		assertThat(feed.title()).isEqualTo("Diagnostics waiting times and activity (DM01)");
		assertThat(feed.lagDays()).isEqualTo(45);
		assertThat(feed.graceDays()).isEqualTo(60);
		assertThat(feed.owner()).hasToString("data-team@example.org");
	}

	@Test
	void aFeedThatNobodyKnowsIsNamedWithTheOneThatWasMeant() {
		assertThat(faults("feeds: [{id: dm1}]\n")).containsExactly(
				"feed dm1: expected id: that of a feed in the catalogue, found \"dm1\". Write \"id: dm01\", or describe the"
						+ " feed here: add title, cadence, due-after-days and grace-days.");
	}

	@Test
	void otherMeasuresOfAFeedAreKeptWhereThePlanSaysSo() {
		String measures = "measures: [{id: ae-attendances, organisations: [RM1, RGP]}, {id: dental-units-of-activity}]\n";

		assertThat(plan("", measures).watched()).hasSize(2);
		assertThat(plan(", watch: [ae]", measures).watched()).hasSize(5);
		assertThat(plan(", watch: [all]", measures).watched()).hasSize(7);
		assertThat(plan(", watch: [ae]", measures).measure(MeasureId.of("ae-within-4-hours"))
			.orElseThrow()
			.organisations()).extracting(Object::toString).containsExactly("RM1", "RGP");
		assertThat(reading(", watch: [rtt]", measures).faults()).extracting(Fault::message)
			.containsExactly(
					"plan: expected watch: all, or feeds of the plan, found \"rtt\". Write one of ae or dental.");
	}

	@Test
	void whatTheCatalogueSaysIsPartOfTheVersion() {
		YamlFile file = new YamlFile(Path.of("plan.yaml"),
				HEAD.formatted("") + "measures: [{id: smoking-at-delivery}]\n");
		PlanReading reading = PlanFiles.kept(List.of(file)).read(Shipped.ORGANISATIONS, Shipped.CATALOGUE);

		assertThat(new EditionsReading.Edition(List.of(file), Shipped.CATALOGUE, reading).files())
			.extracting(YamlFile::name)
			.containsExactly("plan.yaml", "catalogue-satod.yaml");
	}

	private static Plan plan(String head, String rest) {
		PlanReading reading = reading(head, rest);
		assertThat(reading.faults()).isEmpty();
		return reading.plan().orElseThrow();
	}

	private static List<String> faults(String rest) {
		return reading("", rest).faults().stream().map(Fault::message).toList();
	}

	private static PlanReading reading(String head, String rest) {
		return PlanFiles.kept(List.of(new YamlFile(Path.of("plan.yaml"), HEAD.formatted(head) + rest)))
			.read(Shipped.ORGANISATIONS, Shipped.CATALOGUE);
	}

}
