package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.reading.PlanReading;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is written in a plan file, reading it ends with a plan or with faults. */
class GarbledPlanTest {

	private static final Path GOOD = Path.of("src/test/resources/plan/good");

	private static final List<String> SCRAPS = List.of("", "~", "[]", "{}", "- ", ": ", "\"", "&a ", "*a", "2025-03-31",
			"-1", "not-yet-set", "1e9", "!!int ", "\t", "#", ">-", "\uFFFD", "a: {b: c}", "[[[[", "value: 3");

	private static final int ROUNDS = Cases.number(400, 2000);

	private final Random random = new Random(20250331);

	@Test
	void endsWithAPlanOrWithFaultsThatNameALine() throws IOException {
		List<String> ambition = Files.readAllLines(GOOD.resolve("ambition-6.yaml"));
		List<String> plan = Files.readAllLines(GOOD.resolve("plan.yaml"));
		int faulty = 0;
		for (int round = 0; round < ROUNDS; round++) {
			List<String> garbled = garbled(ambition);
			PlanReading reading = PlanFiles
				.kept(List.of(file("ambition-6.yaml", garbled),
						file("plan.yaml", (round % 2 == 0) ? plan : garbled(plan))))
				.read(GoodPlan.ORGANISATIONS, Catalogue.empty());
			assertThat(reading.plan().isPresent()).as("round %d", round).isEqualTo(reading.faults().isEmpty());
			for (Fault fault : reading.faults()) {
				assertThat(fault.message()).as("round %d", round)
					.contains("expected ")
					.contains(", found ")
					.endsWith(".");
				assertThat(fault.line()).as("round %d", round).isBetween(0, Math.max(garbled.size(), plan.size()) + 2);
			}
			faulty += reading.faults().isEmpty() ? 0 : 1;
		}
		assertThat(faulty).isBetween(ROUNDS / 2, ROUNDS);
	}

	/** One to three lines lost, doubled, moved, cut short or with a scrap in them. */
	private List<String> garbled(List<String> good) {
		List<String> lines = new ArrayList<>(good);
		for (int change = this.random.nextInt(3); change >= 0; change--) {
			int at = this.random.nextInt(lines.size());
			String line = lines.get(at);
			int column = this.random.nextInt(line.length() + 1);
			switch (this.random.nextInt(5)) {
				case 0 -> lines.remove(at);
				case 1 -> lines.add(this.random.nextInt(lines.size()), line);
				case 2 -> lines.set(at, line.substring(0, column));
				case 3 -> lines.set(at, line.substring(0, column) + scrap() + line.substring(column));
				default -> lines.set(at, line.substring(0, line.indexOf(':') + 1) + " " + scrap());
			}
		}
		return lines;
	}

	private String scrap() {
		return SCRAPS.get(this.random.nextInt(SCRAPS.size()));
	}

	private static YamlFile file(String name, List<String> lines) {
		return new YamlFile(Path.of(name), String.join("\n", lines) + "\n");
	}

}
