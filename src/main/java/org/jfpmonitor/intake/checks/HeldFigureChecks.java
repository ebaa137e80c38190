package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.HeldFigures;
import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.intake.checks.scale.ScaleCheck;
import org.jfpmonitor.intake.checks.whole.WholeFileCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.HeldFigureRule;
import org.jfpmonitor.extract.result.HeldFigureRule.NoCopiedPeriod;
import org.jfpmonitor.extract.result.HeldFigureRule.NoJump;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Looks at the figures of an extract beside those before them, in the extract or held
 * already, and at whether the extract is whole.
 */
final class HeldFigureChecks {

	private final Extract extract;

	private final List<String> warnings = new ArrayList<>();

	private HeldFigureChecks(Extract extract) {
		this.extract = extract;
	}

	/**
	 * What of the extract may be published, and what to look at.
	 * @throws ExtractRefused when a rule of its layout that refuses does not hold
	 */
	static CheckedExtract check(Extract extract, Plan plan, Organisations register, HeldFigures held) {
		return new HeldFigureChecks(extract).check(plan, register, held);
	}

	private CheckedExtract check(Plan plan, Organisations register, HeldFigures held) {
		DifferencingCheck differencing = new DifferencingCheck(this.extract, register, held);
		Map<MeasureId, List<Observation>> byMeasure = this.extract.observations()
			.stream()
			.collect(Collectors.groupingBy((each) -> each.cell().measure(), TreeMap::new, Collectors.toList()));
		this.extract.coverages()
			.stream()
			.map(Coverage::measure)
			.forEach((each) -> byMeasure.putIfAbsent(each, List.of()));
		WholeFileCheck whole = new WholeFileCheck(this.extract, register, held);
		AbsenceCheck absences = new AbsenceCheck(register);
		List<Observation> published = new ArrayList<>();
		byMeasure.forEach((id, read) -> {
			Measure measure = plan.measure(id).orElseThrow();
			MeasureFigures figures = new MeasureFigures(measure, differencing.publishable(measure, read),
					held(measure, read, held));
			MeasureFigures publishable = figures.with(whole.publishable(figures));
			published.addAll(publishable.read());
			check(publishable, held);
			absences.take(publishable,
					this.extract.coverages().stream().filter((each) -> each.measure().equals(id)).toList());
		});
		this.warnings.addAll(differencing.warnings());
		this.warnings.addAll(absences.warnings());
		published.sort(Comparator.comparingLong((each) -> each.place().line()));
		return new CheckedExtract(this.extract.with(whole.coverages(), published),
				Stream.concat(whole.warnings().stream(), this.warnings.stream()).toList());
	}

	/**
	 * All that any of the checks looks at: sums over the lines of many organisations are
	 * held against figures of whatever time, if they are added up here; other figures
	 * against those of their own organisation, and who else has any against the period
	 * and the one before.
	 */
	private List<Series> held(Measure measure, List<Observation> read, HeldFigures held) {
		if (this.extract.sums()
			.stream()
			.anyMatch((sum) -> !sum.isStated() && sum.coverage().measure().equals(measure.id()))) {
			return held.series(measure.id());
		}
		Period spokenOf = Stream
			.concat(read.stream().map((each) -> each.cell().period()),
					this.extract.coverages()
						.stream()
						.filter((each) -> each.measure().equals(measure.id()))
						.map(Coverage::period))
			.reduce(Period::enclosing)
			.orElseThrow();
		LocalDate first = measure.cadence().previous(spokenOf).start();
		return held.series(measure.id(),
				read.stream().map((each) -> each.cell().organisation()).collect(Collectors.toSet()),
				Period.of(first, spokenOf.endExclusive()));
	}

	/** What was said of an organisation's figure is not said again in other words. */
	private void check(MeasureFigures figures, HeldFigures held) {
		Set<OrganisationCode> said = new HashSet<>();
		for (HeldFigureRule rule : this.extract.heldFigureRules()) {
			if (rule instanceof NoCopiedPeriod copied) {
				raise(rule, CopiedPeriodCheck.check(figures, copied));
			}
			else if (rule instanceof NoJump jump) {
				SortedMap<OrganisationCode, String> jumps = JumpCheck.check(figures, jump);
				raise(rule, jumps.values());
				said.addAll(jumps.keySet());
			}
		}
		ScaleCheck scale = ScaleCheck.of(figures);
		this.warnings.addAll(scale.warnings());
		said.addAll(scale.shifted());
		this.warnings.addAll(SuddenChangeCheck.check(figures, said, held, this.extract.layout()));
	}

	private void raise(HeldFigureRule rule, Collection<String> found) {
		if (rule.refuses() && !found.isEmpty()) {
			throw new ExtractRefused(List.of(found.iterator().next()), this.extract.layout(), this.extract.feed(),
					this.extract.lines());
		}
		this.warnings.addAll(found);
	}

}
