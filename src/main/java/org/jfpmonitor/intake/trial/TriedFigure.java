package org.jfpmonitor.intake.trial;

import java.math.BigDecimal;
import java.util.Locale;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a file that was tried, beside what is held.
 *
 * @param observation the figure
 * @param unit what its measure counts in
 * @param held what is held for the same cell, or null for nothing
 * @param counts whether it would count if the file were imported now
 */
public record TriedFigure(Observation observation, Unit unit, @Nullable Revision held, boolean counts) {

	/** Four decimals at most, so that figures that differ are not shown alike. */
	private static final int DECIMALS = 4;

	/** What the import would do with it. */
	public Effect effect() {
		if (!this.counts) {
			return Effect.OUTDATED;
		}
		if (this.held == null) {
			return Effect.NEW;
		}
		return isSame(this.observation.figure(), this.held.figure()) ? Effect.SAME : Effect.CHANGED;
	}

	/** What others name as an estimate stays one, so it is no difference. */
	private static boolean isSame(Figure one, Figure other) {
		BigDecimal first = one.value();
		BigDecimal second = other.value();
		boolean alike = (first == null || second == null) ? first == null && second == null
				: first.compareTo(second) == 0;
		return alike && one.asEstimate().mark() == other.asEstimate().mark();
	}

	/** The figure as people read it: {@code 97%}, {@code suppressed}. */
	public String value() {
		return inWords(this.observation.figure());
	}

	/** The figure held, as people read it; {@code nothing} for none. */
	public String heldValue() {
		return (this.held != null) ? inWords(this.held.figure()) : "nothing";
	}

	private String inWords(Figure figure) {
		return inWords(figure, this.unit);
	}

	static String inWords(Figure figure, Unit unit) {
		return (figure.value() != null) ? unit.inWords(figure.value(), DECIMALS)
				: figure.mark().name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** What an import would do with a figure. */
	public enum Effect {

		/** Nothing is held for its cell. */
		NEW("new"),
		/** It replaces another one. */
		CHANGED("replaces what is held"),
		/** The same is held. */
		SAME("as held"),
		/** Something newer is held, so that it would not count. */
		OUTDATED("would not count, something newer is held");

		private final String words;

		Effect(String words) {
			this.words = words;
		}

		/** In a few words. */
		public String inWords() {
			return this.words;
		}

	}

}
