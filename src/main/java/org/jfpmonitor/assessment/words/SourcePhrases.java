package org.jfpmonitor.assessment.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.assessment.Reason;

/** The places in files that a figure rests on, in words. */
final class SourcePhrases {

	private static final int MOST_NAMED = 3;

	private SourcePhrases() {
	}

	/** "a.csv, line 19"; of more than three places only the last and how many. */
	static String places(List<Reason.Source> sources) {
		if (sources.size() > MOST_NAMED) {
			Reason.Source last = sources.get(sources.size() - 1);
			long files = sources.stream().map(Reason.Source::fileName).distinct().count();
			return "%d lines of %s, the last %s, line %d".formatted(sources.size(),
					(files == 1) ? "one file" : files + " files", last.fileName(), last.line());
		}
		Map<String, List<String>> byFile = new LinkedHashMap<>();
		for (Reason.Source source : sources) {
			byFile.computeIfAbsent(source.fileName(), (name) -> new ArrayList<>()).add(Long.toString(source.line()));
		}
		return String.join("; ",
				byFile.entrySet().stream().map((file) -> place(file.getKey(), file.getValue())).toList());
	}

	private static String place(String file, List<String> lines) {
		return file + ((lines.size() == 1) ? ", line " : ", lines ") + listed(lines);
	}

	/** "a", "a and b", "a, b and c". */
	static String listed(List<String> names) {
		if (names.size() < 2) {
			return String.join("", names);
		}
		return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
	}

}
