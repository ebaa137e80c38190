package org.jfpmonitor.extract.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.observation.SmallNumbers;

/**
 * The rejects of a file with small numbers as they may be told: each kind of fault once,
 * without its lines, because of a sorted file two line numbers are a count, and of how
 * many lines in rounded numbers. Whoever has the file can try it and is told the lines.
 */
public final class KindsOfRejects implements Consumer<Reject> {

	private final Map<Reject, Long> lines = new LinkedHashMap<>();

	@Override
	public void accept(Reject reject) {
		this.lines.merge(reject.anywhere(1), 1L, Long::sum);
	}

	/** Hands on one of each kind. */
	public void handOn(SmallNumbers rule, Consumer<Reject> rejects) {
		this.lines.forEach((kind, number) -> rejects.accept(kind.anywhere(rule.roundedLines(number))));
	}

}
