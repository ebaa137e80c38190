package org.jfpmonitor.extract.compiled;

import java.util.stream.Collectors;
import java.util.Set;
import java.util.LinkedHashSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.extract.compiled.CompiledTerm.TermRole;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.Lookalikes;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.FigureRule.Term;
import org.jfpmonitor.extract.layout.HeaderPattern.Band;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.number.NumberSigns;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the figures of a layout ready for one file. What the file has no columns for is
 * left out and named.
 */
public final class FigureCompiler {

	private final FileColumns columns;

	private final List<FigureRule> rules;

	/** Terms that ask for the same rows share one filter. */
	private final Map<Conditions, RowFilter> filters = new HashMap<>();

	private final List<CompiledFigure> figures = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	private int terms;

	/** Compiles those of measures that the plan has. */
	public FigureCompiler(FileColumns columns, List<FigureRule> rules, Plan plan) {
		this.columns = columns;
		this.rules = List.copyOf(rules);
		for (FigureRule rule : rules) {
			plan.measure(rule.measure()).ifPresent((measure) -> compile(rule, measure));
		}
	}

	/** Every figure that the file has the columns for. */
	public List<CompiledFigure> figures() {
		return List.copyOf(this.figures);
	}

	/** Which figures it has not the columns for, and why. */
	public List<String> warnings() {
		return List.copyOf(this.warnings);
	}

	private void compile(FigureRule rule, Measure measure) {
		int before = this.terms;
		try {
			List<CompiledTerm> terms = new ArrayList<>();
			NumberSigns signs = NumberSigns.of(rule.unit());
			NumberSigns above = (rule.unit() == Unit.GBP) ? signs : NumberSigns.NONE;
			add(measure, terms, TermRole.VALUE, rule.value(), signs);
			add(measure, terms, TermRole.NUMERATOR, rule.numerator(), above);
			add(measure, terms, TermRole.DENOMINATOR, rule.denominator(), NumberSigns.NONE);
			FigureRule.Completeness complete = rule.complete();
			if (complete != null) {
				add(measure, terms, TermRole.KNOWN, complete.known(), NumberSigns.NONE);
				add(measure, terms, TermRole.ALL, complete.all(), NumberSigns.NONE);
			}
			refuseSome(rule);
			this.figures.add(new CompiledFigure(this.figures.size(), rule, measure, terms, lacking(rule)));
		}
		catch (Unavailable unavailable) {
			this.terms = before;
			this.warnings.add("No figures of " + measure.id() + ": " + unavailable.getMessage() + ".");
		}
	}

	private void add(Measure measure, List<CompiledTerm> compiled, TermRole role, List<Term> terms, NumberSigns signs) {
		List<Term> there = terms.stream().filter((term) -> !addsNothing(term)).toList();
		if (there.isEmpty() && !terms.isEmpty()) {
			throw new Unavailable("the file has none of its columns");
		}
		for (Term term : there) {
			if (!this.columns.canTest(term.where())) {
				throw new Unavailable("the file has no column to choose its rows by");
			}
			RowFilter filter = this.filters.computeIfAbsent(term.where(),
					(conditions) -> new RowFilter(conditions, this.columns));
			compiled.add(new CompiledTerm(this.terms++, this.figures.size(), role, term.aggregate(),
					numbers(term, signs), isOfThings(role, measure.unit()), measure.unit() == Unit.GBP,
					isNeverNegative(measure, term), term.where(), filter, term.minus(), term.orZero()));
		}
	}

	/**
	 * What did not exist when a file was made it has no column of: where some of a
	 * figure, or of one that shares some with it, are there, the others were left out or
	 * are called otherwise.
	 */
	private void refuseSome(FigureRule rule) {
		Optional<Column> there = lateTogether(rule).filter((column) -> this.columns.has(column.id())).findFirst();
		late(rule).filter((column) -> !this.columns.has(column.id())).findFirst().ifPresent((missing) -> {
			if (there.isPresent()) {
				throw new Unavailable(
						"the file has no column \"" + missing.shown() + "\", although it has \"" + there.get().shown()
								+ "\", which is as new. If the column is called otherwise now, add that to"
								+ " the layout and import the file again");
			}
		});
	}

	/** Those of the figure, and of all that share some, one with the other. */
	private Stream<Column> lateTogether(FigureRule rule) {
		Set<Column> together = late(rule).collect(Collectors.toCollection(LinkedHashSet::new));
		int before;
		do {
			before = together.size();
			this.rules.stream()
				.filter((other) -> late(other).anyMatch(together::contains))
				.forEach((other) -> late(other).forEach(together::add));
		}
		while (together.size() > before);
		return together.stream();
	}

	/**
	 * The column that the file lacks and later ones have, the earliest; null for none.
	 */
	private @Nullable Column lacking(FigureRule rule) {
		return late(rule).filter((column) -> column.since() != null && !this.columns.has(column.id()))
			.min(Comparator.comparing(Column::since))
			.orElse(null);
	}

