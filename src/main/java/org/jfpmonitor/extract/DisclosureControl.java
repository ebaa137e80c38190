package org.jfpmonitor.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what a file says what may be known of it, before anything else sees it:
 * figures that may count the same lines are published together or withheld together, so
 * that no published number counts a line that a withheld small number counts. Whatever is
 * made of the published figures later can therefore say nothing of the withheld ones.
 */
final class DisclosureControl {

	/** A mean is no count; of many digits it would tell the number of its parts. */
	private static final MathContext MEAN_DIGITS = new MathContext(3);

	private final Layout layout;

	private final Plan plan;

	/** What is reckoned from rows; empty where rows name their measure. */
	private final List<FigureRule> figures;

	/** Whether each line counts for one organisation and no other. */
	private final boolean ofOneLevel;

	DisclosureControl(Layout layout, Plan plan) {
		this.layout = layout;
		this.plan = plan;
		this.figures = (layout.contents() instanceof Contents.Figures of) ? of.figures() : List.of();
		this.ofOneLevel = (layout.contents() instanceof Contents.Figures of) && of.levels().size() == 1;
	}

	/** The figures as they may be published, in the same order. */
	Controlled control(List<Observation> observations) {
		if (!isAsked()) {
			return new Controlled(observations, 0);
		}
		Set<Observation> withheld = new HashSet<>();
		Map<String, List<Observation>> byOrganisation = new HashMap<>();
		for (Observation each : observations) {
			if (rule(each) != null) {
				byOrganisation.computeIfAbsent(sharesLinesWith(each.cell().organisation()), (key) -> new ArrayList<>())
					.add(each);
			}
		}
		byOrganisation.values().forEach((each) -> withhold(each, withheld));
		List<Observation> controlled = observations.stream().map((each) -> controlled(each, withheld)).toList();
		return new Controlled(controlled, withheld.size());
	}

	/** Why figures are withheld, for whoever sent them. */
	String warning(Controlled controlled) {
		int withheld = controlled.withheld();
		SmallNumbers rule = Objects.requireNonNullElse(this.layout.smallNumbers(), SmallNumbers.USUAL);
		return "Withheld " + ((withheld == 1) ? "1 figure" : withheld + " figures") + " of "
				+ controlled.observations().size() + ", because they, or others that count the same lines, count "
				+ rule.inWords() + ", and how many lines were used (small-numbers: of layout " + this.layout.id()
				+ ", docs/security.md).";
	}

	private boolean isAsked() {
		return this.layout.smallNumbers() != null
				|| this.figures.stream().anyMatch((each) -> each.smallNumbers() != null);
	}

	/**
	 * At one level a line counts for one organisation. Several levels count it several
	 * times, and lines that name their measure may be parts of one another.
	 */
	private String sharesLinesWith(OrganisationCode organisation) {
		return this.ofOneLevel ? organisation.value() : "";
	}

	/** Takes the figures together whose periods overlap, directly or by others. */
	private void withhold(List<Observation> sharing, Set<Observation> withheld) {
		sharing.sort(Comparator.comparing((each) -> each.cell().period().start()));
		int first = 0;
		while (first < sharing.size()) {
			LocalDate end = sharing.get(first).cell().period().endExclusive();
			int next = first + 1;
			while (next < sharing.size() && sharing.get(next).cell().period().start().isBefore(end)) {
				LocalDate other = sharing.get(next).cell().period().endExclusive();
				end = other.isAfter(end) ? other : end;
				next++;
			}
			List<Observation> together = sharing.subList(first, next);
			if (together.stream().anyMatch(this::isSmall)) {
				together.stream().filter((each) -> each.figure().mark() != Figure.Mark.MISSING).forEach(withheld::add);
			}
			first = next;
		}
	}

	private boolean isSmall(Observation observation) {
		SmallNumbers rule = Objects.requireNonNull(rule(observation));
		Figure figure = observation.figure();
		BigDecimal value = figure.value();
		if (value == null) {
			return false;
		}
		if (this.layout.recordLevel() && rule.isSmall(BigDecimal.valueOf(observation.lines()))) {
			return true;
		}
		BigDecimal numerator = figure.numerator();
		BigDecimal denominator = figure.denominator();
		if (numerator == null || denominator == null) {
			return isCount(observation) && rule.isSmall(value);
		}
		BigDecimal counted = counted(observation, numerator);
		return rule.isSmall(denominator)
				|| (isShare(observation) && (rule.isSmall(counted) || rule.isSmall(denominator.subtract(counted))));
	}

	private Observation controlled(Observation observation, Set<Observation> withheld) {
		SmallNumbers rule = rule(observation);
		if (rule == null) {
			return new Observation(observation.cell(), observation.figure(), observation.scope(), Place.wholeFile(),
					observation.lines());
		}
		boolean kept = withheld.contains(observation);
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
		if (numerator == null || denominator == null) {
			return isCount(observation) ? new Figure(rule.rounded(value), null, null, figure.mark()) : figure;
		}
		BigDecimal whole = rule.rounded(denominator);
		BigDecimal part = isShare(observation) ? uncounted(observation, rule.rounded(counted(observation, numerator)))
				: value.round(MEAN_DIGITS).multiply(whole);
		Figure ratio = Figure.ratio(part, whole);
		return new Figure(ratio.value(), part, whole, figure.mark());
	}

	/** A numerator is kept in base units; of so many in a thousand, a thousandth. */
	private BigDecimal counted(Observation observation, BigDecimal numerator) {
		return unit(observation).fromBase(numerator).stripTrailingZeros();
	}

	private BigDecimal uncounted(Observation observation, BigDecimal counted) {
		return unit(observation).toBase(counted);
	}

	/** What the layout counts the numerator in. */
	private Unit unit(Observation observation) {
		return this.figures.stream()
			.filter((each) -> each.measure().equals(observation.cell().measure()))
			.findFirst()
			.map((each) -> each.value().isEmpty() ? each.unit() : Unit.RATIO)
			.orElse(Unit.RATIO);
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
		MeasureId measure = observation.cell().measure();
		if (this.figures.isEmpty()) {
			return this.layout.smallNumbers();
		}
		return this.figures.stream()
			.filter((each) -> each.measure().equals(measure)
					&& (each.scopes().isEmpty() || each.scopes().contains(observation.scope())))
			.map(FigureRule::smallNumbers)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Figures as they may be published.
	 *
	 * @param observations all of them
	 * @param withheld how many have no value because numbers are small
	 */
	record Controlled(List<Observation> observations, int withheld) {

		Controlled {
			observations = List.copyOf(observations);
		}

	}

}
