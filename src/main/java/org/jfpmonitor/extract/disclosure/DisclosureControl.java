package org.jfpmonitor.extract.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of a table are small, and how its figures are published once it is
 * decided what is {@link Withheld withheld} of the file.
 */
public final class DisclosureControl {

	/** A mean is no count; of many digits it would tell the number of its parts. */
	private static final MathContext MEAN_DIGITS = new MathContext(3);

	private static final Set<FigureRule.Aggregate> SUMS = EnumSet.of(FigureRule.Aggregate.SUM,
			FigureRule.Aggregate.ONLY);

	/**
	 * By what is measured and not by their lines, whose order may tell where many are.
	 */
	private static final Comparator<Observation> ORDER = Comparator
		.comparing((Observation each) -> each.cell().measure())
		.thenComparing((each) -> each.cell().organisation())
		.thenComparing((each) -> each.cell().period())
		.thenComparing(Observation::scope);

	private final Layout layout;

	private final Plan plan;

	/** What is reckoned from rows; empty where rows name their measure. */
	private final List<FigureRule> figures;

	/** Of rows that name their measure; by measure. */
	private final Map<MeasureId, Contents.Elsewhere> elsewhere;

	/** By measure. */
	private final Map<MeasureId, Contents.Elsewhere> together;

	/** Whether each line counts for one organisation and no other. */
	private final boolean ofOneLevel;

	public DisclosureControl(Layout layout, Plan plan) {
		this.layout = layout;
		this.plan = plan;
		this.figures = (layout.contents() instanceof Contents.Figures of) ? of.figures() : List.of();
		this.elsewhere = (layout.contents() instanceof Contents.Named named) ? named.withheldElsewhere() : Map.of();
		this.together = (layout.contents() instanceof Contents.Figures of) ? of.withheldElsewhere() : this.elsewhere;
		this.ofOneLevel = (layout.contents() instanceof Contents.Figures of) && of.levels().size() == 1;
	}

	/**
	 * At one level a line counts for one organisation. Several levels count it several
	 * times, and lines that name their measure may be parts of one another.
	 */
	boolean isOfOneLevel() {
		return this.ofOneLevel;
	}

	/** Whether the numbers of the figure are withheld or rounded. */
	boolean isAsked(Observation figure) {
		return rule(figure) != null;
	}

	/** Whether any of its figures may be withheld. */
	public boolean withholds() {
		return this.layout.isControlled() || !this.elsewhere.isEmpty();
	}

	/**
	 * How many lines there were, as it may be told: rounded, and with it without the
	 * fingerprint of the file, where rows that name their measure give one that is
	 * withheld elsewhere.
	 */
	public LineCounts counts(LineCounts counts, List<Observation> figures) {
		return figures.stream()
			.map(this::rule)
			.filter(Objects::nonNull)
			.max(SmallNumbers.STRICTNESS)
			.filter((rule) -> !this.layout.isControlled())
			.map(counts::rounded)
			.orElse(counts);
	}

	/**
	 * The measures of the figures whose small numbers are withheld, each with those that
	 * may count the same people, because one layout reckons them from the same lines.
	 */
	public Set<Set<MeasureId>> together(List<Observation> figures) {
		Set<MeasureId> asked = figures.stream()
			.filter(this::isAsked)
			.map((each) -> each.cell().measure())
			.collect(Collectors.toSet());
		Set<Set<MeasureId>> together = asked.stream()
			.flatMap((each) -> Optional.ofNullable(this.together.get(each)).stream())
			.flatMap((each) -> each.together().stream())
			.collect(Collectors.toCollection(HashSet::new));
		if (this.layout.isControlled() && !asked.isEmpty()) {
			together.add(asked);
		}
		return together;
	}

	/** The figures as they may be published. */
	public List<Observation> published(List<Observation> figures, Withheld withheld) {
		if (!this.layout.isControlled()) {
			return figures.stream().map((each) -> (rule(each) != null) ? published(each, withheld) : each).toList();
		}
		return figures.stream().map((each) -> published(each, withheld)).sorted(ORDER).toList();
	}

