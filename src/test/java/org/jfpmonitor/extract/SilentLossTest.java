package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of which a part would be taken for the whole if nobody looked. */
class SilentLossTest {

	private static final Path ATTENDANCES = Path.of("src/test/resources/intake/samples/Monthly-AE-March-2025.csv");

	@TempDir
	private Path folder;

	@Test
	void aLineWithoutACodeMayBelongToTheOrganisationAboveIt() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,10", ",B,March 2025,20", ",C,March 2025,30",
				"RCX,A,March 2025,5", "RGP,A,March 2025,7");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 5",
				"virtual-ward-beds RGP March 2025 = 7", "virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.rejections()).containsExactly(
				"3 missing_value Code [] the code of an organisation in organisations.yaml",
				"4 missing_value Code [] the code of an organisation in organisations.yaml");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",Total,March 2025,15", ",Grand total,March 2025,15", ",,March 2025,15", ",,,15",
			",Source: the trusts,,", ",B,March 2025," })
	void aTotalOrANoteWithoutACodeBelongsToNobody(String line) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,10", "RCX,A,March 2025,5", line);

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 5",
				"virtual-ward-beds RM1 March 2025 = 10");
		assertThat(read.rejections()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Total", "TOTAL:", "Grand total", "Sub-total", "Subtotals", "All", "Overall" })
	void aTotalAmongThePartsIsNotAddedToThem(String word) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,10", "RM1,B,March 2025,20",
				"RM1," + word + ",March 2025,30", "RCX," + word + ",March 2025,5", "RGP,Allerton,March 2025,7",
				"RGP,B,March 2025,7");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 5",
				"virtual-ward-beds RGP March 2025 = 14", "virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.extract().warnings())
			.contains("No figure of virtual-ward-beds for RM1 in March 2025: expected lines to add up, found among them"
					+ " such as say that they are a total (total, all, overall). Leave those out by \"leave-out\" in the"
					+ " layout, or delete them from the file.");
	}

	/** Columns that came into being together are there together. */
	@ParameterizedTest
	@ValueSource(strings = { "A&E attendances Booked Appointments Type 1",
			"Attendances over 4hrs Booked Appointments Type 2" })
	void aColumnThatIsMissingBesideOthersAsNewAddsNotNothing(String column) throws IOException {
		String text = Files.readString(ATTENDANCES);
		assertThat(text).contains(column);
		Path changed = this.folder.resolve("Monthly-AE-March-2025.csv");
		Files.writeString(changed, text.replace(column, "Something else"));

		Read read = Shipped.read(changed);

		assertThat(read.extract().warnings()).anySatisfy((warning) -> assertThat(warning)
			.startsWith(
					"No figures of ae-within-4-hours: the file has no column \"" + column + "\", although it has \"")
			.endsWith(
					"\", which is as new. If the column is called otherwise now, add that to the layout and import the"
							+ " file again."));
		assertThat(read.figures()).noneMatch((figure) -> figure.startsWith("ae-within-4-hours"));
	}

	@Test
	void aFieldThatIsNoFigureTakesNothingAwayFromTheOtherMonthsOfItsLine() {
		Read read = Shipped.read(this.folder, "month.csv", "ref,measure_name,comment,Jul 2024,Aug 2024,Sep 2024",
				"virtual-ward-beds,Beds,,71,many,73", "nhs-app-registrations,App,,59,60,61");

		assertThat(read.figures()).filteredOn((figure) -> figure.startsWith("virtual"))
			.containsExactly("virtual-ward-beds QMM July 2024 = 71", "virtual-ward-beds QMM September 2024 = 73");
		assertThat(read.rejections()).singleElement().asString().startsWith("2 not_a_number Aug 2024 [many]");
	}

	private Read wards(String... lines) throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), """
				layout: wards
				title: Wards
				feed: virtual-wards
				columns: {provider: Code, site: Site, month: Month, beds: Beds}
				period: {column: month, as: monthly}
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust]}
				figures:
				  - {measure: virtual-ward-beds, value: {sum: beds}}
				""");
		return Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN,
				Shipped.write(this.folder, "wards.csv", lines), LocalDate.of(2025, 6, 11));
	}

}
