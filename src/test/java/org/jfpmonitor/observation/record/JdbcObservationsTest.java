package org.jfpmonitor.observation.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.ObservationsRecorded;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.store.TestTransactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@SpringJUnitConfig
class JdbcObservationsTest {

	private static final MeasureId BEDS = MeasureId.of("virtual-ward-beds");

	private static final OrganisationCode ICB = OrganisationCode.of("QMM");

	private static final OrganisationCode TRUST = OrganisationCode.of("RM1");

	private static final Period JANUARY = Period.month(2025, 1);

	private static final Period FEBRUARY = Period.month(2025, 2);

	@Autowired
	private Observations observations;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Heard heard;

	@BeforeEach
	void emptyTheStore() {
		this.jdbc.sql("truncate figure_set, estimate_list, withdrawn_reading, coverage, observation").update();
		this.heard.events.clear();
	}

	@Test
	void keepsEveryPartOfAFigureAndWhereItCameFrom() {
		Figure share = Figure.ratio(new BigDecimal("33"), new BigDecimal("1100"));
		Observation read = new Observation(new Cell(BEDS, ICB, JANUARY), share, "icb", Place.line(19), 4);
		Provenance march = provenance(7, "2025-03-01", 2, "2025-03-03T09:30:00.123456Z");
		record(march, List.of(new Coverage(BEDS, "icb", JANUARY)), read);

		assertThat(this.observations.series(BEDS, ICB, LocalDate.of(2025, 3, 3)).points())
			.containsExactly(new Revision(read, march));
	}

	@Test
	void keepsZeroAsAValueAndAnAbsentFigureAsItsReason() {
		record(provenance(1, "2025-02-10", 1, "2025-02-10T09:00:00Z"), covering("icb", JANUARY, FEBRUARY),
				observation(JANUARY, Figure.of(BigDecimal.ZERO), "icb"),
				observation(FEBRUARY, Figure.absent(Figure.Mark.SUPPRESSED), "icb"));

		assertThat(this.observations.series(BEDS, ICB, LocalDate.of(2025, 2, 10)).points()).extracting(Revision::figure)
			.containsExactly(Figure.of(BigDecimal.ZERO), Figure.absent(Figure.Mark.SUPPRESSED));
	}

