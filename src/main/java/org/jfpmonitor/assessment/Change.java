package org.jfpmonitor.assessment;

import java.time.LocalDate;
import java.util.Locale;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/**
 * Something that is different from what the run before recorded, and that somebody should
 * be told once.
 *
 * @param kind what sort of news it is
 * @param key names this piece of news for good; the same news has the same key in every
 * run and instance
 * @param now the objective as it stands on {@code asOf}
 * @param measure the measure concerned, or null for the objective as a whole
 * @param from the status before, or null for none
 * @param to the status now, or null for none
 * @param ended the status set manually that was {@code from} and has ended, or null
 * @param byEdit whether the plan was edited, and the status would be {@code from} by the
 * plan as it was before
 * @param asOf the day that the status is for: the run's, or the past month end that a
 * restatement flipped
 */
public record Change(NewsKind kind, String key, ObjectiveAssessment now, @Nullable MeasureId measure,
		@Nullable Status from, @Nullable Status to, @Nullable StatusOverride ended, boolean byEdit, LocalDate asOf) {

	/** What sort of news. */
	public enum NewsKind {

		/** The status moved for the worse, or from or to none. */
		STATUS_CHANGE,
		/** The status moved for the better. */
		RECOVERY,
		/** A measure that is still on track drifts. */
		EARLY_WARNING,
		/** A restated figure or report changed the status of a past month end. */
		RESTATEMENT,
		/** A figure is due and beyond its grace. */
		DATA_OVERDUE,
		/** An override ends within seven days. */
		OVERRIDE_LAPSING;

		/** The word kept in the store: {@code status_change}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		/**
		 * The constant of the code.
		 * @throws IllegalArgumentException when there is none
		 */
		public static NewsKind coded(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}
