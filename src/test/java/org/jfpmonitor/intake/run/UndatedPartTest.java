package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Parts that do not state their day, after a publication that does. */
class UndatedPartTest {

	private static final String HEADER = "ICB code,Name,Virtual Ward Capacity,"
			+ "\"Virtual Ward Capacity per 100,000 GP registered population\",Patients in a Virtual Ward\n";

	private static final String IN_JUNE = "2025-06-02T08:00:00Z";

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig(Shipped.PLAN);

	@BeforeEach
	void readAsShipped() {
		rig.read(Shipped.reader()::read);
	}

	private static ImportOutcome arrive(String name, String content, String at) {
		Path file = IntakeRig.write(rig.data().resolve("elsewhere").resolve(name), content);
		return rig.importFile(file, Instant.parse(at));
	}

	private static void publishApril() throws IOException {
		arrive("Monthly-Virtual-Ward-Apr2025.csv",
				Files.readString(Shipped.SAMPLES.resolve("virtual-ward-april-2025-icb-as-displayed.csv")),
				"2025-05-15T08:00:00Z");
	}

	private static ImportOutcome aLineOfQmm(int beds) {
		return arrive("Virtual-Ward-ICB-April-2025.csv", HEADER + "QMM,Norfolk and Waveney," + beds + ",16.5,165\n",
				IN_JUNE);
	}

	/** What counts now of the organisation, period by period. */
	private static Stream<String> current(String measure, String organisation) {
		return rig.observations()
			.series(MeasureId.of(measure), Period.always(), LocalDate.of(2026, 1, 1))
			.stream()
			.filter((each) -> each.organisation().equals(OrganisationCode.of(organisation)))
			.flatMap((each) -> each.points().stream())
			.map((each) -> String.valueOf(each.figure().value()));
	}

	@Test
	void anUndatedLineOfAPublicationDoesNotReplaceTheOneThatStatesItsDay() throws IOException {
		publishApril();

		ImportOutcome outcome = aLineOfQmm(500);

		assertThat(current("virtual-ward-beds", "QMM")).containsExactly("181");
		assertThat(outcome.message()).contains("The file is a part, so what is held of the others stays.")
			.contains("4 figures of this file do not count, because something newer is held for them; they are kept.")
			.contains(
					"This file does not state the day on which it was published, so it counts as published on the day "
							+ "it arrived and replaces nothing of a file that states its own.");
	}

	@Test
	void aPartThatStatesALaterDayReplacesItsLinesAlone() throws IOException {
		publishApril();

		arrive("Virtual-Ward-ICB-April-2025.csv",
				"Period:,April 2025\nRevised:,1st June 2025\n" + HEADER + "QMM,Norfolk and Waveney,190,16.5,165\n",
				IN_JUNE);

		assertThat(current("virtual-ward-beds", "QMM")).containsExactly("190");
		assertThat(current("virtual-ward-beds", "QE1")).hasSize(1);
	}

	@Test
	void aLocalCorrectionStillReplacesThePublicationAndAPartOfIt() throws IOException {
		publishApril();
		arrive("Virtual-Ward-ICB-April-2025.csv",
				"Period:,April 2025\nRevised:,1st June 2025\n" + HEADER + "QMM,Norfolk and Waveney,190,16.5,165\n",
				IN_JUNE);

		arrive("correction.csv", "measure,organisation,period,value\nvirtual-ward-beds,QMM,2025-04,185\n",
				"2025-06-03T08:00:00Z");

		assertThat(current("virtual-ward-beds", "QMM")).containsExactly("185");
	}

	@Test
	void ofTwoUndatedFilesTheLaterPartCounts() {
		arrive("Virtual-Ward-April-2025.csv",
				HEADER + "QMM,Norfolk and Waveney,181,16.5,165\nQE1,Lancashire,300,16.5,165\nQGH,Hereford,60,16.5,50\n",
				"2025-05-15T08:00:00Z");

		aLineOfQmm(190);

		assertThat(current("virtual-ward-beds", "QMM")).containsExactly("190");
		assertThat(current("virtual-ward-beds", "QE1")).containsExactly("300");
	}

