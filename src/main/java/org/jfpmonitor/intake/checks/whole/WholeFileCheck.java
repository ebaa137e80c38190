package org.jfpmonitor.intake.checks.whole;

import org.jfpmonitor.intake.checks.held.HeldFigures;
import org.jfpmonitor.intake.checks.held.MeasureFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * What a file may say that holds a part of the country. A sum over the lines of many
 * organisations needs evidence that the file is whole: without it, it is withheld. And a
 * part takes nothing back: it replaces the figures of the organisations that it has lines
 * of, and leaves those of the others as they are.
 */
public final class WholeFileCheck {

	private final Map<Coverage, SumOfLines> sums;

	private final Map<MeasureId, List<Coverage>> coveragesRead;

	private final List<Coverage> coverages = new ArrayList<>();

	private final WholeFileWarnings warnings;

	private final Organisations register;

	private final HeldFigures held;

	private final String layout;

	/** Of one file, beside what is held. */
	public WholeFileCheck(Extract extract, Organisations register, HeldFigures held) {
		this.register = register;
		this.held = held;
		this.layout = extract.layout();
		this.warnings = new WholeFileWarnings(extract.layout());
		this.sums = extract.sums().stream().collect(Collectors.toMap(SumOfLines::coverage, Function.identity()));
		this.coveragesRead = extract.coverages().stream().collect(Collectors.groupingBy(Coverage::measure));
	}

	/** Of the measure's figures those that may be published, as far as they reach. */
	public List<Observation> publishable(MeasureFigures figures) {
		List<Coverage> ofMeasure = this.coveragesRead.getOrDefault(figures.measure().id(), List.of());
		Set<Coverage> unfounded = new HashSet<>();
		Set<Coverage> partial = new HashSet<>();
		Set<Period> partialPeriods = new HashSet<>();
		SumEvidence evidence = new SumEvidence(figures, this.register,
				(revision) -> this.held.isOfLayout(revision.provenance().delivery(), this.layout));
		for (Coverage each : ofMeasure) {
			Optional<SumEvidence.Lack> lacking = Optional.ofNullable(this.sums.get(each)).flatMap(evidence::lacking);
			lacking.ifPresent((lack) -> {
				unfounded.add(each);
				partialPeriods.add(each.period());
				this.warnings.withheld(lack, each, figures.read(each.scope(), each.period()));
			});
		}
		Map<Observation, String> lost = new HashMap<>();
		for (Observation each : figures.read()) {
			Optional.ofNullable(this.sums.get(each.coverage()))
				.flatMap((sum) -> evidence.lost(sum, each))
				.ifPresent((words) -> {
					lost.put(each, words);
					partialPeriods.add(each.cell().period());
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
			Coverage coverage = each.coverage();
			SumOfLines sum = this.sums.get(coverage);
			if (sum == null || unfounded.contains(coverage)) {
				continue;
			}
			String words = lost.get(each);
			if (words != null) {
				founded.remove(each);
				partial.add(coverage);
				this.warnings.lessened(words, coverage, each.cell().organisation());
				continue;
			}
			evidence.thinner(each).ifPresent(this.warnings::thinner);
			evidence.fallen(sum, each).ifPresent(this.warnings::fallen);
			if (figures.read(each.scope(), coverage.period()).size() == 1) {
				evidence.without(sum, each).ifPresent(this.warnings::without);
			}
		}
		List<Observation> published = published(founded, ofMeasure, unfounded, partial);
		ofMeasure.stream()
			.filter((each) -> !unfounded.contains(each) && !partial.contains(each) && !each.isOfOneOrganisation())
			.forEach((each) -> takeBack(each, figures));
		return published;
	}

	/**
	 * Says of each organisation that the whole has no longer that it has none, and says
	 * so again where an older issue did: otherwise a part of an issue between, which
	 * replaces figure by figure, would bring one back.
	 */
	private void takeBack(Coverage whole, MeasureFigures figures) {
		Set<OrganisationCode> here = figures.read(whole.scope(), whole.period());
		Stream
			.concat(figures.held(whole.scope(), whole.period()).stream(),
					figures.withdrawn(whole.scope(), whole.period()).stream())
			.filter((each) -> !here.contains(each))
			.map(whole::partOf)
			.forEach(this.coverages::add);
	}

	private List<Observation> published(List<Observation> read, List<Coverage> ofMeasure, Set<Coverage> unfounded,
			Set<Coverage> partial) {
		ofMeasure.stream()
			.filter((each) -> !unfounded.contains(each) && !partial.contains(each))
			.forEach(this.coverages::add);
		List<Observation> published = new ArrayList<>();
		for (Observation each : read) {
			Cell cell = each.cell();
			Coverage coverage = each.coverage();
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

	/**
	 * Whether the file would take back more than half of what is held, or what came in
	 * files that say nothing now of its own organisations: those and this are parts of
	 * one set, such as the files of several trusts, and not issues of one publication.
	 */
	private boolean isPart(Coverage coverage, MeasureFigures figures) {
		Set<OrganisationCode> held = figures.held(coverage.scope(), coverage.period());
		Set<OrganisationCode> here = figures.read(coverage.scope(), coverage.period());
		Set<DeliveryId> ofThese = new HashSet<>();
		Set<DeliveryId> ofOthers = new HashSet<>();
		held.forEach((each) -> figures.held(new Cell(coverage.measure(), each, coverage.period()))
			.map((revision) -> revision.provenance().delivery())
			.ifPresent((here.contains(each) ? ofThese : ofOthers)::add));
		long left = held.stream().filter(here::contains).count();
		boolean part = left * 2 < held.size();
		boolean apart = !ofThese.isEmpty() && !ofOthers.isEmpty() && Collections.disjoint(ofThese, ofOthers);
		if (apart && !part) {
			this.warnings.apart(String.format(Locale.UK, "Figures of %,d of the %,d organisations held at level %s",
					held.size() - left, held.size(), coverage.scope()), coverage, here);
		}
		if (part) {
			this.warnings
				.part(String.format(Locale.UK, "figures of the %,d organisations held at level %s, found those of %,d",
						held.size(), coverage.scope(), left), coverage, here);
		}
		return part || apart;
	}

	/** What the file speaks for, as far as it may. */
	public List<Coverage> coverages() {
		return this.coverages.stream().distinct().toList();
	}

	public List<String> warnings() {
		return this.warnings.inWords();
	}

}
