package org.jfpmonitor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.schedule.Runs;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A database as a release left it, every table as text: three months of the
 * demonstration, then another version of the plan, an override, a restated figure, a
 * rejected line and a refused file. {@link #main} makes it, with what it answers, for the
 * release that is being made; those of releases are never made again.
 */
final class FrozenStore {

	/** The script that was the last one when the database was made. */
	private static final String MIGRATED_TO = "090";

	private static final Path FOLDER = Path.of("src/test/resources/frozen");

	private final Path tables;

	private final Path answers;

	private FrozenStore(String release) {
		this.tables = FOLDER.resolve(release + ".copy.gz");
		this.answers = FOLDER.resolve(release + ".txt");
	}

	/** The one that the release left. */
	static FrozenStore of(String release) {
		return new FrozenStore(release);
	}

	/** What it answered when it was made. */
	String answers() throws IOException {
		return Files.readString(this.answers);
	}

	/** A database that was migrated as far as the frozen one, and holds what it held. */
	TestDatabase load() throws IOException, SQLException {
		TestDatabase database = TestDatabase.migratedTo(MIGRATED_TO);
		CopiedTables.read(database, this.tables);
		return database;
	}

	/**
	 * The service on the database, as of a day after everything in it, without pages and
	 * without work of its own.
	 */
	static ConfigurableApplicationContext start(TestDatabase database, Path data, Path config, LocalDate today) {
		return new SpringApplicationBuilder(JfpMonitor.class).web(WebApplicationType.NONE)
			.profiles("command")
			.run("--jfp.demo=false", "--jfp.today=" + today, "--jfp.data=" + data, "--jfp.config=" + config,
					"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
					"--spring.datasource.password=" + database.password());
	}

	/**
	 * Makes it anew.
	 * @param arguments the release
	 */
	public static void main(String[] arguments) throws IOException, SQLException {
		FrozenStore made = new FrozenStore(arguments[0]);
		Path folder = Files.createTempDirectory("frozen-store");
		TestDatabase database = TestDatabase.create();
		Path config = folder.resolve("config");
		FileSystemUtils.copyRecursively(Path.of("config"), config);
		List<String> days = List.of("2024-06-14", "2024-07-12", "2024-08-09");
		try (ConfigurableApplicationContext service = start(database, folder, config, LocalDate.parse(days.get(0)))) {
			for (String day : days) {
				replay(service, LocalDate.parse(day), files(Path.of("config/demo", day)));
			}
		}
		change(config.resolve("plan/ambition-7.yaml"), "value: 77", "value: 78");
		try (ConfigurableApplicationContext service = start(database, folder, config, LocalDate.of(2024, 9, 1))) {
			replay(service, LocalDate.of(2024, 9, 13), List.of(write(folder, "progress-2024-08.csv", """
					kind,objective,milestone,as-of,status,from,until,author,comment
					override,7a,,,delayed,2024-09-10,2024-09-16,uec-lead@example.org,Agreed with the region
					"""), write(folder, "figures-restated.csv", """
					measure,organisation,period,value,numerator,denominator,comment
					maternity-vacancy-rate,QMM,2024-06,20,,,
					maternity-vacancy-rate,QMM,2024-07,unknown,,,
					hear-and-treat-local,QMM,2024-07,,700,6400,
					"""), write(folder, "unheard-of.csv", "a,b\n1,2\n")));
		}
		Files.createDirectories(FOLDER);
		CopiedTables.write(database, made.tables);
		try (ConfigurableApplicationContext service = start(database, folder, config, FrozenStoreTest.TODAY)) {
			Files.writeString(made.answers, FrozenStoreTest.answers(service));
		}
		FileSystemUtils.deleteRecursively(folder);
	}

	private static void replay(ConfigurableApplicationContext service, LocalDate day, List<Path> files) {
		service.getBean(Runs.class)
			.replay(files, day, ZonedDateTime.of(day, LocalTime.of(6, 0), Today.LONDON).toInstant(), false);
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	private static void change(Path file, String from, String to) throws IOException {
		String text = Files.readString(file);
		if (!text.contains(from)) {
			throw new IllegalStateException("Expected " + from + " in " + file + ", found none");
		}
		Files.writeString(file, text.replace(from, to));
	}

	private static Path write(Path folder, String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

}
