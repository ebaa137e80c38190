package org.jfpmonitor.intake.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Keeps what few people make up from being worked out by taking one published figure from
 * another (disclosure by differencing), where small numbers are withheld: a figure is
 * withheld when another organisation's, one of another period, or one of another measure
 * that is reckoned from the same lines may count the same people and was published before
 * it. What one extract reckons from its lines is together let out or withheld when it is
 * read; this looks beyond it, and at lines that are each a word of their own.
 */
final class DifferencingCheck {

	private final Extract extract;

	private final Organisations register;

	private final HeldFigures held;

	private final Map<MeasureId, List<Observation>> published = new HashMap<>();

	/** Lines of this extract that are each a word of their own. */
	private final List<Cell> letOut = new ArrayList<>();

	private final List<String> warnings = new ArrayList<>();

	DifferencingCheck(Extract extract, Organisations register, HeldFigures held) {
		this.extract = extract;
		this.register = register;
		this.held = held;
	}

	/** The figures as they may be published beside those that ever were. */
	List<Observation> publishable(Measure measure, List<Observation> read) {
		Set<MeasureId> together = this.extract.countingTheSame(measure.id());
		if (together.isEmpty()) {
			return read;
		}
		List<Cell> elsewhere = publishedElsewhere(measure, together, read);
		this.letOut.stream().filter((each) -> together.contains(each.measure())).forEach(elsewhere::add);
		List<Observation> publishable = new ArrayList<>(read.size());
		List<Cell> withheld = new ArrayList<>();
		Cell first = null;
		for (Observation each : read) {
			Cell other = (each.figure().value() == null) ? null
					: elsewhere.stream().filter((cell) -> mayShare(each.cell(), cell)).findFirst().orElse(null);
			if (other != null) {
				first = (first != null) ? first : other;
				withheld.add(each.cell());
				publishable.add(new Observation(each.cell(), Figure.absent(Figure.Mark.SUPPRESSED), each.scope(),
						each.place(), each.lines()));
				continue;
			}
			publishable.add(each);
			if (each.figure().value() != null && each.coverage().isOfOneOrganisation()) {
				elsewhere.add(each.cell());
				this.letOut.add(each.cell());
			}
		}
		if (first != null) {
			this.warnings.add(inWords(measure, withheld, first));
		}
		return publishable;
	}

	/** What was withheld, and beside what; in the order of the measures. */
	List<String> warnings() {
		return this.warnings;
	}

	/**
	 * What an extract reckons for a whole level replaces what it reckoned before, but of
	 * those whom a successor now speaks for; a line about one organisation replaces its
	 * own cell and nothing beside it. Measures that are reckoned from the same lines
	 * count the same people.
	 */
	private List<Cell> publishedElsewhere(Measure measure, Set<MeasureId> together, List<Observation> read) {
		Set<Coverage> own = this.extract.coverages()
			.stream()
			.map(Coverage::whole)
			.filter((each) -> !each.isOfOneOrganisation())
			.collect(Collectors.toSet());
		return together.stream()
			.sorted(Comparator.comparing((each) -> !each.equals(measure.id())))
			.flatMap((each) -> this.published.computeIfAbsent(each, this::everPublished).stream())
			.filter((each) -> !own.contains(each.coverage().whole()) || isOfAnotherGeneration(each, read))
			.map(Observation::cell)
			.distinct()
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private boolean isOfAnotherGeneration(Observation held, List<Observation> read) {
		return read.stream()
			.anyMatch((each) -> this.register.areOneAfterTheOther(each.cell().organisation(),
					held.cell().organisation()));
	}

	private List<Observation> everPublished(MeasureId measure) {
		return this.held.everPublished(measure).stream().map(Revision::observation).toList();
	}

	private boolean mayShare(Cell one, Cell other) {
		Period days = one.period();
		return !one.equals(other) && days.start().isBefore(other.period().endExclusive())
				&& other.period().start().isBefore(days.endExclusive())
				&& !this.register.lieApart(one.organisation(), other.organisation());
	}

	private static String inWords(Measure measure, List<Cell> withheld, Cell other) {
		Cell first = withheld.get(0);
		String more = (withheld.size() == 1) ? "" : " and " + (withheld.size() - 1) + " more";
		return "Withheld the figure of " + measure.id() + " for " + inWords(first) + more
				+ ", because it may count people whom the figure "
				+ (other.measure().equals(measure.id()) ? "" : "of " + other.measure() + " ") + "for " + inWords(other)
				+ " counts, which is published: what few people make up could be worked out by taking one from the"
				+ " other. "
				+ (isOfTheSame(first, other) ? "Correct the file from which both are reckoned, and send it whole"
						: "Send figures of organisations that do not lie in each other, for periods that do not overlap")
				+ " (docs/security.md).";
	}

	private static boolean isOfTheSame(Cell one, Cell other) {
		return one.organisation().equals(other.organisation()) && one.period().equals(other.period());
	}

	private static String inWords(Cell cell) {
		return cell.organisation() + ", " + cell.period().inWords();
	}

}
