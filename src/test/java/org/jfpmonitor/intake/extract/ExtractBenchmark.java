package org.jfpmonitor.intake.extract;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * How much longer reading an extract takes than a bare Commons CSV pass that touches each
 * field of each record. Both are measured in turn in one JVM, so that what the machine
 * does besides strikes both.
 */
final class ExtractBenchmark {

	private static final int ROUNDS = 7;

	private static final String[] PROVIDERS = { "RM1", "RCX", "RGP", "RGT", "RDE", "RY3", "RMY", "R1H" };

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	private ExtractBenchmark() {
	}

	/**
	 * Writes the files to a temporary folder, measures, prints, and deletes them.
	 * @param arguments which of the three files, as 1, 2 or 3; none for all
	 */
	public static void main(String[] arguments) throws IOException {
		String chosen = (arguments.length > 0) ? arguments[0] : "123";
		Path folder = Files.createTempDirectory("extract-benchmark");
		LayoutsReading shipped = Shipped.LAYOUTS;
		LayoutsReading own = Layouts.read(Path.of("src/test/resources/intake/layouts"), Shipped.PLAN);
		System.out.printf("%-36s %8s %8s %6s %12s %8s %6s %8s%n", "file", "bare ms", "read ms", "ratio", "bare cpu ms",
				"read cpu", "ratio", "heap MB");
		if (chosen.contains("1")) {
			measure("one line a delivery, 2,000,000 x 8", own, deliveries(folder.resolve("deliveries.csv")));
		}
		if (chosen.contains("2")) {
			measure("RTT-like, 180,000 x 121", shipped,
					rtt(folder.resolve("20250331-RTT-March-2025-full-extract.csv")));
		}
		if (chosen.contains("3")) {
			measure("DM01-like, 150,000 x 30", shipped, dm01(folder.resolve("DM01-MARCH-2025-full-extract.csv")));
		}
		Files.delete(folder);
	}

	private static void measure(String name, LayoutsReading layouts, Path file) throws IOException {
		double[] bare = new double[ROUNDS];
		double[] read = new double[ROUNDS];
		double[] bareWork = new double[ROUNDS];
		double[] readWork = new double[ROUNDS];
		long heap = 0;
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			long startWork = work();
			long touched = pass(file);
			long between = System.nanoTime();
			long betweenWork = work();
			Extract extract = new ExtractReader(layouts.layouts(), Shipped.ORGANISATIONS).read(file,
					file.getFileName().toString(), new ReadingContext(Shipped.PLAN, TODAY, TODAY, History.empty()),
					(reject) -> {
						throw new IllegalStateException(reject.toString());
					});
			long end = System.nanoTime();
			bareWork[round] = (betweenWork - startWork) / 1e6;
			readWork[round] = (work() - betweenWork) / 1e6;
			bare[round] = (between - start) / 1e6;
			read[round] = (end - between) / 1e6;
			heap = Math.max(heap, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
			if (touched == 0 || extract.used() == 0 || !extract.warnings().isEmpty()) {
				throw new IllegalStateException("Nothing was read, or not cleanly: " + extract.warnings());
			}
		}
		System.out.printf("%-36s %8.0f %8.0f %6.2f %12.0f %8.0f %6.2f %8d%n", name, median(bare), median(read),
				median(read) / median(bare), median(bareWork), median(readWork), median(readWork) / median(bareWork),
				heap >> 20);
		Files.delete(file);
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

	private static long pass(Path file) throws IOException {
		long touched = 0;
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			for (CSVRecord record : CSVFormat.DEFAULT.parse(reader)) {
				for (int i = 0; i < record.size(); i++) {
					touched += record.get(i).length();
				}
			}
		}
		return touched;
	}

	private static Path deliveries(Path file) throws IOException {
		Random random = new Random(1);
		return write(file, "Delivery,Provider,Delivery date,Age,Smoking status,Wait,Ward,Notes", 2_000_000,
				(line) -> "D" + (10_000_000 + line) + "," + PROVIDERS[random.nextInt(6)] + ","
						+ LocalDate.of(2024, 4, 1).plusDays(random.nextInt(730)) + "," + (16 + random.nextInt(30)) + ","
						+ (random.nextInt(8) == 0 ? "Smoker" : "Non-smoker") + "," + random.nextInt(120) + ",Ward "
						+ random.nextInt(20) + ",none");
	}

