package org.jfpmonitor.plan.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.GoodPlan;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlanFilesTest {

	@TempDir
	private Path directory;

	@Test
	void readsThePlanItself() {
		Plan plan = GoodPlan.in(this.directory).plan();
		assertThat(plan.id()).isEqualTo(PlanId.of("nw-jfp-2024"));
		assertThat(plan.duration()).isEqualTo(Period.ofClosed(LocalDate.of(2024, 4, 1), LocalDate.of(2029, 3, 31)));
		assertThat(plan.office()).isEqualTo(EmailAddress.of("plan-office@example.org"));
		assertThat(plan.ambitions()).extracting(Ambition::number).containsExactly("6");
		assertThat(plan.objectives()).extracting((objective) -> objective.code().value())
			.containsExactly("6a", "6b", "6c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "6.1", "6.10", "WF-3", "12", "UEC", "6.a" })
	void takesTheCodesOfOtherPlansAsTheyAreWritten(String code) {
		Plan plan = GoodPlan.in(this.directory).change("code: 6b", "code: " + code).plan();
		assertThat(plan.objectives()).extracting((objective) -> objective.code().value())
			.containsExactly("6a", code, "6c");
	}

	@Test
	void readsFeeds() {
		assertThat(GoodPlan.in(this.directory).plan().feeds()).containsExactly(
				new Feed(FeedId.of("ambsys"), "Ambulance systems indicators", Cadence.MONTHLY, 21, 28,
						EmailAddress.of("data-team@example.org"), false),
				new Feed(FeedId.of("virtual-wards"), "Virtual wards", Cadence.MONTHLY, 21, 0, null, false));
	}

	@Test
	void keepsValuesInBaseUnits() {
		Target minutes = target("category-2");
		assertThat(minutes.trajectory()).isInstanceOfSatisfying(Trajectory.Points.class,
				(points) -> assertThat(points.values()).containsOnlyKeys(Period.month(2025, 2), Period.month(2025, 3))
					.hasEntrySatisfying(Period.month(2025, 2),
							(value) -> assertThat(value).isEqualByComparingTo("2070"))
					.hasEntrySatisfying(Period.month(2025, 3),
							(value) -> assertThat(value).isEqualByComparingTo("1800")));
		assertThat(minutes.basis()).isEqualTo(Basis.rolling(3, Basis.Combined.RATIO));
		assertThat(minutes.kind()).isEqualTo(Target.Kind.MAINTAIN);
	}

	@Test
	void readsAStraightLineFromItsBaseline() {
		Target beds = target("virtual-ward-beds");
		assertThat(beds).isEqualTo(new Target(Target.Kind.REACH, Basis.snapshot(), dated("2024-03-31", "150"),
				new Trajectory.StraightLine(List.of(dated("2025-03-31", "202"), dated("2026-03-31", "210"))), 2,
				"No path is stated."));
	}

	@Test
	void readsWhoSuppliesThePlan() {
		assertThat(target("virtual-ward-patients").trajectory())
			.isEqualTo(new Trajectory.Supplied(MeasureId.of("virtual-ward-patients-plan"), List.of()));
	}

	@Test
	void readsWhyATargetIsNotYetSet() {
		Measure handovers = measure("handovers");
		assertThat(handovers.target()).isNull();
		assertThat(handovers.targetNote()).isEqualTo("The national standard is still being defined.");
		assertThat(handovers.organisations()).containsExactly(OrganisationCode.of("RM1"), OrganisationCode.of("RCX"));
		assertThat(handovers.smallDenominator()).isEqualTo(20);
	}

	@Test
	void judgesThePlansOrganisationUnlessToldOtherwise() {
		assertThat(measure("category-2").organisations()).containsExactly(OrganisationCode.of("QMM"));
	}

	@Test
	void readsBoundsAndChart() {
		assertThat(measure("virtual-ward-beds").lowest()).isEqualTo(new BigDecimal("10"));
		assertThat(measure("virtual-ward-beds").highest()).isEqualTo(new BigDecimal("400"));
		assertThat(measure("virtual-ward-beds").chart()).isEqualTo(ChartSettings.standard());
		assertThat(measure("category-2").lowest()).isNull();
		assertThat(measure("category-2").chart())
			.isEqualTo(new ChartSettings(List.of(new ChartSettings.Rebase(LocalDate.of(2024, 4, 1), "new triage"),
					new ChartSettings.Rebase(LocalDate.of(2024, 10, 1), "new rota")), 12, true));
	}

	@Test
	void readsMilestonesAndRetirement() {
		Plan plan = GoodPlan.in(this.directory).plan();
		assertThat(plan.objective(ObjectiveCode.of("6b")).orElseThrow().milestones()).containsExactly(new Milestone(
				MilestoneId.of("specialities-added"), "Further specialities", LocalDate.of(2026, 3, 31), null));
		assertThat(plan.objective(ObjectiveCode.of("6c")).orElseThrow().retired())
			.isEqualTo(new Objective.Retirement(LocalDate.of(2024, 10, 1), "Priorities changed"));
	}

	@Test
	void ordersAmbitionsByNumberNotByFileName() throws IOException {
		GoodPlan good = GoodPlan.in(this.directory);
		Files.writeString(this.directory.resolve("ambition-10.yaml"),
				"""
						ambition: {number: 10, title: Tenth}
						objectives:
						  - {code: 10a, title: T, short-title: T, success: S, milestones: [{id: done, title: Done, due: 2026-03-31}]}
						""");
		assertThat(good.plan().ambitions()).extracting(Ambition::number).containsExactly("6", "10");
	}

	@Test
	void sameWordsAreTheSamePlanWhateverTheLineEnds() throws IOException {
		GoodPlan good = GoodPlan.in(this.directory.resolve("one"));
		GoodPlan other = GoodPlan.in(this.directory.resolve("two"));
		Path file = this.directory.resolve("two").resolve("plan.yaml");
		Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
		assertThat(fingerprint(other)).isEqualTo(fingerprint(good));
		assertThat(other.plan()).isEqualTo(good.plan());
		assertThat(fingerprint(other.change("A plan", "The plan"))).isNotEqualTo(fingerprint(good));
	}

	@Test
	void offersEveryNameInSpiteOfFaults() {
		GoodPlan good = GoodPlan.in(this.directory)
			.change("        better: lower\n", "")
			.change("    short-title: Virtual wards\n", "")
			.change("due-after-days: 21, grace-days: 28", "due-after-days: 21")
			.change("to: 2029-03-31", "to: soon");
		PlanReading reading = good.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty());
		assertThat(reading.faults()).hasSize(4);
		assertThat(reading.plan()).isEmpty();
		Plan legible = reading.legible().orElseThrow();
		assertThat(legible.measures()).extracting((measure) -> measure.id().value())
			.containsExactlyInAnyOrder("category-2", "handovers", "virtual-ward-beds", "virtual-ward-patients",
					"virtual-ward-patients-plan");
		assertThat(legible.measure(MeasureId.of("category-2")).orElseThrow().unit()).isEqualTo(Unit.MINUTES);
		assertThat(legible.feeds()).extracting((feed) -> feed.id().value()).containsExactly("ambsys", "virtual-wards");
	}

	@Test
	void offersNoNamesWhileAFileCannotBeRead() {
		GoodPlan good = GoodPlan.in(this.directory).change("plan: {id", "plan: {{id");
		assertThat(good.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty()).legible()).isEmpty();
	}

	private static String fingerprint(GoodPlan plan) {
		return new EditionsReading.Edition(plan.files().files(), Catalogue.empty(),
				plan.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty()))
			.fingerprint();
	}

	private Measure measure(String id) {
		return GoodPlan.in(this.directory).plan().measure(MeasureId.of(id)).orElseThrow();
	}

	private Target target(String id) {
		Target target = measure(id).target();
		assertThat(target).isNotNull();
		return target;
	}

	private static Trajectory.DatedValue dated(String date, String value) {
		return new Trajectory.DatedValue(LocalDate.parse(date), new BigDecimal(value));
	}

}
