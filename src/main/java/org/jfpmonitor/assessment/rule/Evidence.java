package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.assessment.series.FigureHistory;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.progress.ReportLedger;

/**
 * Everything that a judgement may use, read once.
 *
 * @param figures all figures with their revisions
 * @param reports everything people reported
 * @param organisations the register, for names and closures
 */
public record Evidence(Ledger figures, ReportLedger reports, Organisations organisations) {

	/** What is known of the measure on the day, of periods over by {@code asOf}. */
	FigureHistory history(Measure measure, LocalDate asOf, LocalDate knownOn) {
		return FigureHistory.of(measure,
				measure.organisations()
					.stream()
					.map((organisation) -> this.figures.series(measure.id(), organisation, knownOn))
					.toList(),
				asOf);
	}

	/**
	 * What is known on the day of the measure that states another one's required values,
	 * for all periods it states.
	 */
	FigureHistory planned(MeasureId planned, Measure judged, Plan plan, LocalDate knownOn) {
		Measure measure = plan.measure(planned).orElse(judged);
		return FigureHistory.of(measure,
				measure.organisations()
					.stream()
					.map((organisation) -> this.figures.series(planned, organisation, knownOn))
					.toList(),
				LocalDate.MAX);
	}

	String nameOf(OrganisationCode code) {
		return this.organisations.nameOf(code);
	}

	/** Whichever of the measure's organisations closed before the period's last day. */
	Optional<OrganisationCode> closedBefore(Measure measure, Period period) {
		return measure.organisations()
			.stream()
			.filter((code) -> this.organisations.find(code)
				.map((organisation) -> organisation.closed())
				.filter((closed) -> closed.isBefore(period.lastDay()))
				.isPresent())
			.findFirst();
	}

}
