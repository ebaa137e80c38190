package org.jfpmonitor.extract.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.extract.LayoutsReading;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UniqueCheckTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	@TempDir
	private Path folder;

	private final List<Reject> rejects = new ArrayList<>();

	/** Reads lines of deliveries by a layout in which each has an id of its own. */
	private Extract read(List<String> lines) throws Exception {
		String layout = Files.readString(Path.of("src/test/resources/intake/layouts/deliveries.yaml"));
		Files.writeString(Files.createDirectory(this.folder.resolve("layouts")).resolve("deliveries.yaml"),
				layout + "checks:\n  - {unique: [id], then: refuse}\n");
		LayoutsReading layouts = Shipped.layouts(this.folder.resolve("layouts"), Shipped.PLAN);
		assertThat(layouts.faults()).isEmpty();
		List<String> all = new ArrayList<>(
				List.of("Delivery,Provider,Delivery date,Age,Smoking status,Wait,Ward,Notes"));
		all.addAll(lines);
		Path file = Files.write(this.folder.resolve("deliveries.csv"), all);
		return new ExtractReader(layouts.layouts(), Shipped.ORGANISATIONS).read(file, "deliveries.csv",
				new ReadingContext(Shipped.plans(Shipped.PLAN), TODAY), this.rejects::add);
	}

	@Test
	void rejectsTheSecondLineOfAKey() throws Exception {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < 5000; i++) {
			lines.add("D" + i + ",RM1,2025-03-01,36,Smoker,10,A,");
		}
		lines.add("D77,RM1,2025-03-01,36,Smoker,10,A,");

		Extract extract = read(lines);

		assertThat(extract.lines().used()).isEqualTo(5000);
		assertThat(this.rejects).singleElement().satisfies((reject) -> {
			assertThat(reject.place().line()).isEqualTo(5002);
			assertThat(reject.code().code()).isEqualTo("duplicate_key");
			assertThat(reject.expected()).isEqualTo("a line of its own for each key; an earlier line has this one");
		});
	}

}
