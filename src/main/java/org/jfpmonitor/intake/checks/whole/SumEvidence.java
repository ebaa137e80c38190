package org.jfpmonitor.intake.checks.whole;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;

/**
 * What tells whether a sum over the lines of many organisations is whole: whose figures
 * were held before, how many lines were behind the sum then, and how much it was.
 */
final class SumEvidence {

	/** Of ten organisations that were there before, a whole file may lack one. */
	private static final int OF_TEN = 9;

	/** Sums of fewer lines lose a tenth of them by themselves. */
	private static final int MANY_LINES = 50;

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private static final BigDecimal NINE = BigDecimal.valueOf(9);

	private static final BigDecimal FIFTY = BigDecimal.valueOf(50);

	private static final BigDecimal CLEARLY_LESS = new BigDecimal("0.85");

	/** Smaller sums fall by so much by themselves. */
	private static final BigDecimal LARGE = BigDecimal.valueOf(1000);

	private final MeasureFigures figures;

	private final Organisations register;

	private final Predicate<Revision> ofTheSameLayout;

	/**
	 * Of one measure.
	 * @param ofTheSameLayout whether a held figure is of the layout of the file
	 */
	SumEvidence(MeasureFigures figures, Organisations register, Predicate<Revision> ofTheSameLayout) {
		this.figures = figures;
		this.register = register;
		this.ofTheSameLayout = ofTheSameLayout;
	}

	/** What a whole file would have, and this one has not; empty where it is whole. */
	Optional<Lack> lacking(SumOfLines sum) {
		if (sum.found() < sum.atLeast() && !sum.totalAgrees()) {
			return Optional
				.of(new Lack(String.format(Locale.UK, "lines of at least %,d organisations in column \"%s\", found %,d",
						sum.atLeast(), sum.column(), sum.found()), true));
		}
		String scope = sum.scope();
		Period period = sum.coverage().period();
		if (scope == null) {
			return Optional.empty();
		}
		Period known = this.figures.held(scope, period).isEmpty() ? this.figures.before(period) : period;
		List<OrganisationCode> before = this.figures.held(scope, known)
			.stream()
			.flatMap((each) -> openOnes(each, period))
			.distinct()
			.toList();
		Set<OrganisationCode> here = this.figures.read(scope, period);
		List<OrganisationCode> missing = before.stream().filter((each) -> !here.contains(each)).toList();
		return ((before.size() - missing.size()) * 10 < before.size() * OF_TEN)
				? Optional.of(new Lack(String.format(Locale.UK,
						"lines of nearly all of the %,d organisations that have figures for %s, found none of %s",
						before.size(), known.inWords(), WholeFileWarnings.named(missing)), false))
				: Optional.empty();
	}

	/** Itself, or those who follow it once it is closed. */
	private Stream<OrganisationCode> openOnes(OrganisationCode code, Period period) {
		return this.register.isOpenOn(code, period.lastDay()) ? Stream.of(code)
				: this.register.find(code).stream().flatMap((each) -> each.successors().stream());
	}

	/**
	 * Without whose lines an organisation's sum is less than nine tenths of the one held
	 * last; empty where it is not, or where theirs would not make up for half of what it
	 * lost.
	 */
	Optional<String> lost(SumOfLines sum, Observation now) {
		return missing(sum, now).filter(Missing::isMuch).map(Missing::inWords);
	}

	/**
	 * The same where it is nine tenths or more, and lines are missing that had a fiftieth
	 * of it: it is published, and said.
	 */
	Optional<String> without(SumOfLines sum, Observation now) {
		return missing(sum, now).filter((missing) -> !missing.isMuch() && missing.isSome())
			.map((missing) -> now.cell().organisation() + " for " + now.cell().period().inWords() + " without lines of "
					+ missing.inWords());
	}

	/**
	 * That a sum is less than 85% of the one held last, though nobody is missing who had
	 * figures then; empty where it is not, or somebody is.
	 */
	Optional<String> fallen(SumOfLines sum, Observation now) {
		return missing(sum, now).filter((missing) -> !isMeantToFall() && missing.isFallenWithAllThere())
			.map((missing) -> String.format(Locale.UK, "%s of %s for %s in place of %s for %s (%s)",
					Unit.COUNT.inWords(missing.here), now.cell().organisation(), now.cell().period().inWords(),
					Unit.COUNT.inWords(missing.before), missing.known.inWords(), now.cell().measure()));
	}

