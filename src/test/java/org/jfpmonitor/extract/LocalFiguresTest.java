package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalFiguresTest {

	private static final String HEADER = "measure,organisation,period,value,numerator,denominator,comment";

	@TempDir
	private Path folder;

	private Read read(String... lines) {
		String[] all = new String[lines.length + 1];
		all[0] = HEADER;
		System.arraycopy(lines, 0, all, 1, lines.length);
		return Shipped.read(this.folder, "figures.csv", all);
	}

	@Test
	void takesAValueOrANumeratorAndADenominator() {
		Read read = read("virtual-ward-beds,QMM,2025-03,170,,,as counted",
				"nhs-app-registrations,QMM,2025-03,,559008,931680,",
				"category-2-mean-response-local,QMM,2025-03,,66000,2000,", "nhs-app-registrations,QMM,2025-02,59.5%,,,",
				"nhs-app-registrations,QMM,2025-01,58.2,582,1000,");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("category-2-mean-response-local QMM March 2025 = 33 minutes",
				"nhs-app-registrations QMM February 2025 = 59.5%", "nhs-app-registrations QMM January 2025 = 58.2%",
				"nhs-app-registrations QMM March 2025 = 60%", "virtual-ward-beds QMM March 2025 = 170");
	}

	@Test
	void keepsValuesInBaseUnits() {
		Read read = read("category-2-mean-response-local,QMM,2025-03,33,,,", "nhs-app-registrations,QMM,2025-03,60,,,");

		assertThat(read.extract().observations().get(0).figure().value()).isEqualByComparingTo("1980");
		assertThat(read.extract().observations().get(1).figure().value()).isEqualByComparingTo("0.60");
	}

	@Test
	void zeroIsAValue() {
		assertThat(read("virtual-ward-beds,QMM,2025-03,0,,,").figures())
			.containsExactly("virtual-ward-beds QMM March 2025 = 0");
	}

	@Test
	void nothingOutOfNothingIsNotApplicable() {
		assertThat(read("nhs-app-registrations,QMM,2025-03,,0,0,").figures())
			.containsExactly("nhs-app-registrations QMM March 2025 = NOT_APPLICABLE");
	}

	@Test
	void marksStayMarks() {
		assertThat(read("virtual-ward-beds,QMM,2025-01,*,,,", "virtual-ward-beds,QMM,2025-02,NA,,,",
				"nhs-app-registrations,QMM,2025-02,,*,100,")
			.figures()).containsExactly("nhs-app-registrations QMM February 2025 = SUPPRESSED",
					"virtual-ward-beds QMM February 2025 = MISSING", "virtual-ward-beds QMM January 2025 = SUPPRESSED");
	}

	@Test
	void replacesOnlyItsOwnCell() {
		Coverage only = read("virtual-ward-beds,QMM,2025-03,170,,,").extract().coverages().get(0);

		assertThat(only.scope()).isEqualTo("QMM");
		assertThat(only.measure().value()).isEqualTo("virtual-ward-beds");
	}

	@Test
	void takesAFigureBack() {
		Extract extract = read("virtual-ward-beds,QMM,2025-03,withdrawn,,,counted twice").extract();

		assertThat(extract.observations()).isEmpty();
		assertThat(extract.coverages()).singleElement()
			.satisfies((each) -> assertThat(each.period().inWords()).isEqualTo("March 2025"));
		assertThat(extract.lines().used()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					virtual-wards,QMM,2025-03,1,,,          | 2 unknown_measure measure [virtual-wards] the id of a measure of the plan
					,QMM,2025-03,1,,,                       | 2 missing_value measure [] the id of a measure of the plan
					virtual-ward-beds,XYZ,2025-03,1,,,      | 2 unknown_organisation organisation [XYZ] the code of an organisation in organisations.yaml
					virtual-ward-beds,,2025-03,1,,,         | 2 missing_value organisation [] the code of an organisation in organisations.yaml
					virtual-ward-beds,QMM,2026-04,1,,,      | 2 closed_organisation organisation [QMM] an organisation that still existed; QMM closed on 31 March 2026, its successor is T6Y0W
					virtual-ward-beds,QMM,2026-07,1,,,      | 2 period_in_future period [2026-07] a period that has begun by 1 June 2026
					virtual-ward-beds,QMM,2024-Q4,1,,,      | 2 period_not_of_cadence period [2024-Q4] a monthly period such as 2025-03
					virtual-ward-beds,QMM,soon,1,,,         | 2 not_a_period period [soon] a monthly period such as 2025-03
					virtual-ward-beds,QMM,,1,,,             | 2 missing_value period [] a monthly period such as 2025-03
					nhs-app-registrations,QMM,2025-03,withdrawn,5,10, | 2 not_a_number value [withdrawn] a number beside a numerator and a denominator, or "withdrawn" without them
					virtual-ward-beds,QMM,2025-03,n/k,,,    | 2 not_a_number value [n/k] a number
					virtual-ward-beds,QMM,2025-03,£12,,,    | 2 not_a_number value [£12] a number
					virtual-ward-beds,QMM,2025-03,12%,,,    | 2 not_a_number value [12%] a number
					virtual-ward-beds,QMM,2025-03,,,,       | 2 missing_value value [] a value, or a numerator and a denominator
					nhs-app-registrations,QMM,2025-03,,5,,  | 2 missing_value denominator [] both a numerator and a denominator, or neither
					virtual-ward-beds,QMM,2025-03,-4,,,     | 2 out_of_range value [-4] 0 or more
					nhs-app-registrations,QMM,2025-03,,11,10, | 2 out_of_range numerator [11] no more than the denominator, 10
					nhs-app-registrations,QMM,2025-03,,-1,10, | 2 out_of_range numerator [-1] 0 or more
					nhs-app-registrations,QMM,2025-03,,-1,-10, | 2 out_of_range denominator [-10] 0 or more
					nhs-app-registrations,QMM,2025-03,-1,,, | 2 out_of_range value [-1] 0% to 100%
					handover-within-30-minutes-local,QMM,2025-03,100.5,,, | 2 out_of_range value [100.5] 0% to 100%
					overnight-bed-occupancy,QMM,2025-03,,201,100, | 2 period_not_of_cadence period [2025-03] a quarterly period such as 2024-Q4, which is January to March 2025
					overnight-bed-occupancy,QMM,2024-Q4,,201,100, | 2 out_of_range numerator [201] 0% to 200%
					nhs-app-registrations,QMM,2025-03,101,,, | 2 out_of_range value [101] 0% to 100%
					nhs-app-registrations,QMM,2025-03,,5,0, | 2 out_of_range numerator [5] 0, as the denominator is 0
					nhs-app-registrations,QMM,2025-03,70,6,10, | 2 total_differs value [70] 60%, the numerator over the denominator
					virtual-ward-beds,QMM,2025-03,=1+1,,,   | 2 not_a_number value [=1+1] a number
					virtual-ward-beds,QMM,2025-03           | 2 wrong_number_of_columns  [] 7 columns, not 3
					""")
	void saysWhatIsWrongWithALine(String line, String reject) {
		Read read = read(line, "virtual-ward-beds,QMM,2025-01,170,,,");

		assertThat(read.rejections()).containsExactly(reject);
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM January 2025 = 170");
		assertThat(read.extract().lines().rejected()).isEqualTo(1);
	}

	@Test
	void refusesImpossibleFiguresWhateverThePlanLeavesOut() throws IOException {
		Catalogue catalogue = CatalogueReading.of(OverlaidFiles.of(withoutBounds("catalogue"), List.of())).catalogue();
		Plan unbounded = PlanFiles.read(withoutBounds("plan"), Shipped.ORGANISATIONS, catalogue).plan().orElseThrow();
		Path file = Shipped.write(this.folder, "figures.csv", HEADER, "nhs-app-registrations,QMM,2025-01,,11,10,",
				"nhs-app-registrations,QMM,2025-02,101,,,", "virtual-ward-beds,QMM,2025-01,-4,,,",
				"overnight-bed-occupancy,QMM,2024-Q4,100.4,,,", "dental-access-investment,QMM,2024/25,-5,,,");

		Read read = Read.by(Shipped.layouts(Shipped.CONFIG.resolve("layouts"), unbounded), unbounded, file,
				Shipped.TODAY);

		assertThat(read.rejections()).containsExactly("2 out_of_range numerator [11] no more than the denominator, 10",
				"3 out_of_range value [101] 0% to 100%", "4 out_of_range value [-4] 0 or more",
				"5 out_of_range value [100.4] 0% to 100%");
		assertThat(read.figures()).containsExactly("dental-access-investment QMM 2024/25 = -£5");
	}

	private Path withoutBounds(String name) throws IOException {
		Path copy = Files.createDirectories(this.folder.resolve(name));
		try (Stream<Path> files = Files.list(Shipped.CONFIG.resolve(name))) {
			for (Path each : files.toList()) {
				Files.writeString(copy.resolve(each.getFileName()),
						Files.readString(each).replaceAll("\\n *(?:lowest|highest): [-0-9]+(?=\\n)", ""));
			}
		}
		return copy;
	}

	@Test
	void aSnapshotIsNamedByItsDay() {
		assertThat(read("virtual-ward-beds,QMM,2025-03-27,170,,,", "virtual-ward-beds,QMM,30/01/2025,168,,,").figures())
			.containsExactly("virtual-ward-beds QMM January 2025 = 168", "virtual-ward-beds QMM March 2025 = 170");
	}

	@Test
	void notesBelowAreNoFigures() {
		Read read = read("virtual-ward-beds,QMM,2025-03,170,,,", ",,,,,,", "Source: local systems,,,,,,",
				"virtual-ward-beds,,,,,,", "virtual-ward,,,12,,,", ",,,12,,,");

		assertThat(read.extract().observations()).hasSize(1);
		assertThat(read.extract().lines().leftOut()).isEqualTo(1);
		assertThat(read.rejections()).allMatch((each) -> each.matches("[567] .*"))
			.anyMatch((each) -> each.startsWith("7 missing_value measure"));
	}

	@Test
	void ofCommasOneKindAloneIsRead() {
		assertThat(read("virtual-ward-beds,QMM,2025-03,\"1,234\",,,", "virtual-ward-occupancy,QMM,2025-03,\"71,3\",,,")
			.refusal()
			.faults()).singleElement()
			.asString()
			.startsWith("Expected commas between thousands alone, found 71,3 beside");
	}

	@Test
	void refusesASecondLineForTheSameCell() {
		Read read = read("virtual-ward-beds,QMM,2025-03,170,,,", "virtual-ward-beds,E54000022,March 2025,171,,,");

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 170");
		assertThat(read.rejections()).containsExactly("3 duplicate_key measure [virtual-ward-beds] one line for each "
				+ "measure, organisation and period; line 2 is another one for QMM in March 2025");
	}

	@Test
	void anEndedOrganisationKeepsItsFiguresBeforeItsEnd() {
		assertThat(read("virtual-ward-beds,QMM,2026-03,190,,,").figures())
			.containsExactly("virtual-ward-beds QMM March 2026 = 190");
	}

	@Test
	void showsWhatCannotBeSeen() {
		assertThat(read("virtual-ward-beds,QMM,2025-03,1\u202E2,,,", "virtual-ward-beds,QMM,2025-01,1,,,").rejections())
			.containsExactly("2 not_a_number value [1\\u202E2] a number");
	}

	@Test
	void refusesAFileOfWhichNothingCanBeUsed() {
		Read read = read("virtual-ward-beds,XYZ,2025-03,1,,,");

		assertThat(read.refusal().faults())
			.containsExactly("Expected lines to use, found none: its only line was rejected. Look at "
					+ "the rejects, correct the file, and send it again.");
		assertThat(read.refusal().feed().value()).isEqualTo("figures");
		assertThat(read.refusal().counts()).isEqualTo(new LineCounts(1, 0, 0, 1));
		assertThat(read.rejects()).hasSize(1);
	}

	@Test
	void refusesAFileWithTooManyRejects() {
		String[] lines = new String[30];
		for (int i = 0; i < lines.length; i++) {
			lines[i] = "virtual-ward-beds,QMM," + (2000 + i) + "-01," + ((i < 15) ? "x" : "1") + ",,,";
		}

		assertThat(read(lines).refusal().faults()).containsExactly(
				"Expected at most 10 rejected lines, or 20% of those read, as layout figures bears, found 18 of 30. "
						+ "Look at the rejects, correct the file or the layout, and import it again.");
	}

	@Test
	void refusesAHeaderWithoutData() {
		assertThat(read().refusal().faults()).containsExactly(
				"Line 1: expected data below the header, found none. Get the file again; it may have been cut off.");
	}

	@Test
	void refusesAMissingColumn() {
		Read read = Shipped.read(this.folder, "figures.csv", "measure,organisation,value", "virtual-ward-beds,QMM,1");

		assertThat(read.refusal().faults()).containsExactly("Line 1: expected the columns of layout figures, found in "
				+ "figures.csv a header without \"period\". Get the file again, or add the new spelling to config/layouts.");
		assertThat(read.refusal().layout()).isNull();
	}

	@Test
	void refusesWhatNoLayoutKnows() {
		Read read = Shipped.read(this.folder, "x.csv", "colour,size,price", "red,2,3");

		assertThat(read.refusal().faults()).singleElement()
			.asString()
			.startsWith("Expected the header of a known layout among the first 60 rows, found none of the ");
	}

}
