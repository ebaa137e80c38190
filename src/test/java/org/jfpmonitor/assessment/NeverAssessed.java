package org.jfpmonitor.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;

/** A plan that was never assessed. */
public class NeverAssessed implements Assessments {

	@Override
	public PlanAssessment assess(LocalDate asOf, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<PlanAssessment> assess(List<LocalDate> asOf, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public MeasureSeries series(Measure measure, OrganisationCode organisation, LocalDate asOf, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Map<OrganisationCode, MeasureSeries> seriesOfEach(Measure measure, LocalDate asOf, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Position position(LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn) {
		throw new UnsupportedOperationException();
	}

	@Override
	public PlanAssessed record(LocalDate day, boolean quiet) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<RecordedRun> lastRun() {
		return Optional.empty();
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
	public List<Recorded> history(PlanId plan, ObjectiveCode objective) {
		return List.of();
	}

}
