package org.jfpmonitor.publication.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * Which objectives of the board somebody wants to see.
 *
 * @param status only these by computed status, or null for all
 * @param ambition only those of this ambition, or null for all
 * @param onlyDisagreements only where computed and published differ
 */
public record BoardFilter(@Nullable StatusMark status, @Nullable String ambition, boolean onlyDisagreements) {

	/**
	 * The filter that the parameters ask for; missing and empty ones ask for nothing.
	 * @throws RefusedQuery naming every parameter that cannot be understood
	 */
	static BoardFilter read(@Nullable String status, @Nullable String ambition, @Nullable String only, Plan plan) {
		List<String> faults = new ArrayList<>();
		StatusMark mark = StatusMark.named(orEmpty(status)).orElse(null);
		if (mark == null && !orEmpty(status).isEmpty()) {
			faults.add(expected("status", Arrays.stream(StatusMark.values()).map(StatusMark::code).toList(), status));
		}
		if (!orEmpty(ambition).isEmpty() && plan.ambition(orEmpty(ambition)).isEmpty()) {
			faults.add(expected("ambition", plan.ambitions().stream().map(Ambition::number).toList(), ambition));
		}
		if (!orEmpty(only).isEmpty() && !orEmpty(only).equals("disagreements")) {
			faults.add(expected("only", List.of("disagreements"), only));
		}
		if (!faults.isEmpty()) {
			throw new RefusedQuery(faults);
		}
		return new BoardFilter(mark, orEmpty(ambition).isEmpty() ? null : ambition, !orEmpty(only).isEmpty());
	}

	boolean shows(ObjectiveRow row) {
		return (this.status == null || row.computed() == this.status)
				&& (!this.onlyDisagreements || row.agreement().differs());
	}

	boolean shows(Ambition ambition) {
		return this.ambition == null || ambition.number().equals(this.ambition);
	}

	/** Whether anything may be left out. */
	public boolean isSet() {
		return this.status != null || this.ambition != null || this.onlyDisagreements;
	}

	private static String expected(String name, List<String> words, @Nullable String found) {
		return "%s: expected %s, found \"%s\". Choose one of these, or leave %s out to see all.".formatted(name,
				words.stream().collect(Collectors.joining(", ")), found, name);
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

}
