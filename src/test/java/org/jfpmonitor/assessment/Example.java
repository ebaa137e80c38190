package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.assessment.rule.AssessmentInput;
import org.jfpmonitor.assessment.rule.MeasureAssessor;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Ledgers;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.progress.StatusOverride;

/**
 * One measure with its figures, set up in a few words. It starts as a count of beds, more
 * of which is better, monthly, of QMM, from a feed that is due after 20 days and has 10
 * days of grace.
 */
public final class Example {

	public static final OrganisationCode ICB = OrganisationCode.of("QMM");

	static final Organisations REGISTER = Organisations.of(List.of(
			new Organisation(ICB, "Norfolk and Waveney ICB", Organisation.Type.ICB, List.of(), null,
					LocalDate.of(2026, 3, 31), List.of(OrganisationCode.of("T6Y0W"))),
			new Organisation(OrganisationCode.of("T6Y0W"), "Norfolk and Suffolk ICB", Organisation.Type.ICB, List.of(),
					LocalDate.of(2026, 4, 1), null, List.of()),
			trust("RM1", "Norfolk and Norwich"), trust("RCX", "Queen Elizabeth"), trust("RGP", "James Paget")));

	private final MeasureId id;

	private Unit unit = Unit.COUNT;

	private Direction direction = Direction.HIGHER;

	private Cadence cadence = Cadence.MONTHLY;

	private List<OrganisationCode> organisations = List.of(ICB);

	private Target target;

	private String targetNote = "";

	private long smallDenominator;

	private BigDecimal lowest;

	private BigDecimal highest;

	private ChartSettings chart = ChartSettings.standard();

	private Feed feed = new Feed(FeedId.of("virtual-wards"), "Virtual wards", Cadence.MONTHLY, 20, 10, null, false);

	private final List<Measure> watched = new ArrayList<>();

	private final List<Revision> revisions = new ArrayList<>();

	private final List<Map.Entry<Provenance, Coverage>> withdrawals = new ArrayList<>();

	private int deliveries;

	private Example(String id) {
		this.id = MeasureId.of(id);
	}

	public static Example beds() {
		return new Example("virtual-ward-beds");
	}

	public static Example of(String id) {
		return new Example(id);
	}

	public Example in(Unit counted) {
		this.unit = counted;
		return this;
	}

	public Example lowerIsBetter() {
		this.direction = Direction.LOWER;
		return this;
	}

	public Example every(Cadence often) {
		this.cadence = often;
		return this;
	}

	public Example ofOrganisations(String... codes) {
		this.organisations = List.of(codes).stream().map(OrganisationCode::of).toList();
		return this;
	}

	Example from(Feed supply) {
		this.feed = supply;
		return this;
	}

	public Example withoutTarget(String note) {
		this.target = null;
		this.targetNote = note;
		return this;
	}

	public Example target(Target promised) {
		this.target = promised;
		return this;
	}

	/** To be reached, by the latest figure, each dated value from its date. */
	public Example reach(int sustainedFor, Trajectory.DatedValue... values) {
		return target(new Target(Target.Kind.REACH, Basis.latest(), null, new Trajectory.ByDate(List.of(values)),
				sustainedFor, null));
	}

	/** A standing standard by the basis, from the first day of 2020. */
	public Example maintain(Basis basis, String value) {
		return target(new Target(Target.Kind.MAINTAIN, basis, null,
				new Trajectory.ByDate(List.of(Written.at("2020-01-01", value))), 1, null));
	}

	public Example smallBelow(long denominator) {
		this.smallDenominator = denominator;
		return this;
	}

	public Example bounds(String least, String greatest) {
		this.lowest = (least != null) ? Written.number(least) : null;
		this.highest = (greatest != null) ? Written.number(greatest) : null;
		return this;
	}

	public Example chart(ChartSettings settings) {
		this.chart = settings;
		return this;
	}

	public Example watching(Measure measure) {
		this.watched.add(measure);
		return this;
	}

	/**
	 * One figure of the ICB for each period from the first on, known on its last day; "-"
	 * for none.
	 */
	public Example figures(String first, String figures) {
		return figuresOf("QMM", first, figures);
	}

