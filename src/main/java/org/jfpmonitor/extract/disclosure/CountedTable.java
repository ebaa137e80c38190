package org.jfpmonitor.extract.disclosure;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;

/**
 * The figures of one table as they were counted.
 *
 * @param control what may be known of them
 * @param figures all of them
 */
public record CountedTable(DisclosureControl control, List<CountedFigure> figures) {

	public CountedTable {
		figures = List.copyOf(figures);
	}

	/** Those whose numbers may be withheld. */
	List<CountedFigure> controlled() {
		return this.figures.stream().filter((each) -> this.control.isAsked(each.observation())).toList();
	}

	/**
	 * Whether a line counts for one organisation and none that contains it: figures of
	 * one level, of organisations that do not lie in each other.
	 */
	boolean keepsOrganisationsApart(Organisations register) {
		Set<Organisation.Type> kinds = EnumSet.noneOf(Organisation.Type.class);
		for (CountedFigure each : controlled()) {
			register.find(each.observation().cell().organisation()).ifPresent((found) -> kinds.add(found.kind()));
		}
		return this.control.isOfOneLevel() && Organisation.Type.lieApart(kinds);
	}

	/**
	 * How many lines went into figures that are not withheld. Where levels count the same
	 * lines, of the level that has the most.
	 */
	public long linesLetOut(Withheld withheld) {
		Map<LevelCell, Long> ofCells = new HashMap<>();
		Map<String, Long> ofLevels = new HashMap<>();
		for (CountedFigure each : controlled()) {
			Observation figure = each.observation();
			if (!withheld.has(figure) && !each.ofLines()) {
				ofCells.merge(new LevelCell(figure.scope(), figure.cell().organisation(), figure.cell().period()),
						figure.lines(), Math::max);
			}
		}
		ofCells.forEach((cell, lines) -> ofLevels.merge(cell.scope(), lines, Long::sum));
		return ofLevels.values().stream().mapToLong(Long::longValue).max().orElse(0);
	}

	private record LevelCell(String scope, OrganisationCode organisation, Period period) {

	}

}
