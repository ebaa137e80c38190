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

/** Which column of a file is which of the layout, and what one adds that is not there. */
class ColumnsTest {

	private static final String GROUPS = """
			layout: wards
			title: Beds in groups
			feed: virtual-wards
			columns:
			  code: Code
			  month: Month
			  beds: {is: General, under: [Available], occurrence: 1}
			  patients: {is: General, under: Occupied, occurrence: 2}
			period: {column: month}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-patients, value: {sum: patients}}
			""";

	private static final String MORE = """
			layout: wards
			title: Beds, and more of them since April
			feed: virtual-wards
			columns:
			  code: Code
			  month: Month
			  beds: Beds
			  more: {is: Further beds, when-absent: nothing}
			  others: {is: Other beds, when-absent: nothing}
			period: {column: month}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: [{sum: beds}, {sum: more}]}
			  - {measure: virtual-ward-patients, value: [{sum: more}, {sum: [others]}]}
			""";

	@TempDir
	private Path folder;

	@Test
	void withoutHeadingsTheOccurrenceTellsThemApart() throws IOException {
		assertThat(read(GROUPS, "Code,Month,General,Other,General,Other", "QMM,Oct 2024,10,11,20,21").figures())
			.containsExactly("virtual-ward-beds QMM October 2024 = 10", "virtual-ward-patients QMM October 2024 = 20");
	}

	@Test
	void belowItsHeadingItIsFoundWhereverThatStands() throws IOException {
		assertThat(read(GROUPS, ",,Occupied,,Available,", "Code,Month,General,Other,General,Other",
				"QMM,Oct 2024,10,11,20,21")
			.figures())
			.containsExactly("virtual-ward-beds QMM October 2024 = 20", "virtual-ward-patients QMM October 2024 = 10");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",,Unavailable,,Available,", ",,Occupied,,Unoccupied,", ",,Available,,Unavailable,",
			",,Open,,Taken," })
	void belowAnotherHeadingItIsNot(String headings) throws IOException {
		Read read = read(GROUPS, headings, "Code,Month,General,Other,General,Other", "QMM,Oct 2024,10,11,20,21");

		assertThat(read.refusal()).hasMessageContaining("General");
	}

	@Test
	void aTermOfColumnsThatDidNotExistAddsNothingToTheOthers() throws IOException {
		Read read = read(MORE, "Code,Month,Beds", "QMM,Oct 2024,10");

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM October 2024 = 10");
		assertThat(read.extract().warnings())
			.contains("No figures of virtual-ward-patients: the file has none of its columns.");
	}

	private Read read(String layout, String... lines) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), layout);
		return Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN,
				Shipped.write(this.folder, "wards.csv", lines), Shipped.TODAY);
	}

}
