package org.jfpmonitor.extract.compiled;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.period.WrittenPeriod;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One figure made ready for one file: its terms know where their columns are.
 *
 * @param number its number among the figures of the file, counted from 0
 * @param rule what the layout says
 * @param measure the measure
 * @param terms all its terms, each with its role
 * @param absent the column that the file lacks although later periods need it, the
 * earliest of them; null for none
 */
public record CompiledFigure(int number, FigureRule rule, Measure measure, List<CompiledTerm> terms,
		@Nullable Column absent) {

	public CompiledFigure {
		terms = List.copyOf(terms);
	}

	/** Whether it is reckoned at the level. */
	public boolean isOf(String scope) {
		return this.rule.scopes().isEmpty() || this.rule.scopes().contains(scope);
	}

	/** The column without which a figure of the period is too small; empty for none. */
	public Optional<Column> lacking(Period period) {
		return Optional.ofNullable(this.absent)
			.filter((column) -> column.since() != null && !period.lastDay().isBefore(column.since().atDay(1)));
	}

	/** Whether it takes rows whose period has so many months as written. */
	public boolean takes(WrittenPeriod period) {
		return this.rule.months() == 0 || this.rule.months() == period.months();
	}

	/**
	 * Whether an organisation that has rows, but none that counts, has a figure of zero.
	 */
	public boolean isZeroWithoutRows() {
		return this.rule.months() == 0
				&& this.terms.stream().allMatch((term) -> term.orZero() || term.aggregate() == Aggregate.COUNT);
	}

	/** The terms of one of its sums. */
	public List<CompiledTerm> terms(CompiledTerm.TermRole role) {
		return this.terms.stream().filter((term) -> term.role() == role).toList();
	}

}
