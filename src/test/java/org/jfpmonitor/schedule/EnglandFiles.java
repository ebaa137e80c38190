package org.jfpmonitor.schedule;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.extract.BenchmarkFiles;

/**
 * One month of all of England, made up by a seeded generator: the two largest
 * publications at national size, the others as they are among the samples, and of each of
 * 42 boards the extracts of its trusts, one line a delivery, and files of local figures;
 * some 1,300 files of 2 GB.
 */
final class EnglandFiles {

	private static final int BOARDS = 42;

	private static final int TRUSTS_OF_A_BOARD = 4;

	private static final int FIGURES_OF_A_BOARD = 26;

	private static final int LINES_OF_A_TRUST = 220_000;

	private static final List<String> MEASURES = List.of("elective-waiting-list", "waits-over-52-weeks",
			"waits-over-65-weeks", "ambulance-incidents");

	private static final Path SAMPLES = Path.of("src/test/resources/intake/samples");

	private final Path folder;

	private final double share;

	private final Random random = new Random(42);

	private long lines;

	/**
	 * None yet.
	 * @param share how much of it: that part of the boards, and of the lines of the two
	 * largest publications
	 */
	EnglandFiles(Path folder, double share) {
		this.folder = folder;
		this.share = share;
	}

	/** Writes them; how many lines they have, workbooks and packed files apart. */
	long write() throws IOException {
		Files.createDirectories(this.folder);
		cut(BenchmarkFiles.RTT.write(this.folder, 1), 180_000, 50);
		cut(BenchmarkFiles.DM01.write(this.folder, 1), 150_000, 16);
		try (Stream<Path> samples = Files.list(SAMPLES)) {
			for (Path sample : samples.filter((each) -> !each.toString().matches(".*(expected-figures.csv|.md)"))
				.toList()) {
				Files.copy(sample, this.folder.resolve(sample.getFileName()));
			}
		}
		List<String> boards = open("icb");
		List<String> trusts = open("trust");
		for (int board = 0; board < Math.max(1, Math.round(BOARDS * this.share)); board++) {
			List<String> ofBoard = trusts.subList(board * TRUSTS_OF_A_BOARD, (board + 1) * TRUSTS_OF_A_BOARD);
			for (String trust : ofBoard) {
				deliveries(trust);
			}
			for (int months = 1; months <= FIGURES_OF_A_BOARD; months++) {
				figures(boards.get(board), ofBoard, YearMonth.of(2025, 4).minusMonths(months));
			}
		}
		return this.lines;
	}

	/** Whether no file but samples are among them, some of which are cut. */
	static boolean areOnlyCut(List<String> refused) {
		return refused.stream().allMatch((name) -> Files.exists(SAMPLES.resolve(name)));
	}

	/** The codes of those that are open, in their order. */
	private static List<String> open(String kind) throws IOException {
		Pattern entry = Pattern.compile("- \\{code: (\\w{3}), .*kind: " + kind + "\\b(?!.*closed: 20[012][0-5]).*");
		return Files.readAllLines(Path.of("config/organisations.yaml"))
			.stream()
			.map((line) -> entry.matcher(line.strip()))
			.filter(Matcher::matches)
			.map((found) -> found.group(1))
			.toList();
	}

	/** Keeps whole groups of lines, of which one is the sum of the others. */
	private void cut(Path file, int whole, int group) throws IOException {
		long kept = Math.max(1, Math.round(whole * this.share / group)) * group;
		Path rest = Files.move(file, file.resolveSibling("whole"));
		try (BufferedReader in = Files.newBufferedReader(rest); BufferedWriter out = Files.newBufferedWriter(file)) {
			for (long line = 0; line <= kept; line++) {
				write(out, in.readLine());
			}
		}
		Files.delete(rest);
	}

	private void deliveries(String trust) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(this.folder.resolve("deliveries-" + trust + ".csv"))) {
			write(out, "Delivery,Provider,Delivery date,Age,Smoking status,Wait,Ward,Notes");
			for (int line = 0; line < LINES_OF_A_TRUST; line++) {
				write(out, "D" + (1_000_000 + line) + "," + trust + ",2025-03-" + (10 + this.random.nextInt(20)) + ","
						+ (16 + this.random.nextInt(30)) + "," + (this.random.nextInt(8) == 0 ? "Smoker" : "Non-smoker")
						+ "," + this.random.nextInt(120) + ",Ward " + this.random.nextInt(20) + ",none");
			}
		}
	}

	/** One month's figures of a board and its trusts. */
	private void figures(String board, List<String> trusts, YearMonth month) throws IOException {
		Path file = this.folder.resolve("figures-" + board + "-" + month + ".csv");
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			write(out, "measure,organisation,period,value");
			for (String organisation : Stream.concat(Stream.of(board), trusts.stream()).toList()) {
				for (String measure : MEASURES) {
					write(out, measure + "," + organisation + "," + month + "," + this.random.nextInt(90_000));
				}
			}
		}
	}

	private void write(BufferedWriter out, String line) throws IOException {
		out.write(line);
		out.newLine();
		this.lines++;
	}

}