	/**
	 * As the number of those who wait longest; how many wait at all is told by shares.
	 */
	private boolean isMeantToFall() {
		return this.figures.measure().unit() == Unit.COUNT && this.figures.measure().direction() == Direction.LOWER;
	}

	private Optional<Missing> missing(SumOfLines sum, Observation now) {
		String scope = sum.scope();
		Cell cell = now.cell();
		Optional<Cell> last = this.figures.lastHeld(cell).map(Revision::cell);
		if (scope == null || last.isEmpty()) {
			return Optional.empty();
		}
		Period known = last.get().period();
		BigDecimal before = held(last.get());
		BigDecimal here = amount(now.figure()).orElse(before);
		Set<OrganisationCode> present = this.figures.read(scope, cell.period());
		Map<OrganisationCode, BigDecimal> missing = new TreeMap<>();
		this.figures.held(scope, known)
			.stream()
			.filter((each) -> !present.contains(each) && !isFollowed(each, cell.period(), present))
			.forEach((each) -> missing.put(each, held(new Cell(cell.measure(), each, known))));
		return Optional.of(new Missing(missing, before, here, known));
	}

	/** Closed before the end of the period, and each of those who follow it is there. */
	private boolean isFollowed(OrganisationCode code, Period period, Set<OrganisationCode> present) {
		return !this.register.isOpenOn(code, period.lastDay())
				&& this.register.find(code).filter((each) -> present.containsAll(each.successors())).isPresent();
	}

	/**
	 * Who had figures at the time of the sum held last and has none now.
	 *
	 * @param amounts what each had
	 * @param before the sum held last
	 * @param here the sum now
	 * @param known the period of the sum held last
	 */
	private record Missing(Map<OrganisationCode, BigDecimal> amounts, BigDecimal before, BigDecimal here,
			Period known) {

		private BigDecimal theirs() {
			return this.amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		}

		boolean isMuch() {
			boolean less = this.here.multiply(BigDecimal.TEN).compareTo(this.before.multiply(NINE)) < 0;
			return less && theirs().multiply(TWO).compareTo(this.before.subtract(this.here)) >= 0;
		}

		boolean isFallenWithAllThere() {
			return theirs().signum() == 0 && this.before.compareTo(LARGE) >= 0
					&& this.here.compareTo(this.before.multiply(CLEARLY_LESS)) < 0;
		}

		boolean isSome() {
			return theirs().signum() > 0 && theirs().multiply(FIFTY).compareTo(this.before) >= 0
					&& this.here.compareTo(this.before) < 0;
		}

		/** The largest first. */
		String inWords() {
			List<OrganisationCode> largestFirst = this.amounts.entrySet()
				.stream()
				.sorted(Map.Entry.<OrganisationCode, BigDecimal>comparingByValue()
					.reversed()
					.thenComparing(Map.Entry.comparingByKey()))
				.map(Map.Entry::getKey)
				.toList();
			return WholeFileWarnings.named(largestFirst) + ", which have figures for " + this.known.inWords();
		}

	}

	/**
	 * A sum of clearly fewer lines than the one held last: organisations may be missing
	 * that have no figures of their own, so that nobody misses them by name.
	 */
	Optional<String> thinner(Observation now) {
		Cell cell = now.cell();
		return this.figures.lastHeld(cell)
			.filter(this.ofTheSameLayout)
			.map(Revision::observation)
			.filter((last) -> now.lines() > 0) // of a withheld figure they are not told
			.filter((last) -> last.lines() >= MANY_LINES && now.lines() * 10 < last.lines() * OF_TEN)
			.map((last) -> String.format(Locale.UK, "%,d in place of %,d behind %s for %s", now.lines(), last.lines(),
					cell.organisation(), cell.period().inWords()));
	}

	/**
	 * What a whole file would have.
	 *
	 * @param expected and what is found, in words
	 * @param ofLeast whether the layout says how many there are at least
	 */
	record Lack(String expected, boolean ofLeast) {

	}

	private BigDecimal held(Cell cell) {
		return this.figures.held(cell).flatMap((each) -> amount(each.figure())).orElse(BigDecimal.ZERO);
	}

	/** How many the figure counts, or is a share of; empty where that is not known. */
	private Optional<BigDecimal> amount(Figure figure) {
		return Optional.ofNullable(figure.denominator())
			.or(() -> Optional.ofNullable((this.figures.measure().unit() == Unit.COUNT) ? figure.value() : null));
	}

}
