package org.jfpmonitor.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words after a command read as pairs: {@code --name value}. */
final class Options {

	private Options() {
	}

	/** Each name with the word after it; an empty one where that is missing. */
	static Map<String, String> of(List<String> words) {
		Map<String, String> options = new LinkedHashMap<>();
		for (int i = 0; i < words.size(); i += 2) {
			options.put(words.get(i), (i + 1 < words.size()) ? words.get(i + 1) : "");
		}
		return options;
	}

}
