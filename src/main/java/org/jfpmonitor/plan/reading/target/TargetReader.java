package org.jfpmonitor.plan.reading.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is promised of one measure. Values are checked as they are written, in the
 * display unit, and handed on in base units. What is wrong with the measure itself is
 * known already, and nothing is checked against it.
 */
public final class TargetReader {

	private static final int YEARS_AFTER_THE_PLAN = 5;

	static final String RELATIVE_TO = "relative-to";

	static final String BASELINE = "baseline";

	private final MeasureFacts measure;

	private final YamlNode block;

	private final @Nullable Unit unit;

	private final @Nullable Direction direction;

	private final TargetValues values;

	/** Whether the values are the ends of a band. */
	private final boolean isBand;

	/**
	 * A reader of one target.
	 * @param direction which way is better than its values
	 * @param end the end of a band that it is about, or null
	 */
	public TargetReader(MeasureFacts measure, @Nullable Direction direction, @Nullable String end, YamlNode block) {
		this.measure = measure;
		this.block = block;
		this.unit = measure.unit();
		this.direction = direction;
		this.isBand = end != null;
		this.values = new TargetValues(measure, block,
				(end != null) ? end : block.has(RELATIVE_TO) ? TargetValues.BETTER_BY : TargetValues.VALUE);
	}

	/**
	 * The target; of use only when no fault was taken down.
	 * @param planEnd the last day of the plan
	 */
	public Target read(LocalDate planEnd) {
		DatedValue baseline = this.values.arePlain()
				? this.block.find(BASELINE).flatMap(this.values::dated).orElse(null) : null;
		if (this.isBand) {
			checkBand();
		}
		else {
			checkStart();
			this.values.checkKeys();
		}
		Trajectory trajectory = this.block.find(RELATIVE_TO)
			.<Trajectory>map(
					(written) -> new RelativeTarget(this.measure, this.block, this.values, this.isBand).read(written))
			.orElseGet(() -> trajectory(baseline));
		Integer sustainedFor = this.block.optional("sustained-for", YamlNode::wholeNumber);
		Target target = new Target(
				this.block.required("kind", (word) -> word.word(Target.Kind.class), Target.Kind.REACH), basis(),
				(baseline != null) ? this.values.inBaseUnits(baseline) : null, trajectory,
				(sustainedFor != null) ? sustainedFor : 1, this.block.optional("assumption", YamlNode::text));
		checkLineOfSums(target);
		warnOfYearsWithout(target, planEnd);
		warnOfFractions();
		warnOfLateDates(target, planEnd);
		warnOfStepsBack(target);
		warnOfFallingTotals(target);
		return target;
	}

	/**
	 * A sum begins at 0 each April, so that no line leads from one year's to the next.
	 */
	private void checkLineOfSums(Target target) {
		if (target.basis().restartsInApril() && this.block.text("path").equals("straight-line")) {
			this.block.fault("path",
					"expected path: by-date or points beside \"basis: year-to-date\" with \"combined: sum\", because such a"
							+ " sum begins at 0 each April and no line leads to it, found \"straight-line\". Write \"path:"
							+ " by-date\" with the sum of each year, {date: 2026-03-31, value: ...}, or \"path: points\" with"
							+ " the sum up to each period.");
		}
	}

	/** A sum over a year says nothing about the next one, which starts at 0 again. */
	private void warnOfYearsWithout(Target target, LocalDate planEnd) {
		SortedSet<FinancialYear> stated = new TreeSet<>(
				target.trajectory().dated().stream().map((each) -> FinancialYear.of(each.date())).toList());
		if (!target.basis().restartsInApril() || target.trajectory() instanceof Trajectory.Supplied
				|| stated.isEmpty()) {
			return;
		}
		List<String> without = new ArrayList<>();
		for (FinancialYear year = stated.first(); year.compareTo(stated.last()) < 0; year = year.next()) {
			if (!stated.contains(year)) {
				without.add("for " + year);
			}
		}
		if (stated.last().period().lastDay().isBefore(planEnd)) {
			without.add("after " + stated.last());
		}
		if (!without.isEmpty()) {
			this.block.warn("values",
					"expected values: one for each financial year until the plan ends on " + planEnd
							+ ", because a sum over a year starts at 0 again in April, found none "
							+ String.join(" and none ", without)
							+ ". Add the missing years, or the measure is not assessed in them.");
		}
	}

