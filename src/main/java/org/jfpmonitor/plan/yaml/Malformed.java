package org.jfpmonitor.plan.yaml;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in plain words what makes a file no YAML, and where. */
final class Malformed {

	private Malformed() {
	}

	static Fault fault(YamlFile file, YAMLException malformed) {
		if (malformed instanceof MarkedYAMLException marked) {
			return at(file.path(), isUnclosedQuote(marked) ? marked.getContextMark() : marked.getProblemMark(),
					message(marked));
		}
		if (malformed instanceof ReaderException unprintable) {
			String before = file.content().substring(0, Math.min(unprintable.getPosition(), file.content().length()));
			int line = (int) before.chars().filter((each) -> each == '\n').count() + 1;
			return new Fault(file.path(), line, before.length() - before.lastIndexOf('\n'),
					"expected text, found a character that cannot be printed. Delete it and write the line anew.");
		}
		return Fault.of(file.path(), "expected YAML, found what cannot be read as such: " + malformed.getMessage());
	}

	private static Fault at(Path file, @Nullable Mark mark, String message) {
		return (mark != null) ? new Fault(file, mark.getLine() + 1, mark.getColumn() + 1, message)
				: Fault.of(file, message);
	}

	private static String message(MarkedYAMLException malformed) {
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
