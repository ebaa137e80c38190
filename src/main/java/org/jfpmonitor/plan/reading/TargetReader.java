package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is promised of one measure. Values are checked as they are written, in the
 * display unit, and handed on in base units. What is wrong with the measure itself is
 * known already, and nothing is checked against it.
 */
final class TargetReader {

	private static final String RELATIVE_TO = "relative-to";

	private static final String BETTER_BY = "better-by";

	private static final String BASELINE = "baseline";

	private static final BigDecimal ALL_POINTS = BigDecimal.valueOf(100);

	private static final List<String> KEYS_OF_VALUES = List.of("value", "low", "high", BETTER_BY);

	private final MeasureFacts measure;

	private final YamlNode block;

	private final @Nullable Unit unit;

	private final @Nullable Direction direction;

	/** The key behind which the values stand. */
	private final String key;

	/** Whether the values are the ends of a band. */
	private final boolean isBand;

	/**
	 * A reader of one target.
	 * @param direction which way is better than its values
	 * @param end the end of a band that it is about, or null
	 */
	TargetReader(MeasureFacts measure, @Nullable Direction direction, @Nullable String end, YamlNode block) {
		this.measure = measure;
		this.block = block;
		this.unit = measure.unit();
		this.direction = direction;
		this.isBand = end != null;
		this.key = (end != null) ? end : block.has(RELATIVE_TO) ? BETTER_BY : "value";
	}

