package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.SettableClock;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.IntakeProperties.InboxProperties;
import org.jfpmonitor.intake.IntakeProperties.ReadingProperties;
import org.jfpmonitor.intake.IntakeProperties;
import org.jfpmonitor.intake.delivery.DeliveryLog;
import org.jfpmonitor.intake.delivery.Feeds;
import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.delivery.JdbcFeeds;
import org.jfpmonitor.intake.delivery.OldDeliveries;
import org.jfpmonitor.intake.delivery.UploadLog;
import org.jfpmonitor.intake.inbox.DataFolders;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.intake.inbox.FiledFiles;
import org.jfpmonitor.intake.inbox.Inbox;
import org.jfpmonitor.intake.inbox.Uploads;
import org.jfpmonitor.intake.checks.CheckedReader;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.intake.reading.ReadAhead;
import org.jfpmonitor.intake.received.OldRuns;
import org.jfpmonitor.intake.received.RunFiles;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.schedule.RunKind;
import org.jfpmonitor.schedule.RunLog;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.RestartableJob;
import org.jfpmonitor.store.RunLock;
import org.jfpmonitor.store.TestDatabase;
import org.jfpmonitor.store.TestJdbc;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.FileSystemUtils;

/**
 * The room with a database and folders of its own, as one instance of the service has it.
 * Registered as a static extension it is shared by the tests of a class and emptied
 * before each.
 */
final class IntakeRig implements BeforeEachCallback, AfterAllCallback, AutoCloseable {

	static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	private static final Instant NOON = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final DataSource dataSource;

	private final Path data;

	private final SettableClock clock = new SettableClock(NOON);

	private ExtractParser reading = new SmallReading();

	private Runnable betweenLooks = IntakeRig::nothing;

	/** An instance with a database and folders of its own. */
	IntakeRig() {
		this(TestDatabase.create().dataSource(), newFolder());
	}

	/** An instance with a database and folders of its own, and this plan. */
	IntakeRig(Plan plan) {
		this(TestDatabase.create().dataSource(), newFolder(), SmallPlan.versions(plan),
				new ReadingProperties(2, false));
	}

	/** An instance that shares its database and folders with others. */
	IntakeRig(DataSource dataSource, Path data) {
		this(dataSource, data, SmallPlan.versions(), new ReadingProperties(2, false));
	}

	/** An instance that shares its database and folders with others, and reads so. */
	IntakeRig(DataSource dataSource, Path data, ReadingProperties reading) {
		this(dataSource, data, SmallPlan.versions(), reading);
	}

