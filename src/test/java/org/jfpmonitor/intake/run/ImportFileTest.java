package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReportLines;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.intake.delivery.Arrival;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ImportFileTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-14T08:00:00Z");

	private static final Instant LATER = ARRIVED.plusSeconds(3600);

	private static final ExtractParser REFUSING = (file, name, context, rejects) -> {
		throw new ExtractRefused(List.of("Expected a known layout, found none."));
	};

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	private Path file;

	@BeforeEach
	void putAFileElsewhere() {
		this.file = IntakeRig.write(rig.data().resolve("elsewhere/beds.csv"),
				SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\nvirtual-ward-beds,QMM,2025-02,x\n");
	}

	@Test
	void leavesTheFileAndArchivesACopy() {
		ImportOutcome outcome = rig.importFile(this.file, ARRIVED);

		assertThat(outcome.result()).isEqualTo(Result.PUBLISHED);
		assertThat(rig.files()).containsExactly("archive/beds.csv", "archive/beds.csv.rejects.csv",
				"elsewhere/beds.csv");
		assertThat(rig.archive().resolve("beds.csv")).hasSameBinaryContentAs(this.file);
	}

	@Test
	void saysWhatItFoundInPlaceOfAFile() throws IOException {
		assertThat(rig.importFile(rig.data().resolve("nothing.csv"), ARRIVED).message()).isEqualTo(
				"nothing.csv: expected a file that can be read, found none. Nothing of it was taken and it stays "
						+ "where it is; mend that and import it again.");
		Path folder = Files.createDirectory(rig.data().resolve("folder.csv"));
		assertThat(rig.importFile(folder, ARRIVED)).satisfies((outcome) -> {
			assertThat(outcome.message())
				.startsWith("folder.csv: expected a file that can be read, found a folder or a device.");
			assertThat(outcome.result()).isEqualTo(Result.REFUSED);
			assertThat(outcome.isClean()).isFalse();
		});
	}

	@Test
	void countsOneArrivalForOneMomentHoweverOftenItIsTold() {
		rig.importFile(this.file, ARRIVED);
		rig.importFile(this.file, ARRIVED);
		ImportOutcome known = rig.importFile(this.file, LATER);

		assertThat(known.result()).isEqualTo(Result.ALREADY_KNOWN);
		assertThat(rig.deliveries().arrivals(known.delivery().id())).containsExactly(new Arrival("beds.csv", ARRIVED),
				new Arrival("beds.csv", LATER));
		assertThat(this.file).exists();
	}

	@Test
	void readsARefusedFileAgainAndArchivesItOnceItIsPublished() {
		rig.read(REFUSING);
		assertThat(rig.importFile(this.file, ARRIVED).message())
			.isEqualTo("beds.csv: refused whole, nothing of it was published. Expected a known layout, found none.");
		rig.read(new SmallReading());

		ImportOutcome again = rig.importAgain(rig.refused().resolve("beds.csv"), LATER);

		assertThat(again.message()).startsWith("beds.csv: published 1 figure as delivery 2, 0 revised.");
		assertThat(rig.files()).containsExactly("archive/beds.csv", "archive/beds.csv.rejects.csv",
				"elsewhere/beds.csv");
		assertThat(rig.jdbc().sql("select attempt from delivery order by id").query(Integer.class).list())
			.containsExactly(1, 2);
		assertThat(rig.deliveries().find(again.delivery().sha256())).contains(again.delivery());
	}

	@Test
	void takesBackWhatTheFirstReadingSaid() {
		rig.importFile(this.file, ARRIVED);
		rig.read(
				(file, name, context, rejects) -> new SmallReading(SmallPlan.WAITS).read(file, name, context, rejects));

		ImportOutcome again = rig.importAgain(this.file, LATER);

		assertThat(again.delivery().revised()).isOne();
		assertThat(beds(SmallPlan.BEDS)).isZero();
		assertThat(beds(SmallPlan.WAITS)).isOne();
	}

	@Test
	void saysHowManyFiguresAReadingTookBack() {
		rig.importFile(this.file, ARRIVED);
		rig.read((file, name, context, rejects) -> reissued(new SmallReading().read(file, name, context, rejects),
				List.of(), new Vintage(Vintage.DatedBy.ARRIVAL, context.arrivedOn(), 2)));

		assertThat(rig.importAgain(this.file, LATER).delivery().warnings())
			.containsExactly("1 figure that was held before is taken back: this file replaces it with none.");
	}

	@Test
	void saysHowManyFiguresOfAnOlderIssueDoNotCount() {
		readAs(Vintage.stated(LocalDate.of(2025, 4, 10), 1));
		rig.importFile(this.file, ARRIVED);
		readAs(Vintage.stated(LocalDate.of(2025, 4, 9), 1));

		Delivery late = rig.importFile(older(), LATER).delivery();

		assertThat(late.figures()).isEqualTo(3);
		assertThat(late.warnings()).containsExactly(
				"1 figure of this file does not count, because something newer is held for it; it is kept.");
	}

	@Test
	void saysThatAFileWithoutADayOfItsOwnReplacesNothingOfOneThatStatesIt() {
		readAs(Vintage.stated(LocalDate.of(2025, 4, 10), 1));
		rig.importFile(this.file, ARRIVED);
		readAs(new Vintage(Vintage.DatedBy.LATEST_PERIOD, LocalDate.of(2025, 4, 30), 1));

		assertThat(rig.importFile(older(), LATER).delivery().warnings()).containsExactly(
				"1 figure of this file does not count, because something newer is held for it; it is kept.",
				"This file does not state the day on which it was published, so it counts as published on the end of its"
						+ " newest period and replaces nothing of a file that states its own.");
	}

	private static Path older() {
		return IntakeRig.write(rig.data().resolve("elsewhere/older.csv"), SmallReading.HEADER
				+ "virtual-ward-beds,QMM,2025-03,169\nvirtual-ward-beds,QMM,2025-02,168\nvirtual-ward-beds,RM1,2025-03,7\n");
	}

	private static void readAs(Vintage vintage) {
		rig.read((file, name, context, rejects) -> {
			Extract read = new SmallReading().read(file, name, context, rejects);
			return reissued(read, read.observations(), vintage);
		});
	}

	private static Extract reissued(Extract read, List<Observation> said, Vintage vintage) {
		return new Extract(read.layout(), read.layoutFingerprint(), read.feed(), vintage, read.coverages(), said,
				List.of(), ReportLines.NONE, List.of(), read.heldFigureRules(), read.lines(), List.of(), List.of());
	}

	@Test
	void keepsTheFirstReadingWhenTheSecondIsRefused() throws IOException {
		rig.importFile(this.file, ARRIVED);
		rig.read(REFUSING);

		assertThat(rig.importAgain(rig.archive().resolve("beds.csv"), LATER).result()).isEqualTo(Result.REFUSED);

		assertThat(beds(SmallPlan.BEDS)).isOne();
		assertThat(rig.files()).containsExactly("archive/beds.csv", "archive/beds.csv.rejects.csv",
				"elsewhere/beds.csv");
		assertThat(rig.archive().resolve("beds.csv.rejects.csv")).hasContent("""
				line,column,code,found,expected
				,,file_refused,,"Expected a known layout, found none."
				""");
	}

	@Test
	void readsUnknownBytesForTheFirstTimeWhenAskedToReadThemAgain() {
		assertThat(rig.importAgain(this.file, ARRIVED).result()).isEqualTo(Result.PUBLISHED);
		assertThat(rig.jdbc().sql("select attempt from delivery").query(Integer.class).list()).containsExactly(1);
	}

	@Test
	void listsDeliveriesAsTheyWereKnownOnADay() {
		rig.importFile(this.file, ARRIVED);
		Path second = IntakeRig.write(rig.data().resolve("elsewhere/second.csv"), "nothing,useful\n");
		rig.importFile(second, ARRIVED.plusSeconds(86_400));

		assertThat(rig.deliveries().newest(IntakeRig.TODAY, 0, 9)).extracting(Delivery::fileName)
			.containsExactly("second.csv", "beds.csv");
		assertThat(rig.deliveries().newest(IntakeRig.TODAY, 1, 1)).extracting(Delivery::fileName)
			.containsExactly("beds.csv");
		assertThat(rig.deliveries().newest(IntakeRig.TODAY.minusDays(1), 0, 9)).extracting(Delivery::fileName)
			.containsExactly("beds.csv");
		assertThat(rig.deliveries().count(IntakeRig.TODAY)).isEqualTo(2);
		assertThat(rig.deliveries().count(IntakeRig.TODAY.minusDays(2))).isZero();
	}

	@Test
	void keepsAllThatADeliveryIs() {
		Delivery told = rig.importFile(this.file, ARRIVED).delivery();

		assertThat(rig.deliveries().find(told.id())).contains(told);
		assertThat(told.feed()).hasToString("figures");
		assertThat(told.layout()).isEqualTo("small");
		assertThat(told.arrivedAt()).isEqualTo(ARRIVED);
		assertThat(told.periods()).extracting((period) -> period.inWords()).containsExactly("March 2025");
		assertThat(told.lines().read()).isEqualTo(2);
		assertThat(told.lines().used()).isEqualTo(1);
		assertThat(told.lines().rejected()).isEqualTo(1);
		assertThat(told.figures()).isEqualTo(1);
	}

	private static int beds(MeasureId measure) {
		return rig.observations().series(measure, SmallPlan.ICB, IntakeRig.TODAY).points().size();
	}

}
