package org.jfpmonitor.notification;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.IntakeProperties;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.FixedPlans;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.store.TestJdbc;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms from observation to notification, with a plan of five objectives, 6a to 6e,
 * each with one measure of beds, of which 100 are required, and an owner of its own.
 */
final class FiveOwners implements AutoCloseable {

	static final PlanId EDITION = PlanId.of("test-plan");

	static final List<String> OBJECTIVES = List.of("6a", "6b", "6c", "6d", "6e");

	private static final OrganisationCode ICB = OrganisationCode.of("QMM");

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	FiveOwners(DataSource dataSource, int smtpPort) {
		this(dataSource, smtpPort, Clock.systemUTC());
	}

	/** With a clock that says on which day mails are sent. */
	FiveOwners(DataSource dataSource, int smtpPort, Clock clock) {
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("jfp.data", "target")));
		this.context.registerBean(DataSource.class, () -> dataSource);
		this.context.registerBean(JavaMailSenderImpl.class, () -> PostOffice.way(smtpPort));
		this.context.registerBean(Today.class, () -> Today.by(clock));
		this.context.register(Rooms.class);
		this.context.refresh();
	}

	static String owner(String objective) {
		return "owner-" + objective + "@example.org";
	}

	/**
	 * A figure of the objective's measure for the month, as an extract would bring it.
	 */
	void figure(String objective, String month, long beds, String arrived) {
		Instant at = Instant.parse(arrived);
		MeasureId measure = measure(objective);
		Period period = Period.month(YearMonth.parse(month));
		Observation figure = new Observation(new Cell(measure, ICB, period), Figure.of(BigDecimal.valueOf(beds)), "QMM",
				Place.line(2), 1);
		long delivery = jdbc().sql("select count(*) + 1 from figure_set").query(Long.class).single();
		this.context.getBean(TransactionTemplate.class)
			.executeWithoutResult((status) -> this.context.getBean(Observations.class)
				.record(new Provenance(DeliveryId.of(delivery), "extract.csv", "figures",
						Vintage.arrived(LocalDate.ofInstant(at, Today.LONDON)), at),
						List.of(new Coverage(measure, "QMM", period)), List.of(figure)));
	}

	/** A run on the day, before its mails are sent. */
	long run(String day) {
		return this.context.getBean(Assessments.class).record(LocalDate.parse(day), false).get(0).run();
	}

	int drain() {
		return this.context.getBean(Outbox.class).drain();
	}

	/** As if every pause and every lease were over. */
	void later() {
		jdbc().sql("update mail set next_attempt_at = now(), leased_until = null where state = 'waiting'").update();
		jdbc().sql("update mail_server set next_attempt_at = now()").update();
	}

	JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	ProgressReports reports() {
		return this.context.getBean(ProgressReports.class);
	}

	TransactionTemplate transaction() {
		return this.context.getBean(TransactionTemplate.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static MeasureId measure(String objective) {
		return MeasureId.of("beds-" + objective);
	}

	private static Plan plan() {
		Feed feed = new Feed(FeedId.of("beds"), "Beds", Cadence.MONTHLY, 20, 10, null, false);
		List<Objective> objectives = OBJECTIVES.stream().map(FiveOwners::objective).toList();
		return new Plan(EDITION, "A plan", ICB, Period.ofClosed(LocalDate.of(2024, 4, 1), LocalDate.of(2029, 3, 31)),
				null, List.of(new Ambition("6", "Urgent and emergency care", List.of(), objectives)), List.of(),
				List.of(feed));
	}

	private static Objective objective(String code) {
		Target target = new Target(Target.Kind.MAINTAIN, Basis.latest(), null,
				new Trajectory.ByDate(
						List.of(new Trajectory.DatedValue(LocalDate.of(2020, 1, 1), BigDecimal.valueOf(100)))),
				1, null);
		Measure beds = new Measure(measure(code), "Beds of " + code, "Beds of " + code, "", Unit.COUNT,
				Direction.HIGHER, Cadence.MONTHLY, FeedId.of("beds"), List.of(ICB), target, "", 0, null, null,
				ChartSettings.standard());
		return new Objective(ObjectiveCode.of(code), "6", "Enough beds of " + code, "Wards " + code, "",
				EmailAddress.of(owner(code)), null, List.of(beds), List.of(), null);
	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableTransactionManagement(proxyTargetClass = true)
	@Import(TestJdbc.class)
	@ConfigurationPropertiesScan("org.jfpmonitor.notification")
	@EnableConfigurationProperties(IntakeProperties.class)
	@ComponentScan({ "org.jfpmonitor.assessment", "org.jfpmonitor.observation", "org.jfpmonitor.progress",
			"org.jfpmonitor.commentary", "org.jfpmonitor.notification" })
	@ComponentScan(basePackages = "org.jfpmonitor.intake", useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.JdbcDeliveries"))
	@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
	static class Rooms {

		@Bean
		PlanVersions plans() {
			return FixedPlans.of(new PlanVersion(1, "0".repeat(64), Instant.parse("2024-04-01T00:00:00Z"), plan()));
		}

		@Bean
		Organisations organisations() {
			return Organisations.of(List.of(new Organisation(ICB, "Norfolk and Waveney ICB", Organisation.Type.ICB,
					List.of(), null, null, List.of())));
		}

	}

}