	/** 0.95 is 95% where shares are written as fractions; here it is less than 1%. */
	private void warnOfFractions() {
		List<BigDecimal> values = this.block.all("values")
			.stream()
			.flatMap((entry) -> Optional.ofNullable(entry.optional("value", YamlNode::number)).stream())
			.toList();
		boolean fractions = this.unit == Unit.PERCENT && values.stream().anyMatch((each) -> each.signum() > 0)
				&& values.stream().allMatch((each) -> each.signum() >= 0 && each.compareTo(BigDecimal.ONE) <= 0);
		if (fractions) {
			BigDecimal first = values.stream().filter((each) -> each.signum() > 0).findFirst().orElseThrow();
			this.block.warn("values",
					"expected values in percent, such as 95, found none above 1. If " + first.toPlainString()
							+ " means " + first.movePointRight(2).stripTrailingZeros().toPlainString() + "%, write "
							+ first.movePointRight(2).stripTrailingZeros().toPlainString() + "; as it stands it is "
							+ first.toPlainString() + "%.");
		}
	}

	/** A slip in a year, which would put a promise off for ever. */
	private void warnOfLateDates(Target target, LocalDate planEnd) {
		target.finalValue()
			.map(DatedValue::date)
			.filter((last) -> last.isAfter(planEnd.plusYears(YEARS_AFTER_THE_PLAN)))
			.ifPresent((last) -> this.block.warn("values",
					"expected values: dated until a few years after the plan ends on " + planEnd + ", found " + last
							+ ". If the year is a slip, correct it."));
	}

	/** What is to be reached in the end is seldom less than what is required before. */
	private void warnOfStepsBack(Target target) {
		List<DatedValue> dated = target.trajectory().dated();
		if (target.kind() != Target.Kind.REACH || target.basis().restartsInApril() || this.direction == null
				|| this.isBand || target.trajectory() instanceof Trajectory.Points) {
			return;
		}
		for (int i = 1; i < dated.size(); i++) {
			if (!this.direction.meets(dated.get(i).value(), dated.get(i - 1).value())) {
				this.block.warn("values",
						"expected values: each " + this.direction.code()
								+ " than the one before or the same, because of \"better: " + this.direction.code()
								+ "\" and \"kind: reach\", found a step back on " + dated.get(i).date()
								+ ". If that is not meant, correct the values or \"better\".");
				return;
			}
		}
	}

	/** A total that begins in April only grows until the next. */
	private void warnOfFallingTotals(Target target) {
		List<DatedValue> dated = target.trajectory().dated();
		for (int i = 1; i < dated.size(); i++) {
			DatedValue before = dated.get(i - 1);
			DatedValue each = dated.get(i);
			if (target.basis().restartsInApril() && each.value().compareTo(before.value()) < 0
					&& FinancialYear.of(each.date()).equals(FinancialYear.of(before.date()))) {
				this.block.warn("values",
						"expected values that do not fall within a financial year, because a sum over the year only"
								+ " grows, found less on " + each.date() + " than on " + before.date()
								+ ". Write what is to be reached from April up to each.");
				return;
			}
		}
	}

	private Basis basis() {
		Basis.Span span = this.block.required("basis", (word) -> word.word(Basis.Span.class), Basis.Span.LATEST);
		return switch (span) {
			case LATEST -> Basis.latest();
			case SNAPSHOT -> Basis.snapshot();
			case YEAR_TO_DATE -> new Basis(span, 1, combined());
			case ROLLING -> new Basis(span, this.block.required("periods", YamlNode::wholeNumber, 2), combined());
		};
	}

	private Basis.Combined combined() {
		Basis.Combined combined = this.block.required("combined", (word) -> word.word(Basis.Combined.class),
				Basis.Combined.RATIO);
		if (combined != Basis.Combined.RATIO && this.unit != null) {
			switch (this.unit) {
				case PERCENT, PER_1000, PER_100000,
						RATIO ->
					this.block.fault("combined",
							"expected combined: ratio, because the unit is " + this.unit.word()
									+ " and rates of several periods are never averaged or added, found \""
									+ this.block.text("combined") + "\". Write \"combined: ratio\".");
				case SECONDS, MINUTES, HOURS, DAYS, COUNT, GBP -> {
				}
			}
		}
		return combined;
	}

