package org.jfpmonitor.notification.digest;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what, by the plan, and why they: owners, the ambition's copies, and the
 * office of what has no owner.
 */
public final class Recipients {

	private Recipients() {
	}

	/** Of an objective: its owner or else the office, and the ambition's copies. */
	public static Map<EmailAddress, RecipientRole> of(Objective objective, Plan plan) {
		Map<EmailAddress, RecipientRole> recipients = ofOwner(objective, plan);
		plan.ambition(objective.ambition())
			.map(Ambition::copies)
			.ifPresent((copies) -> copies
				.forEach((each) -> recipients.putIfAbsent(each, RecipientRole.copied(objective, plan.words()))));
		return recipients;
	}

	/** Of what is for the objective's owner to do: the owner or else the office. */
	public static Map<EmailAddress, RecipientRole> ofOwner(Objective objective, Plan plan) {
		return ownerOrOffice(objective.owner(), RecipientRole.owner(objective), plan);
	}

	/** Of a feed: its owner or else the office. */
	public static Map<EmailAddress, RecipientRole> of(Feed feed, Plan plan) {
		return ownerOrOffice(feed.owner(), RecipientRole.owner(feed), plan);
	}

	/** Of what concerns a whole run, or nothing that has an owner: the office. */
	public static Map<EmailAddress, RecipientRole> of(Plan plan) {
		return ownerOrOffice(null, RecipientRole.office(), plan);
	}

	private static Map<EmailAddress, RecipientRole> ownerOrOffice(@Nullable EmailAddress owner, RecipientRole role,
			Plan plan) {
		Map<EmailAddress, RecipientRole> recipients = new LinkedHashMap<>();
		if (owner != null) {
			recipients.put(owner, role);
		}
		else if (plan.office() != null) {
			recipients.put(plan.office(), RecipientRole.office());
		}
		return recipients;
	}

}
