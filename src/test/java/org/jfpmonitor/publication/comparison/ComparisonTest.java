package org.jfpmonitor.publication.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.variation.PointType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose figure is the best, and whose is not to be ranked. */
class ComparisonTest {

	private static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	private static final Organisations REGISTER = Organisations
		.of(List.of(organisation("ENG", "England", Organisation.Type.COUNTRY),
				organisation("Y61", "East of England", Organisation.Type.REGION),
				organisation("Y56", "London", Organisation.Type.REGION),
				organisation("QMM", "Norfolk and Waveney", Organisation.Type.ICB),
				organisation("QM7", "Hertfordshire and West Essex", Organisation.Type.ICB),
				organisation("QJG", "Suffolk and North East Essex", Organisation.Type.ICB),
				organisation("QH8", "Mid and South Essex", Organisation.Type.ICB),
				organisation("QUE", "Cambridgeshire and Peterborough", Organisation.Type.ICB),
				organisation("RM1", "Norfolk and Norwich", Organisation.Type.TRUST),
				organisation("RGP", "James Paget", Organisation.Type.TRUST),
				organisation("RCX", "Queen Elizabeth", Organisation.Type.TRUST)));

	private static Organisation organisation(String code, String name, Organisation.Type kind) {
		return new Organisation(OrganisationCode.of(code), name, kind, List.of(), null, null, List.of());
	}

	@ParameterizedTest
	@CsvSource({ "HIGHER, 'QH8 1 of 4; QM7 joint 2 of 4; QMM joint 2 of 4; QJG 4 of 4; QUE -'",
			"LOWER, 'QJG 1 of 4; QM7 joint 2 of 4; QMM joint 2 of 4; QH8 4 of 4; QUE -'" })
	void theBetterIsInFrontAndEqualsShareThePlace(String better, String expected) {
		Example beds = "LOWER".equals(better) ? Example.beds().lowerIsBetter() : Example.beds();
		beds.figures("2025-03", "5")
			.figuresOf("QM7", "2025-03", "5")
			.figuresOf("QJG", "2025-03", "0")
			.figuresOf("QH8", "2025-03", "9")
			.figuresOf("QUE", "2025-03", "suppressed");
		assertThat(ranks(compare(beds), Organisation.Type.ICB)).isEqualTo(expected);
	}

	@Test
	void englandAndRegionsStandInFrontAndAreNotRanked() {
		Example beds = Example.beds()
			.figures("2025-03", "5")
			.figuresOf("ENG", "2025-03", "500")
			.figuresOf("Y61", "2025-03", "60")
			.figuresOf("RM1", "2025-03", "3")
			.figuresOf("RGP", "2025-03", "1");
		Comparison compared = compare(beds);
		assertThat(compared.kinds()).extracting(ComparedKind::title)
			.containsExactly("England", "Regions", "Integrated care boards", "NHS trusts");
		assertThat(ranks(compared, Organisation.Type.REGION)).isEqualTo("Y61 -");
		assertThat(ranks(compared, Organisation.Type.TRUST)).isEqualTo("RM1 1 of 2; RGP 2 of 2");
		assertThat(compared.kinds().get(2).isJudged()).isTrue();
		assertThat(compared.kinds().get(3).isJudged()).isFalse();
	}

	@Test
	void whatOneSentAheadOfTheOthersIsNotComparedYet() {
		Example beds = Example.beds()
			.figures("2025-03", "5 7")
			.figuresOf("QM7", "2025-03", "6")
			.figuresOf("QJG", "2025-02", "4");
		Comparison compared = compare(beds);
		assertThat(compared.period()).contains(Period.month(2025, 3));
		assertThat(ranks(compared, Organisation.Type.ICB)).isEqualTo("QM7 1 of 2; QMM 2 of 2");
		assertThat(compared.elsewhen()).extracting((each) -> each.code().value()).containsExactly("QJG");
		assertThat(compared.periods()).extracting((each) -> each.period().inWords() + " " + each.organisations())
			.containsExactly("April 2025 1", "March 2025 2", "February 2025 1");
	}

