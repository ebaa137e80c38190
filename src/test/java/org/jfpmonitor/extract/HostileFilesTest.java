package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
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
 * Damaged, disguised and oversized files, made from published ones by a seeded generator.
 * Whatever is done to a file, each figure that comes out is the one of the sound file, or
 * is marked as not known; or the file is refused in words.
 */
class HostileFilesTest {

	private static final List<String> SAMPLES = List.of("Monthly-AE-March-2025.csv",
			"dm01-provider-march-2025-as-displayed.csv", "virtual-ward-march-2025-icb-as-displayed.csv",
			"cwt-crs-commissioner-march-2025-final-62-day-all-cancer-as-displayed.csv",
			"MHSDS_Data_4WW_SepPerf_2024-cut.csv", "uec-sitrep-beds-2024-25-five-trusts-derived.csv",
			"kh03-overnight-q4-2024-25-trust-by-sector-as-displayed.csv");

	/** Without the profile some damages are done, and all files have their turn. */
	private static final int ONE_IN = 19;

	private static final Map<String, Map<Cell, Figure>> SOUND = new HashMap<>();

	@TempDir
	private Path folder;

	static Stream<Arguments> someOfTheCorpus() {
		return Cases.oneIn(ONE_IN, corpus());
	}

	private static Stream<Arguments> corpus() {
		return Stream.of(Damage.values())
			.flatMap((damage) -> IntStream.range(0, SAMPLES.size())
				.mapToObj((seed) -> Arguments.of(damage, SAMPLES.get(seed), seed)));
	}

	@Test
	void thereAreAtLeastTwoHundredOfThem() {
		assertThat(corpus()).hasSizeGreaterThanOrEqualTo(200);
	}

	static Stream<Arguments> mishaps() {
		return Cases.oneIn(ONE_IN,
				Stream.of(Mishap.values())
					.flatMap((mishap) -> IntStream.range(0, SAMPLES.size())
						.mapToObj((seed) -> Arguments.of(mishap, SAMPLES.get(seed), seed))));
	}

	@ParameterizedTest(name = "{0} of {1}")
	@MethodSource("someOfTheCorpus")
	void givesNoWrongFigure(Damage damage, String sample, int seed) throws IOException {
		byte[] sound = Files.readAllBytes(Shipped.SAMPLES.resolve(sample));
		Path file = this.folder.resolve(sample);
		damage.write(sound, new Random(31L * damage.name().hashCode() + seed), file);

		givesNoWrongFigure(file, damage.isHarmless());
	}

	@ParameterizedTest(name = "{0} of {1}")
	@MethodSource("mishaps")
	void givesNoWrongFigure(Mishap mishap, String sample, int seed) throws IOException {
		byte[] sound = Files.readAllBytes(Shipped.SAMPLES.resolve(sample));
		Random random = new Random(37L * mishap.name().hashCode() + seed);
		Path file = Files.write(this.folder.resolve(sample), mishap.apply(sound, random));

		givesNoWrongFigure(file, mishap.isHarmless());
	}

	private static void givesNoWrongFigure(Path file, boolean harmless) {
		String sample = file.getFileName().toString();
		Read read = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Shipped.read(file));

		if (read.refusal() != null) {
			assertThat(read.refusal().faults()).isNotEmpty()
				.allSatisfy((fault) -> assertThat(fault).contains("xpected").contains("found").endsWith("."));
			return;
		}
		Map<Cell, Figure> figures = SOUND.computeIfAbsent(sample, HostileFilesTest::sound);
		for (Observation each : read.extract().observations()) {
			Figure figure = each.figure();
			assertThat(figure.mark() == Mark.MISSING || figure.equals(figures.get(each.cell())))
				.as("%s was %s, now %s", each.cell(), figures.get(each.cell()), figure)
				.isTrue();
		}
		assertThat(read.rejects()).allSatisfy((reject) -> {
			assertThat(reject.place().line()).isPositive();
			assertThat(reject.expected()).isNotBlank();
			assertThat(reject.found()).doesNotContain("\0");
		});
		if (harmless) {
			assertThat(read.rejections()).isEmpty();
			assertThat(read.extract().observations()).hasSameSizeAs(figures.keySet());
		}
	}

	private static Map<Cell, Figure> sound(String sample) {
		Map<Cell, Figure> figures = new HashMap<>();
		Shipped.read(Shipped.SAMPLES.resolve(sample))
			.extract()
			.observations()
			.forEach((each) -> figures.put(each.cell(), each.figure()));
		return figures;
	}

	@Test
	void aFolderNamedLikeAFileIsRefused() throws IOException {
		Path directory = Files.createDirectory(this.folder.resolve("x.csv"));

		assertThat(Shipped.read(directory).refusal().faults())
			.containsExactly("Expected a CSV file, found a folder named x.csv. Put the file itself here.");
	}

}
