package org.jfpmonitor.plan.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words what makes a file no YAML, and where. */
final class Malformed {

	private Malformed() {
	}

	static int line(MarkedYAMLException malformed) {
		Mark mark = isUnclosedQuote(malformed) ? malformed.getContextMark() : malformed.getProblemMark();
		return (mark != null) ? mark.getLine() + 1 : 0;
	}

	static String message(MarkedYAMLException malformed) {
		String problem = text(malformed.getProblem());
		if (isUnclosedQuote(malformed)) {
			return "expected a quotation mark at the end of the text that begins here, found none. Add it.";
		}
		if (problem.contains("\\t(TAB)")) {
			return "expected spaces before the text, found a tab. Indent with spaces only.";
		}
		if (problem.startsWith("mapping values are not allowed")) {
			return "expected one \"key: value\", found another colon behind it, or a line indented too far. Put a text"
					+ " that holds a colon in quotation marks.";
		}
		return "expected YAML, found what is none (" + problem + "). Check indentation, colons, brackets and quotation"
				+ " marks here and in the line above.";
	}

	private static boolean isUnclosedQuote(MarkedYAMLException malformed) {
		return text(malformed.getContext()).contains("scanning a quoted scalar")
				&& text(malformed.getProblem()).contains("end of stream");
	}

	private static String text(@Nullable String words) {
		return (words != null) ? words : "";
	}

}
