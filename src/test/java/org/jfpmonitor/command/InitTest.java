package org.jfpmonitor.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.command.init.NewInstallation;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import static org.assertj.core.api.Assertions.assertThat;

/** An installation of one's own begins with one command. */
class InitTest {

	private static final String TODAY = "2025-05-15";

	private static final String CANCER = "cwt-crs-commissioner-march-2025-final-28-day-fds-all-routes-as-displayed.csv";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@TempDir
	private Path parent;

	@Test
	void whatItWritesStartsAndJudgesTheFirstFile() throws Exception {
		assertThat(init("QM7", "new")).isEqualTo(CommandLine.DONE);
		TestDatabase database = TestDatabase.create();

		assertThat(run("import", "src/test/resources/intake/samples/" + CANCER, database)).isEqualTo(CommandLine.DONE);
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(JfpMonitor.class)
			.web(WebApplicationType.NONE)
			.profiles("command")
			.run(settings(database))) {
			LocalDate day = LocalDate.parse(TODAY);
			List<ObjectiveAssessment> objectives = service.getBean(Assessments.class)
				.assess(service.getBean(PlanVersions.class).current().single().orElseThrow().id(), day, day)
				.objectives();

			assertThat(objectives).extracting((each) -> each.objective().code().value() + " " + each.status())
				.containsExactly("1a " + Status.UNDERPERFORMANCE, "1b null");
			assertThat(objectives.get(0).measures().get(0).figure().value())
				.satisfies((value) -> assertThat(value.toPlainString()).startsWith("0.7759"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "QM7, 50", "RM1, 50", "RYC, 50" })
	void checkNamesNoMistakeAndSaysInOneLineWhatIsSkipped(String organisation, int skipped) {
		init(organisation, "new");
		Path config = this.parent.resolve("new/config");
		this.out.reset();

		assertThat(run("check", "--spring.config.location=classpath:/,file:" + config + "/", "--jfp.config=" + config,
				"--jfp.access.reading=signed-in"))
			.isEqualTo(CommandLine.DONE);
		assertThat(said().lines()).hasSize(2)
			.first()
			.asString()
			.startsWith("Skipped: figures of " + skipped
					+ " measures that the layouts know and the plan does not ask for: adult-bed-occupancy, ")
			.endsWith(" and " + (skipped - 3) + " more. Of those that are published, docs/catalogue.md lists all.");
		assertThat(said()).endsWith("Nothing is wrong in " + config + ": 1 ambition, 2 objectives, 2 measures, 3 feeds."
				+ System.lineSeparator());
	}

	@Test
	void everyBoardAndTrustOfTheRegisterGetsAPlanWithoutMistakes() throws IOException {
		Organisations register = OrganisationsFile.shipped();
		for (Organisation each : Cases.oneIn(7, register.all().stream()).toList()) {
			if (List.of(Organisation.Type.ICB, Organisation.Type.TRUST, Organisation.Type.AMBULANCE_TRUST)
				.contains(each.kind())) {
				Path folder = this.parent.resolve(each.code().value());
				new NewInstallation(folder, each, LocalDate.parse("2026-05-01"), "{noop}x").write();
				assertThat(PlanFiles
					.read(folder.resolve("config/plan"), register, CatalogueReading.in(Path.of("config")).catalogue())
					.faults()).as(each.name()).isEmpty();
			}
		}
	}

	@Test
	void thePasswordThatIsSaidOnceIsThatOfTheOnlyUserAndOnlyItsHashIsKept() throws IOException {
		init("QM7", "new");
		Path settings = this.parent.resolve("new/config/application.yaml");
		Matcher password = Pattern.compile("with the password (\\S+) ").matcher(said());
		Matcher hash = Pattern.compile("password: \"(.*)\"").matcher(Files.readString(settings));

		assertThat(password.find() && hash.find()).isTrue();
		assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(password.group(1), hash.group(1)))
			.isTrue();
		assertThat(Files.readString(settings)).doesNotContain(password.group(1));
		try (Stream<Path> all = Files.walk(this.parent.resolve("new"))) {
			assertThat(all)
				.allSatisfy((each) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
					.as(each.toString())
					.isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------"));
		}
	}

	@Test
	void nothingIsLeftToFillInAndTheUnitNamesWhereThingsLie() throws IOException {
		init("QM7", "new");
		try (Stream<Path> files = Files.walk(this.parent).filter(Files::isRegularFile)) {
			for (Path file : files.toList()) {
				assertThat(Files.readString(file)).as(file.toString()).doesNotContain("{{");
			}
		}
		assertThat(Files.readString(this.parent.resolve("new/jfp-monitor.service")))
			.contains("WorkingDirectory=" + this.parent.resolve("new") + "\n")
			.contains("-XX:+ExitOnOutOfMemoryError");
	}

	@Test
	void aFolderThatIsInUseIsLeftAsItIs() throws IOException {
		Path kept = Files.createDirectories(this.parent.resolve("new/config"));

		assertThat(init("QM7", "new")).isEqualTo(CommandLine.WRONG);
		assertThat(said()).isEqualTo("Expected a folder without config, found one in \"" + this.parent.resolve("new")
				+ "\". Nothing was written: name another folder, or move that away." + System.lineSeparator());
		assertThat(kept).isEmptyDirectory();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"QQQ | Expected the ODS code of an integrated care board or NHS trust in England, found \"QQQ\", which the register does not have. Boards: QE1, QF7, ",
			"ENG | Expected the code of an integrated care board or NHS trust, found ENG, England. Write the code of the organisation whose plan it is." })
	void whoeverHasNoPlanIsToldSo(String code, String expected) {
		assertThat(init(code, "new")).isEqualTo(CommandLine.WRONG);
		assertThat(said()).startsWith(expected);
		assertThat(this.parent.resolve("new")).doesNotExist();
	}

