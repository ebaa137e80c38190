package org.jfpmonitor.extract.spelling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers what texts of a column stand for, because columns hold few texts many times
 * over. What does not fit any more is worked out each time.
 *
 * @param <T> what it stands for
 */
public final class LookupCache<T> {

	private static final int MOST = 20_000;

	private final Function<String, T> lookup;

	private final Map<String, T> known = new LinkedHashMap<>();

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

	/** The texts seen, in the order they came, that stand for something of the kind. */
	public List<String> texts(Predicate<T> kind) {
		return this.known.entrySet()
			.stream()
			.filter((each) -> kind.test(each.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
