package org.jfpmonitor.publication.objective;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.progress.PublishedPosition;
import org.jspecify.annotations.Nullable;

/**
 * Why computed and published differ: what each says, and the rules and figures behind the
 * computed one.
 *
 * @param sentence what each says
 * @param decided who set or published another status than the computed one, and why, each
 * a sentence
 * @param behind the roll-up, then each part that decided it
 */
public record Disagreement(String sentence, List<String> decided, List<ReasonLine> behind) {

	public Disagreement {
		decided = List.copyOf(decided);
		behind = List.copyOf(behind);
	}

	/** The disagreement, or null when there is none. */
	public static @Nullable Disagreement of(ObjectiveAssessment objective) {
		if (objective.agrees()) {
			return null;
		}
		Reason whole = objective.because().get(0);
		List<ReasonLine> behind = objective.steps()
			.stream()
			.filter((reason) -> reason.equals(whole) || reason.therefore() == whole.therefore())
			.map(ReasonLine::of)
			.toList();
		PublishedPosition published = objective.published();
		return new Disagreement(Phrasing.agreement(objective),
				Phrasing.decided(objective.override(), (published != null) ? published.reason() : ""), behind);
	}

	/** All of it, a sentence each. */
	public List<String> sentences() {
		return Stream
			.of(Stream.of(this.sentence), this.decided.stream(), this.behind.stream().map(ReasonLine::sentence))
			.flatMap(Function.identity())
			.toList();
	}

}
