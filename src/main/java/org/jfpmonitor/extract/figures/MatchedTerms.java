package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;

/**
 * The terms of figures that rows count towards which meet the same conditions, in the
 * order of the figures. There is one object for all those rows, so it is its own key.
 */
final class MatchedTerms {

	private final List<CompiledTerm> terms;

	/** Whether it hangs on a number or a word that the rows do not have. */
	private final boolean unsure;

	private MatchedTerms(List<CompiledTerm> terms, boolean unsure) {
		this.terms = List.copyOf(terms);
		this.unsure = unsure;
	}

	List<CompiledTerm> terms() {
		return this.terms;
	}

	boolean isEmpty() {
		return this.terms.isEmpty();
	}

	/** Whether any is of the figure of the number. */
	boolean has(int figure) {
		for (CompiledTerm term : this.terms) {
			if (term.figure() == figure) {
				return true;
			}
		}
		return false;
	}

	/** Those of figures whose number passes. */
	MatchedTerms of(IntPredicate figure) {
		return new MatchedTerms(this.terms.stream().filter((term) -> figure.test(term.figure())).toList(), this.unsure);
	}

	/** Whether any of the destinations has one of the figures. */
	boolean isReckonedAt(List<Destination> destinations) {
		for (CompiledTerm term : this.terms) {
			for (Destination destination : destinations) {
				if (destination.level().has(term.figure())) {
					return true;
				}
			}
		}
		return false;
	}

	/** Whether the row has a number for some term, or is one to be counted. */
	boolean hasNumber(Row row) {
		return hasNumber(this.terms, row);
	}

	private static boolean hasNumber(List<CompiledTerm> terms, Row row) {
		for (CompiledTerm term : terms) {
			if (term.columns().length == 0) {
				return true;
			}
			for (NumberField number : row.numbers(term.columns())) {
				if (!number.isUnreadable() && number.marker() == null) {
					return true;
				}
			}
		}
		return false;
	}

	/** What the row adds to each term; what is unreadable included. */
	NumberField[][] numbers(Row row) {
		NumberField[][] numbers = new NumberField[this.terms.size()][];
		for (int i = 0; i < numbers.length; i++) {
			numbers[i] = row.numbers(this.terms.get(i).columns());
		}
		return numbers;
	}

	/** Where the row needs a number or a word and has none, or one that cannot be. */
	List<UnusableField> unusable(Row row, NumberField[][] numbers, Rejects rejects) {
		List<UnusableField> unusable = new ArrayList<>(0);
		for (int i = 0; i < numbers.length; i++) {
			CompiledTerm term = this.terms.get(i);
			if (this.unsure) {
				term.filter()
					.rejectUnsure(row, rejects)
					.forEach((reject) -> unusable.add(new UnusableField(term.figure(), reject)));
			}
			for (int j = 0; j < numbers[i].length; j++) {
				if (numbers[i][j].isUnreadable() || (term.neverNegative() && numbers[i][j].isNegative())) {
					unusable.add(new UnusableField(term.figure(), term.columns()[j].reject(row, rejects)));
				}
			}
		}
		return unusable;
	}

	/**
	 * A number or a word that a figure needs and the row does not have, or a negative
	 * number in a sum that nothing can be taken away from.
	 *
	 * @param figure the number of the figure
	 * @param reject why the row is refused for it
	 */
	record UnusableField(int figure, Reject reject) {

	}

	/** Finds the terms that rows count towards; asks each filter once a row. */
	static final class Matcher {

		private final List<CompiledTerm> terms;

		private final List<RowFilter> filters;

		/**
		 * By the filters that are met, and after as many bits those that may be met.
		 */
		private final Map<BitSet, MatchedTerms> known = new HashMap<>();

		private final boolean ofPersons;

		/**
		 * Finds those of the figures.
		 * @param ofPersons whether each row is a person, of whom a word may be unknown
		 */
		Matcher(List<CompiledFigure> figures, boolean ofPersons) {
			this.ofPersons = ofPersons;
			this.terms = figures.stream().flatMap((figure) -> figure.terms().stream()).toList();
			this.filters = this.terms.stream().map(CompiledTerm::filter).distinct().toList();
		}

		/**
		 * A row whose number cannot be compared may belong to the term, and so may one
		 * without the word that is asked for.
		 */
		MatchedTerms match(Row row) {
			BitSet met = new BitSet(2 * this.filters.size());
			for (int i = 0; i < this.filters.size(); i++) {
				switch (this.filters.get(i).match(row)) {
					case YES -> met.set(i);
					case UNREADABLE -> met.set(this.filters.size() + i);
					case BLANK -> met.set(this.filters.size() + i, mayCount(this.filters.get(i), row));
					case NO -> {
					}
				}
			}
			MatchedTerms known = this.known.get(met);
			if (known == null) {
				known = terms(met);
				this.known.put(met, known);
			}
			return known;
		}

		/** A row without a word and without a number is nothing. */
		private boolean mayCount(RowFilter filter, Row row) {
			return !this.ofPersons
					&& hasNumber(this.terms.stream().filter((term) -> term.filter() == filter).toList(), row);
		}

		private MatchedTerms terms(BitSet met) {
			int count = this.filters.size();
			return new MatchedTerms(this.terms.stream().filter((term) -> {
				int filter = this.filters.indexOf(term.filter());
				return met.get(filter) || met.get(count + filter);
			}).toList(), met.length() > count);
		}

	}

}
