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

	/** Each by its name; all of them have a process of their own, with the profile. */
	static Stream<Arguments> some() {
		List<Arguments> all = all().toList();
		return IntStream.range(0, all.size()).filter((at) -> at % ONE_IN == 0).mapToObj(all::get);
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
	void allOfThemAreWithin256Megabytes() throws Exception {
		Path said = this.folder.resolve("said.txt");

		int exit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				Reader.class.getName(), this.folder.toString())
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

	/** Reads all of them; what is thrown ends it. */
	static final class Reader {

		private Reader() {
		}

		public static void main(String[] arguments) throws IOException {
			for (Arguments each : all().toList()) {
				Object[] of = each.get();
				System.out.println(List.of(of));
				String fault = fault((BookDamage) of[0], (BookWriter) of[1], (int) of[2], Path.of(arguments[0]));
				if (!fault.isEmpty()) {
					throw new IllegalStateException(fault);
				}
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