	/**
	 * Why so many of the figures are withheld, for whoever sent them.
	 * @param kept those that are; at least one
	 */
	public String warning(List<Observation> kept, int all) {
		String layouts = kept.stream()
			.map((each) -> layoutOf(each.cell().measure()))
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
		String rules = kept.stream()
			.map(this::rule)
			.filter(Objects::nonNull)
			.map(SmallNumbers::inWords)
			.distinct()
			.sorted()
			.collect(Collectors.joining(" or "));
		return "Withheld " + ((kept.size() == 1) ? "1 figure" : kept.size() + " figures") + " of " + all
				+ ", because they, or others that count the same lines, count " + rules
				+ (this.layout.isControlled() ? "" : ", or are shares without a numerator and a denominator")
				+ " (small-numbers: of layout " + layouts + ", docs/security.md).";
	}

	/** Whose rule it is that withholds the measure. */
	private String layoutOf(MeasureId measure) {
		Contents.Elsewhere other = this.elsewhere.get(measure);
		return (other != null && !this.layout.isControlled()) ? other.layout() : this.layout.id();
	}

	/** Whether it counts few, or what decides whether it is given does. */
	boolean isSmall(CountedFigure counted) {
		Observation observation = counted.observation();
		SmallNumbers rule = Objects.requireNonNull(rule(observation));
		if (counted.ofLines()) {
			return rule.isSmall(BigDecimal.valueOf(observation.lines()));
		}
		Figure completeness = counted.completeness();
		return isSmall(observation, rule) || (completeness != null && isSmallShare(completeness, rule))
				|| (this.layout.recordLevel() && counted.sides().stream().anyMatch(rule::isSmall));
	}

	private static boolean isSmallShare(Figure share, SmallNumbers rule) {
		BigDecimal part = Objects.requireNonNull(share.numerator());
		BigDecimal whole = Objects.requireNonNull(share.denominator());
		return rule.isSmall(whole) || rule.isSmall(part) || rule.isSmall(whole.subtract(part));
	}

	/**
	 * Of a share on a line of its own, without its counts, nobody knows whether it is.
	 */
	private boolean isSmall(Observation observation, SmallNumbers rule) {
		Figure figure = observation.figure();
		BigDecimal value = figure.value();
		if (value == null) {
			return figure.mark() == Figure.Mark.SUPPRESSED;
		}
		if (this.layout.recordLevel() && rule.isSmall(BigDecimal.valueOf(observation.lines()))) {
			return true;
		}
		BigDecimal numerator = figure.numerator();
		BigDecimal denominator = figure.denominator();
		if (numerator == null || denominator == null) {
			return isCount(observation)
					? rule.isSmall(value) || (isOfSums(observation) && isSmallSum(observation, value, rule))
					: (isShare(observation) && !this.elsewhere.isEmpty())
							|| (isSumOverPersons(observation) && isSmallSum(observation, value, rule));
		}
		// A mean of noughts and ones is a share, whatever its unit.
		BigDecimal counted = isShare(observation) ? counted(observation, numerator)
				: fileUnit(observation).fromBase(numerator);
		boolean isPart = isShare(observation) || counted.compareTo(denominator) <= 0;
		return rule.isSmall(denominator) || rule.isSmall(counted)
				|| (isPart && rule.isSmall(denominator.subtract(counted)));
	}

	/** Noughts and ones add up to a count, whatever their unit. */
	private boolean isSmallSum(Observation observation, BigDecimal value, SmallNumbers rule) {
		BigDecimal lines = BigDecimal.valueOf(observation.lines());
		BigDecimal counted = fileUnit(observation).fromBase(value);
		return rule.isSmall(counted) || (counted.compareTo(lines) <= 0 && rule.isSmall(lines.subtract(counted)));
	}

	/** Days or pounds of persons, whose number is not told beside it. */
	private boolean isSumOverPersons(Observation observation) {
		return !isCount(observation) && !isShare(observation) && isOfSums(observation);
	}

	/** Whether it adds up a column over lines of persons. */
	private boolean isOfSums(Observation observation) {
		return this.layout.recordLevel() && figureRule(observation)
			.filter((each) -> !each.value().isEmpty()
					&& each.value().stream().allMatch((term) -> SUMS.contains(term.aggregate())))
			.isPresent();
	}

