package org.jfpmonitor.intake.reading;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.CommentLine;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.HeldFigureRule;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.MilestoneLine;
import org.jfpmonitor.extract.result.OverrideLine;
import org.jfpmonitor.extract.result.PositionLine;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.ReportLines;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What was read of a file comes back as it was, whoever reads the record. */
class RecordedReadingTest {

	private static final Path FILE = Path.of("beds.csv");

	private static final MeasureId BEDS = MeasureId.of("virtual-ward-beds");

	private static final LocalDate DAY = LocalDate.of(2025, 5, 15);

	private static final Period MARCH = Period.month(2025, 3);

	private static final Coverage COVERAGE = new Coverage(BEDS, "provider", MARCH);

	@Test
	void figuresReportsAndRejectsComeBackAsTheyWere() {
		List<Reject> rejects = List.of(
				new Reject(Place.line(3), RejectCode.NOT_A_NUMBER, "value", "\u0000\uD83C\uDFE5\n\"", "a number"),
				new Reject(new Place(27, "Provider!H27"), RejectCode.UNKNOWN_MEASURE, "", "", "one of the plan"));
		RecordedReading recorded = RecordedReading.of(parser(everything(), rejects), FILE, "beds.csv", null);

		List<Reject> again = new ArrayList<>();
		Extract read = new RecordedReading(recorded.content(), recorded.took()).read(FILE, "beds.csv", null,
				again::add);

		assertThat(read).isEqualTo(everything());
		assertThat(again).isEqualTo(rejects);
	}

	@Test
	void aRefusalComesBackWithWhatItIsOf() {
		ExtractRefused refused = new ExtractRefused(List.of("Expected this, found that.", "Do so."), "figures",
				FeedId.of("figures"), new LineCounts(3, 1, 1, 1));
		RecordedReading recorded = RecordedReading.of((file, name, context, rejects) -> {
			throw refused;
		}, FILE, "beds.csv", null);

		assertThatExceptionOfType(ExtractRefused.class)
			.isThrownBy(() -> recorded.read(FILE, "beds.csv", null, (reject) -> {
			}))
			.satisfies((again) -> {
				assertThat(again.faults()).isEqualTo(refused.faults());
				assertThat(again.layout()).isEqualTo(refused.layout());
				assertThat(again.feed()).isEqualTo(refused.feed());
				assertThat(again.counts()).isEqualTo(refused.counts());
			});
	}

	@EveryCase
	@Test
	void moreRejectsThanCanBeKeptAreNotKept() {
		Random random = new Random(1);
		assertThatExceptionOfType(RecordedReading.TooLarge.class)
			.isThrownBy(() -> RecordedReading.of((file, name, context, rejects) -> {
				for (int line = 1; line < 1_000_000; line++) {
					rejects.accept(new Reject(Place.line(line), RejectCode.NOT_A_NUMBER, "value",
							Long.toString(random.nextLong(), 36) + random.nextLong(), "a number"));
				}
				return everything();
			}, FILE, "beds.csv", null));
	}

	private static ExtractParser parser(Extract extract, List<Reject> found) {
		return (file, name, context, rejects) -> {
			found.forEach(rejects);
			return extract;
		};
	}

	private static Extract everything() {
		List<Figure> figures = List.of(Figure.of(new BigDecimal("1.50")), Figure.of(new BigDecimal("-0")),
				Figure.of(new BigDecimal("1E+3")), Figure.ratio(BigDecimal.ONE, new BigDecimal(3)).asEstimate(),
				Figure.absent(Figure.Mark.SUPPRESSED), Figure.ratio(BigDecimal.ZERO, BigDecimal.ZERO));
		List<Observation> observations = IntStream.range(0, figures.size())
			.mapToObj((each) -> new Observation(new Cell(BEDS, OrganisationCode.of("RM" + each), MARCH),
					figures.get(each), "provider",
					(each == 0) ? Place.wholeFile() : new Place(each, (each == 1) ? "A!B2" : null), each))
			.toList();
		ReportLines reports = new ReportLines(
				List.of(new MilestoneLine(PlanId.of("small"), new MilestoneId("wards-open"), DAY, DAY.plusDays(1), null,
						false, "späť", Place.line(1))),
				List.of(new PositionLine(PlanId.of("small"), ObjectiveCode.of("7a"), DAY, Status.DELAYED, "",
						Place.line(2))),
				List.of(new CommentLine(PlanId.of("small"), ObjectiveCode.of("1.10"), DAY, "two\n\nparagraphs", "A",
						Place.line(3))),
				List.of(new OverrideLine(PlanId.of("small"), ObjectiveCode.of("7a"), null, "over", "B", DAY, DAY,
						Place.line(4)),
						new OverrideLine(PlanId.of("small"), ObjectiveCode.of("7a"), Status.ON_TRACK, "so", "B", DAY,
								DAY, Place.line(5))));
		return new Extract("beds, wards", "1".repeat(64), FeedId.of("beds"), Vintage.arrived(DAY),
				Map.of(COVERAGE, Vintage.stated(DAY, 2)),
				List.of(COVERAGE, COVERAGE.partOf(OrganisationCode.of("RM1"))), observations,
				List.of(new EstimateList(COVERAGE, Set.of(OrganisationCode.of("RM1"), OrganisationCode.of("RM2")))),
				reports, List.of(new SumOfLines(COVERAGE, null, "Provider", 7, 3, true)), Set.of(Set.of(BEDS)),
				Set.of(Set.of("icb", "trust")),
				List.of(new HeldFigureRule.NoCopiedPeriod(3, true),
						new HeldFigureRule.NoJump(BEDS, new BigDecimal("0.40"), BigDecimal.TEN, false)),
				new LineCounts(4, 0, 2, 2, true), List.of("RXX"), List.of("A warning."));
	}

}
