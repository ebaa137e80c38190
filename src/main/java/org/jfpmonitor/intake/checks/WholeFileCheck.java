package org.jfpmonitor.intake.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * What a file may say that holds a part of the country. A sum over the lines of many
 * organisations needs evidence that the file is whole: without it, it is withheld. And a
 * part takes nothing back: it replaces the figures of the organisations that it has lines
 * of, and leaves those of the others as they are.
 */
final class WholeFileCheck {

	/** Of ten organisations that were there before, a whole file may lack one. */
	private static final int OF_TEN = 9;

	/** Sums of fewer lines lose a tenth of them by themselves. */
	private static final int MANY_LINES = 50;

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private static final int MOST_NAMED = 3;

	private final Map<Coverage, SumOfLines> sums;

	private final Map<MeasureId, List<Coverage>> coveragesRead;

	private final List<Coverage> coverages = new ArrayList<>();

	private final String layout;

	/** By what a whole file would have and this one has not. */
	private final Map<String, Group> withheld = new LinkedHashMap<>();

	/** By which organisations have no lines that had much of the sum before. */
	private final Map<String, Group> halved = new LinkedHashMap<>();

	private final Map<String, Group> parts = new LinkedHashMap<>();

	/** Sums of fewer lines than before, each in words. */
	private final Set<String> thinner = new LinkedHashSet<>();

	WholeFileCheck(Extract extract) {
		this.layout = extract.layout();
		this.sums = extract.sums().stream().collect(Collectors.toMap(SumOfLines::coverage, Function.identity()));
		this.coveragesRead = extract.coverages().stream().collect(Collectors.groupingBy(Coverage::measure));
	}

	/** Of the measure's figures those that may be published, as far as they reach. */
	List<Observation> publishable(MeasureFigures figures) {
		List<Coverage> ofMeasure = this.coveragesRead.getOrDefault(figures.measure().id(), List.of());
		Set<Coverage> unfounded = new HashSet<>();
		Set<Coverage> partial = new HashSet<>();
		Set<Period> partialPeriods = new HashSet<>();
		for (Coverage each : ofMeasure) {
			Optional<String> lacking = Optional.ofNullable(this.sums.get(each)).flatMap((sum) -> lacking(sum, figures));
			lacking.ifPresent((words) -> {
				unfounded.add(each);
				partialPeriods.add(each.period());
				add(this.withheld, words, each, figures);
			});
		}
		for (Coverage each : ofMeasure) {
			if (!unfounded.contains(each) && !each.isOfOneOrganisation()
					&& (partialPeriods.contains(each.period()) || isPart(each, figures))) {
				partial.add(each);
			}
		}
		List<Observation> founded = new ArrayList<>(figures.read());
		for (Observation each : figures.read()) {
			Coverage coverage = coverage(each);
			Optional<String> lost = unfounded.contains(coverage) ? Optional.empty()
					: Optional.ofNullable(this.sums.get(coverage)).flatMap((sum) -> lost(sum, each, figures));
			if (lost.isEmpty() && !unfounded.contains(coverage) && this.sums.containsKey(coverage)) {
				thinner(each, figures).ifPresent(this.thinner::add);
			}
			lost.ifPresent((words) -> {
				founded.remove(each);
				partial.add(coverage);
				this.halved.computeIfAbsent(words, (key) -> new Group())
					.add(coverage, Set.of(each.cell().organisation()));
			});
		}
		return published(founded, ofMeasure, unfounded, partial);
	}

	private static Coverage coverage(Observation observation) {
		return new Coverage(observation.cell().measure(), observation.scope(), observation.cell().period());
	}

