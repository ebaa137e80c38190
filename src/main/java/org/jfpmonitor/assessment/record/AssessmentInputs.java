package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.assessment.rule.AssessmentInput;
import org.jfpmonitor.assessment.series.RequiredValues;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.ProgressReports;

import org.springframework.stereotype.Component;

/** Reads what a plan is judged from. */
@Component
class AssessmentInputs {

	private final PlanVersions plans;

	private final Observations observations;

	private final ProgressReports reports;

	private final Organisations organisations;

	AssessmentInputs(PlanVersions plans, Observations observations, ProgressReports reports,
			Organisations organisations) {
		this.plans = plans;
		this.observations = observations;
		this.reports = reports;
		this.organisations = organisations;
	}

	/**
	 * The editions of a plan, as they were known on a day.
	 * @throws IllegalArgumentException when none of that id was
	 */
	PlanEditions editions(PlanId plan, LocalDate knownOn) {
		return this.plans.knownOn(plan, knownOn)
			.orElseThrow(() -> new IllegalArgumentException(
					"Expected the id of an edition of a plan known on " + knownOn + ", found " + plan));
	}

	/** What versions of one edition are judged from. */
	AssessmentInput of(List<Plan> versions) {
		Set<MeasureId> measures = new LinkedHashSet<>();
		Set<OrganisationCode> organisations = new LinkedHashSet<>();
		for (Plan plan : versions) {
			for (Measure measure : plan.measures()) {
				measures.add(measure.figures());
				organisations.addAll(measure.organisations());
			}
		}
		return new AssessmentInput(this.observations.ledger(measures, organisations),
				this.reports.ledger(versions.get(0).id()), this.organisations);
	}

	/** Whoever has figures of the measure. */
	List<OrganisationCode> organisationsOf(Measure measure) {
		return this.observations.organisationsOf(measure.figures());
	}

	/** What the measure is judged by, and the figures of further organisations. */
	Ledger ledger(Measure measure, Plan plan, List<OrganisationCode> further) {
		Set<MeasureId> measures = new LinkedHashSet<>(List.of(measure.figures()));
		Set<OrganisationCode> organisations = new LinkedHashSet<>(measure.organisations());
		RequiredValues.supplying(measure, plan).ifPresent((planned) -> {
			measures.add(planned.figures());
			organisations.addAll(planned.organisations());
		});
		organisations.addAll(further);
		return this.observations.ledger(measures, organisations);
	}

	/** Another one as soon as anything was added to what is read here. */
	List<String> fingerprints() {
		return List.of(this.observations.fingerprint(), this.reports.fingerprint());
	}

}
