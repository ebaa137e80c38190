package org.jfpmonitor.intake.checks.scale;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.organisation.OrganisationCode;

/**
 * What there is to say of the scale of a measure's new figures.
 *
 * @param warnings in words; empty when nothing
 * @param shifted whose figures are on another scale than those before
 */
public record ScaleCheck(List<String> warnings, Set<OrganisationCode> shifted) {

	public ScaleCheck {
		warnings = List.copyOf(warnings);
		shifted = Set.copyOf(shifted);
	}

	/**
	 * Looks at those before them, at targets, at others in the file, and at counts and
	 * shares.
	 */
	public static ScaleCheck of(MeasureFigures figures) {
		List<ScaleShift> shifts = ScaleShift.of(figures);
		return new ScaleCheck(Stream
			.of(FirstFigures.besideTargets(figures), Fractions.besideOthers(figures), PartsOfCounts.in(figures),
					SharesAboveAll.ofMost(figures), ScaleShift.inWords(shifts, figures.measure()))
			.flatMap(Optional::stream)
			.toList(), shifts.stream().map(ScaleShift::organisation).collect(Collectors.toSet()));
	}

}
