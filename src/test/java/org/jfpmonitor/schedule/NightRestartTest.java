package org.jfpmonitor.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A night of the whole service in a process of its own, which is killed, told to stop and
 * loses its database at random moments, beside one that is left in peace.
 */
class NightRestartTest {

	private static final int FILES = 60;

	private static final int FAULTS = Integer.getInteger("tests.faults", Cases.number(2, 3));

	private static final int SHARED_FILES = Integer.getInteger("tests.files", 40);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	private Path folder;

	@Test
	void aNightEndsAsIfNothingHadHappened() throws Exception {
		TestDatabase before = TestDatabase.create();
		importGoodFigures(before);
		Night peaceful = new Night(before.copy(), this.folder.resolve("peaceful"), FILES);
		peaceful.start();
		try {
			peaceful.awaitEnd();
		}
		finally {
			peaceful.close();
		}
		Night disturbed = new Night(before.copy(), this.folder.resolve("disturbed"), FILES);
		Random random = new Random(20250515);
		disturbed.start();
		try {
			List<Integer> moments = random.ints(0, FILES).distinct().limit(FAULTS).sorted().boxed().toList();
			for (int fault = 0; fault < FAULTS; fault++) {
				disturbed.awaitPublished(moments.get(fault));
				switch (fault % 3) {
					case 0 -> disturbed.service().process.destroyForcibly().onExit().join();
					case 1 -> disturbed.service().process.destroy();
					default -> disturbed.database.restart(3);
				}
				if (fault % 3 < 2) {
					disturbed.service().process.onExit().join();
					disturbed.start();
				}
			}
			disturbed.awaitEnd();
		}
		finally {
			disturbed.close();
		}

		assertThat(disturbed.everything()).isEqualTo(peaceful.everything());
		assertThat(peaceful.database("select subject from mail").query(String.class).list()).isNotEmpty();
		assertThat(disturbed.database("select kind from run").query(String.class).list()).containsExactly("import",
				"nightly");
		assertThat(disturbed.database("""
				select count(*) from batch_job_execution where status = 'COMPLETED'
				""").query(Long.class).single()).isEqualTo(2);
	}

	/**
	 * The one that has the run is killed while three read its files, one of the others is
	 * told to stop; the last one ends the night.
	 */
	@Test
	void threeServicesShareANightOfWhichTwoDoNotSeeItsEnd() throws Exception {
		TestDatabase before = TestDatabase.create();
		importGoodFigures(before);
		Night alone = new Night(before.copy(), this.folder.resolve("alone"), SHARED_FILES);
		Instant begun = Instant.now();
		alone.start("--jfp.reading.threads=1");
		try {
			alone.awaitEnd();
		}
		finally {
			alone.close();
		}
		Duration byOne = Duration.between(begun, Instant.now());
		Night shared = new Night(before.copy(), this.folder.resolve("shared"), SHARED_FILES);
		String[] sharing = { "--jfp.reading.shared=true", "--jfp.reading.threads=1" };
		try {
			Service stopped = shared.start("--jfp.schedule.enabled=false", sharing[0], sharing[1]);
			Service last = shared.start("--jfp.schedule.enabled=false", sharing[0], sharing[1]);
			shared.awaitReady(stopped);
			shared.awaitReady(last);
			begun = Instant.now();
			Service killed = shared.start(sharing);
			shared.await("select count(distinct reader) = 3 from run_file join run_reading using (run, number)");
			killed.process.destroyForcibly().onExit().join();
			shared.await("select count(*) >= %d from run_file where reader is not null".formatted(SHARED_FILES / 2));
			stopped.process.destroy();
			stopped.process.onExit().join();
			shared.awaitEnd();
			assertThat(last.process.isAlive()).isTrue();
		}
		finally {
			shared.close();
		}
		System.out.printf("%d files: %.1f s by one service, %.1f s by three of which one was killed and one stopped%n",
				SHARED_FILES, byOne.toMillis() / 1000.0, Duration.between(begun, Instant.now()).toMillis() / 1000.0);

		assertThat(shared.everything()).isEqualTo(alone.everything());
		assertThat(shared.database("select count(distinct reader) from run_file").query(Integer.class).single())
			.as("all three did work")
			.isEqualTo(3);
		assertThat(shared.database("""
				select (select count(*) from run_reading) + (select count(*) from int_channel_message)
				""").query(Long.class).single()).as("nothing is left of what was read").isZero();
	}

	/** The day before, so that what the night brings is news. */
	private void importGoodFigures(TestDatabase database) throws Exception {
		Path file = this.folder.resolve("figures-before.csv");
		Files.writeString(file, figures((line) -> "5"));
		Process process = new ProcessBuilder(Night.command(database, this.folder.resolve("before"), "import",
				file.toString(), "--jfp.today=2025-05-14"))
			.redirectErrorStream(true)
			.start();
		assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.contains("published 12");
		assertThat(process.waitFor()).isZero();
	}

	/** Figures of the twelve months of 2024. */
	private static String figures(IntFunction<String> value) {
		StringBuilder lines = new StringBuilder("measure,organisation,period,value,numerator,denominator,comment\n");
		for (int line = 0; line < 12; line++) {
			lines.append("maternity-vacancy-rate,QMM,%s,%s,,,%n".formatted(YearMonth.of(2024, 1).plusMonths(line),
					value.apply(line)));
		}
		return lines.toString();
	}

	/** A database, a data folder with an inbox full of files, and who works on them. */
	private static final class Night implements AutoCloseable {

		private final TestDatabase database;

