package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sheet that names estimates, and the sheet of beds that has no sign of them, published
 * into a real store.
 */
class EstimatesTest {

	private static final String BEDS = "kh03-overnight-q4-2024-25-trust-by-sector-raw-values.csv";

	private static final String LIST = "kh03-overnight-q4-2024-25-data-quality.csv";

	/** A sixth one has no such beds, and so no figure. */
	private static final List<String> NAMED = List.of("R1K", "RGP", "RL1", "RM3", "RNA");

	private static final Period QUARTER = new FinancialYear(2024).quarter(4);

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig(Shipped.PLAN);

	@BeforeEach
	void readAsShipped() {
		rig.read(Shipped.reader()::read);
	}

	private static ImportOutcome arrive(String day, String sample, UnaryOperator<String> edit) throws IOException {
		Path file = IntakeRig.write(rig.data().resolve("elsewhere").resolve(sample),
				edit.apply(Files.readString(Shipped.SAMPLES.resolve(sample))));
		ImportOutcome outcome = rig.importFile(file, noon(day));
		assertThat(outcome.result()).as(outcome.message()).isEqualTo(Result.PUBLISHED);
		return outcome;
	}

	private static ImportOutcome arrive(String day, String sample) throws IOException {
		return arrive(day, sample, UnaryOperator.identity());
	}

	private static Instant noon(String day) {
		return Instant.parse(day + "T12:00:00Z");
	}

	/** Whose figures were shown as estimates, as known on the day. */
	private static List<String> estimated(String knownOn) {
		return rig.observations()
			.series(MeasureId.of("overnight-bed-occupancy"), QUARTER, LocalDate.parse(knownOn))
			.stream()
			.map(Series::points)
			.flatMap(List::stream)
			.filter((point) -> point.figure().mark().code().equals("estimated"))
			.map((point) -> point.cell().organisation().value())
			.sorted()
			.toList();
	}

	private static List<String> estimatedInTheView() {
		return rig.jdbc()
			.sql("select organisation from report.figure where mark = 'estimated' order by organisation")
			.query(String.class)
			.list();
	}

	@Test
	void aListMarksFiguresThatCameBeforeItFromItsArrivalOn() throws IOException {
		arrive("2025-06-02", BEDS);
		ImportOutcome list = arrive("2025-06-04", LIST);

		assertThat(list.message()).isEqualTo(LIST + ": published 0 figures as delivery 2, 5 revised. Of 7 lines read, 6"
				+ " used, 1 left out by rule, 0 rejected.");
		assertThat(estimated("2025-06-03")).isEmpty();
		assertThat(estimated("2025-06-04")).isEqualTo(NAMED).isEqualTo(estimatedInTheView());
	}

	@Test
	void aListMarksFiguresThatComeAfterIt() throws IOException {
		arrive("2025-06-02", LIST);
		arrive("2025-06-04", BEDS);

		assertThat(estimated("2025-06-04")).isEqualTo(NAMED).isEqualTo(estimatedInTheView());
	}

	@Test
	void aWorkbookMarksItsOwnFiguresInOneDelivery() {
		ImportOutcome outcome = rig.importFile(Shipped.SAMPLES.resolve("Beds-Open-Overnight-Web_File-Q4-2024-25.xlsx"),
				noon("2025-06-02"));

		assertThat(outcome.result()).as(outcome.message()).isEqualTo(Result.PUBLISHED);
		assertThat(estimated("2025-06-02")).isEqualTo(NAMED).isEqualTo(estimatedInTheView());
	}

	@Test
	void figuresReadAgainOrRevisedStayMarked() throws IOException {
		arrive("2025-06-02", LIST);
		arrive("2025-06-02", BEDS);
		rig.importAgain(rig.data().resolve("elsewhere").resolve(BEDS), noon("2025-06-03"));
		assertThat(estimated("2025-06-03")).isEqualTo(NAMED);

		arrive("2025-06-20", BEDS, (text) -> text.replace("21st May 2025", "19th June 2025"));

		assertThat(estimated("2025-06-20")).isEqualTo(NAMED).isEqualTo(estimatedInTheView());
	}

	@Test
	void aListReadAgainCountsOnce() throws IOException {
		arrive("2025-06-02", BEDS);
		arrive("2025-06-02", LIST);
		rig.importAgain(rig.data().resolve("elsewhere").resolve(LIST), noon("2025-06-03"));

		assertThat(estimated("2025-06-03")).isEqualTo(NAMED).isEqualTo(estimatedInTheView());
	}

	@Test
	void aNewerListReplacesTheOneBeforeItWhole() throws IOException {
		arrive("2025-06-02", BEDS);
		arrive("2025-06-02", LIST);
		arrive("2025-11-20", LIST,
				(text) -> text.replace("14th May 2025", "12th November 2025").replaceFirst("RGP,.*", "RM1,"));

		assertThat(estimated("2025-11-19")).isEqualTo(NAMED);
		assertThat(estimated("2025-11-20")).containsExactly("R1K", "RL1", "RM1", "RM3", "RNA")
			.isEqualTo(estimatedInTheView());
	}

	@Test
	void anOlderListThatComesLaterReplacesNothing() throws IOException {
		arrive("2025-06-02", BEDS);
		arrive("2025-11-20", LIST,
				(text) -> text.replace("14th May 2025", "12th November 2025").replaceFirst("RGP,.*", "RM1,"));
		ImportOutcome older = arrive("2025-11-21", LIST);

		assertThat(estimated("2025-11-21")).containsExactly("R1K", "RL1", "RM1", "RM3", "RNA")
			.isEqualTo(estimatedInTheView());
		assertThat(older.delivery().warnings()).containsExactly(
				"This list of estimates does not count, because a newer one is held for January to March 2025; it is"
						+ " kept.");
	}

	@Test
	void aListThatNamesNobodyMarksNothing() throws IOException {
		arrive("2025-06-02", BEDS);
		arrive("2025-06-02", LIST);
		arrive("2025-11-20", LIST,
				(text) -> text.replace("14th May 2025", "12th November 2025").replaceAll("\nR[A-Z0-9]{2},.*", ""));

		assertThat(estimated("2025-11-20")).isEmpty();
		assertThat(estimatedInTheView()).isEmpty();
	}

	@Test
	void whatATrustSendsInItsPlaceIsNoEstimate() throws IOException {
		arrive("2025-06-02", BEDS);
		arrive("2025-06-02", LIST);
		Path file = IntakeRig.write(rig.data().resolve("elsewhere/local.csv"),
				"measure,organisation,period,value\novernight-bed-occupancy,RGP,2024-Q4,92.9\n");

		ImportOutcome local = rig.importFile(file, noon("2025-06-03"));
		assertThat(local.result()).as(local.message()).isEqualTo(Result.PUBLISHED);

		assertThat(estimated("2025-06-02")).isEqualTo(NAMED);
		assertThat(estimated("2025-06-03")).containsExactly("R1K", "RL1", "RM3", "RNA").isEqualTo(estimatedInTheView());
	}

}
