package org.jfpmonitor.extract;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.workbook.BookDamage;
import org.jfpmonitor.extract.workbook.BookWriter;
import org.jfpmonitor.observation.Figure.Mark;
import org.jfpmonitor.observation.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Damaged and hostile workbooks, made by a seeded generator: they are refused in words,
 * or load with the figures of the sound one.
 */
class DamagedWorkbooksTest {

	private static final String SAMPLE = "virtual-ward-march-2025-icb-as-displayed.csv";

	private static final List<BookDamage> OF_ANY_BYTES = List.of(BookDamage.CUT_OFF, BookDamage.BYTES_CHANGED,
			BookDamage.ZEROS_INSIDE);

	private static final int SEEDS = 5;

	private static final int ONE_IN = 11;

	@TempDir
	private Path folder;

	static Stream<Arguments> some() {
		return Cases.oneIn(ONE_IN, all());
	}

	static Stream<Arguments> all() {
		Stream<Arguments> present = Stream.of(BookDamage.values())
			.flatMap((damage) -> IntStream.range(0, SEEDS)
				.mapToObj((seed) -> Arguments.of(damage, BookWriter.XLSX, seed)));
		Stream<Arguments> others = OF_ANY_BYTES.stream()
			.flatMap((damage) -> IntStream.range(0, 4 * SEEDS)
				.mapToObj((seed) -> Arguments.of(damage, (seed % 2 == 0) ? BookWriter.XLS : BookWriter.ODS, seed)));
		return Stream.concat(present, others);
	}

	@Test
	void thereAreAtLeastAHundredOfThem() {
		assertThat(all()).hasSizeGreaterThanOrEqualTo(100);
	}

	@ParameterizedTest(name = "{0} of {1}, {2}")
	@MethodSource("some")
	void isRefusedInWordsOrGivesTheRightFigures(BookDamage damage, BookWriter kind, int seed) throws IOException {
		assertThat(fault(damage, kind, seed, this.folder)).isEmpty();
	}

	@EveryCase
	@Test
	void allOfThemAreReadWithin256Megabytes() throws Exception {
		Path books = Files.createDirectory(this.folder.resolve("books"));
		for (Arguments each : all().toList()) {
			BookDamage damage = (BookDamage) each.get()[0];
			BookWriter kind = (BookWriter) each.get()[1];
			Path file = kind.write(Shipped.SAMPLES.resolve(SAMPLE), this.folder, "Data");
			damage.write(Files.readAllBytes(file), new Random(31L * damage.name().hashCode() + (int) each.get()[2]),
					books.resolve(damage + "-" + kind + "-" + each.get()[2]));
		}
		Path said = this.folder.resolve("said.txt");

		int exit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Reader.class.getName(),
				books.toString())
			.redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start()
			.waitFor();

		assertThat(exit).as(() -> {
			try {
				return Files.readString(said);
			}
			catch (IOException failed) {
				return failed.toString();
			}
		}).isZero();
	}

	/** Reads every file of a folder; what is thrown ends it. */
	static final class Reader {

		private Reader() {
		}

		public static void main(String[] arguments) throws IOException {
			try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
				files.sorted().forEach((file) -> {
					System.out.println(file.getFileName());
					Shipped.read(file);
				});
			}
		}

	}

	/** What is wrong with how a damaged workbook was read; empty for nothing. */
	static String fault(BookDamage damage, BookWriter kind, int seed, Path folder) throws IOException {
		Path sample = Shipped.SAMPLES.resolve(SAMPLE);
		Path file = kind.write(sample, folder, "Data");
		byte[] sound = Files.readAllBytes(file);
		damage.write(sound, new Random(31L * damage.name().hashCode() + seed), file);
		Read read = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Shipped.read(file));
		if (read.refusal() != null) {
			boolean inWords = !read.refusal().faults().isEmpty() && read.refusal()
				.faults()
				.stream()
				.allMatch((fault) -> fault.contains("xpected") && fault.contains("found") && fault.endsWith("."));
			return inWords ? "" : "refused as " + read.refusal().faults();
		}
		Map<String, BigDecimal> figures = new HashMap<>();
		Shipped.read(sample)
			.extract()
			.observations()
			.forEach((each) -> figures.put(each.cell().toString(), each.figure().value()));
		for (Observation each : read.extract().observations()) {
			BigDecimal expected = figures.get(each.cell().toString());
			BigDecimal found = each.figure().value();
			boolean same = found != null && expected != null && found.compareTo(expected) == 0;
			if (each.figure().mark() != Mark.MISSING && !same) {
				return each.cell() + " was " + expected + ", now " + found;
			}
		}
		return "";
	}

}