	@Test
	void answersWhatWasKnownOnADay() {
		record(provenance(1, "2025-02-10", 1, "2025-02-10T23:59:59Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-05-10", 1, "2025-05-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 205));

		assertThat(known("2025-02-09")).isEmpty();
		assertThat(known("2025-02-10")).containsExactly("170");
		assertThat(known("2025-05-09")).containsExactly("170");
		assertThat(known("2025-05-10")).containsExactly("205");
	}

	@Test
	void endsTheDayInLondon() {
		record(provenance(1, "2025-06-30", 1, "2025-06-30T22:59:59Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-07-01", 1, "2025-06-30T23:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 171));

		assertThat(known("2025-06-30")).containsExactly("170");
		assertThat(known("2025-07-01")).containsExactly("171");
	}

	@Test
	void prefersTheNewerVintageEvenWhenItArrivedEarlier() {
		record(provenance(1, "2025-05-09", 2, "2025-05-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 205));
		record(provenance(2, "2025-05-09", 1, "2025-05-11T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 204));
		record(provenance(3, "2025-02-10", 1, "2025-05-12T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));

		assertThat(known("2025-05-12")).containsExactly("205");
	}

	@Test
	void anExtractThatStatesNoDayNeverOutranksOneThatDoes() {
		record(provenance(1, "2025-02-08", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-09-01", 1, "2025-09-01T08:00:00Z"), covering("icb", JANUARY, FEBRUARY),
				beds(JANUARY, 1), beds(FEBRUARY, 2));
		record(latestPeriod(3, "2025-09-30", 2, "2025-10-01T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 3));

		assertThat(known("2025-10-01")).containsExactly("170", "2");
	}

	@Test
	void anExtractThatStatesItsDayReplacesOneThatDidNotHoweverLateThatCame() {
		record(provenance(1, "2025-09-01", 1, "2025-09-01T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 1));
		record(provenance(2, "2025-02-08", 1, "2025-09-02T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));

		assertThat(known("2025-09-01")).containsExactly("1");
		assertThat(known("2025-09-02")).containsExactly("170");
	}

	@Test
	void placesALineAboveAnExtractThatIsBroughtInAsKnownBeforeIt() {
		record(provenance(1, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.ONE), "QMM"));
		record(provenance(2, "2025-02-08", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));

		assertThat(known("2025-03-09")).containsExactly("170");
		assertThat(known("2025-03-10")).containsExactly("1");
	}

	@Test
	void ofEqualVintagesPrefersTheLaterArrival() {
		record(provenance(2, "2025-05-10", 1, "2025-05-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 1));
		record(provenance(1, "2025-05-10", 1, "2025-05-10T09:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 2));
		record(provenance(3, "2025-05-10", 1, "2025-05-10T09:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 3));

		assertThat(known("2025-05-10")).containsExactly("3");
	}

	@Test
	void forgetsACellThatANewerVintageNoLongerHolds() {
		Observation trust = new Observation(new Cell(BEDS, TRUST, JANUARY), Figure.of(BigDecimal.TEN), "all",
				Place.line(3), 1);
		record(provenance(1, "2025-02-10", 1, "2025-02-10T08:00:00Z"), covering("all", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.ONE), "all"), trust);
		record(provenance(2, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("all", JANUARY), trust);

		assertThat(known("2025-03-09")).containsExactly("1");
		assertThat(known("2025-03-10")).isEmpty();
	}

	@Test
	void withdrawsACellByACoverageOfItsOrganisationWithoutFigures() {
		record(provenance(1, "2025-02-10", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("QMM", JANUARY));

		assertThat(known("2025-03-10")).isEmpty();
	}

	@Test
	void letsACorrectionReplaceWhatWasWithdrawnWhateverDayItIsDatedBy() {
		record(latestPeriod(1, "2025-01-31", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("QMM", JANUARY));
		record(latestPeriod(3, "2025-01-31", 2, "2025-04-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 171));

		assertThat(known("2025-03-09")).containsExactly("170");
		assertThat(known("2025-04-09")).isEmpty();
		assertThat(known("2025-04-10")).containsExactly("171");
	}

	@Test
	void leavesWithdrawnWhatAnOlderIssueSaysThatArrivesLate() {
		record(latestPeriod(1, "2025-01-31", 2, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("QMM", JANUARY));
		record(latestPeriod(3, "2025-01-31", 1, "2025-04-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 169));

		assertThat(known("2025-04-10")).isEmpty();
	}

	@Test
	void placesALineAboveOneThatStatesItsDayAboutTheSameOrganisation() {
		record(provenance(1, "2025-03-01", 1, "2025-03-10T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.valueOf(2000)), "QMM"));
		record(provenance(2, "2025-03-11", 1, "2025-03-11T08:00:00Z"), covering("QMM", JANUARY));
		record(provenance(3, "2025-03-12", 1, "2025-03-12T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.valueOf(2450)), "QMM"));
		record(provenance(4, "2025-03-20", 1, "2025-03-21T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.valueOf(2460)), "QMM"));

		assertThat(known("2025-03-10")).containsExactly("2000");
		assertThat(known("2025-03-11")).isEmpty();
		assertThat(known("2025-03-12")).containsExactly("2450");
		assertThat(known("2025-03-21")).containsExactly("2460");
	}

	@Test
	void letsALineAboutAnotherOrganisationRaiseNothing() {
		record(provenance(1, "2025-03-01", 1, "2025-03-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-03-11", 1, "2025-03-11T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.valueOf(175)), "QMM"));
		record(provenance(3, "2025-03-10", 1, "2025-03-11T09:00:00Z"), covering("RM1", JANUARY));
		record(provenance(4, "2025-03-05", 1, "2025-03-21T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 180));

		assertThat(known("2025-03-20")).containsExactly("175");
		assertThat(known("2025-03-21")).containsExactly("180");
	}

	@Test
	void placesALineAboveTheExtractThatCameWithItAndBelowTheNextOne() {
		record(provenance(1, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.ONE), "QMM"));
		record(latestPeriod(2, "2025-01-31", 1, "2025-03-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(latestPeriod(3, "2025-01-31", 1, "2025-04-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 171));

		assertThat(known("2025-03-10")).containsExactly("1");
		assertThat(known("2025-04-10")).containsExactly("171");
	}

	@Test
	void takesBackADeliveryFromTheMomentItsFileWasReadAnew() {
		record(provenance(1, "2025-02-10", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("icb", JANUARY, FEBRUARY),
				beds(JANUARY, 1), beds(FEBRUARY, 2));
		withdraw(2, "2025-03-12T08:00:00Z");
		withdraw(99, "2025-03-12T08:00:00Z");

		assertThat(known("2025-03-11")).containsExactly("1", "2");
		assertThat(known("2025-03-12")).containsExactly("170");
	}

	@Test
	void leavesACellAloneThatAnotherScopeDoesNotSpeakFor() {
		record(provenance(1, "2025-02-10", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("provider", JANUARY));

		assertThat(known("2025-03-10")).containsExactly("170");
	}

	@Test
	void ofACellInTwoScopesTakesTheNewer() {
		record(provenance(1, "2025-03-09", 1, "2025-03-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-02-10", 1, "2025-04-10T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.ONE), "QMM"));
		record(provenance(3, "2025-05-10", 1, "2025-05-10T08:00:00Z"), covering("QMM", JANUARY),
				observation(JANUARY, Figure.of(BigDecimal.TEN), "QMM"));

		assertThat(known("2025-04-10")).containsExactly("170");
		assertThat(known("2025-05-10")).containsExactly("10");
	}

	@Test
	void refusesAnObservationOutsideItsCoverages() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> record(provenance(1, "2025-02-10", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY),
					beds(FEBRUARY, 170)))
			.withMessage("Line 2: virtual-ward-beds of QMM for February 2025 in scope \"icb\" lies outside what the "
					+ "delivery says it covers. Name that coverage too.");
		assertThat(this.jdbc.sql("select count(*) from figure_set").query(Long.class).single()).isZero();
	}

	@Test
	void needsTheTransactionOfItsCaller() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.observations
			.record(provenance(1, "2025-02-10", 1, "2025-02-10T08:00:00Z"), List.of(), List.of()));
	}

	@Test
	void announcesWhichMeasuresHaveNewFigures() {
		record(provenance(4, "2025-02-10", 1, "2025-02-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));

		assertThat(this.heard.events).containsExactly(new ObservationsRecorded(DeliveryId.of(4), Set.of(BEDS)));
	}

	@Test
	void namesTheOrganisationsThatHaveFigures() {
		record(provenance(1, "2025-02-10", 1, "2025-02-10T08:00:00Z"), covering("all", JANUARY, FEBRUARY),
				observation(JANUARY, Figure.of(BigDecimal.ONE), "all"),
				observation(FEBRUARY, Figure.of(BigDecimal.ONE), "all"),
				new Observation(new Cell(BEDS, TRUST, JANUARY), Figure.of(BigDecimal.TEN), "all", Place.line(3), 1));

		assertThat(this.observations.organisationsOf(BEDS)).containsExactly(ICB, TRUST);
		assertThat(this.observations.organisationsOf(MeasureId.of("unheard-of"))).isEmpty();
	}

	@Test
	void answersOnlyForTheTimeAskedOf() {
		record(provenance(1, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("icb", JANUARY, FEBRUARY),
				beds(JANUARY, 170), beds(FEBRUARY, 171));

		List<Series> february = this.observations.series(BEDS, FEBRUARY, LocalDate.of(2025, 3, 10));

		assertThat(february).extracting(Series::organisation).containsExactly(ICB);
		assertThat(february.get(0).points()).extracting((each) -> each.cell().period()).containsExactly(FEBRUARY);
	}

	@Test
	void knowsTheLatestPeriodThatIsOver() {
		record(provenance(1, "2025-03-10", 1, "2025-03-10T08:00:00Z"), covering("icb", JANUARY), beds(JANUARY, 170));
		record(provenance(2, "2025-03-11", 1, "2025-03-11T08:00:00Z"), covering("icb", FEBRUARY), beds(FEBRUARY, 1));
		record(provenance(3, "2025-03-12", 1, "2025-03-12T08:00:00Z"), covering("icb", Period.month(2024, 12)));

		assertThat(latest("2025-02-28")).contains(FEBRUARY);
		assertThat(latest("2025-02-27")).contains(JANUARY);
		assertThat(latest("2025-01-30")).isEmpty();
		withdraw(2, "2025-03-13T08:00:00Z");
		assertThat(latest("2025-02-28")).contains(JANUARY);
	}

	private Optional<Period> latest(String overOn) {
		return this.observations.latestPeriod(List.of(BEDS), LocalDate.parse(overOn));
	}

	@Test
	void readsNothingForNoMeasures() {
		assertThat(
				this.observations.ledger(List.of(), List.of(ICB)).series(BEDS, ICB, LocalDate.of(2025, 1, 1)).points())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void knowsOnAnyDayWhatItWouldHaveAnsweredThatDay(long seed) {
		Random random = new Random(seed);
		List<List<String>> answered = new ArrayList<>();
		LocalDate first = LocalDate.of(2025, 1, 1);
		for (int day = 0; day < 30; day++) {
			LocalDate today = first.plusDays(day);
			Period period = Period.month(2024, 1 + random.nextInt(4));
			String scope = random.nextBoolean() ? "icb" : "QMM";
			Vintage.DatedBy datedBy = List.of(Vintage.DatedBy.values()).get(random.nextInt(3));
			LocalDate dated = (datedBy == Vintage.DatedBy.ARRIVAL) ? today : today.minusDays(random.nextInt(9));
			Provenance provenance = new Provenance(DeliveryId.of(day + 1), "a.csv", "figures",
					new Vintage(datedBy, dated, 1 + random.nextInt(2)), Instant.parse(today + "T09:00:00Z"));
			Observation[] said = random.nextInt(4) == 0 ? new Observation[0]
					: new Observation[] { observation(period, Figure.of(BigDecimal.valueOf(day)), scope) };
			List<EstimateList> estimates = (random.nextInt(3) > 0) ? List.of()
					: List.of(new EstimateList(new Coverage(BEDS, "icb", period),
							random.nextBoolean() ? Set.of(ICB) : Set.of(TRUST)));
			this.transaction.executeWithoutResult((status) -> this.observations.record(provenance,
					covering(scope, period).stream()
						.collect(Collectors.toMap(Function.identity(), (each) -> provenance.vintage())),
					List.of(said), estimates));
			if (day % 7 == 3) {
				withdraw(day + 1 - random.nextInt(3), today + "T09:00:00Z");
			}
			answered.add(known(today.toString()));
			assertThat(inTheView()).isEqualTo(answered.get(day));
			assertThat(among(List.of(Period.always()), today)).isEqualTo(answered.get(day));
			assertThat(
					among(IntStream.rangeClosed(1, 4).mapToObj((month) -> Period.month(2024, month)).toList(), today))
				.isEqualTo(answered.get(day));
		}
		for (int day = 0; day < 30; day++) {
			assertThat(known(first.plusDays(day).toString())).isEqualTo(answered.get(day));
		}
	}

	private void record(Provenance provenance, List<Coverage> coverages, Observation... said) {
		this.transaction
			.executeWithoutResult((status) -> this.observations.record(provenance, coverages, List.of(said)));
	}

	private List<String> known(String day) {
		return inWords(this.observations.series(BEDS, ICB, LocalDate.parse(day)).points().stream());
	}

	/** The same, asked for with everybody else's, one time after the other. */
	private List<String> among(List<Period> times, LocalDate day) {
		return inWords(times.stream()
			.flatMap((each) -> this.observations.series(BEDS, each, day).stream())
			.filter((each) -> each.organisation().equals(ICB))
			.flatMap((each) -> each.points().stream()));
	}

	private static List<String> inWords(Stream<Revision> points) {
		return points
			.map((each) -> ((each.figure().mark() == Figure.Mark.ESTIMATED) ? "~" : "") + each.figure().value())
			.toList();
	}

	private List<String> inTheView() {
		return this.jdbc.sql("""
				select case mark when 'estimated' then '~' else '' end || value from report.figure
				 where measure = :measure and organisation = 'QMM' order by period_end
				""").param("measure", BEDS.value()).query(String.class).list();
	}

	private void withdraw(long delivery, String knownAt) {
		this.transaction.executeWithoutResult(
				(status) -> this.observations.withdraw(DeliveryId.of(delivery), Instant.parse(knownAt)));
	}

	/** Of an extract that states its day, unless that is the day of its arrival. */
	private static Provenance provenance(long delivery, String vintage, int version, String knownAt) {
		boolean arrival = knownAt.startsWith(vintage);
		return provenance(delivery, arrival ? Vintage.DatedBy.ARRIVAL : Vintage.DatedBy.PUBLISHER, vintage, version,
				knownAt);
	}

	/** Of an extract that is dated by the end of its newest period. */
	private static Provenance latestPeriod(long delivery, String vintage, int version, String knownAt) {
		return provenance(delivery, Vintage.DatedBy.LATEST_PERIOD, vintage, version, knownAt);
	}

	private static Provenance provenance(long delivery, Vintage.DatedBy datedBy, String vintage, int version,
			String knownAt) {
		return new Provenance(DeliveryId.of(delivery), "virtual-wards.csv", "figures",
				new Vintage(datedBy, LocalDate.parse(vintage), version), Instant.parse(knownAt));
	}

	private static List<Coverage> covering(String scope, Period... periods) {
		return List.of(periods).stream().map((period) -> new Coverage(BEDS, scope, period)).toList();
	}

	private static Observation beds(Period period, long beds) {
		return observation(period, Figure.of(BigDecimal.valueOf(beds)), "icb");
	}

	private static Observation observation(Period period, Figure figure, String scope) {
		return new Observation(new Cell(BEDS, ICB, period), figure, scope, Place.line(2), 1);
	}

	static class Heard {

		private final List<ObservationsRecorded> events = new ArrayList<>();

		@EventListener
		void hear(ObservationsRecorded event) {
			this.events.add(event);
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import({ JdbcObservations.class, Heard.class, TestTransactions.class })
	static class Store {

	}

}
