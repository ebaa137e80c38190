package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Extracts with one line for each person: reckoned while streaming, and never told on.
 */
class RecordLevelTest {

	private static final LayoutsReading LAYOUTS = Shipped.layouts(Path.of("src/test/resources/intake/layouts"),
			Shipped.PLAN);

	private static final String HEADER = "Delivery,Provider,Delivery date,Age,Smoking status,Wait,Ward,Notes";

	@TempDir
	private Path folder;

	private Read read(String... lines) {
		List<String> all = new ArrayList<>(List.of(HEADER));
		all.addAll(List.of(lines));
		Path file = Shipped.write(this.folder, "deliveries.csv", all.toArray(new String[0]));
		return Read.by(LAYOUTS, Shipped.PLAN, file, Shipped.TODAY);
	}

	@Test
	void countsSharesMeansAndMedians() {
		Read read = read("D1,RM1,2025-03-01,36,Smoker,10,A,", "D2,RM1,2025-03-31,20,Non-smoker,20,A,",
				"D3,RM1,2025-03-15,40,Non-smoker,60,A,", "D4,RM1,2025-03-15,34,Unknown,,A,",
				"D5,RCX,2025-03-02,35,Smoker,30,B,", "D6,RCX,2025-02-28,29,Non-smoker,7,B,");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("ambulance-incidents QMM February 2025 = 0",
				"ambulance-incidents QMM March 2025 = 3", "ambulance-incidents RCX February 2025 = 0",
				"ambulance-incidents RCX March 2025 = 1", "ambulance-incidents RM1 March 2025 = 2",
				"category-2-mean-response-local QMM February 2025 = 7 minutes",
				"category-2-mean-response-local QMM March 2025 = MISSING",
				"category-2-mean-response-local RCX February 2025 = 7 minutes",
				"category-2-mean-response-local RCX March 2025 = 30 minutes",
				"category-2-mean-response-local RM1 March 2025 = MISSING",
				"elective-waiting-list QMM February 2025 = 29", "elective-waiting-list QMM March 2025 = 35",
				"elective-waiting-list RCX February 2025 = 29", "elective-waiting-list RCX March 2025 = 35",
				"elective-waiting-list RM1 March 2025 = 35", "smoking-at-delivery-local QMM February 2025 = 0%",
				"smoking-at-delivery-local QMM March 2025 = 50%", "smoking-at-delivery-local RCX February 2025 = 0%",
				"smoking-at-delivery-local RCX March 2025 = 100%", "smoking-at-delivery-local RM1 March 2025 = 33.3%",
				"virtual-ward-beds QMM February 2025 = 29", "virtual-ward-beds QMM March 2025 = 20",
				"virtual-ward-beds RCX February 2025 = 29", "virtual-ward-beds RCX March 2025 = 35",
				"virtual-ward-beds RM1 March 2025 = 20", "virtual-ward-patients QMM February 2025 = 29",
				"virtual-ward-patients QMM March 2025 = 40", "virtual-ward-patients RCX February 2025 = 29",
				"virtual-ward-patients RCX March 2025 = 35", "virtual-ward-patients RM1 March 2025 = 40");
	}

	@Test
	void countsLinesOfWhomTheRegisterDoesNotHaveAndShowsNoneOfTheirCodes() throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		String both = Files.readString(Path.of("src/test/resources/intake/layouts/deliveries.yaml"));
		Files.writeString(layouts.resolve("deliveries.yaml"),
				both.replace("  - {scope: icb, is: QMM, sum-over: provider, at-least: 3}\n", ""));
		Path file = Shipped.write(this.folder, "deliveries.csv", HEADER, "D1,RM1,2025-03-01,36,Smoker,10,A,",
				"D2,RM1,2025-03-01,36,Non-smoker,10,A,", "D3,ZZ9,2025-03-31,20,Smoker,20,A,",
				"D4,Jane Doe,2025-03-31,20,Smoker,20,A,");