	public Example figuresOf(String organisation, String first, String figures) {
		Period period = this.cadence.periodOf(Written.period(first).start());
		for (String figure : figures.strip().split(" ", -1)) {
			if (!"-".equals(figure)) {
				add(this.id, organisation, period, figure, period.lastDay() + "T17:00:00Z");
			}
			period = this.cadence.next(period);
		}
		return this;
	}

	/** One figure that arrived at the given moment. */
	public Example figure(String period, String figure, String knownAt) {
		add(this.id, this.organisations.get(0).value(), Written.period(period), figure, knownAt);
		return this;
	}

	/** A figure of another measure, such as a planned value. */
	public Example figureOf(String measure, String period, String figure) {
		add(MeasureId.of(measure), this.organisations.get(0).value(), Written.period(period), figure,
				"2024-03-31T09:00:00Z");
		return this;
	}

	/** A figure that another organisation gives of another measure. */
	public Example figureOf(String measure, String organisation, String period, String figure) {
		add(MeasureId.of(measure), organisation, Written.period(period), figure, "2024-03-31T09:00:00Z");
		return this;
	}

	/** A line that withdraws the figure of an organisation, at the moment given. */
	public Example withdrawn(String organisation, String period, String knownAt) {
		this.withdrawals.add(Map.entry(arrival(knownAt), new Coverage(this.id, organisation, Written.period(period))));
		return this;
	}

	private Provenance arrival(String knownAt) {
		Instant arrived = Instant.parse(knownAt);
		this.deliveries++;
		return new Provenance(DeliveryId.of(this.deliveries), "extract-" + this.deliveries + ".csv", "figures",
				Vintage.arrived(LocalDate.ofInstant(arrived, java.time.ZoneOffset.UTC)), arrived);
	}

	private void add(MeasureId measure, String organisation, Period period, String figure, String knownAt) {
		Provenance provenance = arrival(knownAt);
		Cell cell = new Cell(measure, OrganisationCode.of(organisation), period);
		this.revisions.add(new Revision(new Observation(cell, Written.figure(figure), organisation, Place.line(19), 1),
				provenance));
	}

	public Measure measure() {
		return new Measure(this.id, "Virtual ward beds", "Virtual ward beds", "", this.unit, this.direction,
				this.cadence, this.feed.id(), this.organisations, this.target, this.targetNote, this.smallDenominator,
				this.lowest, this.highest, this.chart);
	}

	public AssessmentInput input() {
		return new AssessmentInput(Ledgers.of(this.revisions, this.withdrawals),
				new ReportLedger(List.of(), List.of(), List.of()), REGISTER);
	}

	public AssessmentInput input(List<MilestoneReport> milestones, List<PublishedPosition> positions,
			List<StatusOverride> overrides) {
		return new AssessmentInput(Ledgers.of(this.revisions, this.withdrawals),
				new ReportLedger(milestones, positions, overrides), REGISTER);
	}

	public Plan plan(Milestone... milestones) {
		return plan(null, milestones);
	}

	public Plan plan(Objective.Retirement retired, Milestone... milestones) {
		Objective objective = new Objective(ObjectiveCode.of("6b"), "6", "Expand virtual ward services",
				"Virtual wards", "202 beds", null, null, List.of(measure()), List.of(milestones), retired);
		return plan(List.of(objective));
	}

	public Plan plan(List<Objective> objectives) {
		return new Plan(EDITION, "A plan", ICB, Period.of(LocalDate.of(2024, 4, 1), LocalDate.of(2029, 4, 1)), null,
				List.of(new Ambition("6", "Urgent and emergency care", List.of(), objectives)), this.watched,
				List.of(this.feed));
	}

	/** The edition of every plan of this kind. */
	public static final PlanId EDITION = PlanId.of("test-plan");

	public static PlanVersion version(Plan plan) {
		return new PlanVersion(1, "0".repeat(64), Instant.parse("2024-04-01T00:00:00Z"), plan);
	}

	/** The measure as of the day, as known on the same day. */
	public MeasureAssessment asOf(String day) {
		return asOf(day, day);
	}

	public MeasureAssessment asOf(String day, String knownOn) {
		return new MeasureAssessor(plan(), input(), LocalDate.parse(day), LocalDate.parse(knownOn)).assess(measure());
	}

	private static Organisation trust(String code, String name) {
		return new Organisation(OrganisationCode.of(code), name, Organisation.Type.TRUST, List.of(), null, null,
				List.of());
	}

}
