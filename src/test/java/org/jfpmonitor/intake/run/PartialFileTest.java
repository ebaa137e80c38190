package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A part of a file after the whole, published into a real store. */
class PartialFileTest {

	private static final String MARCH = "Monthly-AE-March-2025.csv";

	private static final Instant ARRIVED = Instant.parse("2025-05-14T08:00:00Z");

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig(Shipped.PLAN);

	private List<String> lines;

	@BeforeEach
	void importTheWholeFile() throws IOException {
		rig.read(Shipped.reader()::read);
		this.lines = Files.readAllLines(Shipped.SAMPLES.resolve(MARCH));
		assertThat(arrive(this.lines, ARRIVED).result()).isEqualTo(Result.PUBLISHED);
	}

	private static ImportOutcome arrive(List<String> lines, Instant at) {
		Path file = IntakeRig.write(rig.data().resolve("elsewhere").resolve(MARCH), String.join("\n", lines) + "\n");
		return rig.importFile(file, at);
	}

	/** How many organisations have a figure. */
	private static int held() {
		return rig.observations().series(MeasureId.of("emergency-admissions"), Period.always(), IntakeRig.TODAY).size();
	}

	@Test
	void aFileCutToItsFirstLinesAndItsTotalIsRefusedAndTakesNothingBack() {
		int before = held();
		List<String> cut = new ArrayList<>(this.lines.subList(0, 20));
		cut.add(this.lines.get(this.lines.size() - 1));

		ImportOutcome outcome = arrive(cut, ARRIVED.plusSeconds(60));

		assertThat(outcome.result()).isEqualTo(Result.REFUSED);
		assertThat(outcome.message()).startsWith(MARCH + ": refused whole, nothing of it was published.");
		assertThat(held()).isEqualTo(before).isGreaterThan(190);
	}

	@Test
	void aFileCutToItsFirstLinesTakesNothingBackAndLoads() {
		int before = held();

		ImportOutcome outcome = arrive(this.lines.subList(0, 20), ARRIVED.plusSeconds(60));

		assertThat(outcome.result()).isEqualTo(Result.PUBLISHED);
		assertThat(outcome.delivery().figures()).isEqualTo(4 * 19);
		assertThat(outcome.delivery().warnings())
			.anyMatch((each) -> each.contains("The file is a part, so what is held of the others stays."))
			.noneMatch((each) -> each.contains("taken back"));
		assertThat(held()).isEqualTo(before);
	}

	@Test
	void aWholeFileAfterAPartCountsAgain() {
		arrive(this.lines.subList(0, 20), ARRIVED.plusSeconds(60));
		List<String> corrected = new ArrayList<>(this.lines);
		corrected.removeIf((line) -> line.startsWith("TOTAL,"));
		corrected.replaceAll((line) -> line.contains(",RGP,") ? line.replaceAll(",[0-9]+$", ",9999") : line);

		ImportOutcome outcome = arrive(corrected, ARRIVED.plusSeconds(120));

		assertThat(outcome.delivery().revised()).isEqualTo(1);
		assertThat(outcome.delivery().warnings())
			.noneMatch((each) -> each.contains("does not count") || each.contains("taken back"));
	}

}
