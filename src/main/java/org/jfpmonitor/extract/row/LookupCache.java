package org.jfpmonitor.extract.row;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what texts of a column stand for, because columns hold few texts many times
 * over. What does not fit any more is worked out each time.
 *
 * @param <T> what it stands for
 */
public final class LookupCache<T> {

	private static final int MOST = 20_000;

	private final Function<String, T> lookup;

	private final Map<String, T> known = new HashMap<>();

	/** Remembers what the function answers, which must not be null. */
	public LookupCache(Function<String, T> lookup) {
		this.lookup = lookup;
	}

	/** What the text stands for. */
	public T get(String text) {
		T known = this.known.get(text);
		if (known != null) {
			return known;
		}
		T found = this.lookup.apply(text);
		if (this.known.size() < MOST) {
			this.known.put(text, found);
		}
		return found;
	}

}
