package org.jfpmonitor.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * Where each plan stands on any day, as known on any day, and the record of what each run
 * found. A plan is named by the id of any of its editions. A day is judged by the edition
 * in force on it, by what is reported of that edition; what one edition records is never
 * compared with another's.
 */
public interface Assessments {

	/** Assesses now, from the store, without recording. */
	PlanAssessment assess(PlanId plan, LocalDate asOf, LocalDate knownOn);

	/** Assesses several days with one reading of the store. */
	List<PlanAssessment> assess(PlanId plan, List<LocalDate> asOf, LocalDate knownOn);

	/**
	 * Assesses every plan as of the day, as known on it, records the results with what
	 * changed since the run before, and announces {@link PlanAssessed} for each, all in
	 * one transaction. Two instances recording at once do so one after the other.
	 * @param quiet whether nobody is to be told of changes
	 * @return one for each plan, in the order of their ids
	 */
	List<PlanAssessed> record(LocalDate day, boolean quiet);

	/** The same for one plan, after a person changed something of it. */
	PlanAssessed record(PlanId plan, LocalDate day, boolean quiet);

	/**
	 * Whether the edition in force on the day was edited since the last run that judged
	 * it, or is of a plan that came since the last run. What goes by runs, such as
	 * metrics, does not know of it yet.
	 */
	boolean awaitsRun(PlanEditions plan, LocalDate day);

	/**
	 * The figures of one measure as they are judged, or of one organisation alone.
	 * @param organisation whose figures, or null for those that the measure is judged by
	 */
	MeasureSeries series(PlanId plan, Measure measure, @Nullable OrganisationCode organisation, LocalDate asOf,
			LocalDate knownOn);

	/**
	 * The figures of each organisation that has any of the measure, alone, by its code,
	 * with one reading of the store.
	 */
	Map<OrganisationCode, MeasureSeries> seriesOfEach(PlanId plan, Measure measure, LocalDate asOf, LocalDate knownOn);

	/**
	 * The plan on the day and at past month ends, as known on a day, with one reading of
	 * the store. Month ends are what the run of that day recorded; what it did not record
	 * is assessed anew. Those that another edition judged are left out.
	 * @param monthEnds each before {@code knownOn}
	 */
	Position position(PlanId plan, LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn);

	/** The newest run recorded of any plan, or empty before the first. */
	Optional<RecordedRun> lastRun();

	/**
	 * The newest run recorded of the plan; empty before the first, and when no plan that
	 * is configured now has the edition.
	 */
	Optional<RecordedRun> lastRun(PlanId plan);

	/**
	 * The newest run of the edition that found another computed status of any objective
	 * than its run before it; empty when none has.
	 */
	Optional<RunFindings> lastMoves(PlanId edition);

	/**
	 * The status and its beginning of each objective of the edition, by the runs
	 * recorded: since when it stands as it stands.
	 */
	List<Standing> standings(PlanId edition);

	/**
	 * What the newest run of each of the editions found, whatever their number with one
	 * reading of the store; without those of which none was recorded.
	 */
	Map<PlanId, RunStandings> standings(Collection<PlanId> editions);

	/**
	 * What the runs recorded for the objective of the edition, one entry for each change
	 * of status, oldest first.
	 */
	List<Recorded> history(PlanId edition, ObjectiveCode objective);

	/**
	 * A run that was recorded.
	 *
	 * @param number counting up
	 * @param asOf the day it assessed
	 * @param recordedAt when
	 */
	record RecordedRun(long number, LocalDate asOf, Instant recordedAt) {

	}

	/**
	 * What a run found.
	 *
	 * @param run the run
	 * @param findings of each objective that the run before had, too
	 */
	record RunFindings(RecordedRun run, Map<ObjectiveCode, RunFinding> findings) {

		public RunFindings {
			findings = Map.copyOf(findings);
		}

	}

	/**
	 * What a run found of an objective.
	 *
	 * @param before the computed status that the run before found, or null for none
	 * @param computed the computed status, or null for none
	 * @param status the effective status, or null for none
	 */
	record RunFinding(@Nullable Status before, @Nullable Status computed, @Nullable Status status) {

		/** Whether figures and milestones moved it. */
		public boolean isMove() {
			return this.before != this.computed;
		}

	}

	/**
	 * Since when an objective has the status it has.
	 *
	 * @param objective which one
	 * @param status the status, or null for none
	 * @param since the day of the first run that found it so
	 */
	record Standing(ObjectiveCode objective, @Nullable Status status, LocalDate since) {

	}

	/**
	 * How the objectives of an edition stand by a run.
	 *
	 * @param run the run
	 * @param standings in the order of their codes
	 */
	record RunStandings(RecordedRun run, List<Standing> standings) {

		public RunStandings {
			standings = List.copyOf(standings);
		}

	}

	/**
	 * The plan on a day, and how it stood before.
	 *
	 * @param now the plan on the day
	 * @param monthEnds one for each month end asked for that the edition judges, in their
	 * order
	 */
	record Position(PlanAssessment now, List<MonthEnd> monthEnds) {

		public Position {
			monthEnds = List.copyOf(monthEnds);
		}

		/**
		 * Since when figures and milestones put the objective where it is, by the month
		 * ends; empty when it could not be assessed.
		 */
		public Optional<StatusSince> since(ObjectiveAssessment objective) {
			return StatusSince.of(objective.objective().code(), Optional.ofNullable(objective.computed()),
					this.now.asOf(), this.monthEnds, this.now.plan().inForce().start());
		}

	}

	/**
	 * How the plan stood at a month end.
	 *
	 * @param day the last day of the month
	 * @param computed the status of each objective that could be assessed
	 */
	record MonthEnd(LocalDate day, Map<ObjectiveCode, Status> computed) {

		public MonthEnd {
			computed = Map.copyOf(computed);
		}

	}

	/**
	 * The status that a run recorded.
	 *
	 * @param run the run
	 * @param status the effective status, or null for none
	 * @param computed the computed status, or null for none
	 * @param byEditedPlan whether the plan was edited since the run before
	 */
	record Recorded(RecordedRun run, @Nullable Status status, @Nullable Status computed, boolean byEditedPlan) {

	}

}
