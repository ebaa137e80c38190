package org.jfpmonitor.extract.row;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what texts of a column stand for, because columns hold few texts many times
 * over. What does not fit any more is worked out each time.
 *
 * @param <K> the text, or several
 * @param <T> what it stands for
 */
public final class LookupCache<K, T> {

	private static final int MOST = 20_000;

	private final Function<K, T> lookup;

	private final Map<K, T> known = new HashMap<>();

	/** Remembers what the function answers, which must not be null. */
	public LookupCache(Function<K, T> lookup) {
		this.lookup = lookup;
	}

	/** What the text stands for. */
	public T get(K text) {
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