	private IntakeRig(DataSource dataSource, Path data, PlanVersions plans, ReadingProperties readers) {
		this.dataSource = dataSource;
		this.data = data;
		Today today = Today.by(this.clock);
		DataFolders folders = DataFolders.in(data).made();
		this.context.registerBean(DataSource.class, () -> dataSource);
		this.context.registerBean(ExtractParser.class, () -> new ExtractParser() {

			@Override
			public Extract read(Path file, String name, ReadingContext context, Consumer<Reject> rejects) {
				return IntakeRig.this.reading.read(file, name, context, rejects);
			}

			@Override
			public String version() {
				return IntakeRig.this.reading.version();
			}

		});
		this.context.registerBean(PlanVersions.class, () -> plans);
		this.context.registerBean(Today.class, () -> today);
		this.context.registerBean(Organisations.class, () -> Organisations.of(List.of()));
		this.context.registerBean(DataFolders.class, () -> folders);
		this.context.registerBean(Inbox.class,
				() -> new Inbox(folders.inbox(), Duration.ofSeconds(3), (pause) -> this.betweenLooks.run(), today));
		this.context.registerBean(IntakeProperties.class, () -> new IntakeProperties(data, Path.of("config"),
				new InboxProperties(Duration.ofSeconds(3)), readers));
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("reading", Map.of("jfp.reading.shared", readers.shared())));
		this.context.registerBean(Assessments.class, IntakeRig::noAssessments);
		this.context.register(Database.class, ImportStepsConfiguration.class, BatchIntake.class, RunFiles.class,
				RunLock.class, RestartableJob.class, ReceiveStep.class, PublishStep.class, FilingAway.class,
				FileAwayStep.class, DeliveryImporter.class, Runs.class, RunLog.class, CheckedReader.class,
				FileArchive.class, Uploads.class, JdbcDeliveries.class, DeliveryLog.class, UploadLog.class,
				JdbcFeeds.class);
		this.context.register(AuditTrail.class, OldDeliveries.class, OldRuns.class);
		this.context.register(FiledFiles.class);
		this.context.register(hidden("org.jfpmonitor.observation.record.JdbcObservations"),
				hidden("org.jfpmonitor.progress.JdbcProgressReports"), hidden("org.jfpmonitor.commentary.JdbcComments"),
				hidden("org.jfpmonitor.schedule.AssessStep"), hidden("org.jfpmonitor.schedule.FinishStep"),
				hidden("org.jfpmonitor.schedule.RunJobConfiguration"), ReadAhead.class,
				hidden("org.jfpmonitor.intake.reading.Readings"), hidden("org.jfpmonitor.intake.reading.ReadFile"),
				hidden("org.jfpmonitor.intake.reading.ReadingConfiguration"),
				hidden("org.jfpmonitor.intake.reading.SharedReadingConfiguration"));
		this.context.refresh();
	}

	@Override
	public void beforeEach(ExtensionContext test) throws IOException {
		this.reading = new SmallReading();
		this.betweenLooks = IntakeRig::nothing;
		FileSystemUtils.deleteRecursively(this.data);
		DataFolders.in(this.data).made();
		jdbc()
			.sql("""
					truncate upload, delivery, delivery_period, reject, reject_count, arrival, figure_set, withdrawn_reading,
					         coverage, observation, milestone_report, published_position, status_override,
					         run, run_file, run_reading, int_channel_message, batch_job_instance cascade
					""")
			.update();
		this.context.start();
	}

	@Override
	public void afterAll(ExtensionContext tests) throws IOException {
		close();
		FileSystemUtils.deleteRecursively(this.data);
	}

	/** Reads files in another way from now on. */
	void read(ExtractParser reading) {
		this.reading = reading;
	}

	/** Lets something happen between two looks at the inbox. */
	void betweenLooks(Runnable event) {
		this.betweenLooks = event;
	}

	/** Another instance on the same database and folders. */
	IntakeRig sibling() {
		return new IntakeRig(this.dataSource, this.data);
	}

	/** Another one that reads no file before its turn. */
	IntakeRig siblingThatReadsOneByOne() {
		return new IntakeRig(this.dataSource, this.data, new ReadingProperties(1, false));
	}

	/** Another one that shares the reading, two files at once, with all that do. */
	IntakeRig siblingThatSharesTheReading() {
		return new IntakeRig(this.dataSource, this.data, new ReadingProperties(2, true));
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	Path data() {
		return this.data;
	}

	/** How many rows the tables hold together. */
	long rows(String... tables) {
		return Stream.of(tables)
			.mapToLong((table) -> jdbc().sql("select count(*) from " + table).query(Long.class).single())
			.sum();
	}

	private static void nothing() {
	}

	private static Path newFolder() {
		try {
			return Files.createTempDirectory("intake").toRealPath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The stores of other rooms, which show only their interfaces. */
	private static Class<?> hidden(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Intake intake() {
		return this.context.getBean(Intake.class);
	}

	JdbcDeliveries deliveries() {
		return this.context.getBean(JdbcDeliveries.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	Feeds feeds() {
		return this.context.getBean(Feeds.class);
	}

	Observations observations() {
		return this.context.getBean(Observations.class);
	}

	JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	org.springframework.batch.core.repository.JobRepository repository() {
		return this.context.getBean(org.springframework.batch.core.repository.JobRepository.class);
	}

	RunLock turn() {
		return this.context.getBean(RunLock.class);
	}

	/** A run that takes the inbox at this moment, after those that were cut off. */
	List<ImportOutcome> importInbox(Instant at) {
		return at(at, () -> runs().importInbox(RunKind.NIGHTLY));
	}

	/** A run at this moment that takes the file. */
	ImportOutcome importFile(Path file, Instant at) {
		return at(at, () -> runs().importFiles(List.of(file))).get(0);
	}

	/** A run at this moment that reads the file again. */
	ImportOutcome importAgain(Path file, Instant at) {
		return at(at, () -> runs().importAgain(List.of(file))).get(0);
	}

	private List<ImportOutcome> at(Instant moment, Supplier<List<ImportOutcome>> work) {
		this.clock.to(moment);
		try {
			return work.get();
		}
		finally {
			this.clock.to(NOON);
		}
	}

	Runs runs() {
		return this.context.getBean(Runs.class);
	}

	/** Whatever is recorded is not looked at here. */
	private static Assessments noAssessments() {
		return (Assessments) Proxy.newProxyInstance(IntakeRig.class.getClassLoader(),
				new Class<?>[] { Assessments.class }, (proxy, method, arguments) -> null);
	}

	/** Begins to stop, as the service does when it is told to. */
	void stop() {
		this.context.stop();
	}

	/** Hears what is announced. */
	void hear(Consumer<Object> listener) {
		this.context.addApplicationListener(
				(ApplicationListener<PayloadApplicationEvent<?>>) (event) -> listener.accept(event.getPayload()));
	}

	/** Drops a file with the content into the inbox. */
	Path drop(String name, String content) {
		return write(inbox().resolve(name), content);
	}

	static Path write(Path file, String content) {
		try {
			Files.createDirectories(file.getParent());
			return Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path inbox() {
		return this.data.resolve("inbox");
	}

	Path archive() {
		return this.data.resolve("archive");
	}

	Path refused() {
		return this.data.resolve("refused");
	}

	/** Every file under the data folder, as {@code archive/a.csv}, in order. */
	List<String> files() {
		try (Stream<Path> files = Files.walk(this.data)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> this.data.relativize(file).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import(TestJdbc.class)
	@EnableBatchProcessing
	@EnableJdbcJobRepository
	@EnableTransactionManagement(proxyTargetClass = true)
	static class Database {

		@Bean
		JdbcTemplate jdbcTemplate(DataSource dataSource) {
			return new JdbcTemplate(dataSource);
		}

	}

}
