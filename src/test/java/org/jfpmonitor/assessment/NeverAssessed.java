package org.jfpmonitor.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;

/** A plan that was never assessed. */
public class NeverAssessed implements Assessments {

	@Override
	public PlanAssessment assess(PlanId plan, LocalDate asOf, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<PlanAssessment> assess(PlanId plan, List<LocalDate> asOf, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public MeasureSeries series(PlanId plan, Measure measure, OrganisationCode organisation, LocalDate asOf,
			LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<OrganisationCode, MeasureSeries> seriesOfEach(PlanId plan, Measure measure, LocalDate asOf,
			LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Position position(PlanId plan, LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<PlanAssessed> record(LocalDate day, boolean quiet) {
		throw new UnsupportedOperationException();
	}

	@Override
	public PlanAssessed record(PlanId plan, LocalDate day, boolean quiet) {
		throw new UnsupportedOperationException("A page records nothing");
	}

	@Override
	public Optional<RecordedRun> lastRun() {
		return Optional.empty();
	}

	@Override
	public Optional<RecordedRun> lastRun(PlanId plan) {
		return lastRun();
	}

	@Override
	public boolean awaitsRun(PlanEditions plan, LocalDate day) {
		return false;
	}

	@Override
	public Optional<RunFindings> lastMoves(PlanId plan) {
		return Optional.empty();
	}

	@Override
	public List<Standing> standings(PlanId plan) {
		return List.of();
	}

	@Override
	public Map<PlanId, RunStandings> standings(Collection<PlanId> editions) {
		return Map.of();
	}

	@Override
	public List<Recorded> history(PlanId plan, ObjectiveCode objective) {
		return List.of();
	}

}
