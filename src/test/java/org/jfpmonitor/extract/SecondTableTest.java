package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A table below another, whose columns stand in other places. */
class SecondTableTest {

	private static final String LAYOUT = """
			layout: wards
			title: Beds and occupied beds
			feed: virtual-wards
			columns: {code: Code, month: Month, beds: Beds, occupied: Occupied}
			period: {column: month}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-occupancy, numerator: {sum: occupied}, denominator: {sum: beds}}
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "Code,Month,Occupied,Beds", "Month,Code,Beds,Occupied", "Org,Code,Month,Beds",
			",Code,Month,Beds" })
	void isRefused(String header) throws IOException {
		assertThat(read("Code,Month,Beds,Occupied", "QMM,Oct 2024,10,8", ",,,", header, "QMM,Nov 2024,20,18").refusal())
			.hasMessageContaining(
					"Line 4: expected lines of the columns that the table begins with, found the header of another, with ");
	}

	@Test
	void belowTheSameHeaderIsRead() throws IOException {
		assertThat(read("Code,Month,Beds,Occupied", "QMM,Oct 2024,10,8", "Beds,,,", "Code,Month,Beds,Occupied",
				"QMM,Nov 2024,20,18")
			.figures()).hasSize(4).contains("virtual-ward-beds QMM November 2024 = 20");
	}

	private Read read(String... lines) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), LAYOUT);
		return Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN,
				Shipped.write(this.folder, "wards.csv", lines), Shipped.TODAY);
	}

}
