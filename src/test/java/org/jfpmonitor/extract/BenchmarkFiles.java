package org.jfpmonitor.extract;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntFunction;

import org.springframework.util.FileSystemUtils;

/** Large extracts, made up by a seeded generator, of three shapes that are met. */
public enum BenchmarkFiles {

	ONE_LINE_A_DELIVERY("one line a delivery, 2,000,000 x 8") {
		@Override
		public Path write(Path folder, int seed) throws IOException {
			return deliveries(folder.resolve("deliveries-" + seed + ".csv"), new Random(seed));
		}
	},
	RTT("RTT-like, 180,000 x 121") {
		@Override
		public Path write(Path folder, int seed) throws IOException {
			return rtt(folder.resolve("20250331-RTT-March-2025-full-extract-" + seed + ".csv"), new Random(seed));
		}
	},
	DM01("DM01-like, 150,000 x 30") {
		@Override
		public Path write(Path folder, int seed) throws IOException {
			return dm01(folder.resolve("DM01-MARCH-2025-full-extract-" + seed + ".csv"), new Random(seed));
		}
	};

	private static final String[] PROVIDERS = { "RM1", "RCX", "RGP", "RGT", "RDE", "RY3", "RMY", "R1H" };

	private static final String[] ICBS = { "QMM", "QJG", "QHG", "QUE", "QM7", "QH8", "QE1", "QGH", "QT1" };

	private final String words;

	BenchmarkFiles(String words) {
		this.words = words;
	}

	/** Writes it to the folder; another seed makes up another one. */
	public abstract Path write(Path folder, int seed) throws IOException;

	/** The configuration as shipped, with a layout for one line a delivery. */
	public static Path config(Path folder) throws IOException {
		FileSystemUtils.copyRecursively(Path.of("config"), folder);
		FileSystemUtils.copyRecursively(Path.of("src/test/resources/intake/layouts"), folder.resolve("layouts"));
		return folder;
	}

	@Override
	public String toString() {
		return this.words;
	}

	private static Path deliveries(Path file, Random random) throws IOException {
		return write(file, "Delivery,Provider,Delivery date,Age,Smoking status,Wait,Ward,Notes", 2_000_000,
				(line) -> "D" + (10_000_000 + line) + "," + PROVIDERS[random.nextInt(6)] + ","
						+ LocalDate.of(2024, 4, 1).plusDays(random.nextInt(730)) + "," + (16 + random.nextInt(30)) + ","
						+ (random.nextInt(8) == 0 ? "Smoker" : "Non-smoker") + "," + random.nextInt(120) + ",Ward "
						+ random.nextInt(20) + ",none");
	}

	private static Path dm01(Path file, Random random) throws IOException {
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
					+ PROVIDERS[(line / 16) % 8] + "\",\"A TRUST, SOMEWHERE\",\"" + ICBS[line / 16 % ICBS.length]
					+ "\",\"AN ICB\",\"C" + (line / 16) + "\",\"A SUB ICB\",\"" + (test + 1) + "\",\""
					+ ((test == 15) ? "TOTAL" : "TEST_" + test) + "\"");
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

	private static Path rtt(Path file, Random random) throws IOException {
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
					+ ",A TRUST," + ICBS[line / 50 % ICBS.length] + ",AN ICB,C" + (line / 50) + ",A SUB ICB," + part
					+ ",Pathways," + ((specialty == 9) ? "C_999" : "C_10" + specialty) + ",Service");
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
