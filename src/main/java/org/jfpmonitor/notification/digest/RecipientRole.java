package org.jfpmonitor.notification.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan.PlanWords;

/**
 * Why somebody is told something, by the plan.
 *
 * @param type what the plan names them for
 * @param of which one, as readers call it; empty where there is only one
 */
public record RecipientRole(RoleType type, String of) {

	static RecipientRole owner(Objective objective) {
		return new RecipientRole(RoleType.OBJECTIVE_OWNER, objective.code().value());
	}

	static RecipientRole copied(Objective objective, PlanWords words) {
		return words.ambition().equals(PlanWords.USUAL.ambition())
				? new RecipientRole(RoleType.COPIED, objective.ambition())
				: new RecipientRole(RoleType.COPIED_BY_OWN_WORD, words.ambitionInSentence(objective.ambition()));
	}

	static RecipientRole owner(Feed feed) {
		return new RecipientRole(RoleType.DATA_SOURCE_OWNER, feed.title());
	}

	static RecipientRole office() {
		return new RecipientRole(RoleType.OFFICE, "");
	}

	/** What the roles come to: "you are the owner of objectives 6a and 6b". */
	public static String inWords(Collection<RecipientRole> roles) {
		Map<RoleType, Set<String>> named = new EnumMap<>(RoleType.class);
		roles.forEach((role) -> named.computeIfAbsent(role.type(), (none) -> new LinkedHashSet<>()).add(role.of()));
		List<String> parts = new ArrayList<>();
		named.forEach(
				(type, which) -> parts.add(((which.size() > 1) ? type.several : type.one) + list(List.copyOf(which))));
		return "you are " + list(parts);
	}

	private static String list(List<String> parts) {
		int last = parts.size() - 1;
		return (last > 0) ? String.join(", ", parts.subList(0, last)) + " and " + parts.get(last) : parts.get(0);
	}

	/** What the plan names somebody for. */
	public enum RoleType {

		/** Of an objective, by its code. */
		OBJECTIVE_OWNER("the owner of objective ", "the owner of objectives "),
		/** Of all that concerns an ambition. */
		COPIED("copied in on ambition ", "copied in on ambitions "),
		/** The same in the plan's own word for an ambition, which stands with each. */
		COPIED_BY_OWN_WORD("copied in on ", "copied in on "),
		/** Of a feed, by its title. */
		DATA_SOURCE_OWNER("the owner of the data source ", "the owner of the data sources "),
		/** Of the plan: of all runs, and of what has no owner. */
		OFFICE("the plan's office", "the plan's office");

		private final String one;

		private final String several;

		RoleType(String one, String several) {
			this.one = one;
			this.several = several;
		}

	}

}
