package org.jfpmonitor.intake.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A file is tried beside what is held, and nothing of it is kept. */
@TestStore(anewForEachTest = true)
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "jfp.today=2025-12-31")
class TrialsTest {

	private static final Path CONFIG = Path.of("src/test/resources/notification/config");

	@TempDir
	static Path config;

	@Autowired
	private Trials trials;

	@Autowired
	private Runs runs;

	@Autowired
	private JdbcClient database;

	@Value("${jfp.data}")
	private Path data;

	@TempDir
	private Path folder;

	@DynamicPropertySource
	static void ownConfiguration(DynamicPropertyRegistry settings) throws IOException {
		FileSystemUtils.copyRecursively(CONFIG, config);
		settings.add("jfp.config", config::toString);
	}

	@BeforeEach
	void layoutsAsShipped() throws IOException {
		edit(Files.readString(CONFIG.resolve("layouts/figures.yaml")));
	}

	/** An edit in the same instant and of the same size could not be told from none. */
	private static void edit(String layout) throws IOException {
		Path file = config.resolve("layouts/figures.yaml");
		FileTime before = Files.getLastModifiedTime(file);
		Files.writeString(file, layout);
		Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000));
	}

	private Path file(String name, String... lines) throws IOException {
		List<String> all = new ArrayList<>(List.of("measure,organisation,period,value"));
		all.addAll(List.of(lines));
		return Files.write(this.folder.resolve(name), all);
	}

	private Trial read(Path file) {
		return read(file, null);
	}

	private Trial read(Path file, String layout) {
		return this.trials.read(file, file.getFileName().toString(), layout, Sender.OWNER_OF_THE_FOLDER);
	}

	/** Every row of every table, every sequence, and every byte of every file. */
	private Map<String, String> everything() throws IOException {
		Map<String, String> all = new TreeMap<>();
		this.database
			.sql("select table_name from information_schema.tables where table_schema = 'public'"
					+ " and table_type = 'BASE TABLE'")
			.query(String.class)
			.list()
			.forEach((table) -> all.put(table, this.database
				.sql("select coalesce(string_agg(each::text, E'\\n' order by each::text), '') from " + table + " each")
				.query(String.class)
				.single()));
		all.put("sequences", this.database
			.sql("select string_agg(sequencename || ' ' || coalesce(last_value, 0), ' ' order by 1) from pg_sequences")
			.query(String.class)
			.single());
		for (Path root : List.of(this.data, config)) {
			try (Stream<Path> files = Files.walk(root)) {
				for (Path each : files.filter((path) -> !path.startsWith(this.data.resolve("postgres"))).toList()) {
					all.put(each.toString(), Files.isRegularFile(each)
							? new String(Files.readAllBytes(each), java.nio.charset.StandardCharsets.ISO_8859_1) : "");
				}
			}
		}
		return all;
	}

	@Test
	void leavesTheDatabaseAndTheFoldersAsTheyWere() throws IOException {
		this.runs.importFiles(List.of(file("held.csv", "beds,QMM,2025-03,120")));
		Path good = file("good.csv", "beds,QMM,2025-03,121", "beds,QMM,2025-04,many");
		Path bad = Files.writeString(this.folder.resolve("bad.csv"), "colour,size\nred,2\n");
		Map<String, String> before = everything();

		assertThat(read(good).isClean()).isFalse();
		assertThat(read(bad).faults()).isNotEmpty();

		assertThat(everything()).isEqualTo(before).containsKey("delivery").containsKey("batch_job_instance");
	}

	@Test
	void saysWhatIsHeldBesideEachFigure() throws IOException {
		this.runs.importFiles(
				List.of(file("held.csv", "beds,QMM,2025-03,120", "beds,QMM,2025-04,130", "beds,QMM,2025-05,140")));

		assertThat(read(file("next.csv", "beds,QMM,2025-03,120", "beds,QMM,2025-04,131.5", "beds,QMM,2025-06,150",
				"beds,XYZ,2025-06,1", "beds,QMM,soon,1"))
			.inWords()).containsExactly("next.csv would be published, read by layout figures.",
					"It would count as published on 31 December 2025, the day it arrived.",
					"Lines: 5 read, 3 used, 0 left out by rule, 2 rejected.", "Periods:", "  March 2025",
					"  April 2025", "  June 2025", "Organisations, with their figures:",
					"  QMM NHS Norfolk and Waveney Integrated Care Board (3)",
					"Figures: 1 new, 1 replaces what is held, 1 as held.",
					"  beds, QMM, June 2025: 150; held: nothing; new",
					"  beds, QMM, April 2025: 131.5; held: 130; replaces what is held",
					"  beds, QMM, March 2025: 120; held: 120; as held", "Rejects:",
					"  line 5, column \"organisation\": expected the code of an organisation in organisations.yaml, found "
							+ "\"XYZ\" (unknown_organisation)",
					"  line 6, column \"period\": expected a monthly period such as 2025-03, found \"soon\" (not_a_period)",
					"Nothing was stored.");
	}

	@Test
	void saysWhyAFileWouldBeRefused() throws IOException {
		assertThat(read(Files.writeString(this.folder.resolve("bad.csv"), "colour,size\nred,2\n")).inWords()).hasSize(3)
			.startsWith("bad.csv would be refused:")
			.endsWith("Nothing was stored.");
	}

	@Test
	void triesByTheLayoutThatIsNamed() throws IOException {
		Path file = file("a.csv", "beds,QMM,2025-03,120");

		assertThat(read(file, "figures").faults()).isEmpty();
		assertThat(read(file, "progress").faults()).singleElement()
			.asString()
			.startsWith("Line 1: expected the columns of layout progress, found in a.csv a header without ");
		assertThat(read(file, "figure").faults())
			.containsExactly("Expected the id of a layout, found \"figure\". Write \"figures\".");
	}

	@Test
	void editsOfALayoutAreTakenUpWithoutARestart() throws IOException {
		Path file = Files.write(this.folder.resolve("a.csv"),
				List.of("metric,organisation,period,value", "beds,QMM,2025-03,120"));
		assertThat(read(file).faults()).isNotEmpty();

		edit(Files.readString(CONFIG.resolve("layouts/figures.yaml"))
			.replace("  measure: measure", "  measure: [measure, metric]"));

		assertThat(read(file).faults()).isEmpty();
		assertThat(this.runs.importFiles(List.of(file))).singleElement()
			.satisfies((outcome) -> assertThat(outcome.isClean()).isTrue());
	}

	@Test
	void aFaultyEditIsSaidAndTheLayoutsBeforeItStayInForce() throws IOException {
		edit("layout: [");
		Path file = file("a.csv", "beds,QMM,2025-03,120");

		Trial trial = read(file);
		assertThat(trial.faults()).isEmpty();
		assertThat(trial.figures()).hasSize(1);
		assertThat(trial.warnings()).singleElement()
			.asString()
			.startsWith("The layouts were edited and have a fault, so those before the edit were used: ")
			.contains("figures.yaml:1");
		assertThat(read(Files.writeString(this.folder.resolve("bad.csv"), "colour,size\n")).warnings()).hasSize(1);
		assertThat(this.runs.importFiles(List.of(file))).singleElement()
			.satisfies((outcome) -> assertThat(outcome.isClean()).isTrue());
	}

}
