package org.jfpmonitor.extract.compiled;

import java.util.List;

import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.period.WrittenPeriod;
import org.jfpmonitor.plan.Measure;

/**
 * One figure made ready for one file: its terms know where their columns are.
 *
 * @param number its number among the figures of the file, counted from 0
 * @param rule what the layout says
 * @param measure the measure
 * @param terms all its terms, each with its role
 */
public record CompiledFigure(int number, FigureRule rule, Measure measure, List<CompiledTerm> terms) {

	public CompiledFigure {
		terms = List.copyOf(terms);
	}

	/** Whether it is reckoned at the level. */
	public boolean isOf(String scope) {
		return this.rule.scopes().isEmpty() || this.rule.scopes().contains(scope);
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
