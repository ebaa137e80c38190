package org.jfpmonitor.publication.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jspecify.annotations.Nullable;

/** A small plan that has one of everything the pages show. */
public final class ExamplePlan {

	public static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	public static final OrganisationCode ICB = OrganisationCode.of("QMM");

	static final Organisations ORGANISATIONS = Organisations
		.of(List.of(new Organisation(ICB, "NHS Norfolk and Waveney Integrated Care Board", Organisation.Type.ICB,
				List.of("E54000022"), null, null, List.of())));

	public static final Feed BEDS_FEED = new Feed(FeedId.of("virtual-wards"), "Virtual ward capacity", Cadence.MONTHLY,
			45, 14, EmailAddress.of("data-team@example.org"), false);

	static final Feed SMOKING_FEED = new Feed(FeedId.of("satod"), "Smoking at time of delivery", Cadence.QUARTERLY, 75,
			14, null, false);

	static final Feed LUNG_FEED = new Feed(FeedId.of("tlhc"), "Targeted lung health checks", Cadence.MONTHLY, 45, 14,
			null, true);

	static final Measure SMOKING = measure("smoking-at-delivery", "Mothers smoking at time of delivery", Unit.PERCENT,
			Direction.LOWER, Cadence.QUARTERLY, SMOKING_FEED,
			new Target(Target.Kind.REACH, Basis.latest(), dated("2024-03-31", "0.12"),
					new Trajectory.StraightLine(List.of(dated("2026-03-31", "0.09"), dated("2028-03-31", "0.06"))), 1,
					"The published plan says \"towards\"; a straight line is assumed."));

	static final Measure BEDS = measure("virtual-ward-beds", "Virtual ward beds", Unit.COUNT, Direction.HIGHER,
			Cadence.MONTHLY, BEDS_FEED, new Target(Target.Kind.REACH, Basis.snapshot(), dated("2024-03-31", "150"),
					new Trajectory.ByDate(List.of(dated("2025-03-31", "202"))), 3, null));

	static final Measure LUNG = measure("lung-checks-uptake", "Uptake of lung health checks", Unit.PERCENT,
			Direction.HIGHER, Cadence.MONTHLY, LUNG_FEED, null);

	static final Objective SMOKING_IN_PREGNANCY = objective("1b", "1",
			"Smoking during pregnancy: develop and provide"
					+ " a maternity led stop smoking service for pregnant women and people",
			"Smoking in pregnancy", null, List.of(SMOKING), List.of());

	static final Objective LUNG_CHECKS = objective("1c", "1", "Early cancer diagnosis: targeted lung health checks",
			"Lung health checks", null, List.of(LUNG), List.of());

	static final Objective FALLS = objective("5a", "5", "Improve services for older people at risk of falls",
			"Falls services", null, List.of(),
			List.of(new Milestone(MilestoneId.of("falls-roll-out"), "Falls service rolled out in all five places",
					LocalDate.of(2025, 3, 31), "The plan gives no day; the end of the year is assumed.")));

	static final Objective VIRTUAL_WARDS = objective("6b", "6", "Expand virtual ward services", "Virtual wards", null,
			List.of(BEDS), List.of());

	static final Objective REVIEW = objective("8a", "8", "Improve the services we provide by enhancing productivity",
			"Productivity", new Objective.Retirement(LocalDate.of(2024, 10, 1), "The focus changed."), List.of(),
			List.of());

	public static final Plan PLAN = new Plan(PlanId.of("nw-jfp-2024"), "Norfolk and Waveney Joint Forward Plan", ICB,
			Period.ofClosed(LocalDate.of(2024, 4, 1), LocalDate.of(2029, 3, 31)),
			EmailAddress.of("plan-office@example.org"),
			List.of(new Ambition("1", "Prevention", List.of(), List.of(SMOKING_IN_PREGNANCY, LUNG_CHECKS)),
					new Ambition("5", "Older people", List.of(), List.of(FALLS)),
					new Ambition("6", "Urgent and emergency care", List.of(), List.of(VIRTUAL_WARDS)),
					new Ambition("8", "Productivity and efficiency", List.of(), List.of(REVIEW))),
			List.of(), List.of(BEDS_FEED, SMOKING_FEED, LUNG_FEED));

	static final PlanVersion VERSION = new PlanVersion(2, "8f3a".repeat(16), Instant.parse("2024-04-02T08:00:00Z"),
			PLAN);

	/** The plan as its only edition. */
	public static final PlanEditions EDITIONS = PlanEditions.only(VERSION);

	private ExamplePlan() {
	}

	public static Trajectory.DatedValue dated(String day, String value) {
		return new Trajectory.DatedValue(LocalDate.parse(day), new BigDecimal(value));
	}

	private static Measure measure(String id, String title, Unit unit, Direction direction, Cadence cadence, Feed feed,
			@Nullable Target target) {
		return new Measure(MeasureId.of(id), title, title, title + ", as the source defines it.", unit, direction,
				cadence, feed.id(), List.of(ICB), target,
				(target != null) ? "" : "The plan gives no value for 2025/26.", 0, null, null,
				ChartSettings.standard());
	}

	private static Objective objective(String code, String ambition, String title, String shortTitle,
			Objective.@Nullable Retirement retired, List<Measure> measures, List<Milestone> milestones) {
		return new Objective(ObjectiveCode.of(code), ambition, title, shortTitle,
				"How the success of " + code + " will be known, as published.", EmailAddress.of("owner@example.org"),
				LocalDate.of(2025, 3, 31), measures, milestones, retired);
	}

}
