package org.jfpmonitor.publication.plans;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.address.PlanReaders;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows how each plan stands by the last run; nothing is assessed for it. */
@Component
public class PlanList {

	private final PlanVersions plans;

	private final Assessments assessments;

	private final Organisations organisations;

	private final Today today;

	private final PlanReaders readers;

	/** Without rules of access everybody sees everything. */
	PlanList(PlanVersions plans, Assessments assessments, Organisations organisations, Today today,
			ObjectProvider<PlanReaders> readers) {
		this.plans = plans;
		this.assessments = assessments;
		this.organisations = organisations;
		this.today = today;
		this.readers = readers.getIfAvailable(() -> (request, plan) -> true);
	}

	/** The plans that whoever sends the request may see, in the order of their ids. */
	public List<PlanRow> rows(HttpServletRequest request) {
		return this.plans.current()
			.all()
			.stream()
			.filter((each) -> this.readers.include(request, each))
			.map(this::row)
			.toList();
	}

	private PlanRow row(PlanEditions plan) {
		PlanVersion edition = plan.on(this.today.day());
		List<Standing> standings = this.assessments.standings(edition.plan().id());
		// Of an edition that has just begun no run has found anything yet.
		RecordedRun lastRun = standings.isEmpty() ? null : this.assessments.lastRun(plan.id()).orElse(null);
		return PlanRow.of(plan, edition, this.organisations.nameOf(edition.plan().organisation()), standings, lastRun);
	}

}
