package org.jfpmonitor.intake.trial;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
		Files.writeString(config.resolve("organisations.yaml"), """
				  - {code: RM1, name: Norfolk and Norwich, kind: trust}
				  - {code: RGP, name: James Paget, kind: trust}
				""", StandardOpenOption.APPEND);
		Files.writeString(config.resolve("layouts/deliveries.yaml"), """
				layout: deliveries
				title: Deliveries of trusts
				about: Each trust sends its own.
				feed: figures
				columns: {trust: Trust, month: Month, beds: Beds}
				period: {column: month, as: monthly}
				vintage: {words: {provisional: 1, final: 2}}
				levels: [{scope: provider, organisation: trust, kinds: [trust], lines: one}]
				figures: [{measure: beds, value: {sum: beds}}]
				""");
		Files.writeString(config.resolve("layouts/issues.yaml"), """
				layout: issues
				title: Issues with all months
				about: Each holds the whole history.
				feed: figures
				columns: {provider: Provider, period: Period, count: Count}
				period: {column: period, as: monthly}
				vintage: {otherwise: latest-period}
				levels: [{scope: provider, organisation: provider, kinds: [trust], lines: one}]
				figures: [{measure: beds, value: {sum: count}}]
				""");
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

	private Path figures(String name, String... lines) throws IOException {
		return file(name, "measure,organisation,period,value", lines);
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
		this.runs.importFiles(List.of(figures("held.csv", "beds,QMM,2025-03,120")));
		Path good = figures("good.csv", "beds,QMM,2025-03,121", "beds,QMM,2025-04,many");
		Path bad = Files.writeString(this.folder.resolve("bad.csv"), "colour,size\nred,2\n");
		Map<String, String> before = everything();

		assertThat(read(good).isClean()).isFalse();
		assertThat(read(bad).faults()).isNotEmpty();

		assertThat(everything()).isEqualTo(before).containsKey("delivery").containsKey("batch_job_instance");
	}

	@Test
	void saysWhatIsHeldBesideEachFigure() throws IOException {
		this.runs.importFiles(
				List.of(figures("held.csv", "beds,QMM,2025-03,120", "beds,QMM,2025-04,130", "beds,QMM,2025-05,140")));

		assertThat(read(figures("next.csv", "beds,QMM,2025-03,120", "beds,QMM,2025-04,131.5", "beds,QMM,2025-06,150",
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
	void saysThatAnImportOfTheSameBytesChangesNothing() throws IOException {
		importFile("held.csv", "Trust,Month,Beds", "RGP,2025-11,50");

		assertThat(read(file("other-name.csv", "Trust,Month,Beds", "RGP,2025-11,50")).warnings()).containsExactly(
				"The same bytes came on 31 December 2025 as held.csv (delivery 1), so that an import changes"
						+ " nothing. To have them read again, as after a change of a layout, import the file with --again.");
		assertThat(read(file("other.csv", "Trust,Month,Beds", "RGP,2025-11,51")).warnings()).isEmpty();
	}

	@Test
	void saysWhatWouldBeTakenBack() throws IOException {
		this.runs.importFiles(List.of(figures("held.csv", "beds,QMM,2025-03,120", "beds,QMM,2025-04,130")));

		assertThat(read(figures("back.csv", "beds,QMM,2025-03,withdrawn", "beds,QMM,2025-02,withdrawn")).inWords())
			.containsSubsequence("Figures that are held and would be taken back:", "  beds, QMM, March 2025: 120",
					"Warnings:", "  Withdraws what is not held: QMM for February 2025 (beds). Check measure,"
							+ " organisation and period.");
	}

	@Test
	void aFileWithAVersionKeepsOutNoCorrectionOfAnotherTrust() throws IOException {
		importFile("z_v2.csv", "Trust,Month,Beds", "RGP,2025-11,50");
		importFile("y1.csv", "Provider,Period,Count", "RM1,2025-11,70");
		Path correction = file("y2.csv", "Provider,Period,Count", "RM1,2025-11,75");
		assertThat(read(correction).inWords()).contains("Figures: 1 replaces what is held.");

		importFile(correction);

		assertThat(read(file("y3.csv", "Provider,Period,Count", "RM1,2025-11,76", "RGP,2025-11,50")).inWords())
			.contains("  beds, RM1, November 2025: 76; held: 75; replaces what is held")
			.contains("  beds, RGP, November 2025: 50; held: 50; as held");
	}

	@Test
	void saysWhatMakesTheFigureThatIsHeldTheNewerOne() throws IOException {
		importFile("beds-final.csv", "Trust,Month,Beds", "RGP,2025-11,50");
		Path again = file("beds.csv", "Trust,Month,Beds", "RGP,2025-11,51");

		assertThat(read(again).warnings()).containsExactly(
				"What is held counts as published on the same day, with a higher version or a more final word"
						+ " (beds-final.csv). If this file is the newer one, say so in its name, such as with _v2 or a"
						+ " higher number, and import that.");
		assertThat(importFile(again))
			.contains("1 figure of this file does not count, because something newer is held for it; it is kept.")
			.noneMatch((each) -> each.contains("does not state the day"));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void whatATrialSaysTheImportDoes(long seed) throws IOException {
		Random random = new Random(seed);
		for (int i = 0; i < 6; i++) {
			String word = List.of("", "_v2", "-provisional", "-final").get(random.nextInt(4));
			String header = random.nextBoolean() ? "Trust,Month,Beds" : "Provider,Period,Count";
			List<String> lines = new ArrayList<>();
			for (String trust : List.of("RGP", "RM1")) {
				for (String month : List.of("2025-10", "2025-11")) {
					if (random.nextInt(5) < 3) {
						lines.add(trust + "," + month + "," + random.nextInt(1000));
					}
				}
			}
			if (lines.isEmpty()) {
				lines.add("RGP,2025-10,7");
			}
			Path file = file("file" + i + word + ".csv", header, lines.toArray(String[]::new));

			List<String> said = read(file).figures().stream().map(TrialsTest::inWords).toList();
			importFile(file);

			Map<String, BigDecimal> held = held();
			assertThat(said).as(file.getFileName() + " " + lines).allSatisfy((each) -> {
				String[] parts = each.split(" ", -1);
				BigDecimal current = held.get(parts[0] + " " + parts[1]);
				assertThat(parts[3].equals("counts"))
					.isEqualTo(current != null && current.compareTo(new BigDecimal(parts[2])) == 0);
			});
		}
	}

	/** {@code RGP 2025-10-01 7 counts}. */
	private static String inWords(TriedFigure figure) {
		Cell cell = figure.observation().cell();
		return cell.organisation() + " " + cell.period().start() + " " + figure.observation().figure().value()
				+ ((figure.effect() != TriedFigure.Effect.OUTDATED) ? " counts" : " does not");
	}

	private Map<String, BigDecimal> held() {
		Map<String, BigDecimal> held = new TreeMap<>();
		this.database.sql("select organisation, period_start, value from report.figure").query((row) -> {
			held.put(row.getString("organisation") + " " + row.getObject("period_start", LocalDate.class),
					row.getBigDecimal("value"));
		});
		return held;
	}

	private Path file(String name, String header, String... lines) throws IOException {
		List<String> all = new ArrayList<>(List.of(header));
		all.addAll(List.of(lines));
		return Files.write(this.folder.resolve(name), all);
	}

	private void importFile(String name, String header, String... lines) throws IOException {
		importFile(file(name, header, lines));
	}

	/** What it warns of. */
	private List<String> importFile(Path file) {
		ImportOutcome outcome = this.runs.importFiles(List.of(file)).get(0);
		return Objects.requireNonNull(outcome.delivery(), outcome::message).warnings();
	}

	@Test
	void saysWhyAFileWouldBeRefused() throws IOException {
		assertThat(read(Files.writeString(this.folder.resolve("bad.csv"), "colour,size\nred,2\n")).inWords()).hasSize(3)
			.startsWith("bad.csv would be refused:")
			.endsWith("Nothing was stored.");
	}

	@Test
	void triesByTheLayoutThatIsNamed() throws IOException {
		Path file = figures("a.csv", "beds,QMM,2025-03,120");

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
		Path file = figures("a.csv", "beds,QMM,2025-03,120");

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
