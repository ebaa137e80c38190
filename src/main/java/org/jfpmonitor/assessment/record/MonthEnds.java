package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jspecify.annotations.Nullable;

/**
 * How every objective stood at past month ends, as known on some day: what is kept of a
 * run so that the next one can see that a restatement changed the past.
 *
 * @param days by month end, then by the code of the objective
 */
record MonthEnds(Map<LocalDate, Map<String, Known>> days) {

	private static final int REMEMBERED = 12;

	/** What comes of itself as time passes, and is no restatement. */
	private static final Set<String> BY_TIME = codes(Rule.FIGURE_OVERDUE, Rule.ORGANISATION_CLOSED);

	private static final Set<String> INCOMPLETE = codes(Rule.NO_FIGURE, Rule.PERIODS_MISSING,
			Rule.ORGANISATION_MISSING);

	/** The last month ends before the day, newest last. */
	static List<LocalDate> before(LocalDate day) {
		YearMonth month = YearMonth.from(day);
		return IntStream.rangeClosed(1, REMEMBERED)
			.mapToObj((back) -> month.minusMonths((long) REMEMBERED + 1 - back).atEndOfMonth())
			.toList();
	}

	/** Those of the days that the edition judges. */
	static List<LocalDate> ofEdition(PlanVersion version, List<LocalDate> days) {
		return days.stream().filter(version.inForce()::contains).toList();
	}

	static MonthEnds of(List<PlanAssessment> assessments) {
		Map<LocalDate, Map<String, Known>> days = new LinkedHashMap<>();
		for (PlanAssessment assessment : assessments) {
			Map<String, Known> objectives = new LinkedHashMap<>();
			assessment.objectives().forEach((each) -> objectives.put(each.objective().code().value(), Known.of(each)));
			days.put(assessment.asOf(), objectives);
		}
		return new MonthEnds(days);
	}

	/** How the plan stood at the month end; empty when that was not recorded. */
	Optional<Assessments.MonthEnd> on(LocalDate day) {
		return Optional.ofNullable(this.days.get(day)).map((objectives) -> {
			Map<ObjectiveCode, Status> computed = new HashMap<>();
			objectives.forEach((code, known) -> {
				if (known.status() != null) {
					computed.put(ObjectiveCode.of(code), known.status());
				}
			});
			return new Assessments.MonthEnd(day, computed);
		});
	}

	static Assessments.MonthEnd end(PlanAssessment assessment) {
		Map<ObjectiveCode, Status> computed = new HashMap<>();
		assessment.objectives().forEach((each) -> {
			if (each.computed() != null) {
				computed.put(each.objective().code(), each.computed());
			}
		});
		return new Assessments.MonthEnd(assessment.asOf(), computed);
	}

	/**
	 * Whether the objective's status at a month end is another one than was known, and
	 * not merely because something came for the first time or fell overdue since.
	 */
	boolean restated(LocalDate day, ObjectiveAssessment objective) {
		Known before = known(day, objective);
		return before != null && (before.status() != null || before.lacksWhatWasWithdrawn())
				&& before.status() != objective.computed() && before.differsBeyondArrival(Known.of(objective));
	}

	/** What was known of the objective at the month end, or null when nothing was. */
	@Nullable Known known(LocalDate day, ObjectiveAssessment objective) {
		return this.days.getOrDefault(day, Map.of()).get(objective.objective().code().value());
	}

	private static Set<String> codes(Rule... rules) {
		return Arrays.stream(rules).map(Rule::code).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * What was known of an objective.
	 *
	 * @param status its computed status, or null for none
	 * @param parts by the id of the measure or milestone
	 */
	record Known(@Nullable Status status, Map<String, Part> parts) {

		static Known of(ObjectiveAssessment objective) {
			Map<String, Part> parts = new LinkedHashMap<>();
			objective.measures()
				.forEach((each) -> parts.put(each.measure().id().value(), new Part(each.status(),
						each.reason().rule().code(), (each.period() != null) ? each.period().lastDay() : null)));
			objective.milestones()
				.forEach((each) -> parts.put(each.milestone().id().value(), new Part(each.status(),
						each.reason().rule().code(), (each.report() != null) ? each.report().asOf() : null)));
			return new Known(objective.computed(), parts);
		}

		/** Whether it had no status because a figure had been taken back. */
		private boolean lacksWhatWasWithdrawn() {
			return this.parts.values().stream().anyMatch((each) -> each.rule.equals(Rule.FIGURE_WITHDRAWN.code()));
		}

		private boolean differsBeyondArrival(Known now) {
			return this.parts.entrySet().stream().anyMatch((entry) -> {
				Part after = now.parts.get(entry.getKey());
				return after != null && entry.getValue().wasRestatedAs(after);
			});
		}

	}

	/**
	 * What was known of a measure or milestone.
	 *
	 * @param status its status, or null for none
	 * @param rule the code of the rule behind it
	 * @param until the last day that its figure or report speaks of, or null for none
	 */
	record Part(@Nullable Status status, String rule, @Nullable LocalDate until) {

		/**
		 * Whether it became the other one by a restatement: not because a newer figure or
		 * report came, a gap was filled, or time passed.
		 */
		private boolean wasRestatedAs(Part now) {
			if (this.status == now.status || BY_TIME.contains(now.rule) || INCOMPLETE.contains(this.rule)) {
				return false;
			}
			boolean newer = now.until != null && (this.until == null || now.until.isAfter(this.until));
			boolean withdrawn = this.rule.equals(Rule.MILESTONE_ACHIEVED.code());
			return withdrawn || !newer;
		}

	}

}
