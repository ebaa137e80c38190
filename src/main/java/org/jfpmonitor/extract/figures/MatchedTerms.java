package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.row.NumberField;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;

/**
 * The terms of figures that one row counts towards, in the order of the figures.
 *
 * @param row the row
 * @param terms the terms
 */
record MatchedTerms(Row row, List<CompiledTerm> terms) {

	boolean isEmpty() {
		return this.terms.isEmpty();
	}

	/** Those of figures whose number passes. */
	MatchedTerms of(IntPredicate figure) {
		List<CompiledTerm> chosen = new ArrayList<>(this.terms.size());
		for (CompiledTerm term : this.terms) {
			if (figure.test(term.figure())) {
				chosen.add(term);
			}
		}
		return (chosen.size() == this.terms.size()) ? this : new MatchedTerms(this.row, chosen);
	}

	/** What they add; what is unreadable included. */
	List<Contribution> contributions() {
		List<Contribution> contributions = new ArrayList<>(this.terms.size());
		for (CompiledTerm term : this.terms) {
			contributions.add(new Contribution(term, this.row.numbers(term.columns())));
		}
		return contributions;
	}

	/** Where a number is needed and there is none. */
	List<Unreadable> unreadable(List<Contribution> contributions) {
		List<Unreadable> unreadable = new ArrayList<>(0);
		for (Contribution each : contributions) {
			int figure = each.term().figure();
			for (NumberColumn column : each.term().filter().unreadable(this.row)) {
				unreadable.add(new Unreadable(figure, column));
			}
			for (int i = 0; i < each.numbers().length; i++) {
				if (each.numbers()[i].isUnreadable()) {
					unreadable.add(new Unreadable(figure, each.term().columns()[i]));
				}
			}
		}
		return unreadable;
	}

	/**
	 * A number that a figure needs and the row does not have.
	 *
	 * @param figure the number of the figure
	 * @param column where it should stand
	 */
	record Unreadable(int figure, NumberColumn column) {

	}

	/**
	 * What a row adds to a term.
	 *
	 * @param term the term
	 * @param numbers its numbers
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Contribution(CompiledTerm term, NumberField[] numbers) {

	}

	/** Finds the terms that rows count towards; asks each filter once a row. */
	static final class Matcher {

		private final RowFilter[] filters;

		private final CompiledTerm[] terms;

		private final int[] filterOfTerm;

		Matcher(List<CompiledFigure> figures) {
			this.terms = figures.stream().flatMap((figure) -> figure.terms().stream()).toArray(CompiledTerm[]::new);
			List<RowFilter> distinct = Arrays.stream(this.terms).map(CompiledTerm::filter).distinct().toList();
			this.filters = distinct.toArray(new RowFilter[0]);
			this.filterOfTerm = Arrays.stream(this.terms).mapToInt((term) -> distinct.indexOf(term.filter())).toArray();
		}

		/** A row whose number cannot be compared may belong to the term. */
		MatchedTerms match(Row row) {
			boolean[] met = new boolean[this.filters.length];
			for (int i = 0; i < met.length; i++) {
				met[i] = this.filters[i].matches(row) || !this.filters[i].unreadable(row).isEmpty();
			}
			List<CompiledTerm> matched = new ArrayList<>(this.terms.length);
			for (int i = 0; i < this.terms.length; i++) {
				if (met[this.filterOfTerm[i]]) {
					matched.add(this.terms[i]);
				}
			}
			return new MatchedTerms(row, matched);
		}

	}

}
