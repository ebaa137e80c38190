package org.jfpmonitor.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What is said of the parts of one file: sheets, or the columns of a period. */
final class PartWarnings {

	private PartWarnings() {
	}

	/**
	 * Each once, with the parts that it is about where that is not all of them.
	 * @param parts the warnings of each
	 * @param names the name of each, in the same order
	 */
	static List<String> of(List<List<String>> parts, List<String> names) {
		Map<String, List<String>> about = new LinkedHashMap<>();
		for (int i = 0; i < names.size(); i++) {
			String quoted = "\"" + names.get(i) + "\"";
			new LinkedHashSet<>(parts.get(i))
				.forEach((warning) -> about.computeIfAbsent(warning, (each) -> new ArrayList<>()).add(quoted));
		}
		List<String> warnings = new ArrayList<>();
		about.forEach((warning, named) -> warnings
			.add((named.size() < names.size()) ? "In " + String.join(", ", named) + ": " + warning : warning));
		return warnings;
	}

}
