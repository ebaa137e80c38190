package org.jfpmonitor.intake.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.Extract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HeldFigureChecksTest {

	@TempDir
	private Path folder;

	private static List<String> warnings(Read read, HeldFigures history) {
		return HeldFigureChecks.check(read.extract(), Shipped.PLAN, history).warnings();
	}

	/** A published file with some texts replaced. */
	private Path changed(String sample, String... changes) throws IOException {
		String text = Files.readString(Shipped.SAMPLES.resolve(sample));
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(text).contains(changes[i]);
			text = text.replace(changes[i], changes[i + 1]);
		}
		return Files.writeString(this.folder.resolve(sample), text);
	}

	@Test
	void noticesAMonthCopiedFromTheMonthBefore() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv")).extract();
		Path copy = changed("virtual-ward-march-2025-icb-as-displayed.csv", "March 2025", "April 2025");

		List<String> warnings = warnings(Shipped.read(copy), Held.of(march));

		assertThat(warnings).contains("Expected new figures of virtual-ward-beds for April 2025, found "
				+ "those of the period before for all 42 organisations. The period seems to have been copied.");
	}

	@Test
	void noticesACopiedMonthInsideOneFile() {
		String header = "nhs_trust22_code,date,general_acute_beds_available,general_acute_beds_occupied";
		List<String> lines = new ArrayList<>(List.of(header));
		for (String trust : List.of("RM1", "RCX", "RGP", "RGT", "RDE")) {
			lines.add(trust + ",June 2022," + (500 + trust.hashCode() % 50) + ",400");
			lines.add(trust + ",July 2022," + (510 + trust.hashCode() % 50) + ",410");
			lines.add(trust + ",August 2022," + (510 + trust.hashCode() % 50) + ",410");
		}

		List<String> warnings = warnings(Shipped.read(this.folder, "sitrep.csv", lines.toArray(new String[0])),
				HeldFigures.empty());

		assertThat(warnings).filteredOn((warning) -> warning.contains("copied"))
			.singleElement()
			.asString()
			.startsWith("Expected new figures of bed-occupancy for August 2022");
	}

	@Test
	void doesNotTakeOneNewFigureForACopy() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv")).extract();
		Path nearly = changed("virtual-ward-march-2025-icb-as-displayed.csv", "March 2025", "April 2025",
				"Board,164,15.0", "Board,165,15.0", "England,\"12,825\"", "England,\"12,826\"");

		List<String> warnings = warnings(Shipped.read(nearly), Held.of(march));

		assertThat(warnings).noneMatch((warning) -> warning.contains("virtual-ward-beds for"));
	}

	@Test
	void noticesAnImplausibleJump() {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")).extract();

		Read april = Shipped.read(Shipped.SAMPLES.resolve("April-2025-CSV-revised.csv"));

		assertThat(warnings(april, Held.of(march)))
			.containsExactly("Line 30: expected emergency-admissions for RCX in April "
					+ "2025 near 2,282, the figure of the period before, found 1,111. Ask whether it is right.");
	}

}
