package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.assessment.Assessments.MonthEnd;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Makes the row of an objective from how it stands now, how it stood at the month ends
 * and since when.
 *
 * @param monthEnds the plan at the month ends that the strip shows, oldest first
 * @param standings since when each objective stands as it stands; empty when the page
 * looks at another day than the newest run
 */
public record BoardRows(List<MonthEnd> monthEnds, Map<ObjectiveCode, Standing> standings) {

	public ObjectiveRow row(ObjectiveAssessment objective) {
		ObjectiveCode code = objective.objective().code();
		return new ObjectiveRow(code, objective.objective().title(), objective.objective().shortTitle(),
				StatusMark.of(objective.computed()), since(objective), PublishedMark.of(objective.published()),
				Agreement.of(objective), OverrideMark.of(objective.override()), objective.reason().statement(),
				sustained(objective), warnings(objective), strip(code));
	}

	private @Nullable String since(ObjectiveAssessment objective) {
		Standing standing = this.standings.get(objective.objective().code());
		if (standing == null || objective.override() != null || standing.status() != objective.computed()) {
			return null;
		}
		return inWords(standing.since());
	}

	private StatusStrip strip(ObjectiveCode code) {
		return new StatusStrip(this.monthEnds.stream()
			.map((then) -> new StatusStrip.Square(then.day(), StatusMark.of(then.computed().get(code))))
			.toList());
	}

	private static List<String> sustained(ObjectiveAssessment objective) {
		return objective.measures()
			.stream()
			.filter((measure) -> measure.sustainedSince() != null)
			.map((measure) -> sustained(measure, objective.measures().size() == 1))
			.toList();
	}

	private static String sustained(MeasureAssessment measure, boolean only) {
		String sentence = Phrasing.sustained(measure);
		return only ? sentence : measure.measure().title() + ": " + StringUtils.uncapitalize(sentence);
	}

	public static List<String> warnings(ObjectiveAssessment objective) {
		return objective.measures().stream().map(Phrasing::warning).filter((warning) -> !warning.isEmpty()).toList();
	}

	private static String inWords(LocalDate day) {
		return Period.day(day).inWords();
	}

}
