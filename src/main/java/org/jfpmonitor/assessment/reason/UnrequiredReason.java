package org.jfpmonitor.assessment.reason;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.progress.PlainText;
import org.jspecify.annotations.Nullable;

/** Why nothing is required of a measure's figure. */
public sealed interface UnrequiredReason extends UnassessedReason {

	/** The plan sets no target yet, or the measure is only watched. */
	record TargetNotSet(Measure measure, @Nullable PeriodFigure figure) implements UnrequiredReason {

		@Override
		public Rule rule() {
			return Rule.TARGET_NOT_SET;
		}

		@Override
		public boolean waitsForThePlan() {
			return true;
		}

		@Override
		public String hindrance() {
			String note = this.measure.targetNote();
			return "the plan sets no target yet" + (note.isEmpty() ? "." : ": " + PlainText.ended(note))
					+ ((this.figure != null && this.figure.hasValue()) ? " The figure " + this.figure.period().when()
							+ " is " + this.measure.unit().inWords(this.figure.value()) + "." : "");
		}

	}

	/**
	 * The figure that the target is relative to is not known, or not whole.
	 *
	 * @param base its period
	 */
	record BaselineMissing(Measure measure, PeriodFigure figure, Period base) implements UnrequiredReason {

		@Override
		public Rule rule() {
			return Rule.BASELINE_MISSING;
		}

		@Override
		public Facts facts() {
			return UnrequiredReason.super.facts().naming(List.of(this.base.inWords()));
		}

		@Override
		public String hindrance() {
			return "the target is relative to " + this.base.inWords() + ", of which there is no whole figure.";
		}

	}

	/** No required value is stated for the period. */
	record NoRequirement(Measure measure, PeriodFigure figure) implements UnrequiredReason {

		@Override
		public Rule rule() {
			return Rule.NO_REQUIREMENT;
		}

		@Override
		public boolean waitsForThePlan() {
			return true;
		}

		@Override
		public String hindrance() {
			return "the plan states no value required " + this.figure.period().when() + "; the figure is "
					+ this.measure.unit().inWords(this.figure.value()) + ".";
		}

	}

	/**
	 * No required value is stated for the period, and none of an earlier financial year
	 * counts for it.
	 *
	 * @param next the day of the first required value of the same year, or null without
	 * one
	 */
	record NoRequirementInYear(Measure measure, PeriodFigure figure,
			@Nullable LocalDate next) implements UnrequiredReason {

		@Override
		public Rule rule() {
			return Rule.NO_REQUIREMENT;
		}

		@Override
		public boolean waitsForThePlan() {
			return true;
		}

		@Override
		public String hindrance() {
			return "the plan states no value for " + FinancialYear.of(this.figure.period().lastDay())
					+ ((this.next != null) ? " before " + Period.day(this.next).inWords() : "") + "; the figure "
					+ this.figure.period().when() + " is " + this.measure.unit().inWords(this.figure.value()) + ".";
		}

	}

}