	/**
	 * The target; of use only when no fault was taken down.
	 * @param planEnd the last day of the plan
	 */
	Target read(LocalDate planEnd) {
		DatedValue baseline = this.key.equals("value") ? this.block.find(BASELINE).flatMap(this::dated).orElse(null)
				: null;
		if (this.isBand) {
			checkBand();
		}
		else {
			checkStart();
			checkKeys(List.of(this.key));
		}
		Trajectory trajectory = this.block.find(RELATIVE_TO)
			.<Trajectory>map(this::relative)
			.orElseGet(() -> trajectory(baseline));
		Integer sustainedFor = this.block.optional("sustained-for", YamlNode::wholeNumber);
		Target target = new Target(
				this.block.required("kind", (word) -> word.word(Target.Kind.class), Target.Kind.REACH), basis(),
				(baseline != null) ? inBaseUnits(baseline) : null, trajectory,
				(sustainedFor != null) ? sustainedFor : 1, this.block.optional("assumption", YamlNode::text));
		warnOfYearsWithout(target, planEnd);
		warnOfFractions();
		return target;
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
			checkKeys(List.of("low", "high"));
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

	/** What is relative to a period has no values of its own. */
	private void checkKeys(List<String> expected) {
		for (YamlNode entry : this.block.all("values")) {
			if (expected.stream().anyMatch((each) -> !entry.has(each))
					&& KEYS_OF_VALUES.stream().anyMatch(entry::has)) {
				entry.fault("expected " + WordList.all(expected) + ", because of "
						+ (this.key.equals(BETTER_BY) ? "\"relative-to:\" of the target"
								: this.key.equals("value") ? "\"better: higher\" or \"better: lower\""
										: "\"better: within\" of the measure")
						+ ", found " + WordList.all(KEYS_OF_VALUES.stream().filter(entry::has).toList())
						+ ". Write each value as {date: ..., "
						+ String.join(", ", expected.stream().map((each) -> each + ": ...").toList()) + "}.");
			}
			BigDecimal low = entry.optional("low", YamlNode::number);
			BigDecimal high = entry.optional("high", YamlNode::number);
			if (low != null && high != null && low.compareTo(high) > 0) {
				entry.fault("high",
						"expected high: " + low + " (low) or more, found " + high + ". Correct one of the two.");
			}
		}
	}

	/** By how much the measure has to be better than in an earlier period. */
	private Trajectory relative(YamlNode written) {
		String path = this.block.text("path");
		if (!this.isBand && !path.equals("by-date") && !path.equals("straight-line")) {
			this.block.fault("path", "expected path: by-date or straight-line beside \"relative-to:\", found \"" + path
					+ "\". Write one of these.");
		}
		if (!this.isBand && this.block.has(BASELINE)) {
			this.block.fault(BASELINE, "expected no baseline beside \"relative-to:\", whose figure is the baseline,"
					+ " found one. Delete one of the two.");
		}
		Optional<Period> base = base(written);
		checkSummed(written);
		List<DatedValue> improvements = new ArrayList<>();
		LocalDate latest = base.map(Period::lastDay).orElse(null);
		for (YamlNode entry : this.block.all("values")) {
			Optional<DatedValue> value = dated(entry);
			if (value.isPresent()) {
				checkOrder(entry, "date", latest, value.get().date());
				latest = value.get().date();
				improvements.add(inBaseUnits(value.get()));
			}
		}
		return new Trajectory.Relative(base.orElse(Period.day(LocalDate.EPOCH)), path.equals("straight-line"),
				improvements);
	}

	/**
	 * A period of the cadence, or a financial year where the target says how it is one
	 * figure.
	 */
	private Optional<Period> base(YamlNode written) {
		Optional<Cadence> cadence = Optional.ofNullable(this.measure.cadence());
		Optional<Period> own = cadence.flatMap((each) -> PeriodFormat.of(each).parse(written.text()));
		Optional<Period> year = PeriodFormat.of(Cadence.ANNUAL).parse(written.text());
		Optional<Period> base = own.or(() -> year);
		if (cadence.isPresent() && base.isEmpty()) {
			this.block.fault(written,
					"expected relative-to: " + PeriodFormat.of(cadence.get()).expected()
							+ ", or a financial year such as 2024/25, found \"" + written.text()
							+ "\". Write for example" + " \"relative-to: 2024/25\".");
		}
		if (own.isEmpty() && year.isPresent() && this.unit != null && !this.unit.isRate()
				&& !this.block.has("combined")) {
			this.block.fault(written,
					"expected relative-to: " + cadence.map((each) -> PeriodFormat.of(each).expected()).orElse("")
							+ ", because \"unit: " + this.unit.word() + "\" does not say what the figure of a year is,"
							+ " found \"" + written.text()
							+ "\". Write a single period, or judge by \"basis: year-to-date\" or"
							+ " \"basis: rolling\" with \"combined:\".");
		}
		return base;
	}

	/** A sum is better or worse only than a sum over as long a time. */
	private void checkSummed(YamlNode written) {
		Cadence cadence = this.measure.cadence();
		if (cadence == null || !this.block.text("combined").equals("sum")) {
			return;
		}
		boolean isYear = PeriodFormat.of(Cadence.ANNUAL).parse(written.text()).isPresent();
		String beside = "\"basis: " + this.block.text("basis") + "\" with \"combined: sum\"";
		String otherwise = "judge by \"basis: latest\" and a single period.";
		if (this.block.text("basis").equals("year-to-date")) {
			if (!isYear) {
				this.block.fault(written, "expected relative-to: a financial year such as 2024/25, because " + beside
						+ " adds up a year, found \"" + written.text() + "\". Write the year, or " + otherwise);
			}
			this.block.all("values").forEach(TargetReader::checkEndsYear);
		}
		else if (this.block.text("basis").equals("rolling")) {
			int yearly = periodsInAYear(cadence);
			String periods = this.block.text("periods");
			if (yearly == 0) {
				this.block.fault(written,
						"expected no relative-to beside " + beside + ", because no so many " + cadence.word()
								+ " periods are as long as one or as a year, found \"" + written.text()
								+ "\". Write \"combined: mean\", or " + otherwise);
			}
			else if (!isYear || !periods.equals(String.valueOf(yearly))) {
				this.block.fault(written, "expected relative-to: a financial year such as 2024/25, and \"periods: "
						+ yearly + "\", because " + beside + " is held only against a sum of as many periods, found \""
						+ written.text() + "\" and \"periods: " + periods + "\". Write both so, or " + otherwise);
			}
		}
	}

	private static void checkEndsYear(YamlNode entry) {
		entry.find("date")
			.map(YamlNode::date)
			.filter((date) -> !FinancialYear.of(date).period().lastDay().equals(date))
			.ifPresent((date) -> entry.fault("date",
					"expected date: a 31 March, because a sum over part of a year is not held against that of a whole"
							+ " one, found " + date + ". Write " + FinancialYear.of(date).period().lastDay() + "."));
	}

	/** How many of its periods are a financial year; 0 where no whole number is. */
	private static int periodsInAYear(Cadence cadence) {
		return switch (cadence) {
			case MONTHLY -> 12;
			case QUARTERLY -> 4;
			case DAILY, WEEKLY, ANNUAL -> 0;
		};
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
			Optional<DatedValue> value = dated(entry);
			if (value.isPresent()) {
				checkOrder(entry, "date", latest, value.get().date());
				checkSide(entry, baseline, value.get().value());
				latest = value.get().date();
				values.add(inBaseUnits(value.get()));
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
			BigDecimal value = value(entry);
			if (period.isPresent() && value != null) {
				checkOrder(entry, "period", latest, period.get().lastDay());
				latest = period.get().lastDay();
				// On the way a plan may dip, for example in winter; only its end must be
				// better.
				if (entry.equals(entries.get(entries.size() - 1))) {
					checkSide(entry, baseline, value);
				}
				values.put(period.get(), (this.unit != null) ? this.unit.toBase(value) : value);
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

	private Optional<DatedValue> dated(YamlNode entry) {
		BigDecimal value = value(entry);
		return (value != null) ? entry.find("date").map((date) -> new DatedValue(date.date(), value))
				: Optional.empty();
	}

	private @Nullable BigDecimal value(YamlNode entry) {
		BigDecimal value = entry.optional(this.key, YamlNode::number);
		if (value != null && !this.key.equals(BETTER_BY)) {
			this.measure.checkBounds(entry, this.key, value);
		}
		if (value != null && this.key.equals(BETTER_BY) && this.unit == Unit.PERCENT
				&& value.compareTo(ALL_POINTS) > 0) {
			entry.fault(BETTER_BY, "expected better-by: 100 or less, because a percentage has no more points, found "
					+ value + ". Correct it.");
		}
		return value;
	}

	private DatedValue inBaseUnits(DatedValue shown) {
		return (this.unit != null) ? new DatedValue(shown.date(), this.unit.toBase(shown.value())) : shown;
	}

	private static void checkOrder(YamlNode entry, String key, @Nullable LocalDate previous, LocalDate date) {
		if (previous != null && !date.isAfter(previous)) {
			entry.fault(key, "expected " + key + ": later than " + previous + ", the date before it, found "
					+ entry.text(key) + ". Put baseline and values in the order of their dates.");
		}
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
