package org.jfpmonitor.extract.result;

import java.time.LocalDate;
import java.util.List;

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
 * @param milestones how milestones stand
 * @param positions published positions
 * @param overrides statuses set by a person
 * @param latest the last day of its newest period, or null without one
 * @param status the word by which its rows say how final they are, or null
 * @param published the day on which its rows say they were published, or null
 * @param sums those figures that add the lines of many organisations together
 * @param unregistered codes that its rows name and no registered organisation has, in the
 * order met
 * @param warnings what does not refuse it
 */
public record ParseResult(List<Coverage> coverages, List<Observation> observations, List<EstimateList> estimates,
		List<MilestoneLine> milestones, List<PositionLine> positions, List<OverrideLine> overrides,
		@Nullable LocalDate latest, @Nullable String status, @Nullable LocalDate published, List<SumOfLines> sums,
		List<String> unregistered, List<String> warnings) {

	/** Figures, and what else their rows say. */
	public static ParseResult ofFigures(List<Coverage> coverages, List<Observation> observations,
			@Nullable LocalDate latest, @Nullable String status, @Nullable LocalDate published, List<String> warnings) {
		return new ParseResult(coverages, observations, List.of(), List.of(), List.of(), List.of(), latest, status,
				published, List.of(), List.of(), warnings);
	}

	/** The same with codes that no registered organisation has. */
	public ParseResult naming(List<String> codes) {
		return new ParseResult(this.coverages, this.observations, this.estimates, this.milestones, this.positions,
				this.overrides, this.latest, this.status, this.published, this.sums, codes, this.warnings);
	}

	/** Which figures of other files are estimates. */
	public static ParseResult ofEstimates(List<EstimateList> estimates, LocalDate latest) {
		return new ParseResult(List.of(), List.of(), estimates, List.of(), List.of(), List.of(), latest, null, null,
				List.of(), List.of(), List.of());
	}

	/** Reports of progress. */
	public static ParseResult ofProgress(List<MilestoneLine> milestones, List<PositionLine> positions,
			List<OverrideLine> overrides, @Nullable LocalDate latest) {
		return new ParseResult(List.of(), List.of(), List.of(), milestones, positions, overrides, latest, null, null,
				List.of(), List.of(), List.of());
	}

	/** The same, of which some add the lines of many organisations together. */
	public ParseResult with(List<SumOfLines> sums) {
		return new ParseResult(this.coverages, this.observations, this.estimates, this.milestones, this.positions,
				this.overrides, this.latest, this.status, this.published, sums, this.unregistered, this.warnings);
	}

	/** Nothing but a warning. */
	public static ParseResult nothing(String warning) {
		return ofFigures(List.of(), List.of(), null, null, null, List.of(warning));
	}

}
