package org.jfpmonitor.plan.reading;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of a part of the plan that has faults, so that other files can be
 * checked against its name in the same go. A plan that holds one is never in force: only
 * the name, and a unit that was legible, mean anything.
 */
final class StandIn {

	private static final LocalDate ANY_DAY = LocalDate.EPOCH;

	private StandIn() {
	}

	static Measure measure(MeasureId id, @Nullable Unit unit) {
		return new Measure(id, "", "", (unit != null) ? unit : Unit.COUNT, Direction.HIGHER, Cadence.MONTHLY,
				FeedId.of("faulty"), List.of(), null, "", 0, null, null, ChartSettings.standard());
	}

	static Feed feed(FeedId id) {
		return new Feed(id, "", Cadence.MONTHLY, 0, 0, null, false);
	}

	static PlanHead head() {
		return new PlanHead(PlanId.of("faulty"), "", OrganisationCode.of("FAULTY"), Period.day(ANY_DAY), null);
	}

}
