package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.extract.checks.OutsideRegister;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.totals.WordColumns;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows are, at each level of the layout, and what becomes of those that are
 * nobody's.
 */
final class RowDestinations {

	private final List<CompiledLevel> levels;

	private final Contents.Unregistered unregistered;

	private final Rejects rejects;

	private final OutsideRegister outside;

	private final UnsureRows unsure;

	/** What stands in the place of a code in lines of totals. */
	private final Set<String> totals = new HashSet<>();

	/**
	 * No row is looked at yet.
	 * @param outside takes down whose lines are left out
	 */
	RowDestinations(FileColumns columns, Contents.Unregistered unregistered, List<CompiledLevel> levels,
			DestinationCells cells, OutsideRegister outside, WordColumns words) {
		this.levels = levels;
		this.unregistered = unregistered;
		this.rejects = new Rejects(columns);
		this.outside = outside;
		this.unsure = new UnsureRows(columns, levels, cells, outside, words);
	}

	/** Whose the row is, or why it is refused. */
	FoundDestinations of(Row row) {
		boolean registered = false;
		List<Destination> destinations = new ArrayList<>(this.levels.size());
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				Optional<Destination> found = level.destination(row);
				if (found.isEmpty() && this.unregistered == Contents.Unregistered.REJECTED) {
					return new FoundDestinations(List.of(), false, level.rejectUnregistered(row, this.rejects));
				}
				registered = registered || found.isPresent();
				found.filter(level::takes).ifPresent(destinations::add);
			}
		}
		return new FoundDestinations(destinations, registered, null);
	}

	/** The row goes into figures of these. */
	void reckoned(Row row, List<Destination> destinations) {
		for (Destination each : destinations) {
			if (each.level().isOneLineOfOne()) {
				noteTotal(row);
				break;
			}
		}
		this.unsure.above(destinations);
	}

	private void noteTotal(Row row) {
		for (CompiledLevel level : this.levels) {
			if (level.matches(row) && level.destination(row).isEmpty()) {
				this.totals.add(level.code(row));
			}
		}
	}

	/**
	 * The row goes into no figure and nobody registered has it.
	 * @param speaks whether there is a number in it that would go into one
	 * @return why it is refused; empty where it is left out
	 */
	List<Reject> leaveOut(Row row, boolean speaks) {
		List<Reject> unsure = speaks ? this.unsure.reject(row) : List.of();
		if (unsure.isEmpty()) {
			nameOutside(row);
		}
		return unsure;
	}

	/** Of the first level that the row belongs to. */
	private void nameOutside(Row row) {
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				this.outside.add(level.code(row));
				return;
			}
		}
	}

	/**
	 * Whether the text stands in the place of a code in lines that state, by themselves,
	 * the figures of one organisation that the layout names, such as England's total.
	 */
	boolean isTotal(String code) {
		return this.totals.contains(code);
	}

	/**
	 * Whose a row is.
	 *
	 * @param destinations one for each level that it belongs to and that takes such an
	 * organisation
	 * @param registered whether it is any registered organisation's, of whatever kind
	 * @param reject why it is refused; null where it is not
	 */
	record FoundDestinations(List<Destination> destinations, boolean registered, @Nullable Reject reject) {

	}

}
