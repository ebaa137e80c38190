package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.calendar.WorkingDays;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.progress.MilestoneReport;

/**
 * The rules of statuses once more, written from the documents and in exact fractions, to
 * hold the assessment against. It shares no code with the assessment and takes the
 * longest, plainest way: nothing is kept between two questions. It knows measures by the
 * month and by the quarter, and paths that the plan itself writes.
 *
 * @param plan the plan that the objectives belong to
 * @param figures every figure that ever arrived, in the order of arrival
 * @param reports every report of a milestone
 * @param asOf the day it speaks of
 * @param knownOn the day whose knowledge it uses, to its end in London
 */
record PlainReckoning(Plan plan, List<Revision> figures, List<MilestoneReport> reports, LocalDate asOf,
		LocalDate knownOn) {

	/** An objective that no longer applies, or the worst of its parts. */
	Status objective(Objective objective) {
		if (objective.retired() != null && !this.asOf.isBefore(objective.retired().from())) {
			return Status.NO_LONGER_APPLICABLE;
		}
		List<Answer> parts = new ArrayList<>();
		objective.measures().forEach((each) -> parts.add(measure(each)));
		objective.milestones().forEach((each) -> parts.add(Answer.judged(milestone(each), null)));
		for (Status adverse : List.of(Status.UNDERPERFORMANCE, Status.DELAYED)) {
			if (parts.stream().anyMatch((each) -> each.status() == adverse)) {
				return adverse;
			}
		}
		if (parts.stream().anyMatch(Answer::lacksData) || parts.stream().allMatch((each) -> each.status() == null)) {
			return null;
		}
		return parts.stream().allMatch((each) -> each.status() == Status.COMPLETED) ? Status.COMPLETED
				: Status.ON_TRACK;
	}

	/** Achieved by the day, past its due day or forecast after it, or in time. */
	Status milestone(Milestone milestone) {
		List<MilestoneReport> known = this.reports.stream()
			.filter((each) -> each.milestone().equals(milestone.id()) && isKnown(each.origin().knownAt()))
			.sorted(Comparator.comparing(MilestoneReport::asOf)
				.thenComparing((each) -> each.origin().knownAt())
				.thenComparing((each) -> each.origin().place().line()))
			.toList();
		boolean achieved = false;
		boolean takenBackLater = false;
		LocalDate forecast = null;
		for (MilestoneReport report : known) {
			boolean spoken = !report.asOf().isAfter(this.asOf);
			takenBackLater |= report.withdrawn() && !spoken;
			if (report.achieved() != null && !takenBackLater) {
				achieved = !report.achieved().isAfter(this.asOf);
			}
			if (spoken && report.withdrawn()) {
				achieved = false;
			}
			if (spoken && report.forecast() != null) {
				forecast = report.forecast();
			}
		}
		if (achieved) {
			return Status.COMPLETED;
		}
		boolean late = this.asOf.isAfter(milestone.due()) || (forecast != null && forecast.isAfter(milestone.due()));
		return late ? Status.DELAYED : Status.ON_TRACK;
	}

	/** What the newest figure that is over says against what the path asks of it. */
	Answer measure(Measure measure) {
		Target target = measure.target();
		if (target == null) {
			return Answer.notStated();
		}
		TreeMap<LocalDate, Map<OrganisationCode, Figure>> held = held(measure);
		if (held.isEmpty() || isOverdue(measure, held.lastKey())) {
			return Answer.withoutData();
		}
		Fraction figure = figure(measure, held, held.lastKey());
		if (figure == null) {
			return Answer.withoutData();
		}
		Fraction required = required(measure, held.lastKey());
		if (required != null && !meets(measure, figure, required)) {
			return Answer.judged(Status.UNDERPERFORMANCE, required);
		}
		// what meets the last target already is as good as anything that is still to bind
		DatedValue goal = goal(measure, held.lastKey());
		boolean reached = goal != null && meets(measure, figure, Fraction.of(goal.value()));
		if (required == null && !reached) {
			return Answer.notStated();
		}
		return Answer.judged(reached && isHeld(measure, held, goal) ? Status.COMPLETED : Status.ON_TRACK, required);
	}

	/**
	 * The figures that are known and over, by the last day of the month or quarter they
	 * stand for. Of several arrivals the last counts, of several snapshots the latest.
	 */
	private TreeMap<LocalDate, Map<OrganisationCode, Figure>> held(Measure measure) {
		Map<Cell, Revision> current = new HashMap<>();
		for (Revision each : this.figures) {
			if (each.cell().measure().equals(measure.id()) && isKnown(each.provenance().knownAt())
					&& measure.organisations().contains(each.cell().organisation())
					&& !endOf(measure.cadence(), each.cell().period().lastDay()).isAfter(this.asOf)) {
				current.put(each.cell(), each);
			}
		}
		TreeMap<LocalDate, Map<OrganisationCode, Figure>> held = new TreeMap<>();
		current.values()
			.stream()
			.sorted(Comparator.comparing((each) -> each.cell().period().lastDay()))
			.forEach((each) -> held
				.computeIfAbsent(endOf(measure.cadence(), each.cell().period().lastDay()), (end) -> new HashMap<>())
				.put(each.cell().organisation(), each.figure()));
		return held;
	}

	private boolean isOverdue(Measure measure, LocalDate newest) {
		Feed feed = this.plan.feed(measure.feed()).orElseThrow();
		LocalDate expected = after(measure.cadence(), newest, 1);
		while (!feed.ended() && !expected.isAfter(this.asOf)) {
			LocalDate due = WorkingDays.ofEngland()
				.sameOrNext(endOf(feed.cadence(), expected).plusDays(feed.lagDays()));
			if (this.knownOn.isAfter(due.plusDays(feed.graceDays()))) {
				return true;
			}
			expected = after(measure.cadence(), expected, 1);
		}
		return false;
	}

	/** The figure by the basis; null when anything that it needs is not there. */
	private static Fraction figure(Measure measure, TreeMap<LocalDate, Map<OrganisationCode, Figure>> held,
			LocalDate slotEnd) {
		Basis basis = measure.target().basis();
		List<Figure> parts = new ArrayList<>();
		LocalDate first = switch (basis.span()) {
			case LATEST, SNAPSHOT -> slotEnd;
			case ROLLING -> after(measure.cadence(), slotEnd, 1 - basis.periods());
			case YEAR_TO_DATE -> endOf(measure.cadence(), firstOfApril(slotEnd));
		};
		int slots = 0;
		for (LocalDate each = first; !each.isAfter(slotEnd); each = after(measure.cadence(), each, 1)) {
			slots++;
			for (OrganisationCode organisation : measure.organisations()) {
				Figure figure = held.getOrDefault(each, Map.of()).get(organisation);
				if (figure == null || (figure.value() == null && !(isShare(measure) && isNothingOfNothing(figure)))) {
					return null;
				}
				parts.add(figure);
			}
		}
		if (isShare(measure)) {
			return share(parts);
		}
		Fraction sum = Fraction.ZERO;
		for (Figure each : parts) {
			sum = sum.plus(Fraction.of(each.value()));
		}
		return (basis.combined() == Basis.Combined.MEAN) ? sum.over(Fraction.of(BigDecimal.valueOf(slots))) : sum;
	}

	/** Sum of numerators over sum of denominators; a single share stands for itself. */
	private static Fraction share(List<Figure> parts) {
		if (parts.size() == 1 && parts.get(0).denominator() == null) {
			return Fraction.of(parts.get(0).value());
		}
		Fraction above = Fraction.ZERO;
		Fraction below = Fraction.ZERO;
		for (Figure each : parts) {
			if (each.denominator() == null) {
				return null;
			}
			above = above.plus(Fraction.of(each.numerator()));
			below = below.plus(Fraction.of(each.denominator()));
		}
		return below.equals(Fraction.ZERO) ? null : above.over(below);
	}

	private static boolean isShare(Measure measure) {
		return measure.unit() == Unit.PERCENT;
	}

	private static boolean isNothingOfNothing(Figure figure) {
		return figure.denominator() != null && figure.denominator().signum() == 0;
	}

	/** What the path asks for on the last day of a period; null when nothing. */
	static Fraction required(Measure measure, LocalDate day) {
		Target target = measure.target();
		List<DatedValue> dated = target.trajectory().dated();
		DatedValue baseline = target.baseline();
		if (isTotalOfAYear(target)) {
			dated = dated.stream().filter((each) -> isOfYear(each, day)).toList();
			baseline = (baseline != null && isOfYear(baseline, day)) ? baseline : null;
		}
		Fraction stated = isPathOfATotal(target) ? dated.stream()
			.filter((each) -> each.date().equals(day))
			.findFirst()
			.map((each) -> Fraction.of(each.value()))
			.orElse(null) : stated(target.trajectory(), dated, baseline, day);
		if (stated == null && isLimitOnATotal(measure)) {
			// what is more than the next limit now will be more than it on its day
			return dated.stream()
				.filter((each) -> each.date().isAfter(day))
				.findFirst()
				.map((each) -> Fraction.of(each.value()))
				.orElse(null);
		}
		return stated;
	}

	private static Fraction stated(Trajectory path, List<DatedValue> dated, DatedValue baseline, LocalDate day) {
		DatedValue before = (path instanceof Trajectory.Points) ? null : baseline;
		DatedValue after = null;
		for (DatedValue each : dated) {
			if (!each.date().isAfter(day)) {
				before = each;
			}
			else if (after == null) {
				after = each;
			}
		}
		if (path instanceof Trajectory.Points && before != null) {
			// behind the last point its value holds; between two nothing is stated
			return (after == null || before.date().equals(day)) ? Fraction.of(before.value()) : null;
		}
		if (before == null || (dated.isEmpty() && path instanceof Trajectory.StraightLine)) {
			// a line needs a value to lead to, a baseline alone is none
			return null;
		}
		if (path instanceof Trajectory.ByDate || !day.isAfter(before.date())) {
			return Fraction.of(before.value());
		}
		if (after == null) {
			return Fraction.of(before.value());
		}
		Fraction gone = Fraction.of(BigDecimal.valueOf(day.toEpochDay() - before.date().toEpochDay()))
			.over(Fraction.of(BigDecimal.valueOf(after.date().toEpochDay() - before.date().toEpochDay())));
		Fraction rise = Fraction.of(after.value().subtract(before.value()));
		return Fraction.of(before.value()).plus(rise.times(gone));
	}

	/**
	 * The value that completes the measure when it is met and held; null when none can.
	 */
	private static DatedValue goal(Measure measure, LocalDate newest) {
		Target target = measure.target();
		DatedValue last = target.trajectory().dated().get(target.trajectory().dated().size() - 1);
		boolean ofAnotherYear = isTotalOfAYear(target) && !isOfYear(last, newest);
		boolean limitBeforeItsYearIsOver = isLimitOnATotal(measure)
				&& !newest.equals(firstOfApril(newest).plusYears(1).minusDays(1));
		boolean grownSince = isPathOfATotal(target) && newest.isAfter(last.date());
		return (target.kind() == Target.Kind.MAINTAIN || ofAnotherYear || limitBeforeItsYearIsOver || grownSince) ? null
				: last;
	}

	/**
	 * Whether the value was met in as many periods in a row, the newest included, as
	 * asked.
	 */
	private boolean isHeld(Measure measure, TreeMap<LocalDate, Map<OrganisationCode, Figure>> held, DatedValue goal) {
		LocalDate each = held.lastKey();
		for (int period = 0; period < measure.target().sustainedFor(); period++) {
			Fraction figure = figure(measure, held, each);
			if (figure == null || each.isBefore(heldFrom(measure, held.lastKey()))
					|| !meets(measure, figure, Fraction.of(goal.value()))) {
				return false;
			}
			each = after(measure.cadence(), each, -1);
		}
		return true;
	}

	/** Since when a measure can hold its target: once somebody is bound by it. */
	private LocalDate heldFrom(Measure measure, LocalDate newest) {
		Target target = measure.target();
		List<LocalDate> days = new ArrayList<>(List.of(this.plan.duration().start()));
		LocalDate first = target.trajectory().dated().get(0).date();
		if (target.baseline() != null) {
			days.add(target.baseline().date());
		}
		if (isTotalOfAYear(target)) {
			days.add(firstOfApril(newest));
		}
		if (isLimitOnATotal(measure)) {
			days.add(firstOfApril(first));
		}
		else if (!(target.trajectory() instanceof Trajectory.StraightLine) || target.baseline() == null) {
			days.add(first);
		}
		return days.stream().max(Comparator.naturalOrder()).orElseThrow();
	}

	private static boolean meets(Measure measure, Fraction figure, Fraction required) {
		int compared = figure.compareTo(required);
		return (measure.direction() == Direction.HIGHER) ? compared >= 0 : compared <= 0;
	}

	private static boolean isTotalOfAYear(Target target) {
		return target.basis().span() == Basis.Span.YEAR_TO_DATE && target.basis().combined() == Basis.Combined.SUM;
	}

	/** A total grows: what it should be in one month says nothing of the next. */
	private static boolean isPathOfATotal(Target target) {
		return isTotalOfAYear(target) && target.trajectory() instanceof Trajectory.Points;
	}

	private static boolean isLimitOnATotal(Measure measure) {
		return isTotalOfAYear(measure.target()) && measure.direction() == Direction.LOWER;
	}

	private static boolean isOfYear(DatedValue value, LocalDate day) {
		return firstOfApril(value.date()).equals(firstOfApril(day));
	}

	private static LocalDate firstOfApril(LocalDate day) {
		LocalDate april = LocalDate.of(day.getYear(), 4, 1);
		return day.isBefore(april) ? april.minusYears(1) : april;
	}

	/** The last day of the month or quarter that the day lies in. */
	private static LocalDate endOf(Cadence cadence, LocalDate day) {
		int month = (cadence == Cadence.QUARTERLY) ? (day.getMonthValue() + 2) / 3 * 3 : day.getMonthValue();
		return YearMonth.of(day.getYear(), month).atEndOfMonth();
	}

	private static LocalDate after(Cadence cadence, LocalDate slotEnd, int slots) {
		int months = (cadence == Cadence.QUARTERLY) ? 3 : 1;
		return YearMonth.from(slotEnd).plusMonths((long) months * slots).atEndOfMonth();
	}

	private boolean isKnown(Instant arrived) {
		return !LocalDate.ofInstant(arrived, Today.LONDON).isAfter(this.knownOn);
	}

	/**
	 * Where a measure or milestone stands.
	 *
	 * @param status null when it is not assessed
	 * @param required what a measure is held against, or null
	 * @param lacksData whether it is not assessed although the plan says enough
	 */
	record Answer(Status status, Fraction required, boolean lacksData) {

		private static Answer judged(Status status, Fraction required) {
			return new Answer(status, required, false);
		}

		private static Answer withoutData() {
			return new Answer(null, null, true);
		}

		private static Answer notStated() {
			return new Answer(null, null, false);
		}

	}

	/** A number as a fraction, never rounded. */
	record Fraction(BigInteger above, BigInteger below) implements Comparable<Fraction> {

		private static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

		Fraction {
			BigInteger common = above.gcd(below).multiply(BigInteger.valueOf(below.signum()));
			above = above.divide(common);
			below = below.divide(common);
		}

		static Fraction of(BigDecimal value) {
			Objects.requireNonNull(value);
			BigDecimal whole = value.setScale(Math.max(0, value.scale()));
			return new Fraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
		}

		Fraction plus(Fraction other) {
			return new Fraction(this.above.multiply(other.below).add(other.above.multiply(this.below)),
					this.below.multiply(other.below));
		}

		Fraction times(Fraction other) {
			return new Fraction(this.above.multiply(other.above), this.below.multiply(other.below));
		}

		Fraction over(Fraction other) {
			return new Fraction(this.above.multiply(other.below), this.below.multiply(other.above));
		}

		/** Whether the decimal is this number to 20 places. */
		boolean isAbout(BigDecimal decimal) {
			Fraction apart = plus(Fraction.of(decimal.negate()));
			return apart.above.abs().multiply(BigInteger.TEN.pow(20)).compareTo(apart.below) <= 0;
		}

		@Override
		public int compareTo(Fraction other) {
			return this.above.multiply(other.below).compareTo(other.above.multiply(this.below));
		}

		@Override
		public String toString() {
			return this.above + "/" + this.below;
		}

	}

}
