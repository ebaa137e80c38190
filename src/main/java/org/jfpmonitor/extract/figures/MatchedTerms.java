package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.row.NumberField;
import org.jfpmonitor.extract.row.Rejects;
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

	/** Those whose figure has the number. */
	MatchedTerms of(Predicate<Integer> figure) {
		List<CompiledTerm> chosen = new ArrayList<>(this.terms.size());
		for (CompiledTerm term : this.terms) {
			if (figure.test(term.figure())) {
				chosen.add(term);
			}
		}
		return new MatchedTerms(this.row, chosen);
	}

	/** The number of the first figure. */
	int firstFigure() {
		return this.terms.get(0).figure();
	}

	/** The columns in which a number is needed and there is none. */
	List<NumberColumn> unreadable() {
		List<NumberColumn> unreadable = List.of();
		for (CompiledTerm term : this.terms) {
			for (NumberColumn column : unreadable(term)) {
				if (unreadable.isEmpty()) {
					unreadable = new ArrayList<>();
				}
				unreadable.add(column);
			}
		}
		return unreadable;
	}

	private List<NumberColumn> unreadable(CompiledTerm term) {
		List<NumberColumn> unreadable = term.filter().unreadable(this.row);
		for (NumberColumn column : term.columns()) {
			if (this.row.number(column).isUnreadable()) {
				unreadable = new ArrayList<>(unreadable);
				unreadable.add(column);
			}
		}
		return unreadable;
	}

	/** Why the row is refused for them; each field is named once. */
	List<Reject> rejects(List<NumberColumn> unreadable, Rejects rejects) {
		return unreadable.stream().map((column) -> column.reject(this.row, rejects)).distinct().toList();
	}

	/** What they add. */
	List<Contribution> contributions() {
		List<Contribution> contributions = new ArrayList<>(this.terms.size());
		for (CompiledTerm term : this.terms) {
			contributions.add(new Contribution(term, this.row.numbers(term.columns())));
		}
		return contributions;
	}

	/**
	 * What a row adds to a term.
	 *
	 * @param term the term
	 * @param numbers its numbers, none of them unreadable
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Contribution(CompiledTerm term, NumberField[] numbers) {

	}

	/** Finds the terms that rows count towards; asks each filter once a row. */
	static final class Matcher {

		private final List<RowFilter> filters;

		private final CompiledTerm[] terms;

		private final int[] filterOfTerm;

		Matcher(List<CompiledFigure> figures) {
			this.terms = figures.stream().flatMap((figure) -> figure.terms().stream()).toArray(CompiledTerm[]::new);
			this.filters = Arrays.stream(this.terms).map(CompiledTerm::filter).distinct().toList();
			this.filterOfTerm = Arrays.stream(this.terms)
				.mapToInt((term) -> this.filters.indexOf(term.filter()))
				.toArray();
		}

		/** A row whose number cannot be compared may belong to the term. */
		MatchedTerms match(Row row) {
			boolean[] met = new boolean[this.filters.size()];
			for (int i = 0; i < met.length; i++) {
				RowFilter filter = this.filters.get(i);
				met[i] = filter.matches(row) || !filter.unreadable(row).isEmpty();
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
