package org.jfpmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * One number that an objective is judged by, or that is only watched when it has no
 * target. Several may judge the figures of one: for each organisation, under another
 * objective, from below and from above.
 *
 * @param id its name in labels and addresses
 * @param figures the name under which files give its figures; mostly its own
 * @param title its name for people
 * @param shortTitle a few words for tables and sentences; its title where the plan gives
 * none
 * @param definition what exactly is counted, with its source
 * @param unit what it counts in
 * @param direction which way is better
 * @param cadence how long its periods are
 * @param feed the supply it comes from
 * @param organisations whose figure is judged; more than one are summed, and all must be
 * there
 * @param target what is promised, or null when none is set
 * @param targetNote why no target is set yet; empty when one is, or when the measure is
 * only watched
 * @param smallDenominator below this denominator a figure gives no early warning; 0 for
 * never
 * @param lowest the least possible value in base units that the plan states, or null
 * @param highest the greatest possible value in base units that the plan states, or null
 * @param chart how its control chart is drawn
 */
public record Measure(MeasureId id, MeasureId figures, String title, String shortTitle, String definition, Unit unit,
		Direction direction, Cadence cadence, FeedId feed, List<OrganisationCode> organisations,
		@Nullable Target target, String targetNote, long smallDenominator, @Nullable BigDecimal lowest,
		@Nullable BigDecimal highest, ChartSettings chart) {

	public Measure {
		organisations = List.copyOf(organisations);
	}

	/** One that is judged by the figures of its own name. */
	public Measure(MeasureId id, String title, String shortTitle, String definition, Unit unit, Direction direction,
			Cadence cadence, FeedId feed, List<OrganisationCode> organisations, @Nullable Target target,
			String targetNote, long smallDenominator, @Nullable BigDecimal lowest, @Nullable BigDecimal highest,
			ChartSettings chart) {
		this(id, id, title, shortTitle, definition, unit, direction, cadence, feed, organisations, target, targetNote,
				smallDenominator, lowest, highest, chart);
	}

	/** The least possible value in base units; null for none. */
	public @Nullable BigDecimal least() {
		return (this.lowest != null) ? this.lowest : this.unit.least();
	}

	/** The greatest possible value in base units; null for none. */
	public @Nullable BigDecimal greatest() {
		return (this.highest != null) ? this.highest : this.unit.greatest();
	}

	/**
	 * What its target requires of the period, judged on its last day. A limit on the
	 * total of a year holds from the first period of that year on, and the next of
	 * several where none is stated: a total that is above it already will miss it.
	 * @param planned the figure for a period of the measure that a supplied path names
	 */
	public Optional<Requirement> requiredOf(Period period, Function<Period, Optional<BigDecimal>> planned) {
		if (this.target == null) {
			return Optional.empty();
		}
		Optional<Requirement> stated = this.target.requiredOf(period, planned);
		return (stated.isPresent() || !isLimitOnTheYear()) ? stated
				: this.target.nextValueOfYear(period).map((limit) -> new Requirement(limit.value(), null));
	}

	/**
	 * Every value that a figure of the period is held against, now or in the end, from
	 * either side; none without a target.
	 */
	public List<BigDecimal> heldAgainst(Period period) {
		return (this.target != null) ? this.target.heldAgainst(period) : List.of();
	}

	/** Whether it is judged by a total that begins again in April. */
	public boolean isTotalOfTheYear() {
		return this.target != null && this.target.basis().restartsInApril();
	}

	/** Whether it is judged by a total of the year that is to stay small. */
	public boolean isLimitOnTheYear() {
		return isTotalOfTheYear() && this.direction == Direction.LOWER;
	}

	/**
	 * Whether the value is one that nothing can be beyond: a required value that needs no
	 * "or more".
	 */
	public boolean isExtreme(BigDecimal value) {
		BigDecimal end = (this.direction == Direction.HIGHER) ? this.highest : this.lowest;
		return (end != null && value.compareTo(end) == 0) || (this.direction == Direction.LOWER && value.signum() == 0);
	}

	/**
	 * The measure of a later edition, or another judgement of the same figures, with the
	 * organisations of both.
	 */
	Measure succeededBy(Measure later) {
		List<OrganisationCode> all = Stream.concat(this.organisations.stream(), later.organisations.stream())
			.distinct()
			.toList();
		return new Measure(later.id, later.figures, later.title, later.shortTitle, later.definition, later.unit,
				later.direction, later.cadence, later.feed, all, later.target, later.targetNote, later.smallDenominator,
				later.lowest, later.highest, later.chart);
	}

	/** The same measure, only watched. */
	public Measure withoutTarget() {
		return new Measure(this.id, this.figures, this.title, this.shortTitle, this.definition, this.unit,
				this.direction, this.cadence, this.feed, this.organisations, null, "", this.smallDenominator,
				this.lowest, this.highest, this.chart);
	}

	/**
	 * The same measure with its target reckoned from the figure of the period that this
	 * is relative to.
	 * @param figure in base units
	 */
	public Measure from(BigDecimal figure) {
		Target reckoned = (this.target != null) ? this.target.from(figure, this.direction == Direction.HIGHER) : null;
		return new Measure(this.id, this.figures, this.title, this.shortTitle, this.definition, this.unit,
				this.direction, this.cadence, this.feed, this.organisations, reckoned, this.targetNote,
				this.smallDenominator, this.lowest, this.highest, this.chart);
	}

	/** The measure as files give it: by the name of its figures. */
	Measure asGiven() {
		return new Measure(this.figures, this.figures, this.title, this.shortTitle, this.definition, this.unit,
				this.direction, this.cadence, this.feed, this.organisations, this.target, this.targetNote,
				this.smallDenominator, this.lowest, this.highest, this.chart);
	}

}