	@Test
	void filesOfSeveralOrganisationsReplaceEachItsOwn() {
		arrive("Virtual-Ward-QMM-April-2025_v2.csv", HEADER + "QMM,Norfolk and Waveney,181,16.5,165\n",
				"2025-05-15T08:00:00Z");
		arrive("Virtual-Ward-QE1-April-2025.csv", HEADER + "QE1,Lancashire,300,16.5,165\n", "2025-05-15T08:30:00Z");

		arrive("Virtual-Ward-QE1-April-2025-mended.csv", HEADER + "QE1,Lancashire,310,16.5,165\n",
				"2025-05-15T09:00:00Z");

		assertThat(current("virtual-ward-beds", "QE1")).containsExactly("310");
		assertThat(current("virtual-ward-beds", "QMM")).containsExactly("181");
	}

	@Test
	void aPartOfAnOlderIssueBringsNothingBackThatANewerOneTookBack() {
		String mine = "QMM,Norfolk and Waveney,181,16.5,165\nQGH,Hereford,60,16.5,50\n";
		String others = "QE1,Lancashire,300,16.5,165\n";
		issue("12th May 2025", mine + others);
		issue("25th May 2025", mine);

		ImportOutcome late = issue("1st May 2025", others);

		assertThat(current("virtual-ward-beds", "QE1")).isEmpty();
		assertThat(late.message()).contains(
				"4 figures of this file do not count, because a newer file for the same period has none for whom they are"
						+ " about; they are kept. If the newer one was only a part of what was published, send the whole of it.");
		issue("28th May 2025", others);
		assertThat(current("virtual-ward-beds", "QE1")).containsExactly("300");
		issue("29th May 2025", mine);
		assertThat(current("virtual-ward-beds", "QE1")).containsExactly("300");
		assertThat(current("virtual-ward-beds", "QMM")).containsExactly("181");
	}

	private static ImportOutcome issue(String published, String lines) {
		return arrive("Virtual-Ward.csv", "Period:,April 2025\nPublished:," + published + "\n" + HEADER + lines,
				"2025-06-02T08:00:00Z");
	}

	@Test
	void anUndatedCopyOfThreeProvidersDoesNotReplaceTheSheetOfDiagnostics() throws IOException {
		String sheet = Files.readString(Shipped.SAMPLES.resolve("dm01-provider-march-2025-as-displayed.csv"));
		arrive("Monthly-Diagnostics-Provider-March-2025.csv", sheet, "2025-05-15T08:00:00Z");
		List<String> before = current("diagnostics-waiting-list", "RM1").toList();

		ImportOutcome outcome = arrive("DM01-MARCH-2025-full-extract.csv", """
				Period,Provider Org Code,Commissioner Parent Org Code,Commissioner Org Code,Diagnostic Tests,\
				00 < 01 Week,01 < 06 Weeks,06 < 13 Weeks,13+ Weeks,Total WL
				DM01-MARCH-2025,RM1,QMM,26A,TOTAL,4,3,3,2,12
				DM01-MARCH-2025,RM1,QJG,06L,TOTAL,4,3,3,2,12
				""", IN_JUNE);

		assertThat(outcome.delivery().warnings()).anyMatch((each) -> each.contains("of a file that states its own"));
		assertThat(current("diagnostics-waiting-list", "RM1")).containsExactlyElementsOf(before).isNotEmpty();
	}

	/** The issue between has taken it back already, and the last one says so again. */
	@Test
	void whatTheLastIssueLacksIsNotBroughtBackByAPartOfTheOneBefore() {
		issueOf("1st June 2025", "QMM,181", "QE1,300", "QGH,60", "QH8,70", "QM7,80");
		issueOf("10th June 2025", "QE1,301", "QGH,61", "QH8,71", "QM7,81");
		issueOf("20th June 2025", "QE1,302", "QGH,62", "QH8,72", "QM7,82");

		ImportOutcome outcome = issueOf("15th June 2025", "QMM,190");

		assertThat(current("virtual-ward-beds", "QMM")).isEmpty();
		assertThat(outcome.message()).contains(
				"4 figures of this file do not count, because a newer file for the same period has none for whom they are"
						+ " about; they are kept. If the newer one was only a part of what was published, send the whole of it.");
	}

	private static ImportOutcome issueOf(String day, String... beds) {
		return arrive("Virtual-Ward-ICB-April-2025.csv",
				"Period:,April 2025\nRevised:," + day + "\n" + HEADER
						+ Stream.of(beds)
							.map((each) -> each.replace(",", ",An ICB,") + ",16.5,50\n")
							.collect(Collectors.joining()),
				"2025-06-25T08:00:00Z");
	}

}