	/** The columns of a figure that did not exist from the beginning. */
	private Stream<Column> late(FigureRule rule) {
		return Stream.of(rule.value(), rule.numerator(), rule.denominator())
			.flatMap(List::stream)
			.flatMap((term) -> term.columns().stream())
			.distinct()
			.map(this.columns::column)
			.filter((column) -> column.whenAbsent() == Column.WhenAbsent.NOTHING && !column.isBands());
	}

	/** Times have thousandths, and so may what is added up of them. */
	private static boolean isOfThings(TermRole role, Unit unit) {
		return switch (unit) {
			case COUNT, GBP -> true;
			case SECONDS, MINUTES, HOURS, DAYS -> role == TermRole.DENOMINATOR;
			case PERCENT, RATIO, PER_1000, PER_100000 -> role != TermRole.VALUE;
		};
	}

	/** The parts of a mean or the least of several are no counts. */
	private static boolean isNeverNegative(Measure measure, Term term) {
		BigDecimal least = measure.least();
		return least != null && least.signum() >= 0
				&& (term.aggregate() == Aggregate.SUM || term.aggregate() == Aggregate.ONLY);
	}

	/** Nothing of the sort existed when the file was made. */
	private boolean addsNothing(Term term) {
		if (term.aggregate() == Aggregate.COUNT || term.columns().stream().anyMatch(this.columns::has)) {
			return false;
		}
		term.columns()
			.stream()
			.map(this.columns::column)
			.filter((column) -> !column.isBands())
			.forEach((column) -> refuseAbsent(column, List.of()));
		return term.columns().stream().map(this.columns::column).noneMatch(Column::isBands);
	}

	private NumberColumn[] numbers(Term term, NumberSigns signs) {
		List<NumberColumn> numbers = new ArrayList<>();
		for (String id : term.columns()) {
			Column column = this.columns.column(id);
			if (column.isBands()) {
				bands(column, term).forEach((position) -> numbers.add(new NumberColumn(column, position, signs)));
			}
			else if (this.columns.has(id)) {
				numbers.add(new NumberColumn(column, this.columns.position(id), signs));
			}
			else {
				refuseAbsent(column, term.columns());
			}
		}
		return numbers.toArray(new NumberColumn[0]);
	}

	/**
	 * Nothing is added for a column only if the file does not have it at all: not under a
	 * name like its own, nor under one that says which of its fellows it is beside.
	 * @param fellows the ids of the columns that it is added to
	 */
	private void refuseAbsent(Column column, List<String> fellows) {
		Lookalikes lookalikes = new Lookalikes(this.columns.layout(), this.columns.header());
		Optional<String> like = lookalikes.of(column)
			.or(() -> lookalikes.beside(fellows.stream().filter(this.columns::has).map(this.columns::name).toList()));
		if (like.isPresent()) {
			throw new Unavailable("the file has no column \"" + column.shown() + "\", but one \"" + like.get()
					+ "\" that layout " + this.columns.layout().id()
					+ " does not know. If that is a new spelling, add it to the layout and import the file again");
		}
		if (column.whenAbsent() != Column.WhenAbsent.NOTHING) {
			throw new Unavailable("the file has no column \"" + column.shown() + "\"");
		}
	}

	/**
	 * The bands asked for must lie side by side, without a gap and without an end too
	 * early.
	 */
	private List<Integer> bands(Column column, Term term) {
		TreeMap<Band, Integer> chosen = new TreeMap<>();
		Header header = this.columns.header();
		for (int position : header.positions(column)) {
			Band band = header.band(column, position);
			boolean low = term.from() != null && band.from() < term.from();
			boolean high = term.below() != null && band.from() >= term.below();
			if (!low && !high && chosen.put(band, position) != null) {
				throw new Unavailable("two columns are the band from " + band.from());
			}
		}
		refuseGaps(chosen, term);
		return List.copyOf(chosen.values());
	}

	private static void refuseGaps(Map<Band, Integer> chosen, Term term) {
		Integer next = (term.from() != null) ? term.from() : Integer.valueOf(0);
		for (Band band : chosen.keySet()) {
			if (next == null) {
				throw new Unavailable(
						"two of its bands of waiting time go on without end, and one is a part of the other");
			}
			if (band.from() != next) {
				throw new Unavailable("the file has no band that begins at " + next);
			}
			next = band.to();
		}
		if (chosen.isEmpty() && next != null && next > 0) {
			throw new Unavailable("the file has no band that begins at " + next);
		}
		Integer below = term.below();
		boolean whole = !chosen.isEmpty() && ((below == null) ? next == null : below.equals(next));
		if (!whole) {
			throw new Unavailable(
					"its bands of waiting time do not go " + ((below == null) ? "on without end" : "to " + below));
		}
	}

	/** The file cannot answer a figure. */
	private static final class Unavailable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Unavailable(String message) {
			super(message);
		}

	}

}
