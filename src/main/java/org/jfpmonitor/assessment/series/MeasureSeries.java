package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.ChartSettings.Rebase;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.ControlChart;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one measure, as of a day and as known on a day: the figures of its
 * organisations taken together, period after period, what is judged of each and required
 * of it, the runs of meeting or missing it, and the control chart. Whoever shows, mails
 * or exports a measure takes all of these from here. Values are in base units; a place
 * counts the periods from 0 for the oldest.
 */
public final class MeasureSeries {

	private final Measure measure;

	private final PeriodFigures figures;

	private final Ledger ledger;

	private final RequiredValues required;

	private final @Nullable PeriodFigure[] judged;

	private @Nullable ControlChart chart;

	private @Nullable List<ChartPoint> shown;

	private MeasureSeries(RequiredValues required, PeriodFigures figures, Ledger ledger) {
		this.measure = required.measure();
		this.required = required;
		this.figures = figures;
		this.ledger = ledger;
		this.judged = new PeriodFigure[figures.periods().size()];
	}

	/**
	 * The series of the measure, its organisations taken together.
	 * @param plan the plan in force on {@code knownOn}
	 * @param asOf periods that end later are left out
	 * @param knownOn what had arrived by the end of this day in London counts
	 */
	public static MeasureSeries of(Measure measure, Plan plan, Ledger ledger, LocalDate asOf, LocalDate knownOn) {
		PeriodFigures figures = figures(measure, measure.organisations(), ledger, asOf, knownOn);
		return new MeasureSeries(RequiredValues.of(reckoned(measure, figures), plan, ledger, knownOn), figures, ledger);
	}

	/**
	 * The measure with a target that is relative to a period reckoned from its figure.
	 */
	private static Measure reckoned(Measure measure, PeriodFigures figures) {
		Target target = measure.target();
		return (target == null) ? measure
				: target.waitsForItsBase()
					.flatMap((relative) -> figures.over(relative.base(), target.basis()))
					.map(measure::from)
					.orElse(measure);
	}

	/**
	 * The series of one organisation alone, of which nothing is required unless the
	 * measure is judged by just this one.
	 */
	public static MeasureSeries of(Measure measure, OrganisationCode organisation, Plan plan, Ledger ledger,
			LocalDate asOf, LocalDate knownOn) {
		if (measure.organisations().equals(List.of(organisation))) {
			return of(measure, plan, ledger, asOf, knownOn);
		}
		return new MeasureSeries(RequiredValues.none(measure),
				figures(measure, List.of(organisation), ledger, asOf, knownOn), ledger);
	}

	/**
	 * The measure; a target that is relative to a period is reckoned from its figure as
	 * soon as that is known.
	 */
	public Measure measure() {
		return this.measure;
	}

	/**
	 * The figure of each single period of the cadence, without holes, oldest first; the
	 * newest is held. Empty when nothing is held.
	 */
	public List<PeriodFigure> figures() {
		return this.figures.periods();
	}

	public boolean isEmpty() {
		return figures().isEmpty();
	}

	/** Whether any of its periods has one of the days. */
	public boolean hasPeriodOn(Period days) {
		return figures().stream().anyMatch((each) -> each.isOn(days));
	}

	/**
	 * How the figure of the period of the cadence was withdrawn; empty where none was.
	 */
	public Optional<Series.Withdrawal> withdrawal(Period slot) {
		return this.figures.withdrawal(slot);
	}

	/** The place of the newest period; -1 when nothing is held. */
	public int newest() {
		return figures().size() - 1;
	}

	/** The figure of the newest period by the basis; empty when nothing is held. */
	public Optional<PeriodFigure> latest() {
		return isEmpty() ? Optional.empty() : Optional.of(judged(newest()));
	}

	/**
	 * The figure that is judged for the period at the place: the one of the period
	 * itself, or what the target's basis makes of several.
	 */
	public PeriodFigure judged(int place) {
		Target target = this.measure.target();
		if (target == null || target.basis().isOfOnePeriod()) {
			return figures().get(place);
		}
		PeriodFigure known = this.judged[place];
		if (known == null) {
			known = this.figures.by(target.basis(), place);
			this.judged[place] = known;
		}
		return known;
	}

	/** What is required of the period, by its last day; empty when nothing is. */
	public Optional<Requirement> requiredOf(Period slot) {
		return this.required.of(slot);
	}

