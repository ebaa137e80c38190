package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.progress.ReportLedger;

/**
 * Everything that an assessment may use besides the plan, read once.
 *
 * @param figures all figures with their revisions
 * @param reports everything people reported
 * @param organisations the register, for names and closures
 */
public record AssessmentInput(Ledger figures, ReportLedger reports, Organisations organisations) {

	String nameOf(OrganisationCode code) {
		return this.organisations.nameOf(code);
	}

	/** Whichever of the measure's organisations closed before the period's last day. */
	Optional<Organisation> closedBefore(Measure measure, Period period) {
		return measure.organisations()
			.stream()
			.flatMap((code) -> this.organisations.find(code).stream())
			.filter((organisation) -> isBefore(organisation, period.lastDay()))
			.findFirst();
	}

	private static boolean isBefore(Organisation organisation, LocalDate day) {
		LocalDate closed = organisation.closed();
		return closed != null && closed.isBefore(day);
	}

}
