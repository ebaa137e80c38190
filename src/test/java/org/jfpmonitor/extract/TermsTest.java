package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TermsTest {

	private static final String MEAN = "value: {mean: wait}";

	@TempDir
	private Path folder;

	/** Reads three lines with waits of 10, 20 and 60 minutes, one of a smoker. */
	private Read read(String terms) throws IOException {
		String layout = Files.readString(Path.of("src/test/resources/intake/layouts/deliveries.yaml"));
		assertThat(layout).contains(MEAN);
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("deliveries.yaml"), layout.replace(MEAN, terms));
		LayoutsReading reading = Shipped.layouts(layouts, Shipped.PLAN);
		assertThat(reading.faults()).isEmpty();
		Path file = Shipped.write(this.folder, "deliveries.csv",
				"Delivery,Provider,Delivery date,Age,Smoking status,Wait,Ward,Notes",
				"D1,RM1,2025-03-01,36,Smoker,10,A,", "D2,RM1,2025-03-31,20,Non-smoker,20,A,",
				"D3,RM1,2025-03-15,40,Non-smoker,60,A,");
		return Read.by(reading, Shipped.PLAN, file, Shipped.TODAY);
	}

	@Test
	void aMeanIsAMeanAlone() throws IOException {
		assertThat(read(MEAN).figures()).contains("category-2-mean-response-local RM1 March 2025 = 30 minutes");
	}

	@Test
	void aMeanIsAMeanBesideAnotherTerm() throws IOException {
		assertThat(read("value: [{mean: wait}, {count: rows, where: {smoker: smoker}}]").figures())
			.contains("category-2-mean-response-local RM1 March 2025 = 31 minutes");
	}

	@Test
	void aMeanIsAMeanAsNumerator() throws IOException {
		assertThat(read("numerator: {mean: wait}\n    denominator: {count: rows}").figures())
			.contains("category-2-mean-response-local RM1 March 2025 = 10 minutes");
	}

}
