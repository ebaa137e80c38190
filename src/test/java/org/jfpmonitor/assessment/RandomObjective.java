package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Basis.Combined;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.Origin;

/**
 * An objective with figures and reports, drawn by a seed: small numbers, so that figures
 * often lie exactly on what is required, and days on and beside those that matter.
 */
final class RandomObjective {

	private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 1);

	private static final Period FIRST_YEAR = Period.of(FIRST_DAY, FIRST_DAY.plusYears(1));

	private static final Period DAYS = Period.of(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 7, 1));

	private final Random random;

	private final List<Feed> feeds = new ArrayList<>();

	private final List<Revision> figures = new ArrayList<>();

	private final List<MilestoneReport> reports = new ArrayList<>();

	private final TreeSet<LocalDate> days = new TreeSet<>();

	/** Whether all goes well, without which hardly anything would ever be completed. */
	private final boolean goesWell;

	private final Objective objective;

	private long deliveries;

	RandomObjective(long seed) {
		this.random = new Random(seed);
		this.days.add(FIRST_DAY);
		this.goesWell = oneIn(3);
		int count = 1 + below(this.goesWell ? 2 : 4);
		List<Measure> measures = IntStream.range(0, count).mapToObj(this::measure).toList();
		measures.forEach(this::fill);
		this.figures.sort(Comparator.comparing((Revision each) -> each.provenance().knownAt())
			.thenComparing((each) -> each.provenance().delivery()));
		List<Milestone> milestones = IntStream.range(0, below(4)).mapToObj(this::milestone).toList();
		Objective.Retirement retired = oneIn(12) ? new Objective.Retirement(day(), "The focus changed") : null;
		this.objective = new Objective(ObjectiveCode.of("1a"), "1", "Title", "Short", "Success", null, null, measures,
				milestones, retired);
	}

	Objective objective() {
		return this.objective;
	}

	Plan plan() {
		return new Plan(PlanId.of("test-plan"), "A plan", Example.ICB, Period.of(FIRST_DAY, LocalDate.of(2029, 4, 1)),
				null, List.of(new Ambition("1", "Ambition", List.of(), List.of(this.objective))), List.of(),
				this.feeds);
	}

	List<Revision> figures() {
		return this.figures;
	}

	List<MilestoneReport> reports() {
		return this.reports;
	}

	/** A day to ask about: one that matters, or one beside it. */
	LocalDate dayToAsk() {
		LocalDate matters = new ArrayList<>(this.days).get(below(this.days.size()));
		return oneIn(2) ? matters : matters.plusDays(below(3) - 1L);
	}

	/** A day whose knowledge to use: mostly not long after, sometimes before. */
	LocalDate dayOfKnowledge(LocalDate asked) {
		return switch (below(4)) {
			case 0 -> asked;
			case 1 -> dayToAsk();
			default -> asked.plusDays(below(90) - 15L);
		};
	}

	private Measure measure(int number) {
		Cadence cadence = oneIn(3) ? Cadence.QUARTERLY : Cadence.MONTHLY;
		Feed feed = new Feed(FeedId.of("feed-" + number), "Feed", oneIn(4) ? Cadence.QUARTERLY : Cadence.MONTHLY,
				pick(10, 20, 45), pick(0, 10, 14), null, oneIn(5));
		this.feeds.add(feed);
		boolean limit = oneIn(6);
		Unit unit = (!limit && oneIn(2)) ? Unit.PERCENT : Unit.COUNT;
		Direction better = (limit || oneIn(2)) ? Direction.LOWER : Direction.HIGHER;
		List<OrganisationCode> organisations = switch (below(6)) {
			case 0 -> codes("RM1", "RCX");
			case 1 -> codes("RM1", "RCX", "RGP");
			default -> codes("QMM");
		};
		Target target = oneIn(8) ? null : limit ? limit(cadence) : target(cadence, unit);
		return new Measure(MeasureId.of("measure-" + number), "Measure", "Measure", "", unit, better, cadence,
				feed.id(), organisations, target, "", 0, null, null, ChartSettings.standard());
	}

	/**
	 * A limit on the total of a year, all of whose values lie in the plan's first year.
	 */
	private Target limit(Cadence cadence) {
		return target(cadence, Unit.COUNT, Basis.yearToDate(Combined.SUM), FIRST_YEAR);
	}

	private Target target(Cadence cadence, Unit unit) {
		Combined combined = (unit == Unit.PERCENT) ? Combined.RATIO : oneIn(3) ? Combined.MEAN : Combined.SUM;
		Basis basis = switch (below(5)) {
			case 0 -> Basis.latest();
			case 1 -> Basis.snapshot();
			case 2 -> Basis.rolling(2 + below(3), combined);
			default -> Basis.yearToDate(combined);
		};
		return target(cadence, unit, basis, DAYS);
	}

	private Target target(Cadence cadence, Unit unit, Basis basis, Period within) {
		int scale = (unit == Unit.PERCENT || basis.isOfOnePeriod() || basis.combined() == Combined.MEAN) ? 1
				: pick(5, 10);
		Trajectory path = switch (below(3)) {
			case 0 -> new Trajectory.ByDate(datedValues(unit, scale, within));
			case 1 -> new Trajectory.StraightLine(datedValues(unit, scale, within));
			default -> points(cadence, unit, scale, within);
		};
		LocalDate first = path.dated().get(0).date();
		LocalDate before = first.minusDays(1 + below(300));
		LocalDate stood = (!(path instanceof Trajectory.StraightLine) && oneIn(4)) ? first.plusDays(below(120))
				: before;
		DatedValue baseline = oneIn(2) ? new DatedValue(stood, level(unit, scale)) : null;
		path.dated().forEach((each) -> this.days.add(each.date()));
		return new Target(oneIn(3) ? Target.Kind.MAINTAIN : Target.Kind.REACH, basis, baseline, path, 1 + below(3),
				null);
	}

	private List<DatedValue> datedValues(Unit unit, int scale, Period within) {
		TreeSet<LocalDate> dates = new TreeSet<>();
		int count = 1 + below(3);
		while (dates.size() < count) {
			LocalDate date = dayIn(within);
			dates.add(oneIn(2) ? date : YearMonth.from(date).atEndOfMonth());
		}
		return dates.stream().map((date) -> new DatedValue(date, level(unit, scale))).toList();
	}

	private Trajectory points(Cadence cadence, Unit unit, int scale, Period within) {
		Map<Period, BigDecimal> values = new HashMap<>();
		Period period = cadence.periodOf(dayIn(within));
		int count = 1 + below(12);
		for (int i = 0; i < count; i++) {
			if (i == 0 || !oneIn(3)) {
				values.put(period, level(unit, scale));
			}
			period = cadence.next(period);
		}
		return new Trajectory.Points(values);
	}

	private BigDecimal level(Unit unit, int scale) {
		return (unit == Unit.PERCENT) ? BigDecimal.valueOf(3 + below(5), 1)
				: BigDecimal.valueOf((3L + below(6)) * scale);
	}

	/** Figures from some month on: early, late, revised, missing and withheld ones. */
	private void fill(Measure measure) {
		Period period = measure.cadence().periodOf(LocalDate.of(2023, 10, 1).plusDays(below(300)));
		int count = below(30) / (measure.cadence() == Cadence.QUARTERLY ? 3 : 1);
		boolean bySnapshot = measure.target() != null && measure.target().basis().span() == Basis.Span.SNAPSHOT
				&& oneIn(2);
		boolean good = this.goesWell || oneIn(2);
		boolean tidy = this.goesWell || oneIn(2);
		for (int i = 0; i < count; i++) {
			Period cell = bySnapshot ? Period.day(period.lastDay().minusDays(below(5))) : period;
			this.days.add(cell.lastDay());
			for (OrganisationCode organisation : measure.organisations()) {
				int arrivals = (!tidy && oneIn(15)) ? 0 : oneIn(8) ? 2 : 1;
				for (int arrival = 0; arrival < arrivals; arrival++) {
					add(measure, organisation, cell, figure(measure, period, good, tidy));
				}
			}
			period = measure.cadence().next(period);
		}
	}

	private Figure figure(Measure measure, Period period, boolean good, boolean tidy) {
		if (!tidy && oneIn(25)) {
			return Figure.absent(pick(Figure.Mark.MISSING, Figure.Mark.SUPPRESSED, Figure.Mark.NOT_APPLICABLE));
		}
		boolean high = good == (measure.direction() == Direction.HIGHER);
		if (measure.unit() == Unit.COUNT) {
			BigDecimal value = BigDecimal
				.valueOf(oneIn(this.goesWell ? 40 : 5) ? below(12) : high ? 5 + below(5) : below(6));
			return oneIn(10) ? new Figure(value, null, null, Figure.Mark.ESTIMATED) : Figure.of(value);
		}
		if (measure.target() != null && measure.target().trajectory() instanceof Trajectory.StraightLine && oneIn(3)) {
			PlainReckoning.Fraction line = PlainReckoning.required(measure, period.lastDay());
			if (line != null) {
				return Figure.ratio(new BigDecimal(line.above()), new BigDecimal(line.below()));
			}
		}
		if (!tidy && oneIn(10)) {
			return Figure.of(BigDecimal.valueOf(1 + below(9), 1));
		}
		int denominator = oneIn(8) ? 0 : pick(3, 10, 30);
		int tenths = oneIn(this.goesWell ? 40 : 5) ? below(11) : high ? 5 + below(6) : below(6);
		return Figure.ratio(BigDecimal.valueOf((long) denominator * tenths / 10), BigDecimal.valueOf(denominator));
	}

	private void add(Measure measure, OrganisationCode organisation, Period period, Figure figure) {
		LocalDate arrived = period.lastDay().plusDays(oneIn(6) ? below(150) : 1 + below(25));
		this.days.add(arrived);
		// in summer the last of these is the next day in London
		Instant knownAt = Instant.parse(arrived + pick("T00:30:00Z", "T09:00:00Z", "T23:30:00Z"));
		this.deliveries++;
		Provenance provenance = new Provenance(DeliveryId.of(this.deliveries), "extract.csv", "figures",
				Vintage.arrived(arrived), knownAt);
		Observation observation = new Observation(new Cell(measure.id(), organisation, period), figure,
				organisation.value(), Place.line(2), 1);
		this.figures.add(new Revision(observation, provenance));
	}

	private Milestone milestone(int number) {
		MilestoneId id = MilestoneId.of("milestone-" + number);
		Milestone milestone = new Milestone(id, "Milestone", oneIn(2) ? day() : LocalDate.of(2026, 12, 31), null);
		this.days.add(milestone.due());
		int count = below(5);
		LocalDate asOf = day();
		Instant knownAt = known(asOf);
		for (int i = 0; i < count; i++) {
			if (!oneIn(5)) {
				// otherwise a further line of the same file
				asOf = day();
				knownAt = known(asOf);
			}
			LocalDate forecast = oneIn(2) ? milestone.due().plusDays(below(60) - 30L) : null;
			LocalDate achieved = oneIn(2) ? asOf.minusDays(below(60)) : null;
			boolean withdrawn = achieved == null && oneIn(this.goesWell ? 10 : 3);
			this.reports.add(below(this.reports.size() + 1), new MilestoneReport(id, asOf, forecast, achieved,
					withdrawn, "", new Origin(DeliveryId.of(1000 + i), "progress.csv", Place.line(2 + i), knownAt)));
			this.days.add(asOf);
			if (achieved != null) {
				this.days.add(achieved);
			}
		}
		return milestone;
	}

	private Instant known(LocalDate asOf) {
		return Instant.parse(asOf.plusDays(below(40)) + pick("T09:00:00Z", "T23:30:00Z"));
	}

	private LocalDate day() {
		return dayIn(DAYS);
	}

	private LocalDate dayIn(Period within) {
		LocalDate day = within.start()
			.plusDays(below((int) ChronoUnit.DAYS.between(within.start(), within.endExclusive())));
		this.days.add(day);
		return day;
	}

	private static List<OrganisationCode> codes(String... codes) {
		return List.of(codes).stream().map(OrganisationCode::of).toList();
	}

	private int below(int bound) {
		return this.random.nextInt(bound);
	}

	private boolean oneIn(int many) {
		return this.random.nextInt(many) == 0;
	}

	@SafeVarargs
	private <T> T pick(T... all) {
		return all[below(all.length)];
	}

	/** Everything that was drawn, a line for each. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		if (this.objective.retired() != null) {
			text.append("retired from ").append(this.objective.retired().from()).append('\n');
		}
		for (Measure measure : this.objective.measures()) {
			Feed feed = plan().feed(measure.feed()).orElseThrow();
			text.append("%s %s %s better, %s, of %s; feed %s, lag %d, grace %d%s\n".formatted(measure.id(),
					measure.unit().word(), measure.direction().code(), measure.cadence().word(),
					measure.organisations(), feed.cadence().word(), feed.lagDays(), feed.graceDays(),
					feed.ended() ? ", ended" : ""));
			append(measure.target(), text);
			this.figures.stream().filter((each) -> each.cell().measure().equals(measure.id())).forEach((each) -> {
				Figure figure = each.figure();
				text.append("  %s to %s %s: %s known %s\n".formatted(each.cell().period().start(),
						each.cell().period().lastDay(), each.cell().organisation(),
						(figure.denominator() != null) ? figure.numerator() + "/" + figure.denominator()
								: (figure.value() != null) ? figure.value() : figure.mark(),
						each.provenance().knownAt()));
			});
		}
		for (Milestone milestone : this.objective.milestones()) {
			text.append("%s due %s\n".formatted(milestone.id(), milestone.due()));
			this.reports.stream()
				.filter((each) -> each.milestone().equals(milestone.id()))
				.forEach((each) -> text.append("  as of %s: forecast %s, achieved %s%s; line %d known %s\n".formatted(
						each.asOf(), each.forecast(), each.achieved(), each.withdrawn() ? ", withdrawn" : "",
						each.origin().place().line(), each.origin().knownAt())));
		}
		return text.toString();
	}

	private static void append(Target target, StringBuilder text) {
		if (target == null) {
			text.append("  no target yet\n");
			return;
		}
		text.append("  %s by %s %s %d %s, %s, baseline %s, sustained for %d\n".formatted(target.kind(),
				target.basis().span(), target.basis().combined(), target.basis().periods(),
				target.trajectory().getClass().getSimpleName(),
				target.trajectory().dated().stream().map((each) -> each.value() + " on " + each.date()).toList(),
				(target.baseline() != null) ? target.baseline().value() + " on " + target.baseline().date() : "none",
				target.sustainedFor()));
	}

}
