package org.jfpmonitor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs only with the Maven profile {@code every-case}, as on the build server: for what
 * takes long and repeats a claim that another test makes at less cost. Large sets of
 * cases ask {@link Cases} how many of them to take.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = EveryCase.PROPERTY, matches = "true",
		disabledReason = "runs with mvn -Pevery-case verify")
public @interface EveryCase {

	/** Set to {@code true} by the profile. */
	String PROPERTY = "tests.every-case";

	/** How much of a large set of cases is run. */
	final class Cases {

		private static final boolean EVERY = Boolean.getBoolean(PROPERTY);

		private Cases() {
		}

		/** The number for the profile, or the smaller one without it. */
		public static int number(int few, int every) {
			return EVERY ? every : few;
		}

		/**
		 * All cases with the profile; without it some, the same each time and spread over
		 * the whole.
		 * @param step of how many cases one is taken; with no divisor in common with the
		 * length of a cycle in the order of cases, each place in the cycle is met
		 */
		public static <T> Stream<T> oneIn(int step, Stream<T> cases) {
			if (EVERY) {
				return cases;
			}
			List<T> all = cases.toList();
			return IntStream.range(0, all.size()).filter((each) -> each % step == 0).mapToObj(all::get);
		}

	}

}