	/**
	 * The ends of a band are said by dated values and by nothing else: a baseline, an
	 * earlier figure or a planned one is a single number.
	 */
	private void checkBand() {
		String path = this.block.text("path");
		this.block.find(RELATIVE_TO)
			.ifPresent((written) -> this.block.fault(written,
					"expected no relative-to beside \"better: within\", because one figure cannot be better in both"
							+ " directions, found \"" + written.text()
							+ "\". Delete the line and say both ends of each value, or write a measure for each end,"
							+ " with \"figures-of:\" and \"better: higher\" or \"better: lower\"."));
		this.block.find(BASELINE)
			.ifPresent((written) -> this.block.fault(written,
					"expected no baseline beside \"better: within\", because it is no band, found one. Delete it, and"
							+ " begin the values with a band of its day: {date: " + written.text("date")
							+ ", low: ..., high: ...}."));
		if (path.equals("points") || path.equals("supplied")) {
			this.block.fault("path", "expected path: by-date or straight-line beside \"better: within\", because "
					+ (path.equals("points") ? "a band has no points" : "planned figures have one end") + ", found \""
					+ path + "\". Write one of these, and each value as {date: ..., low: ..., high: ...}.");
		}
		else if (!this.block.has(RELATIVE_TO)) {
			this.values.checkEnds();
			if (path.equals("straight-line") && this.block.all("values").size() == 1 && !this.block.has(BASELINE)) {
				this.block.fault("values",
						"expected values: two bands or more, because of \"path: straight-line\", found one. Begin with"
								+ " the band from which the line starts, {date: ..., low: ..., high: ...}, or write"
								+ " \"path: by-date\".");
			}
		}
	}

	/** A line to a single value starts at the baseline, or at the figure of a period. */
	private void checkStart() {
		if (this.block.text("path").equals("straight-line") && this.block.all("values").size() == 1
				&& !this.block.has(BASELINE) && !this.block.has(RELATIVE_TO)) {
			this.block.fault("expected baseline: the date and value at which the measure stood before, found nothing."
					+ " Add \"baseline:\" with the keys date and value below it.");
		}
	}

	private Trajectory trajectory(@Nullable DatedValue baseline) {
		String path = this.block.required("path", YamlNode::text, "by-date");
		if (path.equals("points")) {
			return points(baseline);
		}
		List<DatedValue> dated = datedValues(baseline);
		return switch (path) {
			case "straight-line" -> new Trajectory.StraightLine(dated);
			case "supplied" -> new Trajectory.Supplied(
					this.block.required("planned-by", (id) -> MeasureId.of(id.text()), MeasureId.of("faulty")), dated);
			case "by-date" -> new Trajectory.ByDate(dated);
			default -> throw new IllegalStateException("The schema allows the path " + path);
		};
	}

	private List<DatedValue> datedValues(@Nullable DatedValue baseline) {
		List<DatedValue> values = new ArrayList<>();
		LocalDate latest = (baseline != null) ? baseline.date() : null;
		for (YamlNode entry : this.block.all("values")) {
			Optional<DatedValue> value = this.values.dated(entry);
			if (value.isPresent()) {
				TargetValues.checkOrder(entry, "date", latest, value.get().date());
				checkSide(entry, baseline, value.get().value());
				latest = value.get().date();
				values.add(this.values.inBaseUnits(value.get()));
			}
		}
		return values;
	}

	private Trajectory points(@Nullable DatedValue baseline) {
		Map<Period, BigDecimal> values = new LinkedHashMap<>();
		LocalDate latest = (baseline != null) ? baseline.date() : null;
		List<YamlNode> entries = this.block.all("values");
		for (YamlNode entry : entries) {
			Optional<Period> period = entry.find("period").flatMap((written) -> period(entry, written));
			BigDecimal value = this.values.value(entry);
			if (period.isPresent() && value != null) {
				TargetValues.checkOrder(entry, "period", latest, period.get().lastDay());
				latest = period.get().lastDay();
				// On the way a plan may dip, for example in winter; only its end must be
				// better.
				if (entry.equals(entries.get(entries.size() - 1))) {
					checkSide(entry, baseline, value);
				}
				values.put(period.get(), this.values.inBaseUnits(value));
			}
		}
		return new Trajectory.Points(values);
	}

	private Optional<Period> period(YamlNode entry, YamlNode written) {
		Optional<PeriodFormat> format = Optional.ofNullable(this.measure.cadence()).map(PeriodFormat::of);
		Optional<Period> period = format.flatMap((each) -> each.parse(written.text()));
		if (format.isPresent() && period.isEmpty()) {
			entry.fault(written, "expected period: " + format.get().expected() + ", found \"" + written.text()
					+ "\". Write for example \"period: " + format.get().example() + "\".");
		}
		return period;
	}

	private void checkSide(YamlNode entry, @Nullable DatedValue baseline, BigDecimal value) {
		if (baseline != null && this.direction != null && !this.direction.meets(value, baseline.value())) {
			entry.fault("value",
					"expected value: " + baseline.value() + " (the baseline) or " + this.direction.code()
							+ ", because of \"better: " + this.direction.code() + "\", found " + value
							+ ". Correct the value, the baseline or \"better\".");
		}
	}

}