	@Test
	void aDayThatTheDemonstrationIsSetToIsNotItsDay() {
		assertThat(run("init", "--organisation", "QMM", "--folder", this.parent.resolve("new").toString()))
			.isEqualTo(CommandLine.WRONG);
		assertThat(said()).contains("found QMM, NHS Norfolk and Waveney Integrated Care Board, which is not.");
	}

	@Test
	void aBoardThatHasClosedIsToldWhoFollowed() {
		assertThat(run("init", "--organisation", "QMM", "--folder", this.parent.resolve("new").toString(),
				"--jfp.today=2026-04-01"))
			.isEqualTo(CommandLine.WRONG);
		assertThat(said()).isEqualTo("Expected an organisation that is open on 2026-04-01, found QMM, NHS Norfolk and"
				+ " Waveney Integrated Care Board, which is not. T6Y0W, NHS Norfolk and Suffolk Integrated Care Board,"
				+ " followed it: write --organisation T6Y0W. For a plan of days on which it is open, add one of these days,"
				+ " such as --jfp.today=2026-03-31." + System.lineSeparator());
	}

	@ParameterizedTest
	@CsvSource({ "''", "--organisation QM7", "--folder x", "--organisation QM7 --folder", "QM7 x" })
	void saysHowItIsWritten(String words) {
		assertThat(new Init().misuse(words.isEmpty() ? List.of() : List.of(words.split(" "))))
			.contains("Expected --organisation with an ODS code and --folder, found \"" + words
					+ "\". Write for example: init --organisation QKS --folder jfp");
	}

	@Test
	void checkOfAnEmptyFolderSaysTheNextStep() {
		assertThat(run("check", "--jfp.config=" + this.parent)).isEqualTo(CommandLine.WRONG);
		assertThat(said()).contains("Next step: \"" + this.parent
				+ "\" has no plan. \"init --organisation CODE --folder FOLDER\" writes a configuration to begin with; take"
				+ " the folder config/plan from it. To check another folder write: check --jfp.config=FOLDER");
	}

