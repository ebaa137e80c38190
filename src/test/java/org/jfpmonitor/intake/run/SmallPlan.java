package org.jfpmonitor.intake.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.FixedPlans;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jspecify.annotations.Nullable;

/**
 * A plan with two measures, a feed that goes on, one that has ended and one that never
 * came.
 */
final class SmallPlan {

	static final MeasureId BEDS = MeasureId.of("virtual-ward-beds");

	static final MeasureId WAITS = MeasureId.of("long-waits");

	static final MeasureId PLANNED = MeasureId.of("virtual-ward-beds-plan");

	static final OrganisationCode ICB = OrganisationCode.of("QMM");

	private SmallPlan() {
	}

	static PlanVersions versions() {
		return versions(plan());
	}

	/** The plan, which never was another one. */
	static PlanVersions versions(Plan plan) {
		return FixedPlans.of(new PlanVersion(1, "0".repeat(64), Instant.EPOCH, plan));
	}

	private static Plan plan() {
		return new Plan(new PlanId("small"), "Small plan", ICB,
				Period.ofClosed(LocalDate.of(2024, 4, 1), LocalDate.of(2029, 3, 31)), null, List.of(),
				List.of(measure(BEDS, "figures", asPlanned()), measure(WAITS, "waits", null),
						measure(PLANNED, "figures", null)),
				List.of(feed("figures", Cadence.MONTHLY, false), feed("waits", Cadence.MONTHLY, false),
						feed("ended", Cadence.MONTHLY, true), feed("reports", Cadence.QUARTERLY, false),
						feed("never", Cadence.QUARTERLY, false)));
	}

	private static Target asPlanned() {
		return new Target(Target.Kind.REACH, Basis.latest(), null, new Trajectory.Supplied(PLANNED, List.of()), 1,
				null);
	}

	private static Measure measure(MeasureId id, String feed, @Nullable Target target) {
		return new Measure(id, id.value(), id.value(), "", Unit.COUNT, Direction.HIGHER, Cadence.MONTHLY,
				FeedId.of(feed), List.of(ICB), target, "", 0, BigDecimal.ZERO, null,
				new ChartSettings(List.of(), null, true));
	}

	private static Feed feed(String id, Cadence cadence, boolean ended) {
		return new Feed(FeedId.of(id), id, cadence, 20, 10, null, ended);
	}

}
