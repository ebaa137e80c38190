package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jspecify.annotations.Nullable;

/**
 * One figure made of the revisions of one or more organisations and periods, or why there
 * is none.
 *
 * @param slot the period of the measure's cadence that it stands for; of several the last
 * @param period the days it is for, as pages show them
 * @param figure the figure; null, or without a value, when {@code obstacle} says why
 * @param obstacle why there is no value; null when there is one
 * @param missing the periods that stand in the way: those without a figure, or the one
 * that the obstacle is about
 * @param absent the organisations that stand in the way
 * @param asked how many periods it is made of
 * @param parts the revisions behind it, in order of period and organisation
 */
public record PeriodFigure(Period slot, Period period, @Nullable Figure figure, @Nullable Obstacle obstacle,
		List<Period> missing, List<OrganisationCode> absent, int asked, List<Revision> parts) {

	/** Whether the period of the cadence that it stands for has one of the days. */
	public boolean isOn(Period days) {
		return this.slot.start().isBefore(days.endExclusive()) && days.start().isBefore(this.slot.endExclusive());
	}

	/** A period for which nobody has said anything. */
	static PeriodFigure nothing(Period slot) {
		return new PeriodFigure(slot, slot, null, Obstacle.PERIODS_MISSING, List.of(slot), List.of(), 1, List.of());
	}

	/** A period of which there was a figure, and none counts any more. */
	static PeriodFigure withdrawn(Period slot) {
		return new PeriodFigure(slot, slot, null, Obstacle.WITHDRAWN, List.of(slot), List.of(), 1, List.of());
	}

	/** The figure as its sources give it, for one period. */
	static PeriodFigure of(Period slot, Period period, Figure figure, List<Revision> parts) {
		Obstacle obstacle = obstacleOf(figure.mark());
		return new PeriodFigure(slot, period, figure, obstacle, (obstacle != null) ? List.of(period) : List.of(),
				List.of(), 1, parts);
	}

	/** A period in which some organisation's figure, or its parts, stand in the way. */
	static PeriodFigure hindered(Period slot, Obstacle obstacle, List<OrganisationCode> absent, List<Revision> parts) {
		return new PeriodFigure(slot, slot, null, obstacle, List.of(slot), absent, 1, parts);
	}

	/** Whether there is a value; zero is one. */
	public boolean hasValue() {
		return this.obstacle == null;
	}

	/**
	 * Whether it is nothing out of nothing, such as the share of no patients, which adds
	 * nothing to a sum of numerators nor of denominators.
	 */
	boolean addsNothing() {
		return addsNothing(this.figure);
	}

	static boolean addsNothing(@Nullable Figure figure) {
		BigDecimal numerator = (figure != null) ? figure.numerator() : null;
		BigDecimal denominator = (figure != null) ? figure.denominator() : null;
		return figure != null && figure.mark() == Figure.Mark.NOT_APPLICABLE && numerator != null && denominator != null
				&& numerator.signum() == 0 && denominator.signum() == 0;
	}

	/** The value, where there is one. */
	public BigDecimal value() {
		return Objects.requireNonNull(Objects.requireNonNull(this.figure).value());
	}

	/** Whether anybody has said anything, be it that there is no value. */
	boolean isHeld() {
		return !this.parts.isEmpty();
	}

	/** When the newest delivery behind it arrived, or null when there is none. */
	public @Nullable Instant receivedAt() {
		return this.parts.stream().map((each) -> each.provenance().knownAt()).max(Instant::compareTo).orElse(null);
	}

	private static @Nullable Obstacle obstacleOf(Figure.Mark mark) {
		return switch (mark) {
			case NONE, ESTIMATED -> null;
			case MISSING -> Obstacle.NOT_SUBMITTED;
			case SUPPRESSED -> Obstacle.WITHHELD;
			case NOT_APPLICABLE -> Obstacle.NOTHING_TO_MEASURE;
		};
	}

}
