package org.jfpmonitor.schedule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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

import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.command.CommandLine;
import org.jfpmonitor.store.TestDatabase;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A store, a data folder with an inbox full of files, and the services at work on them.
 */
final class Night implements AutoCloseable {

	/** Longer than any step or start takes, on a busy machine too. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** Lets the time pass between two looks, also while the store is away. */
	private static final JdbcClient clock = JdbcClient.create(TestDatabase.create().dataSource());

	private final NightStore store;

	private final Path data;

	/** Elsewhere, because the disk of the data may be full. */
	private final Path logs;

	private final List<NightService> services = new ArrayList<>();

	/** Services that are started again when they have ended, by their place. */
	private final List<Boolean> kept = new ArrayList<>();

	Night(NightStore store, Path data, int files) throws IOException {
		this.store = store;
		this.data = data;
		this.logs = Files.createDirectories(data.resolveSibling(data.getFileName() + "-logs"));
		Random random = new Random(7);
		for (int file = 0; file < files; file++) {
			Path path = data.resolve("inbox/figures-%03d.csv".formatted(file));
			Files.createDirectories(path.getParent());
			Files.writeString(path, content(file, random));
			Files.setLastModifiedTime(path, FileTime.fromMillis(1000L * file));
		}
	}

	/** The day before, so that what the night brings is news. */
	static void importGoodFigures(NightStore store, Path data) throws IOException {
		Path file = Files.createTempDirectory("night").resolve("figures-before.csv");
		Files.writeString(file, figures((line) -> "5"));
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
		String[] words = Stream
			.concat(Stream.of("import", file.toString(), "--jfp.data=" + data, "--jfp.today=2025-05-14"),
					store.settings().stream())
			.toArray(String[]::new);
		assertThat(CommandLine.of(words).orElseThrow().run(JfpMonitor.class, print, print)).isZero();
		assertThat(said.toString(StandardCharsets.UTF_8)).contains("published 12");
		Files.delete(file);
		Files.delete(file.getParent());
	}

