package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.assessment.rule.AssessmentInput;
import org.jfpmonitor.assessment.rule.Assessor;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has plans judged, and records what was found and what of it is new, in the transaction
 * of whoever asks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AssessmentRecorder {

	private final PlanVersions plans;

	private final AssessmentInputs inputs;

	private final AssessmentRuns runs;

	private final EndedEditions ended;

	private final ApplicationEventPublisher events;

	private final Today today;

	AssessmentRecorder(PlanVersions plans, AssessmentInputs inputs, AssessmentRuns runs, EndedEditions ended,
			ApplicationEventPublisher events, Today today) {
		this.plans = plans;
		this.inputs = inputs;
		this.runs = runs;
		this.ended = ended;
		this.events = events;
		this.today = today;
	}

	/** Every plan, see {@link org.jfpmonitor.assessment.Assessments#record}. */
	List<PlanAssessed> record(LocalDate day, boolean quiet) {
		this.runs.waitForTurn();
		Plans all = this.plans.knownOn(day);
		return all.all().stream().map((each) -> record(each, all, day, quiet)).toList();
	}

	/** One plan, see {@link org.jfpmonitor.assessment.Assessments#record}. */
	PlanAssessed record(PlanId plan, LocalDate day, boolean quiet) {
		this.runs.waitForTurn();
		return record(this.inputs.editions(plan, day), this.plans.knownOn(day), day, quiet);
	}

	private PlanAssessed record(PlanEditions plan, Plans all, LocalDate day, boolean quiet) {
		PlanVersion version = plan.on(day);
		PreviousRun before = this.runs.newest(version.plan().id()).orElse(null);
		boolean change = before == null && hasRunOfAnotherEdition(plan, all);
		PlanVersion earlier = (before != null) ? judgedBy(before, version) : null;
		AssessmentInput input = this.inputs
			.of((earlier != null) ? List.of(version.plan(), earlier.plan()) : List.of(version.plan()));
		PlanAssessment now = Assessor.assess(version, input, day, day);
		List<LocalDate> monthEnds = MonthEnds.ofEdition(version, MonthEnds.before(day));
		List<PlanAssessment> past = judged(version, input, monthEnds, day);
		List<PlanAssessment> comparable = (earlier != null) ? judged(earlier, input, monthEnds, day) : List.of();
		long run = this.runs.add(now, MonthEnds.of(past), before, quiet, this.today.now());
		keepEndOfOthers(run, plan, version, day);
		PlanAssessment unedited = (earlier == null || earlier.equals(version)) ? null
				: Assessor.assess(earlier, input, day, day);
		List<Change> changes = this.runs.addNews(run,
				ChangeDetector.since(before, now, unedited, comparable, input.reports()), before != null && !quiet);
		PlanAssessed assessed = new PlanAssessed(run, plan, position(now, past), (before != null) ? changes : List.of(),
				change, quiet);
		this.events.publishEvent(assessed);
		return assessed;
	}

	/** What the last run that judged an edition could not know yet. */
	private void keepEndOfOthers(long run, PlanEditions plan, PlanVersion judged, LocalDate day) {
		for (PlanVersion each : plan.all()) {
			List<LocalDate> days = MonthEnds.ofEdition(each, MonthEnds.before(day));
			if (!each.plan().id().equals(judged.plan().id()) && !days.isEmpty()) {
				this.ended.keep(run, judged(each, this.inputs.of(List.of(each.plan())), days, day));
			}
		}
	}

	/** Also of one that was taken out of the configuration, but not of another plan. */
	private boolean hasRunOfAnotherEdition(PlanEditions plan, Plans all) {
		return this.runs.hasOthersThan(all.all()
			.stream()
			.filter((each) -> !each.id().equals(plan.id()))
			.flatMap((each) -> each.all().stream())
			.map((each) -> each.plan().id())
			.toList());
	}

	private static Position position(PlanAssessment now, List<PlanAssessment> past) {
		List<LocalDate> monthEnds = StatusSince.monthEnds(now.asOf());
		return new Position(now,
				Stream.concat(past.stream(), Stream.of(now))
					.filter((each) -> monthEnds.contains(each.asOf()))
					.map(MonthEnds::end)
					.toList());
	}

	/**
	 * The plan that the run before used, so that an edit of the plan is not taken for a
	 * restatement; null when it is no longer at hand.
	 */
	private @Nullable PlanVersion judgedBy(PreviousRun before, PlanVersion version) {
		if (version.fingerprint().equals(before.planFingerprint())) {
			return version;
		}
		return this.plans.ofFingerprint(version.plan().id(), before.planFingerprint()).orElse(null);
	}

	private static List<PlanAssessment> judged(PlanVersion version, AssessmentInput input, List<LocalDate> asOf,
			LocalDate knownOn) {
		return asOf.stream().map((day) -> Assessor.assess(version, input, day, knownOn)).toList();
	}

}