	/**
	 * Without whose lines an organisation's sum is less than half of the one held last;
	 * empty where it is not, or where theirs would not make up for half of what it lost.
	 */
	private static Optional<String> lost(SumOfLines sum, Observation now, MeasureFigures figures) {
		String scope = sum.scope();
		Cell cell = now.cell();
		Optional<Cell> last = figures.held(cell)
			.or(() -> Optional.ofNullable(figures.heldBefore(cell.organisation(), cell.period()).lastEntry())
				.map(Map.Entry::getValue))
			.map(Revision::cell);
		if (sum.totalAgrees() || scope == null || last.isEmpty()) {
			return Optional.empty();
		}
		Period known = last.get().period();
		BigDecimal before = held(last.get(), figures);
		BigDecimal here = amount(now.figure(), figures).orElse(before);
		Set<OrganisationCode> present = figures.read(scope, cell.period());
		Map<OrganisationCode, BigDecimal> missing = new TreeMap<>();
		figures.held(scope, known)
			.stream()
			.filter((each) -> !present.contains(each))
			.forEach((each) -> missing.put(each, held(new Cell(cell.measure(), each, known), figures)));
		BigDecimal theirs = missing.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		boolean less = here.multiply(TWO).compareTo(before) < 0;
		return (less && theirs.multiply(TWO).compareTo(before.subtract(here)) >= 0)
				? Optional.of(named(largestFirst(missing)) + ", which have figures for " + known.inWords())
				: Optional.empty();
	}

	/**
	 * A sum of clearly fewer lines than the one held last: organisations may be missing
	 * that have no figures of their own, so that nobody misses them by name.
	 */
	private static Optional<String> thinner(Observation now, MeasureFigures figures) {
		Cell cell = now.cell();
		return figures.held(cell)
			.or(() -> Optional.ofNullable(figures.heldBefore(cell.organisation(), cell.period()).lastEntry())
				.map(Map.Entry::getValue))
			.map(Revision::observation)
			.filter((last) -> last.lines() >= MANY_LINES && now.lines() * 10 < last.lines() * OF_TEN)
			.map((last) -> String.format(Locale.UK, "%,d in place of %,d behind %s for %s", now.lines(), last.lines(),
					cell.organisation(), cell.period().inWords()));
	}