	/** Both ends of a band say the same of everybody. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void withinABandNobodyIsRankedAndNoChangeIsForTheBetter(boolean high) {
		Example end = high ? Example.beds().lowerIsBetter() : Example.beds();
		Example other = high ? Example.beds() : Example.beds().lowerIsBetter();
		end.figures("2024-06", "80 80 81 80 79 80 80 80 81 200")
			.figuresOf("QM7", "2025-03", "90")
			.figuresOf("QH8", "2025-03", "99");
		Comparison compared = compare(end, other.measure());
		assertThat(compared.better()).isEqualTo("within");
		assertThat(ranks(compared, Organisation.Type.ICB)).isEqualTo("QMM -; QH8 -; QM7 -");
		assertThat(compared.kinds().get(0).organisations().get(0).chart()).hasValueSatisfying((chart) -> {
			assertThat(chart.variation()).isEqualTo(PointType.SPECIAL_CAUSE_NEUTRAL_HIGH);
			assertThat(chart.assurance()).isEmpty();
		});
	}

	@Test
	void figuresOfDifferentRanksAreNotWrittenAlike() {
		Map<String, BigDecimal> values = Map.of("QMM", new BigDecimal("0.8004"), "QM7", new BigDecimal("0.80"), "QJG",
				new BigDecimal("0.800"), "QH8", new BigDecimal("0.7995"), "QUE", new BigDecimal("0.5"));
		RankedFigures figures = new RankedFigures(Unit.PERCENT, values.values().stream().toList());
		assertThat(values.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((each) -> each.getKey() + " " + figures.inWords(each.getValue())))
			.containsExactly("QH8 79.95%", "QJG 80%", "QM7 80%", "QMM 80.04%", "QUE 50%");
	}

	@Test
	void aChartOfFewFiguresIsProvisional() {
		Comparison compared = compare(Example.beds()
			.figures("2024-01", "1 2 3 1 2 3 1 2 3 1 2 3 1 2 3")
			.figuresOf("QM7", "2025-01", "4 5 6")
			.figuresOf("QH8", "2025-03", "9"));
		assertThat(compared.kinds().get(0).organisations()).extracting(ComparedOrganisation::provisional)
			.containsExactly(null, true, false);
	}

	@Test
	void chartsEndWithThePeriodCompared() {
		Comparison compared = compare(
				Example.beds().figures("2025-01", "1 2 3 900").figuresOf("QM7", "2025-01", "4 5 6"));
		assertThat(compared.kinds().get(0).organisations()).allSatisfy((each) -> assertThat(each.chart())
			.hasValueSatisfying((chart) -> assertThat(chart.points()).hasSize(3)));
	}

	@Test
	void withoutAnyFigureNothingIsCompared() {
		Comparison compared = compare(Example.beds());
		assertThat(compared.period()).isEmpty();
		assertThat(compared.kinds()).isEmpty();
	}

	/** Against places counted by hand, one pair of organisations after another. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
	void everyRankIsOneMoreThanThoseOfTheKindThatAreBetter(long seed) {
		Random random = new Random(seed);
		boolean lower = random.nextBoolean();
		Example beds = lower ? Example.beds().lowerIsBetter() : Example.beds();
		Map<String, Integer> values = new LinkedHashMap<>();
		for (Organisation each : REGISTER.all()) {
			int drawn = random.nextInt(6);
			if (drawn < 4) {
				values.put(each.code().value(), drawn);
				beds.figuresOf(each.code().value(), "2025-03", String.valueOf(drawn));
			}
			else if (drawn == 4) {
				beds.figuresOf(each.code().value(), "2025-03", "missing");
			}
		}
		List<String> expected = new ArrayList<>();
		for (Organisation each : REGISTER.all()) {
			Integer own = values.get(each.code().value());
			if (own == null || each.kind() == Organisation.Type.COUNTRY || each.kind() == Organisation.Type.REGION) {
				continue;
			}
			List<Integer> kind = REGISTER.all()
				.stream()
				.filter((other) -> other.kind() == each.kind() && values.containsKey(other.code().value()))
				.map((other) -> values.get(other.code().value()))
				.toList();
			long better = kind.stream().filter((other) -> lower ? other < own : other > own).count();
			expected.add(each.code() + " " + (better + 1) + " of " + kind.size());
		}
		assertThat(compare(beds).kinds()
			.stream()
			.flatMap((kind) -> kind.organisations().stream())
			.filter((each) -> each.rank() != null)
			.map((each) -> each.organisation().code() + " " + each.rank().place() + " of " + each.rank().of()))
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	private static Comparison compare(Example example) {
		return compare(example, null);
	}

	private static Comparison compare(Example example, @Nullable Measure otherEnd) {
		return Comparison.of(example.measure(), otherEnd, TODAY, Comparison::newest, (until) -> {
			Map<OrganisationCode, MeasureSeries> all = new LinkedHashMap<>();
			REGISTER.all()
				.forEach((each) -> all.put(each.code(), MeasureSeries.of(example.measure(), each.code(), example.plan(),
						example.input().figures(), until, TODAY)));
			return all;
		}, REGISTER);
	}

	private static String ranks(Comparison compared, Organisation.Type kind) {
		return compared.kinds()
			.stream()
			.filter((each) -> each.kind() == kind)
			.flatMap((each) -> each.organisations().stream())
			.map((each) -> each.organisation().code() + " " + ((each.rank() != null) ? each.rank().inWords() : "-"))
			.collect(Collectors.joining("; "));
	}

}
