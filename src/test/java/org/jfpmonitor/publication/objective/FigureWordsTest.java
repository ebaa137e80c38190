package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureWordsTest {

	@Test
	void aSumOfTimesCarriesItsUnit() {
		Figure response = Figure.ratio(new BigDecimal("97812000"), new BigDecimal("49400"));

		assertThat(FigureWords.parts(response, Unit.MINUTES))
			.isEqualTo("average of 49,400 cases, 1,630,200 minutes in all");
	}

	@Test
	void aShareIsSoManyOfSoMany() {
		Figure share = Figure.ratio(new BigDecimal("208"), new BigDecimal("2000"));

		assertThat(FigureWords.parts(share, Unit.PERCENT)).isEqualTo("208 of 2,000");
	}

	@Test
	void whatIsWithheldShowsNoParts() {
		assertThat(FigureWords.parts(Figure.absent(Figure.Mark.SUPPRESSED), Unit.PERCENT)).isEmpty();
	}

	@Test
	void aTableGivesTheSumOfTimesInTheUnitOfTheFigure() {
		BigDecimal seconds = new BigDecimal("97812000");

		assertThat(Unit.MINUTES.numeratorFromBase(seconds)).isEqualByComparingTo("1630200");
		assertThat(Unit.MINUTES.numeratorFromBase(seconds).divide(new BigDecimal("49400")))
			.isEqualByComparingTo(Unit.MINUTES.fromBase(new BigDecimal("1980")));
		assertThat(Unit.PERCENT.numeratorFromBase(new BigDecimal("97"))).isEqualByComparingTo("97");
	}

}
