package org.jfpmonitor.publication.plans;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.address.PlanAddress;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A plan among others, as the last run found it.
 *
 * @param id of the plan
 * @param edition the id of the edition in force
 * @param title of that edition
 * @param organisation the name of the organisation
 * @param organisationCode its code
 * @param counts how many objectives have each status, in the order of the published table
 * @param worst the objectives that underperform, then those that are delayed, in plan
 * order
 * @param lastRun the day of the last run, or null before the first
 */
public record PlanRow(String id, String edition, String title, String organisation, String organisationCode,
		List<PlanCount> counts, List<WorstObjective> worst, @Nullable RecordedRun lastRun) {

	/** How many of the worst a list has room for. */
	private static final int SHOWN = 3;

	static PlanRow of(PlanEditions plan, PlanVersion edition, String organisation, List<Standing> standings,
			@Nullable RecordedRun lastRun) {
		Map<ObjectiveCode, StatusMark> marks = standings.stream()
			.collect(Collectors.toMap(Standing::objective, (each) -> StatusMark.of(each.status())));
		Map<StatusMark, Long> counts = edition.plan()
			.objectives()
			.stream()
			.map((each) -> marks.getOrDefault(each.code(), StatusMark.NOT_ASSESSED))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return new PlanRow(plan.id().value(), edition.plan().id().value(), edition.plan().title(), organisation,
				edition.plan().organisation().value(),
				List.of(StatusMark.values())
					.stream()
					.map((mark) -> new PlanCount(mark, counts.getOrDefault(mark, 0L)))
					.toList(),
				edition.plan()
					.objectives()
					.stream()
					.filter((each) -> marks.getOrDefault(each.code(), StatusMark.NOT_ASSESSED).isAdverse())
					.map((each) -> new WorstObjective(each, Objects.requireNonNull(marks.get(each.code()))))
					.sorted(Comparator.comparing((each) -> StatusMark.BY_SEVERITY.indexOf(each.mark())))
					.toList(),
				lastRun);
	}

	/** The address of its board. */
	public String address() {
		return PlanAddress.LIST + "/" + this.id + "/";
	}

	/** How many objectives have the status. */
	long number(StatusMark mark) {
		return this.counts.stream().filter((each) -> each.mark() == mark).mapToLong(PlanCount::number).sum();
	}

	/** The day of the last run, in words. */
	public String lastRunInWords() {
		return (this.lastRun != null) ? Phrasing.day(this.lastRun.asOf()) : "None yet";
	}

	/** The first of the worst. */
	public List<WorstObjective> shown() {
		return this.worst.subList(0, Math.min(SHOWN, this.worst.size()));
	}

	/** How many more there are. */
	public int more() {
		return this.worst.size() - shown().size();
	}

	/** How many objectives have a status. */
	public record PlanCount(StatusMark mark, long number) {

	}

	/** An objective that needs somebody, and its status. */
	public record WorstObjective(Objective objective, StatusMark mark) {

	}

}