	/** Most restate figures of the ones before; some are refused or rejected in part. */
	private static String content(int file, Random random) {
		if (file % 20 == 3) {
			return "nothing,useful\n" + file + ",1\n";
		}
		return figures((line) -> (line == 5 && file % 7 == 0) ? "many" : String.valueOf(random.nextInt(30)));
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

	/** What is said twice counts as said last. */
	NightService start(String... more) throws IOException {
		NightService service = NightService.start(last(Stream.concat(settings(), Stream.of(more))),
				this.logs.resolve("service-" + this.services.size() + ".log"));
		this.services.add(service);
		this.kept.add(true);
		return service;
	}

	/** The service within this process, where nothing befalls it. */
	ConfigurableApplicationContext startHere() {
		return new SpringApplicationBuilder(JfpMonitor.class).run(settings().toArray(String[]::new));
	}

	private Stream<String> settings() {
		return Stream.concat(Stream.of("--server.port=0", "--jfp.data=" + this.data, "--jfp.today=2025-05-15",
				"--jfp.schedule.enabled=true", "--jfp.schedule.nightly-at=00:00", "--jfp.schedule.tick=PT1S",
				"--jfp.inbox.quiet=PT0.1S"), this.store.settings().stream());
	}

	private static List<String> last(Stream<String> settings) {
		Map<String, String> byName = new LinkedHashMap<>();
		settings.forEach((each) -> byName.put(each.substring(0, each.indexOf('=')), each));
		return List.copyOf(byName.values());
	}

	/** The service at its place, whichever start of it that is. */
	NightService service(int place) {
		return this.services.get(place);
	}

	/** It ends, and nobody starts it again. */
	void giveUp(NightService service) {
		this.kept.set(this.services.indexOf(service), false);
	}

	/** As a supervisor does, also when a start met a database that was away. */
	void startAgain() throws IOException {
		for (int place = 0; place < this.services.size(); place++) {
			if (this.kept.get(place) && !this.services.get(place).isAlive()) {
				this.services.set(place, this.services.get(place).again());
			}
		}
	}

	/** All services at once. */
	void kill() {
		this.services.forEach(NightService::kill);
	}

	/** The store is gone, and comes back. */
	void restartStore() throws IOException, InterruptedException {
		this.store.restart();
	}

	/**
	 * Returns when so many steps are done: each file is read, published and put away.
	 * Some are read at the turn at which they are published.
	 */
	void awaitSteps(int steps) throws IOException {
		await("""
				select coalesce(bool_or(finished_at is not null), false)
				       or (select count(reader) + count(delivery) + count(*) filter (where done) >= %d
				             from run_file where run in (select id from run where kind = 'nightly'))
				  from run where kind = 'nightly'
				""".formatted(steps));
	}

	/** Returns when a service has said so. */
	void awaitSaid(String words) throws IOException {
		Instant end = Instant.now().plus(PATIENCE);
		while (!said().contains(words)) {
			assertThat(Instant.now()).as(said()).isBefore(end);
			pause();
		}
	}

	/** Returns when the night is over. */
	void awaitEnd() throws IOException {
		await("""
				select count(*) > 0 and bool_and(finished_at is not null)
				       and not exists (select from batch_job_execution where status like 'START%')
				  from run where kind = 'nightly'
				""");
	}

	/** Returns as soon as all services that are kept say that they serve. */
	void awaitReady() throws IOException {
		Instant end = Instant.now().plus(PATIENCE);
		while (!areReady()) {
			assertThat(Instant.now()).as(said()).isBefore(end);
			pause();
			startAgain();
		}
	}

	private boolean areReady() throws IOException {
		for (int place = 0; place < this.services.size(); place++) {
			if (this.kept.get(place) && this.services.get(place).port() == 0) {
				return false;
			}
		}
		return true;
	}

	void await(String condition) throws IOException {
		Instant end = Instant.now().plus(PATIENCE);
		while (!holds(condition)) {
			assertThat(Instant.now()).as(said()).isBefore(end);
			pause();
			startAgain();
		}
	}

	private boolean holds(String condition) {
		try {
			return query(condition, Boolean.class).get(0);
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	private static void pause() {
		clock.sql("select pg_sleep(0.02)").query().singleRow();
	}

	private String said() throws IOException {
		StringBuilder said = new StringBuilder();
		for (NightService service : this.services) {
			said.append(service.said()).append("\n--\n");
		}
		return said.toString();
	}

	<T> List<T> query(String sql, Class<T> type) {
		return JdbcClient.create(this.store.dataSource()).sql(sql).query(type).list();
	}

	/**
	 * That nothing is under way and nothing waits: runs, jobs, what was read, requests.
	 */
	void assertNothingIsLeftUndone() {
		assertThat(query("select kind from run where finished_at is not null order by kind", String.class))
			.containsExactly("import", "nightly");
		assertThat(query("select count(*) from run where finished_at is null", Long.class)).containsExactly(0L);
		assertThat(query("select count(*) from batch_job_execution where status = 'COMPLETED'", Long.class))
			.as("one job for each run came to its end")
			.containsExactly(2L);
		assertThat(query("""
				select (select count(*) from batch_job_execution where status not in ('COMPLETED', 'FAILED', 'STOPPED'))
				       + (select count(*) from run_reading) + (select count(*) from int_channel_message)
				       + (select count(*) from run_file where not done)
				""", Long.class)).as("what is left of jobs, readings, requests and files").containsExactly(0L);
	}

	/** All that the night has left, and what its first service tells of it. */
	List<String> everything() throws IOException, InterruptedException {
		awaitReady();
		return everything(this.services.stream().filter(NightService::isAlive).findFirst().orElseThrow().port());
	}

	/** All that the night has left, and what the service at this port tells of it. */
	List<String> everything(int port) throws IOException, InterruptedException {
		return new NightRemains(this.store.dataSource(), this.data, port).everything();
	}

	@Override
	public void close() {
		kill();
	}

}