	private static Path dm01(Path file) throws IOException {
		Random random = new Random(2);
		StringBuilder header = new StringBuilder("\"Period\",\"Provider Parent Org Code\",\"Provider Parent Name\","
				+ "\"Provider Org Code\",\"Provider Org Name\",\"Commissioner Parent Org Code\",\"Commissioner Parent Name\","
				+ "\"Commissioner Org Code\",\"Commissioner Org Name\",\"Diagnostic Tests Sort Order\",\"Diagnostic Tests\"");
		for (int week = 0; week < 13; week++) {
			header.append(String.format(",\"%02d < %02d Week%s\"", week, week + 1, (week == 0) ? "" : "s"));
		}
		header.append(
				",\"13+ Weeks\",\"Total WL\",\"Waiting List Activity\",\"Planned Activity\",\"Unscheduled Activity\","
						+ "\"Total Activity\"");
		int[] sums = new int[14];
		return write(file, header.toString(), 150_000, (line) -> {
			int test = line % 16;
			StringBuilder row = new StringBuilder("\"DM01-MARCH-2025\",\"Q\",\"NHS ENGLAND\",\""
					+ PROVIDERS[(line / 16) % 8] + "\",\"A TRUST, SOMEWHERE\",\""
					+ ((line / 16 % 3 == 0) ? "QMM" : "QJG") + "\",\"AN ICB\",\"C" + (line / 16) + "\",\"A SUB ICB\",\""
					+ (test + 1) + "\",\"" + ((test == 15) ? "TOTAL" : "TEST_" + test) + "\"");
			int total = 0;
			for (int band = 0; band < 14; band++) {
				int count = (test == 15) ? sums[band] : random.nextInt(40);
				sums[band] = (test == 15) ? 0 : sums[band] + count;
				total += count;
				row.append(",\"").append(count).append('"');
			}
			return row.append(",\"").append(total).append("\",\"7\",\"8\",\"9\",\"24\"").toString();
		});
	}

	private static Path rtt(Path file) throws IOException {
		Random random = new Random(3);
		StringBuilder header = new StringBuilder(
				"Period,Provider Parent Org Code,Provider Parent Name,Provider Org Code,"
						+ "Provider Org Name,Commissioner Parent Org Code,Commissioner Parent Name,Commissioner Org Code,"
						+ "Commissioner Org Name,RTT Part Type,RTT Part Description,Treatment Function Code,Treatment Function Name");
		for (int week = 0; week < 104; week++) {
			header.append(String.format(",Gt %02d To %02d Weeks SUM 1", week, week + 1));
		}
		header.append(",Gt 104 Weeks SUM 1,Total,Patients with unknown clock start date,Total All");
		int[] sums = new int[105];
		String[] parts = { "Part_1A", "Part_1B", "Part_2", "Part_2A", "Part_3" };
		return write(file, header.toString(), 180_000, (line) -> {
			int specialty = line % 10;
			String part = parts[line / 10 % 5];
			StringBuilder row = new StringBuilder("RTT-March-2025,QE1,NHS ICB," + PROVIDERS[(line / 50) % 8]
					+ ",A TRUST," + ((line / 50 % 3 == 0) ? "QMM" : "QJG") + ",AN ICB,C" + (line / 50) + ",A SUB ICB,"
					+ part + ",Pathways," + ((specialty == 9) ? "C_999" : "C_10" + specialty) + ",Service");
			int total = 0;
			for (int band = 0; band < 105; band++) {
				int count = (specialty == 9) ? sums[band] : Math.max(0, random.nextInt(30) - 15);
				sums[band] = (specialty == 9) ? 0 : sums[band] + count;
				total += count;
				row.append(',').append(count);
			}
			return row.append(',').append(total).append(",0,").append(total).toString();
		});
	}

	private static Path write(Path file, String header, int lines, IntFunction<String> line) throws IOException {
		try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			writer.write(header);
			writer.write("\r\n");
			for (int i = 0; i < lines; i++) {
				writer.write(line.apply(i));
				writer.write("\r\n");
			}
		}
		return file;
	}

}
