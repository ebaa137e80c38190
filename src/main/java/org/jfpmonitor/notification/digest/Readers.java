package org.jfpmonitor.notification.digest;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what, by the plan: owners, the ambition's copies, and the office of what
 * has no owner.
 */
public final class Readers {

	private Readers() {
	}

	/** Of an objective: its owner or else the office, and the ambition's copies. */
	public static Set<EmailAddress> of(Objective objective, Plan plan) {
		Set<EmailAddress> readers = new LinkedHashSet<>();
		ownerOrOffice(objective.owner(), plan).ifPresent(readers::add);
		plan.ambition(objective.ambition()).map(Ambition::copies).ifPresent(readers::addAll);
		return readers;
	}

	/** Of a feed: its owner or else the office. */
	public static Set<EmailAddress> of(Feed feed, Plan plan) {
		Set<EmailAddress> readers = new LinkedHashSet<>();
		ownerOrOffice(feed.owner(), plan).ifPresent(readers::add);
		return readers;
	}

	private static Optional<EmailAddress> ownerOrOffice(@Nullable EmailAddress owner, Plan plan) {
		return Optional.ofNullable((owner != null) ? owner : plan.office());
	}

}