		Read read = Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN, file, Shipped.TODAY);

		assertThat(read.extract().warnings()).containsExactly(
				"2 lines were left out because organisations.yaml does not have the organisations that they"
						+ " name. If they are meant, add them (docs/adding-an-organisation.md).");
		assertThat(read.extract().unregistered()).isEmpty();
	}

	@Test
	void namesTheWordsThatNoLineHas() {
		Read read = read("D1,RM1,2025-03-01,36,Current,10,A,", "D2,RM1,2025-03-31,20,Non-smoker,20,A,");

		assertThat(read.figures()).contains("smoking-at-delivery-local RM1 March 2025 = 0%");
		assertThat(read.extract().warnings()).containsExactly("Column \"Smoking status\": expected \"smoker\" on some"
				+ " line for figures of smoking-at-delivery-local, found it on none. If the file spells it otherwise,"
				+ " add that to the layout.");
	}

	@Test
	void rejectsKeepNoValueUnlessTheColumnIsSafe() {
		String[] lines = new String[40];
		for (int i = 0; i < lines.length; i++) {
			lines[i] = "D" + i + ",RM1,2025-03-01,36,Smoker,10,A,";
		}
		lines[7] = "D7,RM1,2025-03-01,old,Smoker,10,A,Jane Doe";
		lines[8] = "D8,RM1,on 3 March,36,Smoker,10,A,Jane Doe";

		Read read = read(lines);

		assertThat(read.rejections()).containsExactly("9 not_a_number Age [] a number",
				"10 not_a_period Delivery date [] a period such as March 2025");
		assertThat(read.extract().warnings()).noneMatch((warning) -> warning.contains("Jane"));
	}

	@Test
	void saysWhichFiguresLackRejectedLines() {
		String[] lines = new String[40];
		for (int i = 0; i < lines.length; i++) {
			lines[i] = "D" + i + ",RM1,2025-03-01,36,Smoker,10,A,";
		}
		lines[7] = "D7,RM1,2025-03-01,old,Smoker,10,A,";

		Read read = read(lines);

		assertThat(read.figures()).contains("smoking-at-delivery-local RM1 March 2025 = 100%");
		assertThat(read.extract().warnings())
			.anySatisfy((warning) -> assertThat(warning).startsWith("The figures of ")
				.contains("elective-waiting-list for RM1 in March 2025")
				.endsWith(" lack lines that were rejected."))
			.noneMatch((warning) -> warning.contains("smoking-at-delivery-local"));
	}

	@Test
	void aFileOfPersonsIsRefusedByALayoutThatIsNotForThem() {
		for (String heading : List.of("NHS Number", "Surname", "date_of_birth", "Patient ID", "NHS Numbers",
				"NHSNUMBER_VALUE", "Patients NHS Numbers", "Date of births", "Dates of birth", "Names",
				"NHS_NUMBER (pseudonymised)", "Patient's surname")) {
			Read read = Shipped.read(this.folder, "figures-2025-03.csv",
					"measure,organisation,period,value,numerator,denominator,comment," + heading,
					"virtual-ward-beds,QMM,2025-03,many,,,,943 476 5919", "virtual-ward-beds,QMM,Jane Doe,3,,,,Doe");

			assertThat(read.refusal().faults()).containsExactly("Expected no lines of single persons, as layout figures"
					+ " has none, found the column \"" + heading + "\". Take the column out of the file, or, where it"
					+ " belongs there, set \"record-level: true\" in the layout.");
			assertThat(read.rejects()).isEmpty();
		}
	}

	@Test
	void aHeadingOfOrganisationsOrCountsIsNoPersons() {
		for (String heading : List.of("Org name", "Provider Name", "Organisation names", "Number of NHS trusts",
				"Patient numbers", "Name", "Numbers of patients with an NHS number")) {
			assertThat(Shipped
				.read(this.folder, "figures-2025-03.csv",
						"measure,organisation,period,value,numerator,denominator,comment," + heading,
						"virtual-ward-beds,QMM,2025-03,3,,,,1")
				.refusal()).as(heading).isNull();
		}
	}

	@Test
	void aColumnOfNhsNumbersIsRefusedWhateverItsHeading() {
		String header = "measure,organisation,period,value,numerator,denominator,comment,Key";
		String[] months = { "virtual-ward-beds,QMM,2025-01,3,,,,", "virtual-ward-beds,QMM,2025-02,3,,,,",
				"virtual-ward-beds,QMM,2025-03,3,,,," };

		assertThat(Shipped
			.read(this.folder, "figures-2025-03.csv", header, months[0] + "943 476 5919", months[1] + "4010232137",
					months[2] + "9434765870")
			.refusal()
			.faults()).containsExactly(
					"Expected no lines of single persons, as layout figures has none, found NHS numbers in the column"
							+ " \"Key\". Take the column out of the file, or, where it belongs there, set \"record-level:"
							+ " true\" in the layout.");
		assertThat(Shipped
			.read(this.folder, "figures-2025-03.csv", header, months[0] + "9434765919", months[1] + "9434765919",
					months[2] + "4010232138")
			.refusal()).isNull();
	}

	@Test
	void anNhsNumberIsNeverQuoted() {
		Read read = Shipped.read(this.folder, "figures-2025-03.csv",
				"measure,organisation,period,value,numerator,denominator,comment",
				"virtual-ward-beds,QMM,2025-03,943 476 5919,,,", "virtual-ward-beds,QMM,Doe 9434765919,3,,,",
				"virtual-ward-beds,QMM,2025-02,3,,,", "virtual-ward-beds,QMM,2025-01,943 476 5918 beds,,,");

		assertThat(read.rejections()).noneMatch((each) -> each.contains("5919"))
			.anyMatch((each) -> each.contains("[(an NHS number)]"))
			.anyMatch((each) -> each.contains("[943 476 5918 beds]"));
	}

	@Test
	void nothingOfAFileOfPersonsIsQuotedWhateverIsWrongWithItsLayout() throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("mistaken"));
		String good = Files.readString(Path.of("src/test/resources/intake/layouts/deliveries.yaml"));
		for (String[] mistake : new String[][] { { "date: Delivery date", "date: Notes" }, { "age: Age", "age: Notes" },
				{ "provider: Provider", "provider: Notes" }, { "Smoking status", "Notes" },
				{ "period: {column: date, as: monthly}", "period: {column: ward, as: monthly}" } }) {
			Files.writeString(layouts.resolve("deliveries.yaml"),
					good.replace(mistake[0], mistake[1])
						.replace("{is: Notes, safe: true}", "Delivery")
						.replace("  id: Delivery\n", "")
						.replace("rejects: {share: 5,", "rejects: {share: 100,"));
			LayoutsReading reading = Shipped.layouts(layouts, Shipped.PLAN);
			assertThat(reading.faults()).as(mistake[1]).isEmpty();
			Path file = Shipped.write(this.folder, "deliveries.csv", HEADER,
					"Marker1,RM1,2025-03-01,36,Smoker,10,Marker2,Marker3",
					"Marker4,RM1,2025-03-01,Marker5,Smoker,10,A,",
					"Marker6,Marker7,2025-03-01,36,Smoker,Marker8,A,Marker9");

			Read read = Read.by(reading, Shipped.PLAN, file, Shipped.TODAY);

			List<String> said = new ArrayList<>(read.rejections());
			said.addAll((read.refusal() != null) ? read.refusal().faults() : read.extract().warnings());
			said.addAll((read.extract() != null) ? read.extract().unregistered() : List.of());
			assertThat(said).as(mistake[1]).isNotEmpty().noneMatch((each) -> each.contains("Marker"));
		}
	}

}