	@Test
	void checkOfAPlanWithNothingInItSaysTheNextStep() throws IOException {
		init("QM7", "new");
		Path config = this.parent.resolve("new/config");
		Files.delete(config.resolve("plan/ambition-1.yaml"));
		this.out.reset();

		run("check", "--jfp.config=" + config);
		assertThat(said())
			.contains(" has no objective. Write a file for each ambition beside plan.yaml, such as"
					+ " ambition-1.yaml, with \"ambition:\" and \"objectives:\"; docs/writing-a-plan.md shows how.")
			.endsWith("No mistake, but a plan that is not finished, in " + config
					+ ": 0 ambitions, 0 objectives, 0 measures, 2 feeds." + System.lineSeparator())
			.doesNotContain("Nothing is wrong");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan", "plans/x" })
	void checkOfAPlanWithoutFilesSaysTheNextStep(String plan) throws IOException {
		Path folder = Files.createDirectories(this.parent.resolve(plan));

		assertThat(run("check", "--jfp.config=" + this.parent)).isEqualTo(CommandLine.WRONG);
		assertThat(said()).contains("Next step: \"" + folder
				+ "\" has no plan. \"init --organisation CODE --folder FOLDER\" writes a configuration to begin with; take"
				+ " the files of its folder config/plan. To check another folder write: check --jfp.config=FOLDER");
	}

	@Test
	void checkOfAFileThatIsOnlyNamedWrongSaysNoMoreThanThat() throws IOException {
		init("QM7", "new");
		Path plan = this.parent.resolve("new/config/plan");
		Files.delete(plan.resolve("ambition-1.yaml"));
		Files.move(plan.resolve("plan.yaml"), plan.resolve("plan.yml"));
		this.out.reset();

		assertThat(run("check", "--jfp.config=" + plan.getParent())).isEqualTo(CommandLine.WRONG);
		assertThat(said()).contains("expected a name that ends in .yaml, found .yml.").doesNotContain("Next step");
	}

	@Test
	void checkNamesALayoutThatThereIsNotAmongTheTimesThatFilesAreKept() {
		init("QM7", "new");
		this.out.reset();

		assertThat(run("check", "--jfp.config=" + this.parent.resolve("new/config"),
				"--jfp.retention.layouts.rtt-icbs=30d", "--jfp.retention.layouts.ae-monthly=30d"))
			.isEqualTo(CommandLine.DONE);
		assertThat(said()).containsOnlyOnce("jfp.retention.layouts.")
			.contains(
					"warning: jfp.retention.layouts.rtt-icbs: expected the id of a layout, found this one, of which there"
							+ " is no file. Write ");
	}

	@Test
	void checkOfAHalfMadeFolderSaysWhereToTakeTheRestFrom() throws IOException {
		init("QM7", "new");
		Path config = this.parent.resolve("new/config");
		Files.move(config.resolve("plan"), this.parent.resolve("plan"));
		this.out.reset();

		assertThat(run("check", "--jfp.config=" + config)).isEqualTo(CommandLine.WRONG);
		assertThat(said()).contains("Next step: \"" + config
				+ "\" has no plan. \"init --organisation CODE --folder FOLDER\" writes a configuration to begin with;"
				+ " take the folder config/plan from it.");
	}

	@Test
	void checkSaysWhichFilesOfOnesOwnStandInPlaceOfShippedOnes() throws IOException {
		init("QM7", "new");
		Path config = this.parent.resolve("new/config");
		Path copies = Files.createDirectories(config.resolve("layouts"));
		Files.copy(Path.of("config/layouts/dm01-provider-sheet.yaml"), copies.resolve("dm01-provider-sheet.yaml"));
		Path own = copies.resolve("kh03-trust-sheet.yaml");
		Files.writeString(own, Files.readString(Path.of("config/layouts/kh03-trust-sheet.yaml")) + "# Ours.\n");
		this.out.reset();

		assertThat(run("check", "--jfp.config=" + config)).isEqualTo(CommandLine.DONE);
		assertThat(said().lines().filter((line) -> line.startsWith("Own file"))).containsExactly("Own file: " + own
				+ " stands in place of the shipped one, which says something else. Delete it to follow the program.");
	}

	private int init(String organisation, String folder) {
		return run("init", "--organisation", organisation, "--folder", this.parent.resolve(folder).toString(),
				"--jfp.today=" + TODAY);
	}

	private int run(String command, String file, TestDatabase database) {
		return run(Stream.concat(Stream.of(command, file), Stream.of(settings(database))).toArray(String[]::new));
	}

	private int run(String... words) {
		PrintStream print = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		return CommandLine.of(words).orElseThrow().run(JfpMonitor.class, print, print);
	}

	/** Its own settings, on a database of the test. */
	private String[] settings(TestDatabase database) {
		Path folder = this.parent.resolve("new");
		return new String[] { "--spring.config.location=classpath:/,file:" + folder.resolve("config") + "/",
				"--jfp.config=" + folder.resolve("config"), "--jfp.data=" + folder.resolve("data"),
				"--jfp.today=" + TODAY, "--jfp.access.reading=signed-in", "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password() };
	}

	private String said() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
