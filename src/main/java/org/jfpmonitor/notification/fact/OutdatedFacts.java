package org.jfpmonitor.notification.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.progress.StatusOverride;

/** What of a mail's news is no longer so, in words. */
public final class OutdatedFacts {

	private OutdatedFacts() {
	}

	/**
	 * Compares what was told with what is known now.
	 * @param told what the mail says
	 * @param now where the plan stands
	 * @param then where it stood on the day that the mail speaks about, as known now
	 * @return nothing when all is as it was told
	 */
	public static List<String> sentences(NotifiedFact told, PlanAssessment now, PlanAssessment then) {
		if (!told.plan().equals(now.plan().plan().id())) {
			return List.of("The plan has since been succeeded by " + now.plan().plan().title()
					+ "; this mail speaks of the one before.");
		}
		Optional<ObjectiveAssessment> objective = now.objective(told.objective());
		if (objective.isEmpty()) {
			return List.of("Objective " + told.objective() + " is no longer in the plan.");
		}
		ObjectiveAssessment found = objective.get();
		List<String> sentences = new ArrayList<>();
		PlanWords words = now.plan().plan().words();
		switch (told.kind()) {
			case RESTATEMENT -> then.objective(told.objective())
				.filter((past) -> past.computed() != told.status())
				.ifPresent((past) -> sentences.add("%s as of %s has been restated again: it is now %s."
					.formatted(name(found), Phrasing.day(told.about()), words.status(past.computed()))));
			case OVERRIDE_LAPSING -> addOverride(told, found, words, sentences);
			case STATUS_CHANGE, RECOVERY, EARLY_WARNING, DATA_OVERDUE -> addStatus(told, found, words, sentences);
		}
		return sentences;
	}

	private static void addStatus(NotifiedFact told, ObjectiveAssessment found, PlanWords words,
			List<String> sentences) {
		boolean changed = found.status() != told.status();
		if (changed) {
			sentences.add(name(found) + " has since moved to " + words.status(found.status()) + ".");
		}
		Optional<MeasureAssessment> measure = measure(told, found);
		if (told.kind() == Change.NewsKind.EARLY_WARNING && !changed
				&& measure.map(MeasureAssessment::warning).isEmpty()) {
			sentences.add("The early warning about " + name(measure, found) + " is over.");
		}
		if (told.kind() == Change.NewsKind.DATA_OVERDUE
				&& measure.filter((each) -> each.reason().rule() == Rule.FIGURE_OVERDUE).isEmpty()) {
			sentences.add("The figure of " + name(measure, found) + " is no longer overdue.");
		}
	}

	private static void addOverride(NotifiedFact told, ObjectiveAssessment found, PlanWords words,
			List<String> sentences) {
		StatusOverride override = found.override();
		if (override == null) {
			sentences.add(
					"The override of %s has ended: it is now %s.".formatted(name(found), words.status(found.status())));
		}
		else if (!override.until().equals(told.about())) {
			sentences.add("The override of %s now lasts to the end of %s.".formatted(name(found),
					Phrasing.day(override.until())));
		}
	}

	private static Optional<MeasureAssessment> measure(NotifiedFact told, ObjectiveAssessment found) {
		return found.measures().stream().filter((each) -> each.measure().id().equals(told.measure())).findFirst();
	}

	private static String name(Optional<MeasureAssessment> measure, ObjectiveAssessment objective) {
		return measure.map((each) -> each.measure().title() + " (" + name(objective) + ")").orElse(name(objective));
	}

	private static String name(ObjectiveAssessment objective) {
		return objective.objective().code() + " " + objective.objective().shortTitle();
	}

}
