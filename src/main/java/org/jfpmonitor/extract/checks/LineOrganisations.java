package org.jfpmonitor.extract.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.observation.Coverage;

/** Which organisations have lines, registered or not, that go into sums over them. */
public final class LineOrganisations {

	/** More than any layout can ask for. */
	private static final int MOST_COUNTED = 10_000;

	private final Map<Coverage, Set<String>> codes = new HashMap<>();

	/** A line of the organisation belongs to the sums. */
	public void add(Coverage sums, String code) {
		Set<String> counted = this.codes.computeIfAbsent(sums, (key) -> new HashSet<>());
		if (!code.isBlank() && counted.size() < MOST_COUNTED) {
			counted.add(NormalisedText.value(code));
		}
	}

	/** How many different ones there are. */
	public int count(Coverage sums) {
		return this.codes.getOrDefault(sums, Set.of()).size();
	}

}
