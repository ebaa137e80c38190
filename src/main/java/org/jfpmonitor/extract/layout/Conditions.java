package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tests that a row must all meet. No tests are met by every row.
 *
 * @param all the tests
 */
public record Conditions(List<Test> all) {

	/** Every row meets these. */
	public static final Conditions NONE = new Conditions(List.of());

	public Conditions {
		all = List.copyOf(all);
	}

	/** Whether no row can meet both these and the others, for all that they say. */
	public boolean excludes(Conditions others) {
		return this.all.stream().anyMatch((one) -> others.all.stream().anyMatch((other) -> excludes(one, other)));
	}

	/** Whether every row that meets these meets the others, for all that they say. */
	public boolean implies(Conditions others) {
		return others.all.stream().allMatch((other) -> this.all.stream().anyMatch((one) -> implies(one, other)));
	}

	private static boolean excludes(Test one, Test other) {
		if (!one.column().equals(other.column())) {
			return false;
		}
		if (one instanceof Word first && other instanceof Word second) {
			return first.excludes(second);
		}
		return one instanceof Range first && other instanceof Range second && first.excludes(second);
	}

	private static boolean implies(Test one, Test other) {
		if (!one.column().equals(other.column())) {
			return false;
		}
		return one.equals(other)
				|| (one instanceof Word first && other instanceof Word second && first.implies(second));
	}

	/** One test of one column. */
	public sealed interface Test {

		/** The id of the column. */
		String column();

	}

	/**
	 * The text is, or is not, one of these.
	 *
	 * @param column the column
	 * @param words folded; the empty text stands for a blank field
	 * @param is false to ask for any other text
	 */
	public record Word(String column, Set<String> words, boolean is) implements Test {

		public Word {
			words = Set.copyOf(words);
		}

		/** Whether a folded text meets it. */
		public boolean isMetBy(String folded) {
			return this.words.contains(folded) == this.is;
		}

		private boolean excludes(Word other) {
			return this.is ? this.words.stream().noneMatch(other::isMetBy)
					: other.is && this.words.containsAll(other.words);
		}

		private boolean implies(Word other) {
			return this.is ? this.words.stream().allMatch(other::isMetBy)
					: !other.is && this.words.containsAll(other.words);
		}

	}

	/**
	 * The number lies between bounds.
	 *
	 * @param column the column
	 * @param atLeast the least that meets it, or null
	 * @param below the least that does not, or null
	 */
	public record Range(String column, @Nullable BigDecimal atLeast, @Nullable BigDecimal below) implements Test {

		/** Whether the number meets it. */
		public boolean isMetBy(BigDecimal number) {
			return (this.atLeast == null || number.compareTo(this.atLeast) >= 0)
					&& (this.below == null || number.compareTo(this.below) < 0);
		}

		private boolean excludes(Range other) {
			return endsBefore(other) || other.endsBefore(this);
		}

		private boolean endsBefore(Range other) {
			return this.below != null && other.atLeast != null && this.below.compareTo(other.atLeast) <= 0;
		}

	}

}
