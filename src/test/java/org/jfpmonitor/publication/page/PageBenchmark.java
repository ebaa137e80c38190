package org.jfpmonitor.publication.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.schedule.Runs;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Prints what one view of a page costs the service once it is warm, in processor time of
 * its process, the asking included and the database not: with the demonstration, and with
 * as many measures more as make 500.
 */
final class PageBenchmark {

	private static final int MEASURES = 500;

	private static final int OBJECTIVES = 26;

	private static final int PERIODS = 36;

	private static final int WARM_UP = 300;

	private static final int VIEWS = 100;

	private static final String TODAY = "2025-05-15";

	private static final HttpClient BROWSER = HttpClient.newHttpClient();

	private PageBenchmark() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("page-benchmark");
		try {
			String data = "--jfp.data=" + folder.resolve("data");
			try (ConfigurableApplicationContext service = start(data, "--jfp.demo=true")) {
				view(service, "/");
				view(service, "/objectives/7a");
			}
			long more = MEASURES - shipped();
			Path config = config(folder.resolve("config"), more);
			try (ConfigurableApplicationContext service = start(data, "--jfp.demo=false", "--jfp.today=" + TODAY,
					"--jfp.config=" + config, "--jfp.access.reading=open")) {
				importFigures(service.getBean(Runs.class), more, folder.resolve("figures-" + TODAY + ".csv"));
				service.getBean(Assessments.class).record(LocalDate.parse(TODAY), true);
				view(service, "/");
				view(service, "/objectives/7a");
				view(service, "/objectives/99a");
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		String[] all = Stream.concat(Stream.of(arguments), Stream.of("--server.port=0", "--logging.level.root=warn"))
			.toArray(String[]::new);
		return new SpringApplication(JfpMonitor.class).run(all);
	}

	private static void view(ConfigurableApplicationContext service, String path)
			throws IOException, InterruptedException {
		String page = ask(service, path, WARM_UP);
		long before = work();
		ask(service, path, VIEWS);
		System.out.printf("%-16s %,8d characters: %5.1f ms of processor time%n", path, page.length(),
				(work() - before) / 1e6 / VIEWS);
	}

	private static String ask(ConfigurableApplicationContext service, String path, int times)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI
				.create("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port") + path))
			.build();
		String page = "";
		for (int i = 0; i < times; i++) {
			HttpResponse<String> answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException("Expected the page " + path + ", found " + answer.statusCode());
			}
			page = answer.body();
		}
		return page;
	}

	private static long work() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

	/** How many measures the configuration as shipped has. */
	private static long shipped() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("config/plan"))) {
			return files.flatMap(PageBenchmark::lines).filter((line) -> line.strip().startsWith("better:")).count();
		}
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The configuration as shipped, with one more ambition. */
	private static Path config(Path folder, long more) throws IOException {
		FileSystemUtils.copyRecursively(Path.of("config"), folder);
		StringBuilder plan = new StringBuilder("ambition: {number: \"99\", title: Made up}\nobjectives:\n");
		for (int objective = 0; objective < OBJECTIVES; objective++) {
			plan.append("  - code: 99%c%n    title: Made up%n    short-title: Made up%n    success: Made up%n"
				.formatted('a' + objective)).append("    measures:\n");
			for (int number = objective; number < more; number += OBJECTIVES) {
				plan.append("""
						      - id: made-up-%d
						        title: Made up %<d
						        definition: Made up.
						        unit: percent
						        better: higher
						        cadence: monthly
						        feed: figures
						        organisations: [QMM]
						        target:
						          kind: reach
						          basis: latest
						          baseline: {date: 2022-03-31, value: 20}
						          path: straight-line
						          values: [{date: 2028-03-31, value: 90}]
						""".formatted(number));
			}
		}
		Files.writeString(folder.resolve("plan/ambition-99.yaml"), plan);
		return folder;
	}

	private static void importFigures(Runs runs, long more, Path file) throws IOException {
		Random random = new Random(7);
		StringBuilder lines = new StringBuilder("measure,organisation,period,value,numerator,denominator,comment\n");
		for (int number = 0; number < more; number++) {
			for (int back = 0; back < PERIODS; back++) {
				lines.append("made-up-%d,QMM,%s,%d,,,%n".formatted(number, YearMonth.of(2025, 3).minusMonths(back),
						20 + random.nextInt(70)));
			}
		}
		Files.writeString(file, lines);
		ImportOutcome outcome = runs.importFiles(List.of(file)).get(0);
		System.out.println(outcome.message());
	}

}
