package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.extract.BenchmarkFiles;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.schedule.Runs;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How much longer reading an extract, and importing it into the database, takes than a
 * bare Commons CSV pass that touches each field of each record. The three are measured in
 * turn in one JVM, so that what the machine does besides strikes each of them.
 */
final class ImportBenchmark {

	private static final int ROUNDS = 5;

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	private ImportBenchmark() {
	}

	/**
	 * Writes the files to a temporary folder, starts the service without its pages on a
	 * database of its own, measures, prints, and deletes everything.
	 * @param arguments which of the {@link BenchmarkFiles}; none for all
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createTempDirectory("import-benchmark");
		Path config = BenchmarkFiles.config(folder.resolve("config"));
		SpringApplication service = new SpringApplication(JfpMonitor.class);
		service.setWebApplicationType(WebApplicationType.NONE);
		service.setAdditionalProfiles("command");
		try (ConfigurableApplicationContext context = service.run("--jfp.data=" + folder.resolve("data"),
				"--jfp.config=" + config, "--jfp.demo=false", "--logging.level.root=warn")) {
			System.out.printf("%-36s %8s %8s %8s %6s %6s %9s %9s%n", "file", "bare ms", "read ms", "import", "read/",
					"import/", "read/ cpu", "heap MB");
			List<BenchmarkFiles> chosen = (arguments.length > 0)
					? Arrays.stream(arguments).map(BenchmarkFiles::valueOf).toList() : List.of(BenchmarkFiles.values());
			for (BenchmarkFiles each : chosen) {
				measure(each, folder, context);
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static void measure(BenchmarkFiles kind, Path folder, ConfigurableApplicationContext context)
			throws IOException {
		double[] bare = new double[ROUNDS];
		double[] read = new double[ROUNDS];
		double[] imported = new double[ROUNDS];
		double[] bareWork = new double[ROUNDS];
		double[] readWork = new double[ROUNDS];
		long heap = 0;
		for (int round = 0; round < ROUNDS; round++) {
			Path file = kind.write(folder, round);
			long work = work();
			bare[round] = time(() -> pass(file));
			bareWork[round] = work() - work;
			ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
			work = work();
			read[round] = time(() -> read(file, context));
			readWork[round] = work() - work;
			imported[round] = time(() -> importFile(file, context));
			heap = Math.max(heap, peak());
			Files.delete(file);
		}
		System.out.printf("%-36s %8.0f %8.0f %8.0f %6.2f %6.2f %9.2f %9d%n", kind, median(bare), median(read),
				median(imported), median(read) / median(bare), median(imported) / median(bare),
				median(readWork) / median(bareWork), heap >> 20);
	}

	/** In milliseconds. */
	private static double time(Work work) throws IOException {
		long start = System.nanoTime();
		if (!work.isDone()) {
			throw new IllegalStateException("Nothing was read, or not cleanly");
		}
		return (System.nanoTime() - start) / 1e6;
	}

	private static double median(double[] all) {
		double[] sorted = all.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/**
	 * Processor time of this process: unlike the clock, not disturbed by other processes.
	 */
	private static long work() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
			.getProcessCpuTime();
	}

	/**
	 * The most that lay on the heap, garbage included, each part of it at its fullest.
	 */
	private static long peak() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
	}

	private static boolean pass(Path file) throws IOException {
		long touched = 0;
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			for (CSVRecord record : CSVFormat.DEFAULT.parse(reader)) {
				for (int i = 0; i < record.size(); i++) {
					touched += record.get(i).length();
				}
			}
		}
		return touched > 0;
	}

	private static boolean read(Path file, ConfigurableApplicationContext context) {
		ReadingContext day = new ReadingContext(context.getBean(PlanVersions.class).current(), TODAY);
		Extract extract = context.getBean(ExtractParser.class)
			.read(file, file.getFileName().toString(), day, (reject) -> {
				throw new IllegalStateException(reject.toString());
			});
		return extract.lines().used() > 0 && extract.warnings().isEmpty();
	}

	private static boolean importFile(Path file, ConfigurableApplicationContext context) {
		ImportOutcome outcome = context.getBean(Runs.class).importFiles(List.of(file)).get(0);
		return outcome.isClean();
	}

	@FunctionalInterface
	private interface Work {

		boolean isDone() throws IOException;

	}

}
