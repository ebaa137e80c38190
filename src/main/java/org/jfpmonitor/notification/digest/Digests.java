package org.jfpmonitor.notification.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jfpmonitor.plan.id.EmailAddress;

/** What one run has to tell to whom, each recipient's items together. */
public final class Digests {

	private final Map<EmailAddress, Map<String, Addressed>> items = new LinkedHashMap<>();

	private final Map<String, Collection<EmailAddress>> told = new LinkedHashMap<>();

	/** Adds the item for each recipient who does not have one of its key yet. */
	public void add(DigestItem item, Map<EmailAddress, RecipientRole> recipients) {
		recipients.forEach((recipient, role) -> {
			Map<String, Addressed> own = this.items.computeIfAbsent(recipient, (none) -> new LinkedHashMap<>());
			if (own.putIfAbsent(item.key(), new Addressed(item, role)) == null) {
				this.told.computeIfAbsent(item.key(), (none) -> new ArrayList<>()).add(recipient);
			}
		});
	}

	/** Who is told each item, by its key. */
	public Map<String, Collection<EmailAddress>> told() {
		return this.told;
	}

	public void forEach(BiConsumer<EmailAddress, List<Addressed>> action) {
		this.items.forEach((recipient, own) -> action.accept(recipient, List.copyOf(own.values())));
	}

	/**
	 * One item for one recipient.
	 *
	 * @param item what is told
	 * @param role why to this recipient
	 */
	public record Addressed(DigestItem item, RecipientRole role) {

	}

}
