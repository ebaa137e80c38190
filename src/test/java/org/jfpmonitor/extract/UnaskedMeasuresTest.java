package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A layout may give more than a plan asks for. */
class UnaskedMeasuresTest {

	private static final Plan TWO_MEASURES = PlanFiles.kept(List.of(new YamlFile(Path.of("plan.yaml"), """
			plan: {id: small, title: Small, organisation: QM7, from: 2024-04-01, to: 2029-03-31}
			feeds:
			  - {id: ae, title: A&E, cadence: monthly, due-after-days: 21, grace-days: 28}
			  - {id: beds, title: Beds, cadence: monthly, due-after-days: 21, grace-days: 28}
			measures:
			  - {id: ae-attendances, title: A&E attendances, definition: All., unit: count, better: lower,
			     cadence: monthly, feed: ae, organisations: [RM1]}
			  - {id: beds-of-our-own, title: Beds, definition: All., unit: count, better: lower,
			     cadence: monthly, feed: beds, organisations: [RM1]}
			"""))).read(Shipped.ORGANISATIONS, Shipped.CATALOGUE).plan().orElseThrow();

	private static final LayoutsReading READING = Shipped.layouts(Shipped.CONFIG.resolve("layouts"), TWO_MEASURES);

	@Test
	void theirFiguresAreSkippedAndCounted() {
		assertThat(READING.faults()).isEmpty();
		assertThat(READING.unasked()).hasSize(50)
			.contains(MeasureId.of("ae-within-4-hours"))
			.doesNotContain(MeasureId.of("ae-attendances"));
	}

	@Test
	void aFileGivesWhatThePlanAsksForAndNothingElse() {
		Shipped.Read read = Shipped.Read.by(READING, TWO_MEASURES,
				Path.of("src/test/resources/intake/samples/Monthly-AE-March-2025.csv"), Shipped.TODAY);

		assertThat(read.extract().observations()).isNotEmpty()
			.allMatch((each) -> each.cell().measure().value().equals("ae-attendances"));
		assertThat(Set.copyOf(read.extract().warnings())).isEmpty();
	}

	@Test
	void aFileOfWhichNothingIsAskedGivesNothingAndSaysSo() {
		Shipped.Read read = Shipped.Read.by(READING, TWO_MEASURES,
				Path.of("src/test/resources/intake/samples/kh03-overnight-q4-2024-25-data-quality.csv"), Shipped.TODAY);

		assertThat(read.extract().observations()).isEmpty();
		assertThat(read.extract().estimates()).isEmpty();
		assertThat(read.extract().warnings()).containsExactly(
				"The plan asks for nothing that such files give. To judge a measure of them, add it, with its"
						+ " feed, to the plan.");
	}

	/** A correction is of a measure that comes from another feed. */
	@Test
	void aFigureIsWithdrawnByLocalFiguresWhateverFeedsThePlanHas(@TempDir Path folder) {
		Shipped.Read read = Shipped.Read.by(READING, TWO_MEASURES,
				Shipped.write(folder, "corrections.csv",
						"measure,organisation,period,value,numerator,denominator,comment",
						"ae-attendances,RM1,2025-04,withdrawn,,,announced as wrong on 3 June"),
				Shipped.TODAY);

		assertThat(read.rejects()).isEmpty();
		assertThat(read.extract().warnings()).isEmpty();
		assertThat(read.extract().coverages()).extracting(Object::toString)
			.singleElement()
			.asString()
			.contains("ae-attendances", "RM1", "2025-04-01");
	}

	@Test
	void reportsOfProgressAreTakenWhateverFeedsThePlanHas(@TempDir Path folder) {
		Shipped.Read read = Shipped.Read.by(READING, TWO_MEASURES,
				Shipped.write(folder, "progress.csv",
						"kind,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author",
						"position,6b,,2025-04-30,On Track,,,x,,,"),
				Shipped.TODAY);

		assertThat(read.rejects()).extracting(Object::toString)
			.singleElement()
			.asString()
			.contains("UNKNOWN_OBJECTIVE");
	}

	@Test
	void aFileInWhichThereIsNothingIsAnsweredWithWhatItIs(@TempDir Path folder) {
		Shipped.Read read = Shipped.Read.by(
				READING, TWO_MEASURES, Shipped.write(folder, "measures.csv",
						"ref,measure_name,data_source,improvement_direction", "1,Beds,Returns,increase"),
				Shipped.TODAY);

		assertThat(read.extract().warnings()).singleElement()
			.asString()
			.startsWith(
					"This sheet describes measures (unit, direction, target, rebase dates); there are no figures in it.");
	}

	@Test
	void aMeasureOfThePlanThatNothingSuppliesIsNamed() {
		assertThat(READING.warnings()).extracting(Object::toString)
			.containsExactly(
					"config/layouts: expected a layout with the figure beds-of-our-own, found none. Add it to a"
							+ " layout of feed beds, or no figure will ever come.");
	}

}
