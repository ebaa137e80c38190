package org.jfpmonitor.extract.row;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What texts of a column stand for, once that has been found out. Columns hold few texts
 * many times over; most are found at the one place where they would stand, without a walk
 * through a map that the processor does not have at hand.
 *
 * @param <T> what a text stands for
 */
public final class Remembered<T> {

	private static final int PLACES_AS_POWER_OF_TWO = 12;

	private static final int PLACES = 1 << PLACES_AS_POWER_OF_TWO;

	private static final int SPREAD = 0x9E3779B1;

	private final int most;

	private final Map<String, T> all = new HashMap<>();

	private final @Nullable String[] texts = new String[PLACES];

	private final @Nullable Object[] meanings = new Object[PLACES];

	/**
	 * Holds nothing yet.
	 * @param most how many texts at most
	 */
	public Remembered(int most) {
		this.most = most;
	}

	/** What the text stands for; null when that is not known. */
	@SuppressWarnings("unchecked")
	public @Nullable T get(String text) {
		int place = place(text);
		if (text.equals(this.texts[place])) {
			return (T) this.meanings[place];
		}
		T meaning = this.all.get(text);
		if (meaning != null) {
			this.texts[place] = text;
			this.meanings[place] = meaning;
		}
		return meaning;
	}

	/** Remembers it, while there is room. */
	public void put(String text, T meaning) {
		if (this.all.size() < this.most) {
			this.all.put(text, meaning);
		}
	}

	/** How many texts are remembered. */
	public int size() {
		return this.all.size();
	}

	private static int place(String text) {
		return (text.hashCode() * SPREAD) >>> (Integer.SIZE - PLACES_AS_POWER_OF_TWO);
	}

}
