package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation, as data: by which rule, what was expected, what was
 * observed, over which period, from which lines, therefore what. Pages, mails, reports
 * and the API phrase it; none of them adds to it.
 *
 * @param rule the rule that spoke
 * @param subject what it speaks of: the title of a measure or milestone, or the
 * objective's short title
 * @param part the id of that measure or milestone, or the objective's code
 * @param unit the unit of {@code expected} and {@code observed}, or null when there are
 * none
 * @param expected the required value in base units, or null
 * @param observed the figure in base units, or null
 * @param period the period that the figure is for, or null
 * @param due the day that matters: a milestone's due day, the day from which a target
 * binds, the day a figure was due; or null
 * @param other a second day: forecast or achieved day, or the day of the plan's decision;
 * or null
 * @param count how many periods the target was held, or how many were asked for and are
 * missing; 0 where it does not apply
 * @param asked how many periods are asked for; 0 where it does not apply
 * @param names what is missing or decisive, by name: organisations without a figure,
 * parts that decided, parts not assessed
 * @param note words of the plan that belong to the step, such as why no target is set; or
 * empty
 * @param sources the deliveries and lines behind the figure, in order of period and
 * organisation
 * @param therefore the status that follows, or null for none
 */
public record Reason(Rule rule, String subject, String part, @Nullable Unit unit, @Nullable BigDecimal expected,
		@Nullable BigDecimal observed, @Nullable Period period, @Nullable LocalDate due, @Nullable LocalDate other,
		int count, int asked, List<String> names, String note, List<Source> sources, @Nullable Status therefore) {

	public Reason {
		names = List.copyOf(names);
		sources = List.copyOf(sources);
	}

	/**
	 * A place in a file.
	 *
	 * @param delivery the delivery
	 * @param fileName its file name
	 * @param line the line, counting from 1
	 */
	public record Source(DeliveryId delivery, String fileName, long line) {

	}

}
