package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.delivery.Arrival;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ImportInboxTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	private static final String GOOD = SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\n";

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	@Test
	void publishesAnExtractAndArchivesItsFile() {
		rig.drop("beds.csv", GOOD);

		assertThat(messages()).containsExactly("beds.csv: published 1 figure as delivery 1, 0 revised. "
				+ "Of 1 line read, 1 used, 0 left out by rule, 0 rejected.");
		assertThat(rig.files()).containsExactly("archive/beds.csv");
		assertThat(beds()).singleElement().satisfies((revision) -> {
			assertThat(revision.figure().value()).isEqualByComparingTo("170");
			assertThat(revision.provenance().fileName()).isEqualTo("beds.csv");
			assertThat(revision.provenance().knownAt()).isEqualTo(ARRIVED);
		});
	}

	/** So that of two that speak of the same the one that came later is above. */
	@Test
	void filesOfOneRunArriveOneAfterTheOther() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", GOOD.replace("170", "171"));
		rig.drop("c.csv", GOOD.replace("170", "172"));

		messages();

		assertThat(rig.jdbc()
			.sql("select extract(microseconds from arrived_at - min(arrived_at) over ())::int from delivery order by id")
			.query(Integer.class)
			.list()).containsExactly(0, 1, 2);
	}

	@Test
	void keepsEveryRejectAndPutsTheRejectsBesideTheFile() throws IOException {
		rig.drop("beds.csv", GOOD + "virtual-ward-beds,QMM,2025-02,=1+1\n" + "virtual-ward-beds,QMM,2025-01,\"a,b\"\n"
				+ "virtual-ward-beds,QMM,2024-12,@\n");

		assertThat(messages()).containsExactly("beds.csv: published 1 figure as delivery 1, 0 revised. "
				+ "Of 4 lines read, 1 used, 0 left out by rule, 3 rejected. "
				+ "What was rejected is in the .rejects.csv beside it in the archive.");
		assertThat(rig.files()).containsExactly("archive/beds.csv", "archive/beds.csv.rejects.csv");
		assertThat(Files.readString(rig.archive().resolve("beds.csv.rejects.csv"))).isEqualTo("""
				line,column,code,found,expected
				3,value,not_a_number,'=1+1,a number
				4,value,not_a_number,"a,b",a number
				5,value,not_a_number,'@,a number
				""");
	}

	@Test
	void keepsRejectsWhateverTheirNumber() throws IOException {
		int lines = 20_001;
		rig.drop("beds.csv",
				GOOD + IntStream.range(0, lines)
					.mapToObj((line) -> "virtual-ward-beds,QMM,2025-02,x" + line + "\n")
					.collect(Collectors.joining()));

		Delivery delivery = importInbox().get(0).delivery();

		assertThat(delivery.lines().read())
			.isEqualTo(delivery.lines().used() + delivery.lines().leftOut() + delivery.lines().rejected());
		assertThat(delivery.lines().rejected()).isEqualTo(lines);
		List<Reject> kept = new ArrayList<>();
		rig.deliveries().rejects(delivery.id(), kept::add);
		assertThat(kept).hasSize(lines)
			.last()
			.isEqualTo(
					new Reject(Place.line(lines + 2), RejectCode.NOT_A_NUMBER, "value", "x" + (lines - 1), "a number"));
		assertThat(Files.readAllLines(rig.archive().resolve("beds.csv.rejects.csv"))).hasSize(lines + 1);
	}

	@Test
	void refusesAFileWholeAndSaysWhyBesideIt() throws IOException {
		rig.drop("beds.csv", "measure,value\nvirtual-ward-beds,170\n");
		rig.drop("other.csv", GOOD);

		assertThat(messages()).containsExactly(
				"beds.csv: refused whole, nothing of it was published. Expected columns measure, organisation, month"
						+ " and value, found [measure, value]. Name the columns like that.",
				"other.csv: published 1 figure as delivery 2, 0 revised. Of 1 line read, 1 used, 0 left out by rule,"
						+ " 0 rejected.");
		assertThat(rig.files()).containsExactly("archive/other.csv", "refused/beds.csv",
				"refused/beds.csv.rejects.csv");
		assertThat(Files.readString(rig.refused().resolve("beds.csv.rejects.csv"))).isEqualTo("""
				line,column,code,found,expected
				,,file_refused,,"Expected columns measure, organisation, month and value, found [measure, value]."
				,,file_refused,,Name the columns like that.
				""");
	}

	@Test
	void saysWhenTheSameBytesCameFirstAndChangesNothing() {
		rig.drop("beds.csv", GOOD);
		importInbox();
		rig.drop("copy of beds.csv", GOOD);

		List<ImportOutcome> outcomes = rig.importInbox(ARRIVED.plusSeconds(86_400));

		assertThat(outcomes).singleElement().satisfies((outcome) -> {
			assertThat(outcome.result()).isEqualTo(Result.ALREADY_KNOWN);
			assertThat(outcome.isClean()).isTrue();
			assertThat(outcome.message()).isEqualTo("copy of beds.csv: the same bytes came on 15 May 2025 at 02:30 as "
					+ "beds.csv (delivery 1) and were published. Nothing changed.");
		});
		assertThat(rig.files()).containsExactly("archive/beds.csv");
		assertThat(rig.deliveries().count(IntakeRig.TODAY.plusDays(9))).isOne();
		assertThat(rig.deliveries().arrivals(outcomes.get(0).delivery().id())).containsExactly(
				new Arrival("beds.csv", ARRIVED), new Arrival("copy of beds.csv", ARRIVED.plusSeconds(86_400)));
		assertThat(beds()).hasSize(1);
	}

	@Test
	void doesNotCallABadFileCleanWhenItComesAgain() {
		rig.drop("beds.csv", "nothing,useful\n");
		importInbox();
		rig.drop("beds.csv", "nothing,useful\n");

		assertThat(importInbox()).singleElement().satisfies((outcome) -> {
			assertThat(outcome.isClean()).isFalse();
			assertThat(outcome.message())
				.endsWith("(delivery 1) and were refused. Nothing changed. Correct the file, or"
						+ " mend its layout and import it again with --again.");
		});
		assertThat(rig.files()).containsExactly("refused/beds.csv", "refused/beds.csv.rejects.csv");
	}

	@Test
	void countsOnlyFiguresThatDifferAsRevised() {
		rig.drop("a.csv", SmallReading.HEADER + "virtual-ward-beds,QMM,2025-01,1\nvirtual-ward-beds,QMM,2025-02,2\n");
		importInbox();
		rig.drop("b.csv", SmallReading.HEADER + "virtual-ward-beds,QMM,2025-01,1.0\n"
				+ "virtual-ward-beds,QMM,2025-02,3\nvirtual-ward-beds,QMM,2025-03,4\n");

		Delivery delivery = importInbox().get(0).delivery();

		assertThat(delivery.figures()).isEqualTo(3);
		assertThat(delivery.revised()).isOne();
		assertThat(rig.jdbc().sql("select added from delivery where id = 2").query(Long.class).single()).isOne();
	}

	private List<ImportOutcome> importInbox() {
		return rig.importInbox(ARRIVED);
	}

	private List<String> messages() {
		return importInbox().stream().map(ImportOutcome::message).toList();
	}

	private List<Revision> beds() {
		return rig.observations().series(SmallPlan.BEDS, SmallPlan.ICB, IntakeRig.TODAY.plusDays(9)).points();
	}

}
