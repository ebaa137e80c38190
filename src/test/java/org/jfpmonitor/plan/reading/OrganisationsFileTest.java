package org.jfpmonitor.plan.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.GoodPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrganisationsFileTest {

	private static final String GOOD = """
			organisations:
			  - {code: QMM, name: Norfolk and Waveney, kind: icb, other-codes: [E54000022], closed: 2026-03-31, successor: T6Y0W}
			  - {code: T6Y0W, name: Norfolk and Suffolk, kind: icb, opened: 2026-04-01}
			  - {code: 26A, name: "26A", kind: sub-icb}
			""";

	@TempDir
	private Path directory;

	@Test
	void readsCodesDatesAndSuccessor() throws IOException {
		Organisations organisations = read(GOOD).organisations().orElseThrow();
		assertThat(organisations.find("e54000022"))
			.contains(new Organisation(OrganisationCode.of("QMM"), "Norfolk and Waveney", Organisation.Type.ICB,
					List.of("E54000022"), null, LocalDate.of(2026, 3, 31), List.of(OrganisationCode.of("T6Y0W"))));
		assertThat(organisations.find(OrganisationCode.of("26A"))).map(Organisation::kind)
			.contains(Organisation.Type.SUB_ICB);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					code: 26A,            | code: 26a,             | 4: organisation 26a: expected code: an ODS code in capitals, found "26a". Write for example "code: ABC".
					code: 26A,            |                        | 4: organisation number 3: expected code: an ODS code in capitals, found nothing. Add a line such as "code: ABC".
					code: 26A             | code: QMM              | 4: organisation QMM: expected code: a code of one organisation only, found "QMM" again (first for QMM, line 2). Delete it in one of the two places.
					opened: 2026-04-01    | other-codes: [qmm]     | 3: organisation T6Y0W: expected other-codes: a code of one organisation only, found "qmm" again (first for QMM, line 2). Delete it in one of the two places.
					kind: sub-icb         | kind: subicb           | 4: organisation 26A: expected kind: country, region, icb, sub-icb, trust, ambulance-trust, other-provider, local-authority, project or place, found "subicb". Write "kind: sub-icb".
					opened: 2026-04-01    | opened: April 2026     | 3: organisation T6Y0W: expected opened: a date of the calendar, 1900 to 2100, written like 2025-03-31, found "April 2026". Write for example "opened: 2025-03-31".
					opened: 2026-04-01    | opened: 2026-04-01, closed: 2025-01-01 | 3: organisation T6Y0W: expected closed: the last day, not before 2026-04-01 (opened), found 2025-01-01. Correct one of the two dates.
					successor: T6Y0W      | successor: T6YOW       | 2: organisation QMM: expected successor: the code of another organisation in this file, found "T6YOW". Correct it, or add that organisation.
					successor: T6Y0W      | successor: QMM         | 2: organisation QMM: expected successor: the code of another organisation in this file, found "QMM". Correct it, or add that organisation.
					closed: 2026-03-31,   |                        | 2: organisation QMM: expected closed beside successor, found none. Add "closed:", or delete "successor:".
					name: "26A"           | nam: "26A"             | 4: organisation 26A: expected name, found the unknown key "nam". Write "name:".
					organisations:        | organisation:          | 1: expected organisations, found the unknown key "organisation". Write "organisations:".
					""")
	void saysExactlyWhatIsWrong(String from, String to, String fault) throws IOException {
		assertThat(GOOD).containsOnlyOnce(from);
		assertThat(read(GOOD.replace(from, (to != null) ? to : "")).faults()).extracting(GoodPlan::byLine)
			.containsExactly(this.directory.resolve("organisations.yaml") + ":" + fault);
	}

	@Test
	void anOrganisationThatWasSplitHasSeveralSuccessors() throws IOException {
		Organisations register = read(GOOD.replace("successor: T6Y0W", "successor: [T6Y0W, 26A]")).organisations()
			.orElseThrow();
		Organisation split = register.find(OrganisationCode.of("QMM")).orElseThrow();

		assertThat(register.successorsOf(split)).extracting((each) -> each.code().value())
			.containsExactly("T6Y0W", "26A");
		assertThat(register.predecessorsOf(OrganisationCode.of("26A"))).containsExactly(split);
		assertThat(read(GOOD.replace("successor: T6Y0W", "successor: [T6Y0W, T6YOW]")).faults())
			.extracting(GoodPlan::byLine)
			.containsExactly(this.directory.resolve("organisations.yaml")
					+ ":2: organisation QMM: expected successor: the code of another organisation in this file, found"
					+ " \"T6YOW\". Correct it, or add that organisation.");
	}

	@Test
	void theShippedRegisterHasTheBoardsOfEachSideOfApril2026() {
		Organisations register = OrganisationsFile.shipped();
		LocalDate last = LocalDate.of(2026, 3, 31);

		assertThat(boardsOn(register, last)).hasSize(42);
		assertThat(boardsOn(register, last.plusDays(1))).hasSize(36)
			.contains("S1Y5D", "D7T5G", "T6Y0W", "S9B9J", "S0E4D", "Z9B2Z", "QRL");
		assertThat(register.predecessorsOf(OrganisationCode.of("T6Y0W"))).extracting((each) -> each.code().value())
			.containsExactly("QJG", "QMM");
		assertThat(register.find("QNQ").orElseThrow().successors()).extracting(OrganisationCode::value)
			.containsExactly("S0E4D", "S9B9J", "QRL");
	}

	private static List<String> boardsOn(Organisations register, LocalDate day) {
		return register.all()
			.stream()
			.filter((each) -> each.kind() == Organisation.Type.ICB && each.isOpenOn(day))
			.map((each) -> each.code().value())
			.toList();
	}

	/** Codes of three characters with these letters are given to NHS trusts alone. */
	@Test
	void theShippedRegisterHasEveryNhsTrustOnceAndAsOne() {
		List<Organisation> trusts = OrganisationsFile.shipped()
			.all()
			.stream()
			.filter((each) -> each.code().value().matches("[RT][A-Z0-9]{2}") || each.name().contains(" NHS Trust")
					|| each.name().contains("NHS Foundation Trust"))
			.toList();
		assertThat(trusts).hasSizeGreaterThan(200)
			.allSatisfy(
					(each) -> assertThat(each.kind()).isIn(Organisation.Type.TRUST, Organisation.Type.AMBULANCE_TRUST));
		assertThat(trusts).extracting(Organisation::name).doesNotHaveDuplicates();
	}

	@Test
	void whereThereIsNoFileTheRegisterThatComesWithTheProgramHolds() {
		Path missing = this.directory.resolve("organisations.yaml");
		assertThat(OrganisationsFile.read(missing).organisations().orElseThrow().find("QM7")).isPresent();
		assertThat(OrganisationsFile.inPlaceOfShipped(missing)).isEmpty();
	}

	@Test
	void aFileOfOnesOwnStandsInItsPlaceWhole() throws IOException {
		OrganisationsReading own = read("organisations:\n  - {code: X1X, name: Ours, kind: place}\n");
		assertThat(own.organisations().orElseThrow().find("QM7")).isEmpty();
		Path file = this.directory.resolve("organisations.yaml");
		assertThat(OrganisationsFile.inPlaceOfShipped(file)).containsExactly(file);
		Files.copy(Path.of("config/organisations.yaml"), file, StandardCopyOption.REPLACE_EXISTING);
		assertThat(OrganisationsFile.inPlaceOfShipped(file)).isEmpty();
	}

	private OrganisationsReading read(String content) throws IOException {
		return OrganisationsFile.read(Files.writeString(this.directory.resolve("organisations.yaml"), content));
	}

}
