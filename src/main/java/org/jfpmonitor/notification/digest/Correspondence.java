package org.jfpmonitor.notification.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jfpmonitor.plan.id.EmailAddress;

/** What one run has to tell to whom, each reader's items together. */
public final class Correspondence {

	private final Map<EmailAddress, Map<String, Item>> items = new LinkedHashMap<>();

	private final Map<String, Collection<EmailAddress>> told = new LinkedHashMap<>();

	/** Adds the item for each reader who does not have one of its key yet. */
	public void add(Item item, Collection<EmailAddress> readers) {
		for (EmailAddress reader : readers) {
			Map<String, Item> own = this.items.computeIfAbsent(reader, (none) -> new LinkedHashMap<>());
			if (own.putIfAbsent(item.key(), item) == null) {
				this.told.computeIfAbsent(item.key(), (none) -> new ArrayList<>()).add(reader);
			}
		}
	}

	/** Who is told each item, by its key. */
	public Map<String, Collection<EmailAddress>> told() {
		return this.told;
	}

	public void forEach(BiConsumer<EmailAddress, List<Item>> action) {
		this.items.forEach((reader, own) -> action.accept(reader, List.copyOf(own.values())));
	}

}
