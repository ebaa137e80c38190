package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.HeldFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.observation.Cell;
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

	/** What of this extract is published. */
	private final List<Observation> letOut = new ArrayList<>();

	/** What it speaks of, published or not. */
	private final Set<Stated> stated;

	/** The measures of figures that are withheld beside the same one. */
	private final Map<Beside, Set<MeasureId>> withheld = new LinkedHashMap<>();

	DifferencingCheck(Extract extract, Organisations register, HeldFigures held) {
		this.extract = extract;
		this.register = register;
		this.held = held;
		this.stated = extract.observations().stream().map(Stated::of).collect(Collectors.toSet());
	}

	/** The figures as they may be published beside those that ever were. */
	List<Observation> publishable(Measure measure, List<Observation> read) {
		Set<MeasureId> together = this.extract.countingTheSame(measure.id());
		if (together.isEmpty()) {
			return read;
		}
		List<Observation> before = together.stream()
			.sorted(Comparator.comparing((each) -> !each.equals(measure.id())))
			.flatMap((each) -> this.published.computeIfAbsent(each, this::everPublished).stream())
			.toList();
		List<Observation> publishable = new ArrayList<>(read.size());
		List<Cell> withheld = new ArrayList<>();
		Cell first = null;
		for (Observation each : read) {
			Optional<Cell> other = (each.figure().value() == null) ? Optional.empty()
					: Stream
						.concat(before.stream().filter((earlier) -> mayTellOfFew(each, earlier)),
								this.letOut.stream()
									.filter((earlier) -> together.contains(earlier.cell().measure()))
									.filter((earlier) -> mayTellOfFewInOneFile(each, earlier)))
						.map(Observation::cell)
						.findFirst();
			if (other.isPresent()) {
				first = (first != null) ? first : other.get();
				withheld.add(each.cell());
				publishable.add(new Observation(each.cell(), Figure.absent(Figure.Mark.SUPPRESSED), each.scope(),
						each.place(), each.lines()));
				continue;
			}
			publishable.add(each);
			if (each.figure().value() != null) {
				this.letOut.add(each);
			}
		}
		if (first != null) {
			this.withheld.computeIfAbsent(Beside.of(withheld, first), (none) -> new LinkedHashSet<>())
				.add(measure.id());
		}
		return publishable;
	}

	/** What was withheld, and beside what; in the order of the measures. */
	List<String> warnings() {
		return this.withheld.entrySet().stream().map((each) -> inWords(each.getKey(), each.getValue())).toList();
	}

	/**
	 * Of what was published before, a file that reckons it anew from the same lines takes
	 * the place.
	 */
	private boolean mayTellOfFew(Observation now, Observation before) {
		return mayShare(now.cell(), before.cell())
				&& !(this.stated.contains(Stated.of(before)) && areOfTheSameLines(now, before)
						&& !this.register.areOneAfterTheOther(now.cell().organisation(), before.cell().organisation()));
	}

	/** The same of two figures of one file. */
	private boolean mayTellOfFewInOneFile(Observation now, Observation before) {
		return mayShare(now.cell(), before.cell()) && !areOfTheSameLines(now, before);
	}

	/**
	 * At one level each line counts for one organisation and period, so a total and its
	 * parts are of different lines, and a part may be missing among them; so it is with
	 * levels of which none counts lines of the other, and with lines that name their own
	 * figure.
	 */
	private boolean areOfTheSameLines(Observation one, Observation other) {
		boolean ofLevels = !one.coverage().isOfOneOrganisation() && !other.coverage().isOfOneOrganisation();
		return ofLevels && (one.scope().equals(other.scope()) ? isOfTheSame(one.cell(), other.cell())
				: this.extract.sameLines().contains(Set.of(one.scope(), other.scope())));
	}

	/** As far as its days may be those of any figure of this extract. */
	private List<Observation> everPublished(MeasureId measure) {
		LocalDate first = this.extract.observations()
			.stream()
			.map((each) -> each.cell().period().start())
			.min(LocalDate::compareTo)
			.orElseThrow();
		return this.held.everPublished(measure, first).stream().map(Revision::observation).toList();
	}

	private boolean mayShare(Cell one, Cell other) {
		Period days = one.period();
		return !one.equals(other) && days.start().isBefore(other.period().endExclusive())
				&& other.period().start().isBefore(days.endExclusive())
				&& !this.register.lieApart(one.organisation(), other.organisation());
	}

	private static String inWords(Beside beside, Set<MeasureId> measures) {
		Cell other = beside.other();
		boolean one = measures.size() == 1;
		return "Withheld the figure" + (one ? " of " : "s of ")
				+ measures.stream().map(MeasureId::value).collect(Collectors.joining(", ")) + " for " + beside.where()
				+ ", because " + (one ? "it" : "they") + " may count people whom the figure "
				+ (measures.contains(other.measure()) ? "" : "of " + other.measure() + " ") + "for " + inWords(other)
				+ " counts, which was published: what few people make up could be worked out by taking one from the"
				+ " other. "
				+ (beside.isOfTheSame() ? "Correct the file from which both are reckoned, and send it whole"
						: "Send figures of organisations that do not lie in each other, for periods that do not overlap")
				+ " (docs/security.md).";
	}

	private static boolean isOfTheSame(Cell one, Cell other) {
		return one.organisation().equals(other.organisation()) && one.period().equals(other.period());
	}

	private static String inWords(Cell cell) {
		return cell.organisation() + ", " + cell.period().inWords();
	}

	/**
	 * What is withheld, but of which measures, and beside what.
	 *
	 * @param where the first organisation and period, and how many more there are
	 * @param other the figure that is published
	 * @param isOfTheSame whether both are of one organisation and period
	 */
	private record Beside(String where, Cell other, boolean isOfTheSame) {

		static Beside of(List<Cell> withheld, Cell other) {
			Cell first = withheld.get(0);
			String more = (withheld.size() == 1) ? "" : " and " + (withheld.size() - 1) + " more";
			return new Beside(inWords(first) + more, other, DifferencingCheck.isOfTheSame(first, other));
		}

	}

	private record Stated(Cell cell, String scope) {

		static Stated of(Observation observation) {
			return new Stated(observation.cell(), observation.scope());
		}

	}

}
