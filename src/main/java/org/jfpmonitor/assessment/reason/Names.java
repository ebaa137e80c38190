package org.jfpmonitor.assessment.reason;

import java.util.List;

/** Several names within a sentence. */
final class Names {

	private Names() {
	}

	/** "A", "A and B", "A, B and C". */
	static String listed(List<String> names) {
		int last = names.size() - 1;
		return (last < 1) ? String.join("", names)
				: String.join(", ", names.subList(0, last)) + " and " + names.get(last);
	}

}
