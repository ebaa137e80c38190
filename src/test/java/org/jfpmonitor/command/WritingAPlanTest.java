package org.jfpmonitor.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Who follows the guide word for word has what it says. */
class WritingAPlanTest {

	private static final String TODAY = "2025-06-20";

	private static final Path SAMPLES = Path.of("src/test/resources/intake/samples");

	private static final List<String> FILES = List.of("Monthly-AE-March-2025.csv", "April-2025-CSV-revised.csv",
			"cwt-crs-commissioner-march-2025-final-28-day-fds-all-routes-as-displayed.csv",
			"virtual-ward-april-2025-icb-as-displayed.csv");

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@TempDir
	private Path parent;

	private Path config;

	private String guide;

	@BeforeEach
	void followTheGuide() throws IOException {
		this.guide = Files.readString(Path.of("docs/writing-a-plan.md"));
		Path folder = this.parent.resolve("jfp");
		this.config = folder.resolve("config");
		assertThat(run("init", "--organisation", "QM7", "--folder", folder.toString(), "--jfp.today=" + TODAY))
			.isEqualTo(CommandLine.DONE);
		Matcher written = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(this.guide);
		for (int number = 1; written.find(); number++) {
			Files.writeString(this.config.resolve("plan/ambition-" + number + ".yaml"), written.group(1));
		}
		this.out.reset();
	}

	@Test
	void nothingIsWrongInItsPlan() {
		assertThat(run("check", "--jfp.config=" + this.config, "--jfp.access.reading=signed-in"))
			.isEqualTo(CommandLine.DONE);
		assertThat(said()).doesNotContain("warning:")
			.endsWith("Nothing is wrong in " + this.config + ": 2 ambitions, 4 objectives, 8 measures, 5 feeds."
					+ System.lineSeparator());
	}

	@Test
	void theSlipIsNamedAsItSays() throws IOException {
		Path file = this.config.resolve("plan/ambition-1.yaml");
		Files.writeString(file, Files.readString(file).replace("id: ae-within-4-hours", "id: ae-within-4-hour"));

		assertThat(run("check", "--jfp.config=" + this.config)).isEqualTo(CommandLine.WRONG);
		assertThat(this.guide).contains("    config/plan/" + file.getFileName()
				+ said().lines().findFirst().orElseThrow().substring(file.toString().length()));
	}

	@EveryCase
	@Test
	void theFilesGiveTheStatusesThatItShows() throws Exception {
		TestDatabase database = TestDatabase.create();
		List<String> words = new ArrayList<>(List.of("import"));
		FILES.forEach((file) -> words.add(SAMPLES.resolve(file).toString()));
		words.addAll(List.of(settings(database)));
		assertThat(run(words.toArray(String[]::new))).as(said()).isEqualTo(CommandLine.DONE);

		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(JfpMonitor.class)
			.run(Stream.concat(Stream.of(settings(database)), Stream.of("--server.port=0", "--jfp.access.reading=open"))
				.toArray(String[]::new))) {
			LocalDate day = LocalDate.parse(TODAY);
			List<ObjectiveAssessment> objectives = service.getBean(Assessments.class)
				.assess(service.getBean(PlanVersions.class).current().single().orElseThrow().id(), day, day)
				.objectives();

			for (ObjectiveAssessment each : objectives) {
				String status = (each.status() != null) ? each.status().words() : "not assessed";
				assertThat(this.guide).contains("| " + each.objective().code() + " | " + status + " |");
			}
			assertThat(objectives).flatExtracting(ObjectiveAssessment::measures)
				.extracting((each) -> each.measure().id() + ": " + each.status())
				.containsExactly("ae-within-4-hours-rwg: COMPLETED", "ae-within-4-hours-rwh: ON_TRACK",
						"ae-within-4-hours-rqw: UNDERPERFORMANCE", "four-hours-at-harlow: UNDERPERFORMANCE",
						"cancer-28-day-faster-diagnosis: ON_TRACK", "virtual-ward-occupancy-low: ON_TRACK",
						"virtual-ward-occupancy-high: ON_TRACK", "hub-people-seen: null");
			assertThat(objectives.get(0).measures().get(3).reason().statement()).isEqualTo(
					"A&E attendances within 4 hours, Harlow: 68.1% in April 2025, against 69.4% required, reckoned from 69.4% in"
							+ " March 2025: missed.");
			Integer port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/objectives/1.1"))
				.build();
			assertThat(HttpClient.newHttpClient().send(page, HttpResponse.BodyHandlers.ofString()).body()).contains(
					"Judged apart; the worst decides", "href=\"#ae-within-4-hours-rqw\"", "84.3%", "73% or more",
					"Better than in March 2025 by 3 percentage points from 31 March 2026");
		}
	}

	private int run(String... words) {
		PrintStream print = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		return CommandLine.of(words).orElseThrow().run(JfpMonitor.class, print, print);
	}

	private String[] settings(TestDatabase database) {
		return Stream
			.of("--spring.config.location=classpath:/,file:" + this.config + "/", "--jfp.config=" + this.config,
					"--jfp.data=" + this.parent.resolve("jfp/data"), "--jfp.today=" + TODAY,
					"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
					"--spring.datasource.password=" + database.password())
			.toArray(String[]::new);
	}

	private String said() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
