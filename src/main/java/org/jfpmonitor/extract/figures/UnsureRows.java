package org.jfpmonitor.extract.figures;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.extract.checks.OutsideRegister;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.totals.WordColumns;

/**
 * Rows that are about somebody and do not say whom, as where a code, or the word for its
 * kind, stands on the first line of a group alone. What such a row may belong to lacks
 * it: without a code that is whom the line above is about. A row of totals is about
 * nobody, nor is a person of nowhere.
 */
final class UnsureRows {

	private final List<CompiledLevel> levels;

	private final DestinationCells cells;

	private final OutsideRegister outside;

	private final WordColumns words;

	private final Rejects rejects;

	/** Whether each line is a person. */
	private final boolean persons;

	/** Whose the last row was that belongs to figures. */
	private List<Destination> above = List.of();

	UnsureRows(FileColumns columns, List<CompiledLevel> levels, DestinationCells cells, OutsideRegister outside,
			WordColumns words) {
		this.levels = levels;
		this.cells = cells;
		this.outside = outside;
		this.words = words;
		this.rejects = new Rejects(columns);
		this.persons = columns.layout().recordLevel();
	}

	/** A row belongs to figures of these. */
	void above(List<Destination> destinations) {
		this.above = destinations;
	}

	/** Why a row that nobody registered has is refused; empty where it is not. */
	List<Reject> reject(Row row) {
		if (this.persons || !this.words.sayAnything(row) || this.words.sayTotal(row)) {
			return List.of();
		}
		Optional<CompiledLevel> first = Optional.empty();
		for (CompiledLevel level : this.levels) {
			boolean here = level.matches(row);
			if (here && !level.code(row).isBlank()) {
				this.outside.addWithoutCode(level.code(row));
				return List.of();
			}
			if (first.isEmpty() && level.level().column() != null && (here || level.mayHave(row))) {
				first = Optional.of(level);
			}
		}
		return first.map((level) -> reject(row, level)).orElse(List.of());
	}

	private List<Reject> reject(Row row, CompiledLevel level) {
		this.cells.loseOfAnyPeriod(level.code(row).isBlank() ? this.above : level.named(row).stream().toList());
		return level.matches(row) ? List.of(level.rejectUnregistered(row, this.rejects))
				: level.rejectUnsure(row, this.rejects);
	}

}
