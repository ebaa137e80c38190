package org.jfpmonitor.notification.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says of an objective, as far as it may no longer be true when the mail goes
 * out.
 *
 * @param plan the edition of the plan that it is about
 * @param kind what sort of news it is
 * @param objective which objective
 * @param measure the measure concerned, or null for the objective as a whole
 * @param status the status it names; null for not assessed
 * @param about the past month end that was restated, the last day of an override,
 * otherwise the day of the run
 */
public record NotifiedFact(PlanId plan, Change.NewsKind kind, ObjectiveCode objective, @Nullable MeasureId measure,
		@Nullable Status status, LocalDate about) {

	public static NotifiedFact of(PlanId plan, Change change) {
		StatusOverride override = change.now().override();
		boolean lapsing = change.kind() == Change.NewsKind.OVERRIDE_LAPSING;
		return new NotifiedFact(plan, change.kind(), change.now().objective().code(), change.measure(),
				lapsing ? change.from() : change.to(),
				lapsing ? Objects.requireNonNull(override).until() : change.asOf());
	}

	public static NotifiedFact read(ResultSet row, int number) throws SQLException {
		String measure = row.getString("measure");
		String status = row.getString("status");
		return new NotifiedFact(PlanId.of(row.getString("plan")), Change.NewsKind.coded(row.getString("kind")),
				ObjectiveCode.of(row.getString("objective")), (measure != null) ? MeasureId.of(measure) : null,
				Status.coded(status).orElse(null), row.getObject("about", LocalDate.class));
	}

}
