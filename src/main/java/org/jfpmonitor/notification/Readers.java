package org.jfpmonitor.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.EmailAddress;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;

/**
 * Who is told of what: the objective's owner, without one the office, and the ambition's
 * copies.
 */
final class Readers {

	private Readers() {
	}

	/** The changes of each recipient, in the order in which the changes name them. */
	static Map<EmailAddress, List<Change>> of(Plan plan, List<Change> changes) {
		Map<EmailAddress, List<Change>> readers = new LinkedHashMap<>();
		for (Change change : changes) {
			for (EmailAddress reader : of(plan, change.now().objective())) {
				readers.computeIfAbsent(reader, (none) -> new ArrayList<>()).add(change);
			}
		}
		return readers;
	}

	private static List<EmailAddress> of(Plan plan, Objective objective) {
		List<EmailAddress> readers = new ArrayList<>();
		if (objective.owner() != null) {
			readers.add(objective.owner());
		}
		else if (plan.office() != null) {
			readers.add(plan.office());
		}
		plan.ambition(objective.ambition()).map(Ambition::copies).ifPresent(readers::addAll);
		return readers.stream().distinct().toList();
	}

}
