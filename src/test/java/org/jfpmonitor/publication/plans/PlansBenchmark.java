package org.jfpmonitor.publication.plans;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.schedule.Runs;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Prints what a service with a plan for each of 42 boards takes: 20 objectives each, with
 * 60 months of made-up figures in one file.
 */
final class PlansBenchmark {

	private static final int OBJECTIVES = 20;

	private static final int MONTHS = 60;

	private static final int VIEWS = 20;

	private static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	private static final HttpClient BROWSER = HttpClient.newHttpClient();

	private PlansBenchmark() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("plans-benchmark");
		try {
			List<String> boards = boards();
			for (String board : boards) {
				writePlan(folder.resolve("config/plans").resolve(board.toLowerCase(Locale.ROOT)), board);
			}
			try (ConfigurableApplicationContext service = start(folder)) {
				Path figures = writeFigures(folder.resolve("figures-" + TODAY + ".csv"), boards);
				long begin = System.nanoTime();
				service.getBean(Runs.class).importFiles(List.of(figures));
				print("Import of %,d figures, with its run".formatted(boards.size() * OBJECTIVES * MONTHS), begin, 1);
				begin = System.nanoTime();
				service.getBean(Assessments.class).record(TODAY, false);
				print("Run over %d plans".formatted(boards.size()), begin, 1);
				view(service, "/");
				view(service, "/plans/" + boards.get(0).toLowerCase(Locale.ROOT) + "/");
				view(service, "/plans/" + boards.get(1).toLowerCase(Locale.ROOT) + "/objectives/1.1");
				view(service, "/actuator/prometheus");
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static List<String> boards() {
		Organisations organisations = OrganisationsFile.read(Path.of("config/organisations.yaml"))
			.organisations()
			.orElseThrow();
		return organisations.all()
			.stream()
			.filter((each) -> each.kind() == Organisation.Type.ICB && each.code().value().length() == 3)
			.map((each) -> each.code().value())
			.limit(42)
			.toList();
	}

	private static ConfigurableApplicationContext start(Path folder) {
		return new SpringApplication(JfpMonitor.class).run("--jfp.config=" + folder.resolve("config"),
				"--jfp.data=" + folder.resolve("data"), "--jfp.demo=false", "--jfp.today=" + TODAY,
				"--jfp.access.reading=open", "--server.port=0", "--logging.level.root=warn");
	}

	private static void view(ConfigurableApplicationContext service, String path)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI
				.create("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port") + path))
			.build();
		long begin = System.nanoTime();
		ask(request);
		print(path + ", first", begin, 1);
		begin = System.nanoTime();
		for (int i = 0; i < VIEWS; i++) {
			ask(request);
		}
		print(path + ", then", begin, VIEWS);
	}

	private static void ask(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("Expected " + request.uri() + ", found " + answer.statusCode());
		}
	}

	private static void print(String what, long begin, int times) {
		System.out.printf("%-50s %,8.0f ms%n", what, (System.nanoTime() - begin) / 1e6 / times);
	}

	private static void writePlan(Path plan, String board) throws IOException {
		Files.createDirectories(plan);
		Files.writeString(plan.resolve("plan.yaml"), """
				plan:
				  id: %s
				  title: Made up
				  organisation: %s
				  from: 2020-04-01
				  to: 2029-03-31
				feeds:
				  - {id: figures}
				""".formatted(board.toLowerCase(Locale.ROOT), board));
		StringBuilder ambition = new StringBuilder("ambition: {number: \"1\", title: Made up}\nobjectives:\n");
		for (int number = 1; number <= OBJECTIVES; number++) {
			ambition.append("""
					  - code: "1.%d"
					    title: Made up
					    short-title: Made up
					    success: Made up
					    measures:
					      - id: made-up-%<d
					        title: Made up %<d
					        definition: Made up.
					        unit: percent
					        better: higher
					        cadence: monthly
					        feed: figures
					        organisations: [%s]
					        target:
					          kind: reach
					          basis: latest
					          baseline: {date: 2020-03-31, value: 20}
					          path: straight-line
					          values: [{date: 2028-03-31, value: 90}]
					""".formatted(number, board));
		}
		Files.writeString(plan.resolve("ambition-1.yaml"), ambition);
	}

	private static Path writeFigures(Path file, List<String> boards) throws IOException {
		Random random = new Random(7);
		StringBuilder lines = new StringBuilder("measure,organisation,period,value,numerator,denominator,comment\n");
		for (String board : boards) {
			for (int number = 1; number <= OBJECTIVES; number++) {
				for (int back = 0; back < MONTHS; back++) {
					lines.append("made-up-%d,%s,%s,%d,,,%n".formatted(number, board,
							YearMonth.of(2025, 3).minusMonths(back), 20 + random.nextInt(70)));
				}
			}
		}
		return Files.writeString(file, lines);
	}

}
