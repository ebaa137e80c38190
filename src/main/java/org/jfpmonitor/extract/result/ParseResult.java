package org.jfpmonitor.extract.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a file came to.
 *
 * @param coverages the cells it speaks for
 * @param observations its figures
 * @param estimates which figures, its own or those of other files, are estimates
 * @param reports what people report
 * @param dating what its rows say of how new it is
 * @param sums those figures that add the lines of many organisations together
 * @param unregistered codes that its rows name and no registered organisation has, in the
 * order met
 * @param warnings what does not refuse it
 * @param sameLines levels whose figures are of the same lines, two and two; empty where
 * no small numbers are withheld
 */
public record ParseResult(List<Coverage> coverages, List<Observation> observations, List<EstimateList> estimates,
		ReportLines reports, Dating dating, List<SumOfLines> sums, List<String> unregistered, List<String> warnings,
		Set<Set<String>> sameLines) {

	/** The same, of such levels. */
	public ParseResult with(Set<Set<String>> sameLines) {
		return new ParseResult(this.coverages, this.observations, this.estimates, this.reports, this.dating, this.sums,
				this.unregistered, this.warnings, sameLines);
	}

	/** Figures, and what else their rows say. */
	public static ParseResult ofFigures(List<Coverage> coverages, List<Observation> observations, Dating dating,
			List<SumOfLines> sums, List<String> unregistered, List<String> warnings) {
		return new ParseResult(coverages, observations, List.of(), ReportLines.NONE, dating, sums, unregistered,
				warnings, Set.of());
	}

	/** Which figures of other files are estimates. */
	public static ParseResult ofEstimates(List<EstimateList> estimates, LocalDate latest) {
		return new ParseResult(List.of(), List.of(), estimates, ReportLines.NONE, Dating.by(latest), List.of(),
				List.of(), List.of(), Set.of());
	}

	/** Reports of progress. */
	public static ParseResult ofReports(ReportLines reports, @Nullable LocalDate latest) {
		return new ParseResult(List.of(), List.of(), List.of(), reports, Dating.by(latest), List.of(), List.of(),
				List.of(), Set.of());
	}

	/** Nothing but a warning. */
	public static ParseResult nothing(String warning) {
		return ofFigures(List.of(), List.of(), Dating.by(null), List.of(), List.of(), List.of(warning));
	}

	/**
	 * What the rows of a file say of how new it is.
	 *
	 * @param latest the last day of its newest period, or null without one
	 * @param status the word by which its rows say how final they are, or null
	 * @param stray a warning of the few rows whose period is after that, or null
	 */
	public record Dating(@Nullable LocalDate latest, @Nullable String status, @Nullable String stray) {

		static Dating by(@Nullable LocalDate latest) {
			return new Dating(latest, null, null);
		}

	}

}