	private Observation published(Observation observation, Withheld withheld) {
		SmallNumbers rule = rule(observation);
		if (rule == null) {
			return new Observation(observation.cell(), observation.figure(), observation.scope(), Place.wholeFile(),
					observation.lines());
		}
		if (!this.layout.isControlled()) {
			return new Observation(observation.cell(),
					withheld.has(observation) ? Figure.absent(Figure.Mark.SUPPRESSED) : rounded(observation, rule),
					observation.scope(), observation.place(), observation.lines());
		}
		if (observation.figure().mark() == Figure.Mark.MISSING) {
			return new Observation(observation.cell(), observation.figure(), observation.scope(), Place.wholeFile(), 0);
		}
		boolean kept = withheld.has(observation);
		return new Observation(observation.cell(),
				kept ? Figure.absent(Figure.Mark.SUPPRESSED) : rounded(observation, rule), observation.scope(),
				Place.wholeFile(), kept ? 0 : rule.rounded(BigDecimal.valueOf(observation.lines())).longValueExact());
	}

	private Figure rounded(Observation observation, SmallNumbers rule) {
		Figure figure = observation.figure();
		BigDecimal value = figure.value();
		BigDecimal numerator = figure.numerator();
		BigDecimal denominator = figure.denominator();
		if (value == null) {
			return figure;
		}
		if (isSumOverPersons(observation) && observation.lines() > 0) {
			BigDecimal lines = BigDecimal.valueOf(observation.lines());
			BigDecimal mean = asRead(value.divide(lines, MathContext.DECIMAL64), measureUnit(observation));
			return new Figure(mean.multiply(rule.rounded(lines)), null, null, figure.mark());
		}
		if (numerator == null || denominator == null) {
			return isCount(observation) ? new Figure(rule.rounded(value), null, null, figure.mark()) : figure;
		}
		BigDecimal whole = rule.rounded(denominator);
		BigDecimal part = isShare(observation) ? uncounted(observation, rule.rounded(counted(observation, numerator)))
				: asRead(value, measureUnit(observation)).multiply(whole);
		Figure ratio = Figure.ratio(part, whole);
		return new Figure(ratio.value(), part, whole, figure.mark());
	}

	/**
	 * Rounded in the unit in which people read it: seconds in a day have no round
	 * numbers.
	 */
	private static BigDecimal asRead(BigDecimal mean, Unit unit) {
		return unit.toBase(unit.fromBase(mean).round(MEAN_DIGITS));
	}

	/** A numerator is kept in base units; of so many in a thousand, a thousandth. */
	private BigDecimal counted(Observation observation, BigDecimal numerator) {
		return unit(observation).fromBase(numerator).stripTrailingZeros();
	}

	private BigDecimal uncounted(Observation observation, BigDecimal counted) {
		return unit(observation).toBase(counted);
	}

	/** What the layout counts the numerator of a share in. */
	private Unit unit(Observation observation) {
		return figureRule(observation).filter((each) -> each.value().isEmpty())
			.map(FigureRule::unit)
			.orElse(Unit.RATIO);
	}

	/** What the numbers of the file are in. */
	private Unit fileUnit(Observation observation) {
		return figureRule(observation).map(FigureRule::unit).orElseGet(() -> measureUnit(observation));
	}

	private Optional<FigureRule> figureRule(Observation observation) {
		return this.figures.stream()
			.filter((each) -> each.measure().equals(observation.cell().measure())
					&& (each.scopes().isEmpty() || each.scopes().contains(observation.scope())))
			.findFirst();
	}

	private boolean isCount(Observation observation) {
		return measureUnit(observation) == Unit.COUNT;
	}

	/** People among people, rather than days or pounds for each of them. */
	private boolean isShare(Observation observation) {
		return measureUnit(observation).base().equals(Unit.RATIO.base());
	}

	private Unit measureUnit(Observation observation) {
		return this.plan.measure(observation.cell().measure()).orElseThrow().unit();
	}

	/** By what its numbers go; null where they are published as they are. */
	private @Nullable SmallNumbers rule(Observation observation) {
		if (this.figures.isEmpty()) {
			Contents.Elsewhere other = this.elsewhere.get(observation.cell().measure());
			return this.layout.control().orElse((other != null) ? other.rule() : null);
		}
		return figureRule(observation).filter(FigureRule::isControlled).map(FigureRule::smallNumbers).orElse(null);
	}

}