	private static List<OrganisationCode> largestFirst(Map<OrganisationCode, BigDecimal> amounts) {
		return amounts.entrySet()
			.stream()
			.sorted(Map.Entry.<OrganisationCode, BigDecimal>comparingByValue()
				.reversed()
				.thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static BigDecimal held(Cell cell, MeasureFigures figures) {
		return figures.held(cell).flatMap((each) -> amount(each.figure(), figures)).orElse(BigDecimal.ZERO);
	}

	/** How many the figure counts, or is a share of; empty where that is not known. */
	private static Optional<BigDecimal> amount(Figure figure, MeasureFigures figures) {
		return Optional.ofNullable(figure.denominator())
			.or(() -> Optional.ofNullable((figures.measure().unit() == Unit.COUNT) ? figure.value() : null));
	}

	private List<Observation> published(List<Observation> read, List<Coverage> ofMeasure, Set<Coverage> unfounded,
			Set<Coverage> partial) {
		ofMeasure.stream()
			.filter((each) -> !unfounded.contains(each) && !partial.contains(each))
			.forEach(this.coverages::add);
		List<Observation> published = new ArrayList<>();
		for (Observation each : read) {
			Cell cell = each.cell();
			Coverage coverage = coverage(each);
			if (partial.contains(coverage)) {
				Coverage part = coverage.partOf(cell.organisation());
				published.add(new Observation(cell, each.figure(), part.scope(), each.place(), each.lines()));
				this.coverages.add(part);
			}
			else if (!unfounded.contains(coverage)) {
				published.add(each);
			}
		}
		return published;
	}

	/** What a whole file would have, and this one has not; empty where it is whole. */
	private static Optional<String> lacking(SumOfLines sum, MeasureFigures figures) {
		if (sum.totalAgrees()) {
			return Optional.empty();
		}
		if (sum.found() < sum.atLeast()) {
			return Optional
				.of(String.format(Locale.UK, "lines of at least %,d organisations in column \"%s\", found %,d",
						sum.atLeast(), sum.column(), sum.found()));
		}
		String scope = sum.scope();
		Period period = sum.coverage().period();
		if (scope == null) {
			return Optional.empty();
		}
		Period known = figures.held(scope, period).isEmpty() ? figures.before(period) : period;
		SortedSet<OrganisationCode> before = figures.held(scope, known);
		Set<OrganisationCode> here = figures.read(scope, period);
		List<OrganisationCode> missing = before.stream().filter((each) -> !here.contains(each)).toList();
		return ((before.size() - missing.size()) * 10 < before.size() * OF_TEN) ? Optional.of(String.format(Locale.UK,
				"lines of nearly all of the %,d organisations that have figures for %s, found none of %s",
				before.size(), known.inWords(), named(missing))) : Optional.empty();
	}

	/** Whether the file would take back more than half of what is held. */
	private boolean isPart(Coverage coverage, MeasureFigures figures) {
		Set<OrganisationCode> held = figures.held(coverage.scope(), coverage.period());
		Set<OrganisationCode> here = figures.read(coverage.scope(), coverage.period());
		long left = held.stream().filter(here::contains).count();
		boolean part = left * 2 < held.size();
		if (part) {
			add(this.parts,
					String.format(Locale.UK, "figures of the %,d organisations held at level %s, found those of %,d",
							held.size(), coverage.scope(), left),
					coverage, figures);
		}
		return part;
	}

	private static void add(Map<String, Group> groups, String words, Coverage coverage, MeasureFigures figures) {
		groups.computeIfAbsent(words, (key) -> new Group())
			.add(coverage, figures.read(coverage.scope(), coverage.period()));
	}

	/** What the file speaks for, as far as it may. */
	List<Coverage> coverages() {
		return this.coverages.stream().distinct().toList();
	}

	List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		this.withheld.forEach((words, group) -> warnings.add("Withheld " + group.counted()
				+ " that add the lines of many organisations together: " + named(group.organisations) + group.inWords()
				+ ". Expected " + words
				+ ". The file is a part, so each organisation's own figures are taken and what is held of others stays."
				+ " Import the file whole, as it was published; if it is, correct at-least in layout " + this.layout
				+ "."));
		this.halved.forEach((words, group) -> warnings.add("Withheld " + group.counted()
				+ " that add the lines of many organisations together: " + named(group.organisations) + group.inWords()
				+ ". Expected lines of " + words + ", found none, and less than half of the figure held then."
				+ " What is held stays. Import the file whole, as it was published; if it is, send what is right as local figures."));
		if (!this.thinner.isEmpty()) {
			warnings.add("Expected about as many lines behind a sum as before, found "
					+ named(List.copyOf(this.thinner), " sums")
					+ ". Organisations without figures of their own may be missing; look whether the file is whole.");
		}
		this.parts.forEach((words, group) -> warnings.add("Expected " + words + group.inWords()
				+ ". The file is a part, so what is held of the others stays. Import the file whole, as it was published."));
		return warnings;
	}

	private static String named(Collection<OrganisationCode> organisations) {
		return named(organisations.stream().map(OrganisationCode::value).toList(), "");
	}

	private static String named(List<String> all, String what) {
		String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
		int more = all.size() - MOST_NAMED;
		return (more > 0) ? String.format(Locale.UK, "%s and %,d more%s", named, more, what) : named;
	}

	/** Figures of which the same is to be said. */
	private static final class Group {

		private final SortedSet<OrganisationCode> organisations = new TreeSet<>();

		private final SortedSet<MeasureId> measures = new TreeSet<>();

		private final SortedSet<Period> periods = new TreeSet<>();

		private long figures;

		void add(Coverage coverage, Set<OrganisationCode> organisations) {
			this.organisations.addAll(organisations);
			this.measures.add(coverage.measure());
			this.periods.add(coverage.period());
			this.figures += organisations.size();
		}

		String counted() {
			return (this.figures == 1) ? "1 figure" : String.format(Locale.UK, "%,d figures", this.figures);
		}

		/** For when, and of which measures. */
		String inWords() {
			return " for " + named(this.periods.stream().map(Period::inWords).toList(), " periods") + " ("
					+ this.measures.stream().map(MeasureId::value).collect(Collectors.joining(", ")) + ")";
		}

	}

}
