package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/**
 * Reads the path from a baseline to a target. Values are checked as they are written, in
 * the display unit, and handed on in base units.
 */
final class TrajectoryReader {

	private final @Nullable Bounds bounds;

	private final @Nullable Direction direction;

	private final @Nullable Cadence cadence;

	TrajectoryReader(@Nullable Bounds bounds, @Nullable Direction direction, @Nullable Cadence cadence) {
		this.bounds = bounds;
		this.direction = direction;
		this.cadence = cadence;
	}

	/**
	 * Where the measure stood before, in the display unit; null when none can be read.
	 */
	@Nullable DatedValue baseline(Block target) {
		return target.block("baseline", "baseline", PlanKeys.DATED_VALUE).map(this::dated).orElse(null);
	}

	/** The required values; null when they are faulty. */
	@Nullable Trajectory trajectory(Block target, @Nullable DatedValue baseline) {
		PlanForms.Path path = target.required("path", PlanForms.PATH);
		if (path == null) {
			return null;
		}
		if (path != PlanForms.Path.SUPPLIED && target.has("planned-by")) {
			target.fault("planned-by", "expected planned-by: only with \"path: supplied\", found it with \"path: "
					+ target.written("path").orElse("") + "\". Delete the line.");
		}
		requireValues(target, path);
		return switch (path) {
			case BY_DATE -> new Trajectory.ByDate(datedValues(target, baseline));
			case STRAIGHT_LINE -> straightLine(target, baseline);
			case POINTS -> points(target, baseline);
			case SUPPLIED -> supplied(target, baseline);
		};
	}

	/** The same moment with its value in base units. */
	@Nullable DatedValue inBaseUnits(@Nullable DatedValue shown) {
		return (shown == null || this.bounds == null) ? null
				: new DatedValue(shown.date(), this.bounds.unit().toBase(shown.value()));
	}

	private Trajectory straightLine(Block target, @Nullable DatedValue baseline) {
		List<DatedValue> values = datedValues(target, baseline);
		if (values.size() == 1 && target.lacks("baseline")) {
			target.fault("expected baseline: the date and value at which the straight line starts, found nothing."
					+ " Add a line such as \"baseline: {date: 2024-03-31, value: 150}\".");
		}
		return new Trajectory.StraightLine(values);
	}

	private @Nullable Trajectory supplied(Block target, @Nullable DatedValue baseline) {
		List<DatedValue> values = datedValues(target, baseline);
		MeasureId planned = target.required("planned-by", PlanForms.PLANNED_BY);
		return (planned == null) ? null : new Trajectory.Supplied(planned, values);
	}

	private List<DatedValue> datedValues(Block target, @Nullable DatedValue baseline) {
		List<DatedValue> values = new ArrayList<>();
		LocalDate latest = (baseline != null) ? baseline.date() : null;
		for (Block entry : target.blocks("values", "value of", "date", PlanKeys.DATED_VALUE)) {
			DatedValue value = dated(entry);
			if (value == null) {
				continue;
			}
			checkOrder(entry, "date", latest, value.date());
			checkSide(entry, baseline, value.value());
			latest = value.date();
			DatedValue inBaseUnits = inBaseUnits(value);
			if (inBaseUnits != null) {
				values.add(inBaseUnits);
			}
		}
		return values;
	}

	private Trajectory points(Block target, @Nullable DatedValue baseline) {
		Map<Period, BigDecimal> values = new LinkedHashMap<>();
		LocalDate latest = (baseline != null) ? baseline.date() : null;
		List<Block> entries = target.blocks("values", "value of", "period", PlanKeys.POINT);
		for (Block entry : entries) {
			Period period = (this.cadence != null) ? entry.required("period", WrittenPeriod.of(this.cadence)) : null;
			BigDecimal value = value(entry);
			if (period == null || value == null) {
				continue;
			}
			checkOrder(entry, "period", latest, period.lastDay());
			latest = period.lastDay();
			// On the way a plan may dip, for example in winter; only its end must be
			// better.
			if (entry.equals(entries.get(entries.size() - 1))) {
				checkSide(entry, baseline, value);
			}
			if (this.bounds != null) {
				values.put(period, this.bounds.unit().toBase(value));
			}
		}
		return new Trajectory.Points(values);
	}

	private @Nullable DatedValue dated(Block block) {
		LocalDate date = block.required("date", Form.date());
		BigDecimal value = value(block);
		return (date == null || value == null) ? null : new DatedValue(date, value);
	}

	private @Nullable BigDecimal value(Block block) {
		BigDecimal value = block.required("value", Form.number());
		if (value != null && this.bounds != null) {
			this.bounds.check(block, "value", value);
		}
		return value;
	}

	private static void requireValues(Block target, PlanForms.Path path) {
		if (path != PlanForms.Path.SUPPLIED && (target.lacks("values") || target.isEmptyList("values"))) {
			String example = (path == PlanForms.Path.POINTS) ? "- {period: 2025-03, value: 202}"
					: "- {date: 2025-03-31, value: 202}";
			target.fault("values", "expected values: what is required and by when, found nothing. Add \"values:\" and"
					+ " below it at least one line such as \"" + example + "\".");
		}
	}

	private static void checkOrder(Block entry, String key, @Nullable LocalDate previous, LocalDate date) {
		if (previous != null && !date.isAfter(previous)) {
			entry.fault(key, "expected " + key + ": later than " + previous + ", the date before it, found "
					+ entry.written(key).orElse("") + ". Put baseline and values in the order of their dates.");
		}
	}

	private void checkSide(Block entry, @Nullable DatedValue baseline, BigDecimal value) {
		if (baseline != null && this.direction != null && !this.direction.meets(value, baseline.value())) {
			entry.fault("value",
					"expected value: " + baseline.value() + " (the baseline) or " + this.direction.code()
							+ ", because of \"better: " + this.direction.code() + "\", found " + value
							+ ". Correct the value, the baseline or \"better\".");
		}
	}

}
