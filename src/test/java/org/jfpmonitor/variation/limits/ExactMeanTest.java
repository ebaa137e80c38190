package org.jfpmonitor.variation.limits;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;

import org.jfpmonitor.variation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExactMeanTest {

	@ParameterizedTest
	@EnumSource
	void equalsTheExactMeanRoundedOnce(Terms kind) {
		Random random = new Random(kind.name().hashCode());
		for (int i = 0; i < kind.series; i++) {
			double[] terms = new double[1 + random.nextInt(60)];
			kind.fill(terms, random);
			assertThat(ExactMean.of(terms, terms.length)).as(() -> kind + " " + Arrays.toString(terms))
				.isEqualTo(byDefinition(terms, kind.digits));
		}
	}

	@Test
	void looksAtTheFirstTermsOnly() {
		assertThat(ExactMean.of(new double[] { 1, 2, 1000 }, 2)).isEqualTo(1.5);
	}

	@Test
	void isUndefinedWithoutTerms() {
		assertThat(ExactMean.of(new double[] { 1 }, 0)).isNaN();
	}

	@Test
	void isNeverMinusZero() {
		assertThat(1 / ExactMean.of(new double[] { -0.0, -0.0 }, 2)).isEqualTo(Double.POSITIVE_INFINITY);
		assertThat(1 / ExactMean.of(new double[] { -Double.MIN_VALUE, 0, 0 }, 3)).isEqualTo(Double.POSITIVE_INFINITY);
	}

	@Test
	void roundsATieToTheEvenNeighbour() {
		double odd = Math.nextUp(1.0);
		assertThat(ExactMean.of(new double[] { 1.0, odd }, 2)).isEqualTo(1.0);
		assertThat(ExactMean.of(new double[] { odd, Math.nextUp(odd) }, 2)).isEqualTo(Math.nextUp(odd));
	}

	/** The sum over three is 1 + 1.5 units less 2^-105 / 3: nearly a tie, but no tie. */
	@Test
	void roundsDownJustBelowATie() {
		double unit = 0x1p-52;
		assertThat(ExactMean.of(new double[] { 3 + 4 * unit, unit / 2 - 0x1p-105, 0 }, 3)).isEqualTo(1 + unit);
	}

	@Test
	void roundsUpWhenTheLeastOfBitsBreaksTheTie() {
		double odd = Math.nextUp(1.0);
		assertThat(ExactMean.of(new double[] { 4.0, 4.0 * odd, 0, Double.MIN_VALUE }, 4)).isEqualTo(2 * odd);
	}

	private static double byDefinition(double[] terms, int digits) {
		BigDecimal sum = Arrays.stream(terms).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
		MathContext ample = new MathContext(digits, RoundingMode.HALF_EVEN);
		return sum.divide(BigDecimal.valueOf(terms.length), ample).doubleValue() + 0.0;
	}

	/**
	 * Kinds of series, the everyday ones first, and the digits with which a quotient of
	 * such doubles cannot round to the wrong side of a tie.
	 */
	enum Terms {

		WHOLE_NUMBERS(4000, 60) {
			@Override
			double next(Random random) {
				return random.nextInt(100_000);
			}
		},
		TENTHS(4000, 60) {
			@Override
			double next(Random random) {
				return random.nextInt(1000) / 10.0;
			}
		},
		FULL_FRACTIONS(4000, 60) {
			@Override
			double next(Random random) {
				return random.nextDouble();
			}
		},
		CLOSE_TOGETHER(4000, 60) {
			@Override
			double next(Random random) {
				return 1 + random.nextInt(4) * 0x1p-52;
			}
		},
		ALL_EQUAL(2000, 60) {
			@Override
			void fill(double[] terms, Random random) {
				Arrays.fill(terms, random.nextDouble() * Math.pow(10, random.nextInt(12) - 6));
			}
		},
		ACROSS_MAGNITUDES(2000, 200) {
			@Override
			double next(Random random) {
				return (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(240) - 120);
			}
		},
		CANCELLING(3000, 200) {
			@Override
			void fill(double[] terms, Random random) {
				super.fill(terms, random);
				for (int i = 1; i < terms.length; i += 2) {
					terms[i] = -terms[i - 1] + (random.nextBoolean() ? 0 : random.nextGaussian() * 1e-18);
				}
			}

			@Override
			double next(Random random) {
				return random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
			}
		},
		SUBNORMAL(200, 1500) {
			@Override
			double next(Random random) {
				return (random.nextInt(2001) - 1000) * Double.MIN_VALUE;
			}
		},
		BARELY_NORMAL(200, 1500) {
			@Override
			double next(Random random) {
				return (random.nextDouble() - 0.5) * Math.scalb(1.0, -1022 + random.nextInt(20));
			}
		},
		HUGE(200, 800) {
			@Override
			double next(Random random) {
				return (random.nextDouble() - 0.5) * Point.LARGEST * 2;
			}
		};

		private final int series;

		private final int digits;

		Terms(int series, int digits) {
			this.series = series;
			this.digits = digits;
		}

		void fill(double[] terms, Random random) {
			for (int i = 0; i < terms.length; i++) {
				terms[i] = next(random);
			}
		}

		double next(Random random) {
			throw new UnsupportedOperationException(name());
		}

	}

}