	/** What is required of each period. */
	public RequiredValues required() {
		return this.required;
	}

	/** Whether the figure at the place meets the value; false when there is no figure. */
	public boolean meets(int place, BigDecimal value) {
		return this.figures.meets(target().basis(), place, value);
	}

	/**
	 * How many periods in a row, up to the newest, were worse than what was required of
	 * them; a period without a figure ends the row.
	 */
	public int missesInARow() {
		return inARow((place) -> compared(place, false));
	}

	/** The same of periods that were as good as required. */
	public int meetsInARow() {
		return inARow(this::meetsItsRequirement);
	}

	/** Whether the figure at the place is there and as good as what is required of it. */
	public boolean meetsItsRequirement(int place) {
		return compared(place, true);
	}

	/** How many places in a row, up to the newest, pass the test. */
	public int inARow(IntPredicate passes) {
		int count = 0;
		while (newest() - count >= 0 && passes.test(newest() - count)) {
			count++;
		}
		return count;
	}

	/**
	 * The last place before the newest at which a value had been held for as many periods
	 * in a row as the target asks, counting no period that ended before {@code from};
	 * empty when that never was.
	 */
	public Optional<PeriodFigure> lastHeld(BigDecimal value, LocalDate from) {
		int count = 0;
		int last = -1;
		for (int place = newest() - 1; place >= 0 && !figures().get(place).slot().lastDay().isBefore(from); place--) {
			if (!meets(place, value)) {
				count = 0;
				continue;
			}
			if (count == 0) {
				last = place;
			}
			if (++count == target().sustainedFor()) {
				return Optional.of(judged(last));
			}
		}
		return Optional.empty();
	}

	/**
	 * The control chart of the single periods, its points in step with
	 * {@link #figures()}; empty when no period has a value.
	 */
	public Optional<ControlChart> chart() {
		if (this.chart == null && figures().stream().anyMatch(PeriodFigure::hasValue)) {
			this.chart = ControlCharts.of(this);
		}
		return Optional.ofNullable(this.chart);
	}

	/**
	 * The points of the chart as pages, tables and programs show them: without a process
	 * limit that lies beyond what the measure can be, such as a number below 0. Empty
	 * when no period has a value.
	 */
	public List<ChartPoint> shownPoints() {
		List<ChartPoint> known = this.shown;
		if (known == null) {
			known = chart().map((all) -> ControlCharts.shown(all, this.measure)).orElse(List.of());
			this.shown = known;
		}
		return known;
	}

	/**
	 * The figures of single periods that replaced another one, oldest first, where people
	 * read another value than before. Of several replacements the last that changed the
	 * value counts.
	 */
	public List<Restatement> restatements() {
		return Restatement.all(this.figures, this.ledger, this.measure.unit());
	}

	/**
	 * Whether single periods can be held against the target: not where that is for the
	 * sum of several, and not without one.
	 */
	public boolean isHeldAgainstItsTarget() {
		return ControlCharts.isComparable(this.measure.target());
	}

	/** Where mean and limits of the chart start afresh, with why. */
	public List<Rebase> rebases() {
		return ControlCharts.effective(this.measure.chart().rebases(), figures());
	}

	/** The place at which the current limits begin: that of the last rebase, or 0. */
	public int startOfCurrentLimits() {
		return ControlCharts.startOfCurrentLimits(this.measure, figures());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof MeasureSeries series && this.measure.equals(series.measure)
				&& figures().equals(series.figures()) && this.required.equals(series.required);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.measure, figures());
	}

	@Override
	public String toString() {
		return this.measure.id() + figures().toString();
	}

	private Target target() {
		return Objects.requireNonNull(this.measure.target(), "Only what has a target is held against it");
	}

	private boolean compared(int place, boolean met) {
		if (this.measure.target() == null) {
			return false;
		}
		PeriodFigure figure = judged(place);
		return figure.hasValue() && requiredOf(figure.slot())
			.filter((required) -> this.measure.direction().meets(figure.value(), required.value()) == met)
			.isPresent();
	}

	private static PeriodFigures figures(Measure measure, List<OrganisationCode> organisations, Ledger ledger,
			LocalDate asOf, LocalDate knownOn) {
		return PeriodFigures.of(measure,
				organisations.stream()
					.map((organisation) -> ledger.series(measure.figures(), organisation, knownOn))
					.toList(),
				asOf);
	}

}