		private final Path data;

		private final List<Service> started = new ArrayList<>();

		Night(TestDatabase database, Path data, int files) throws IOException {
			this.database = database;
			this.data = data;
			Random random = new Random(7);
			for (int file = 0; file < files; file++) {
				Path path = data.resolve("inbox/figures-%03d.csv".formatted(file));
				Files.createDirectories(path.getParent());
				Files.writeString(path, content(file, random));
				Files.setLastModifiedTime(path, FileTime.fromMillis(1000L * file));
			}
		}

		/**
		 * Most restate figures of the ones before; some are refused or rejected in part.
		 */
		private static String content(int file, Random random) {
			if (file % 20 == 3) {
				return "nothing,useful\n" + file + ",1\n";
			}
			return figures((line) -> (line == 5 && file % 7 == 0) ? "many" : String.valueOf(random.nextInt(30)));
		}

		/** What is said twice counts as said last. */
		Service start(String... more) throws IOException {
			Stream<String> settings = Stream.concat(
					Stream.of("--jfp.today=2025-05-15", "--jfp.schedule.enabled=true",
							"--jfp.schedule.nightly-at=00:00", "--jfp.schedule.tick=PT1S", "--jfp.inbox.quiet=PT0.1S"),
					Stream.of(more));
			Path log = this.data.resolve("service-" + this.started.size() + ".log");
			this.started.add(new Service(
					new ProcessBuilder(command(this.database, this.data, last(settings).toArray(String[]::new)))
						.redirectErrorStream(true)
						.redirectOutput(log.toFile())
						.start(),
					log));
			return service();
		}

		private static Stream<String> last(Stream<String> settings) {
			Map<String, String> byName = new LinkedHashMap<>();
			settings.forEach((each) -> byName.put(each.substring(0, each.indexOf('=')), each));
			return byName.values().stream();
		}

		Service service() {
			return this.started.get(this.started.size() - 1);
		}

		static List<String> command(TestDatabase database, Path data, String... more) {
			return Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
					System.getProperty("java.class.path"), JfpMonitor.class.getName(), "--server.port=0",
					"--jfp.data=" + data, "--spring.datasource.hikari.connection-timeout=2000",
					"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
					"--spring.datasource.password=" + database.password()), Stream.of(more))
				.toList();
		}

		/** Returns as soon as so many files, or more, are in the store. */
		void awaitPublished(int files) throws IOException {
			await("select count(*) >= %d from run_file where delivery is not null".formatted(files));
		}

		void awaitEnd() throws IOException {
			await("""
					select count(*) > 0 and bool_and(finished_at is not null)
					       and not exists (select from batch_job_execution where status like 'START%')
					  from run where kind = 'nightly'
					""");
		}

		/** Returns as soon as the service says that it serves. */
		void awaitReady(Service service) throws IOException {
			Instant end = Instant.now().plus(PATIENCE);
			while (!service.said().contains("Tomcat started")) {
				assertThat(Instant.now()).as(service.said()).isBefore(end);
				database("select pg_sleep(0.1)").query().singleRow();
			}
		}

		/** The database lets the time pass between two looks. */
		void await(String condition) throws IOException {
			Instant end = Instant.now().plus(PATIENCE);
			while (!database(condition).query(Boolean.class).single()) {
				assertThat(Instant.now()).as(service().said()).isBefore(end);
				database("select pg_sleep(0.02)").query().singleRow();
				if (this.started.stream().noneMatch((each) -> each.process.isAlive())) {
					// As a supervisor does when a start met a database that was away.
					start();
				}
			}
		}

		@Override
		public void close() {
			this.started.forEach(Service::close);
		}

		JdbcClient.StatementSpec database(String sql) {
			return JdbcClient.create(this.database.dataSource()).sql(sql);
		}

		/**
		 * All that a night leaves, but for moments and what the store numbers by itself.
		 */
		List<String> everything() throws IOException {
			List<String> everything = new ArrayList<>();
			for (String folder : List.of("inbox", "archive", "refused")) {
				try (Stream<Path> files = Files.walk(this.data.resolve(folder))) {
					files.filter(Files::isRegularFile)
						.sorted()
						.forEach((file) -> everything.add(this.data.relativize(file) + " " + fingerprint(file)));
				}
			}
			for (String query : List.of("select to_jsonb(delivery) - 'took_millis' - 'arrived_at' from delivery",
					"select to_jsonb(reject) from reject",
					"select to_jsonb(arrival) - 'id' - 'stamp' - 'arrived_at' from arrival", """
							select (to_jsonb(covered) - 'id') || coalesce(to_jsonb(said) - 'coverage', '{}')
							  from coverage covered left join observation said on said.coverage = covered.id
							""", "select to_jsonb(assessment_run) - 'recorded_at' from assessment_run",
					"select jsonb_build_array(recipient, subject) from mail")) {
				everything.addAll(database(query + " order by 1").query(String.class).list());
			}
			everything.replaceAll((line) -> line.replaceAll("2025-05-15[T ][\\d:.]+", "(that night)"));
			return everything;
		}

		private static String fingerprint(Path file) {
			try {
				return DigestUtils.sha256Hex(Files.readString(file, StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** The service in a process of its own. */
	private static final class Service implements AutoCloseable {

		private final Process process;

		private final Path log;

		Service(Process process, Path log) {
			this.process = process;
			this.log = log;
		}

		String said() throws IOException {
			return Files.readString(this.log);
		}

		@Override
		public void close() {
			this.process.destroyForcibly().onExit().join();
		}

	}

}
