package org.jfpmonitor.publication.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.poi.ss.usermodel.Sheet;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.progress.MilestoneReport;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the report with numbers to work with: shares as percentages of full
 * precision, other values in the unit that people read, days as days.
 */
final class ReportTables {

	private final PlanAssessment now;

	ReportTables(PlanAssessment now) {
		this.now = now;
	}

	void write(OutputStream out) throws IOException {
		try (Book book = new Book()) {
			objectives(book);
			measures(book);
			milestones(book);
			book.write(out);
		}
	}

	private void objectives(Book book) {
		Sheet sheet = book.table("Objectives",
				List.of("Objective", this.now.plan().plan().words().ambition(), "Title", "Status", "Computed",
						"Published", "Published as of", "Published comment", "Set manually", "Because"),
				10, 10, 50, 18, 18, 18, 14, 50, 18, 90);
		for (ObjectiveAssessment each : this.now.objectives()) {
			book.add(sheet, each.objective().code(), each.objective().ambition(), each.objective().title(),
					words(each.status()), words(each.computed()),
					(each.published() != null) ? words(each.published().status()) : null,
					(each.published() != null) ? each.published().asOf() : null,
					(each.published() != null) ? each.published().comment() : null,
					(each.override() != null) ? words(each.override().status()) : null,
					each.because().stream().map(Reason::sentence).collect(Collectors.joining("\n")));
		}
	}

	private void measures(Book book) {
		Sheet sheet = book.table("Measures",
				List.of("Objective", "Measure", "Title", "Organisations", "Unit", "Status", "First day", "Last day",
						"Value", "Numerator", "Denominator", "Required", "Target", "Target by", "Baseline"),
				10, 30, 50, 14, 12, 18, 12, 12, 14, 14, 14, 14, 14, 12, 14);
		for (ObjectiveAssessment objective : this.now.objectives()) {
			for (MeasureAssessment each : objective.measures()) {
				Measure measure = each.measure();
				Figure figure = each.figure();
				Period period = each.period();
				Unit unit = measure.unit();
				book.add(sheet, objective.objective().code(), measure.id(), measure.title(),
						measure.organisations().stream().map(OrganisationCode::value).collect(Collectors.joining(", ")),
						unit.word(), words(each.status()), (period != null) ? period.start() : null,
						(period != null) ? period.lastDay() : null,
						shown(unit, (figure != null) ? figure.value() : null),
						(figure != null && figure.numerator() != null) ? unit.numeratorFromBase(figure.numerator())
								: null,
						(figure != null) ? figure.denominator() : null, shown(unit, each.required()),
						shown(unit, each.target()), each.targetDate(), shown(unit, each.baseline()));
			}
		}
	}

	private void milestones(Book book) {
		Sheet sheet = book.table("Milestones",
				List.of("Objective", "Milestone", "Title", "Due", "Status", "Forecast", "Achieved"), 10, 30, 60, 12, 18,
				12, 12);
		for (ObjectiveAssessment objective : this.now.objectives()) {
			for (MilestoneAssessment each : objective.milestones()) {
				MilestoneReport report = each.report();
				book.add(sheet, objective.objective().code(), each.milestone().id(), each.milestone().title(),
						each.milestone().due(), words(each.status()), (report != null) ? report.forecast() : null,
						(report != null) ? report.achieved() : null);
			}
		}
	}

	private String words(@Nullable Status status) {
		return this.now.plan().plan().words().status(status);
	}

	private static @Nullable Object shown(Unit unit, @Nullable BigDecimal value) {
		if (value == null) {
			return null;
		}
		return (unit == Unit.PERCENT) ? new Book.Share(value) : unit.fromBase(value);
	}

}
