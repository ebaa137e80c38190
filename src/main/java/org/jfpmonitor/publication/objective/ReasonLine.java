package org.jfpmonitor.publication.objective;

import java.util.List;

import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.publication.page.SourceLine;
import org.jfpmonitor.publication.page.StatusMark;

/**
 * One step of an explanation with the lines behind it.
 *
 * @param sentence the step in words
 * @param mark the status that follows
 * @param sources the first places it rests on
 * @param more how many further places it rests on
 */
record ReasonLine(String sentence, StatusMark mark, List<SourceLine> sources, int more) {

	private static final int FIRST = 6;

	ReasonLine {
		sources = List.copyOf(sources);
	}

	static ReasonLine of(Reason reason) {
		return new ReasonLine(reason.statement(), StatusMark.of(reason.therefore()),
				reason.sources().stream().limit(FIRST).map(SourceLine::of).toList(),
				Math.max(0, reason.sources().size() - FIRST));
	}

}
