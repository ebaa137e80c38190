package org.jfpmonitor.schedule;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.extract.BenchmarkFiles;
import org.jfpmonitor.store.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How long one night of many files takes: read by one thread, by two, and by two
 * instances of one thread each. The three take turns, each on a database and folders of
 * its own, so that what the machine does besides strikes each of them. Times are those of
 * the steps, from the Batch tables; beside them stands how many bare passes the whole
 * took, which a new JVM makes more, and by how much the database grew. The files are
 * pieces of one large extract, or {@link EnglandFiles}.
 */
final class NightBenchmark {

	private static final int FILES = Integer.getInteger("jfp.files", 200);

	private static final int ROUNDS = Integer.getInteger("jfp.rounds", 3);

	/**
	 * Of one file; its groups of 16 lines, of which the last is their sum, stay whole.
	 */
	private static final int LINES = Integer.getInteger("jfp.lines", 7_200);

	/**
	 * How much of a month of all of England is read in their place, 1 for all of it.
	 */
	private static final double ENGLAND = Double.parseDouble(System.getProperty("jfp.england", "0"));

	private static final Pattern COLLECTION = Pattern.compile(" (\\d+)M->\\d+M\\(");

	private NightBenchmark() {
	}

	/**
	 * Writes the files to a temporary folder, measures, prints, and deletes everything.
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("night-benchmark");
		try {
			BenchmarkFiles.config(folder.resolve("config"));
			Path files = folder.resolve("files");
			long lines = (ENGLAND > 0) ? new EnglandFiles(files, ENGLAND).write() : write(files);
			int count = list(files).size();
			double bare = bare(files);
			System.out.printf("%d files, %,d lines, %d MB; a bare pass over those that are CSV takes %.1f s; seconds%n",
					count, lines, size(files) >> 20, bare);
			System.out.printf("%-36s %8s %8s %8s %8s %8s %8s %9s %9s %9s %9s%n", "", "receive", "read", "publish",
					"fileAway", "all", "all/bare", "files/s", "lines/s", "MB stored", "heap MB");
			List<List<double[]>> measured = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
			for (int round = 0; round < ROUNDS; round++) {
				measured.get(0).add(night(folder, files, 1, 1));
				measured.get(1).add(night(folder, files, 1, 2));
				measured.get(2).add(night(folder, files, 2, 1));
			}
			List<String> names = List.of("one instance, one thread", "one instance, two threads",
					"two instances, one thread each");
			for (int each = 0; each < names.size(); each++) {
				List<double[]> rounds = measured.get(each);
				double all = median(rounds, 4);
				System.out.printf("%-36s %8.1f %8.1f %8.1f %8.1f %8.1f %8.2f %9.1f %,9.0f %9.1f %9.0f%n",
						names.get(each), median(rounds, 0), median(rounds, 1), median(rounds, 2), median(rounds, 3),
						all, all / bare, count / all, lines / all, median(rounds, 5), median(rounds, 6));
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	/** A large extract in many pieces: each a file of a layout that is met. */
	private static long write(Path folder) throws IOException {
		Files.createDirectories(folder);
		int written = 0;
		for (int seed = 0; written < FILES; seed++) {
			Path whole = BenchmarkFiles.DM01.write(folder, seed);
			try (BufferedReader lines = Files.newBufferedReader(whole)) {
				String header = lines.readLine();
				for (int piece = 0; piece < 144_000 / LINES && written < FILES; piece++) {
					Path file = folder.resolve("DM01-MARCH-2025-full-extract-%04d.csv".formatted(++written));
					try (BufferedWriter out = Files.newBufferedWriter(file)) {
						out.write(header);
						for (int line = 0; line < LINES; line++) {
							out.newLine();
							out.write(lines.readLine());
						}
					}
					Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * written));
				}
			}
			Files.delete(whole);
		}
		return FILES * (long) LINES;
	}

	/**
	 * In seconds: a pass of Commons CSV, warm, by one thread, that touches each field of
	 * each record of the files that are CSV.
	 */
	private static double bare(Path files) throws IOException {
		List<Path> csv = list(files).stream().filter((each) -> each.toString().endsWith(".csv")).toList();
		for (Path each : csv.subList(0, Math.min(20, csv.size()))) {
			pass(each);
		}
		long start = System.nanoTime();
		for (Path each : csv) {
			pass(each);
		}
		return (System.nanoTime() - start) / 1e9;
	}

	/** Samples have encodings of their own, and lines with a quote too many. */
	private static void pass(Path file) throws IOException {
		try (CSVParser records = CSVFormat.DEFAULT.builder()
			.setLenientEof(true)
			.setTrailingData(true)
			.get()
			.parse(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1))) {
			long touched = 0;
			for (CSVRecord record : records) {
				for (int i = 0; i < record.size(); i++) {
					touched += record.get(i).length();
				}
			}
			if (touched == 0) {
				throw new IllegalStateException("Nothing in " + file);
			}
		}
	}

	/**
	 * One night.
	 * @return seconds of the steps receive, read, publish, fileAway, and of all;
	 * megabytes by which the database grew, and that lay on the heap of the instance that
	 * ran it, at its fullest
	 */
	private static double[] night(Path folder, Path files, int instances, int threads)
			throws IOException, InterruptedException {
		TestDatabase database = TestDatabase.create();
		Path data = Files.createTempDirectory(folder, "data");
		FileSystemUtils.copyRecursively(files, data.resolve("inbox"));
		for (Path each : list(files)) {
			Files.setLastModifiedTime(data.resolve("inbox").resolve(each.getFileName()),
					Files.getLastModifiedTime(each));
		}
		JdbcClient jdbc = JdbcClient.create(database.dataSource());
		double before = stored(jdbc);
		List<Process> others = new ArrayList<>();
		for (int each = 1; each < instances; each++) {
			others.add(start(database, data, "helper", "--jfp.reading.threads=" + threads, "--jfp.reading.shared=true",
					"--jfp.schedule.enabled=false", "--server.port=0"));
			awaitReady(data.resolve("helper.log"));
		}
		Process night = start(database, data, "night", "nightly", "--jfp.reading.threads=" + threads,
				"--jfp.reading.shared=" + (instances > 1));
		int code = night.waitFor();
		others.forEach(Process::destroyForcibly);
		for (Process each : others) {
			each.waitFor();
		}
		if (code != 0 && (ENGLAND == 0 || code != 1)) {
			throw new IllegalStateException(Files.readString(data.resolve("night.log")));
		}
		double[] steps = Stream.of("receive", "read", "publish", "fileAway").mapToDouble((step) -> jdbc.sql("""
				select extract(epoch from end_time - start_time) from batch_step_execution where step_name = :step
				""").param("step", step).query(Double.class).single()).toArray();
		double all = jdbc.sql("select extract(epoch from end_time - start_time) from batch_job_execution")
			.query(Double.class)
			.single();
		long read = jdbc.sql("select count(*) from run_file where reader is not null").query(Long.class).single();
		if (threads * instances > 1 && read < list(files).size()) {
			throw new IllegalStateException("Only " + read + " files were read ahead");
		}
		List<String> refused = jdbc.sql("select file_name from delivery where state = 'refused' order by 1")
			.query(String.class)
			.list();
		if (!EnglandFiles.areOnlyCut(refused)) {
			throw new IllegalStateException("Refused: " + refused + Files.readString(data.resolve("night.log")));
		}
		double[] measured = Arrays.copyOf(steps, 7);
		measured[6] = heap(data.resolve("night.gc"));
		FileSystemUtils.deleteRecursively(data);
		measured[4] = all;
		measured[5] = stored(jdbc) - before;
		return measured;
	}

	/** In megabytes, at its fullest, garbage included. */
	private static double heap(Path log) throws IOException {
		try (Stream<String> lines = Files.lines(log)) {
			return lines.map(COLLECTION::matcher)
				.filter(Matcher::find)
				.mapToDouble((found) -> Double.parseDouble(found.group(1)))
				.max()
				.orElse(0);
		}
	}

	/** In megabytes, with what is left to be swept. */
	private static double stored(JdbcClient jdbc) {
		return jdbc.sql("select pg_database_size(current_database()) / 1048576.0").query(Double.class).single();
	}

	private static Process start(TestDatabase database, Path data, String log, String... words) throws IOException {
		return new ProcessBuilder(Stream.concat(
				Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-Xlog:gc:file=" + data.resolve(log + ".gc"), "-cp", System.getProperty("java.class.path"),
						JfpMonitor.class.getName()),
				Stream.concat(Stream.of(words), Stream.of("--jfp.data=" + data,
						"--jfp.config=" + data.resolveSibling("config"), "--jfp.demo=false", "--jfp.today=2025-05-15",
						"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
						"--spring.datasource.password=" + database.password())))
			.toList()).redirectErrorStream(true).redirectOutput(data.resolve(log + ".log").toFile()).start();
	}

	private static void awaitReady(Path log) throws IOException, InterruptedException {
		while (!Files.readString(log).contains("Tomcat started")) {
			Thread.sleep(200);
		}
	}

	private static double median(List<double[]> rounds, int column) {
		double[] sorted = rounds.stream().mapToDouble((each) -> each[column]).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static long size(Path folder) throws IOException {
		long size = 0;
		for (Path each : list(folder)) {
			size += Files.size(each);
		}
		return size;
	}

	private static List<Path> list(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

}
