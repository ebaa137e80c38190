package org.jfpmonitor.publication.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.ExamplePlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesJsonTest {

	private static final LocalDate DAY = LocalDate.of(2025, 3, 31);

	@Test
	void saysWhatIsRequiredOfSeveralOrganisationsTakenTogether() {
		SeriesJson series = series(Example.beds()
			.ofOrganisations("RM1", "RCX")
			.maintain(Basis.latest(), "10")
			.figuresOf("RM1", "2025-02", "8 9")
			.figuresOf("RCX", "2025-02", "1 -"));

		assertThat(series.organisation()).isNull();
		assertThat(series.organisations()).containsExactly("RM1", "RCX");
		SeriesJson.PointJson february = series.points().get(0);
		assertThat(february.value()).isEqualByComparingTo("9");
		assertThat(february.required()).isEqualByComparingTo("10");
		assertThat(february.delivery()).isNull();
		assertThat(february.sources()).extracting(ReasonJson.LineJson::delivery).containsExactly(1L, 3L);
		assertThat(series.points().get(1).value()).isNull();
		assertThat(series.points().get(1).mark()).isEqualTo("organisation_missing");
	}

	@Test
	void takesSuppliedRequirementsFromTheOrganisationsThatSupplyThem() {
		Measure planned = Example.of("beds-plan").ofOrganisations("RM1").withoutTarget("").measure();
		SeriesJson series = series(Example.beds()
			.watching(planned)
			.target(new Target(Target.Kind.MAINTAIN, Basis.latest(), null,
					new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of()), 1, null))
			.figures("2025-03", "170")
			.figureOf("beds-plan", "RM1", "2025-03", "180"));

		assertThat(series.points()).singleElement()
			.satisfies((point) -> assertThat(point.required()).isEqualByComparingTo("180"));
	}

	@Test
	void saysBesideEachFigureWhatTheBasisMakesOfIt() {
		SeriesJson series = series(Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.rolling(2, Basis.Combined.RATIO), "0.5")
			.figures("2025-01", "1/10 9/10 10/10"));

		assertThat(series.points()).extracting(SeriesJson.PointJson::value)
			.usingElementComparator(BigDecimal::compareTo)
			.containsExactly(number("0.1"), number("0.9"), number("1"));
		assertThat(series.points().get(0).judged()).isNull();
		assertThat(series.points().get(2).judged()).isEqualByComparingTo("0.95");
	}

	private static BigDecimal number(String number) {
		return new BigDecimal(number);
	}

	private static SeriesJson series(Example example) {
		MeasureAssessment assessed = example.asOf(DAY.toString());
		return SeriesJson.of(assessed.series(), assessed.measure().organisations(), Organisations.of(List.of()),
				Viewpoint.on(ExamplePlan.EDITIONS, DAY));
	}

}
