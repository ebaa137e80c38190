package org.jfpmonitor.publication.plans;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.RunStandings;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.id.PlanId;
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
		List<PlanEditions> shown = this.plans.current()
			.all()
			.stream()
			.filter((each) -> this.readers.include(request, each))
			.toList();
		Map<PlanId, RunStandings> found = this.assessments
			.standings(shown.stream().flatMap(PlanList::editions).toList());
		return shown.stream().map((each) -> row(each, found)).toList();
	}

	private PlanRow row(PlanEditions plan, Map<PlanId, RunStandings> found) {
		PlanVersion edition = plan.on(this.today.day());
		// Of an edition that has just begun no run has found anything yet.
		Optional<RunStandings> standings = Optional.ofNullable(found.get(edition.plan().id()));
		RecordedRun lastRun = standings.isEmpty() ? null
				: editions(plan).map(found::get)
					.filter(Objects::nonNull)
					.map(RunStandings::run)
					.max(Comparator.comparing(RecordedRun::number))
					.orElse(null);
		return PlanRow.of(plan, edition, this.organisations.nameOf(edition.plan().organisation()),
				standings.map(RunStandings::standings).orElse(List.of()), lastRun);
	}

	private static Stream<PlanId> editions(PlanEditions plan) {
		return plan.all().stream().map((each) -> each.plan().id());
	}

}
