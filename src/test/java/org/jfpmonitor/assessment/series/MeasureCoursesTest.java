package org.jfpmonitor.assessment.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.Written;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.variation.ChartPoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureCoursesTest {

	@Test
	void takesTheOrganisationsTogether() {
		MeasureCourse course = course(Example.beds()
			.ofOrganisations("RM1", "RCX")
			.figuresOf("RM1", "2024-04", "10 20 30")
			.figuresOf("RCX", "2024-04", "1 - 3"));
		assertThat(course.steps()).extracting((step) -> (step.figure() != null) ? step.figure().value() : null)
			.containsExactly(Written.number("11"), null, Written.number("33"));
		assertThat(course.steps().get(2).sources()).extracting(Reason.Source::delivery)
			.containsExactly(DeliveryId.of(3), DeliveryId.of(5));
	}

	@Test
	void keepsThePointsOfTheChartInStepWithTheFigures() {
		MeasureCourse course = course(Example.beds().figures("2024-04", "10 - 30"));
		assertThat(chart(course)).extracting(ChartPoint::value).containsExactly(10.0, null, 30.0);
		assertThat(course.steps()).extracting((step) -> step.period().inWords())
			.containsExactly("April 2024", "May 2024", "June 2024");
		assertThat(course.steps().get(1).figure()).isNull();
	}

	@Test
	void leavesOutWhatEndsLaterOrWasNotKnown() {
		Example beds = Example.beds().figures("2024-04", "10 20 30");
		assertThat(course(beds, "2024-05-31", "2024-06-30").steps()).hasSize(2);
		assertThat(course(beds, "2024-06-30", "2024-05-31").steps()).hasSize(2);
	}

	@Test
	void holdsSuppliedPlanValuesAgainstTheFigures() {
		Measure planned = Example.of("beds-plan").withoutTarget("").measure();
		MeasureCourse course = course(Example.beds()
			.watching(planned)
			.target(new Target(Target.Kind.REACH, Basis.latest(), null,
					new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of()), 1, null))
			.figures("2024-04", "10 20")
			.figureOf("beds-plan", "2024-04", "12")
			.figureOf("beds-plan", "2024-05", "15"));
		assertThat(chart(course)).extracting(ChartPoint::target).containsExactly(12.0, 15.0);
	}

	@Test
	void hasNoChartWithoutAValue() {
		MeasureCourse course = course(Example.beds());
		assertThat(course.steps()).isEmpty();
		assertThat(course.chart()).isNull();
	}

	@Test
	void keepsWhatIsWithheldWithheld() {
		MeasureCourse course = course(Example.beds().figures("2024-04", "10 suppressed"));
		assertThat(Objects.requireNonNull(course.steps().get(1).figure()).mark()).isEqualTo(Figure.Mark.SUPPRESSED);
	}

	@Test
	void showsThePathFromItsFirstRequirementToTheEndOfThePlan() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.REACH, Basis.latest(), null,
					new Trajectory.ByDate(List.of(dated("2024-05-31", "12"), dated("2024-07-31", "15"))), 1, null))
			.figures("2024-04", "10 20");
		List<MeasureOutlook.Step> path = outlook(beds).path();
		assertThat(path).extracting((step) -> step.period().inWords() + " " + step.required())
			.startsWith("May 2024 12", "June 2024 12", "July 2024 15", "August 2024 15");
		assertThat(path.get(path.size() - 1).period().endExclusive()).isEqualTo(beds.plan().duration().endExclusive());
	}

	@Test
	void hasNoPathWithoutATarget() {
		assertThat(outlook(Example.of("beds").withoutTarget("").figures("2024-04", "10 20")).path()).isEmpty();
	}

	private static MeasureOutlook outlook(Example example) {
		return MeasureCourses.outlook(example.plan().objectives().get(0), example.measure(), example.plan(),
				example.evidence().figures(), LocalDate.parse("2025-03-31"), LocalDate.parse("2025-03-31"));
	}

	private static Trajectory.DatedValue dated(String date, String value) {
		return new Trajectory.DatedValue(LocalDate.parse(date), Written.number(value));
	}

	private static List<ChartPoint> chart(MeasureCourse course) {
		return Objects.requireNonNull(course.chart()).chart().points();
	}

	private static MeasureCourse course(Example example) {
		return course(example, "2025-03-31", "2025-03-31");
	}

	private static MeasureCourse course(Example example, String asOf, String knownOn) {
		return MeasureCourses.course(example.measure(), example.plan(), example.evidence().figures(),
				LocalDate.parse(asOf), LocalDate.parse(knownOn));
	}

}
