package org.jfpmonitor.extract.figures;

import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.checks.Separators;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.checks.Finding;
import org.jfpmonitor.extract.checks.LineChecks;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.row.StatusWord;
import org.jfpmonitor.extract.totals.TotalsAmongParts;
import org.jfpmonitor.extract.totals.WordColumns;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to the figures they belong to. A row is first judged, then added; so what is
 * rejected has added nothing.
 */
final class RowAdder {

	private final LineChecks checks;

	/** Whether anything may be said only once, so that earlier lines matter. */
	private final boolean once;

	/** Takes down which lines are alike; null where no small numbers are withheld. */
	private final @Nullable DestinationCells counted;

	private final Separators separators;

	private final Rejects rejects;

	private final StatusWord status;

	private final Warnings warnings;

	private final WordColumns words;

	/** Null where each line is a person, of whom any word may be said. */
	private final @Nullable TotalsAmongParts totals;

	RowAdder(FileColumns columns, LineChecks checks, DestinationCells cells, WordColumns words,
			@Nullable TotalsAmongParts totals, Separators separators, Warnings warnings) {
		this.checks = checks;
		this.once = cells.isOnce();
		this.counted = columns.layout().isControlled() ? cells : null;
		this.rejects = new Rejects(columns);
		this.status = new StatusWord(columns.layout().vintage(), columns);
		this.warnings = warnings;
		this.words = words;
		this.totals = totals;
		this.separators = separators;
	}

	/** Adds it to every figure of its group that it can be used for. */
	RowOutcome add(Row row, RowGroup group) {
		OptionalInt other = (this.totals != null) ? this.words.other(row) : OptionalInt.empty();
		if (other.isPresent()) {
			group.lose(row);
			return RowOutcome.rejected(this.rejects.ofOtherFigures(row, other.getAsInt()));
		}
		NumberField[][] numbers = group.terms().numbers(row);
		List<MatchedTerms.UnusableField> unusable = group.terms().unusable(row, numbers, this.rejects);
		if (!unusable.isEmpty()) {
			group.terms().terms().forEach((term) -> lookAtSeparators(row, term));
		}
		List<Reject> faults = unusable.isEmpty() ? addSound(row, group, numbers) : addRest(row, group, unusable);
		return faults.isEmpty() ? RowOutcome.USED : RowOutcome.rejected(faults);
	}

	/**
	 * A field that cannot be used spoils the figures that use it, and no others.
	 */
	private List<Reject> addRest(Row row, RowGroup group, List<MatchedTerms.UnusableField> unusable) {
		Set<Integer> spoilt = unusable.stream().map(MatchedTerms.UnusableField::figure).collect(Collectors.toSet());
		group.of(spoilt::contains).lose(row);
		List<Reject> faults = new ArrayList<>(
				unusable.stream().map(MatchedTerms.UnusableField::reject).distinct().toList());
		RowGroup sound = group.of((figure) -> !spoilt.contains(figure));
		if (!sound.terms().isEmpty()) {
			faults.addAll(addSound(row, sound, sound.terms().numbers(row)));
		}
		return faults;
	}

	/** Adds a row whose numbers can be read, or says what else is wrong with it. */
	private List<Reject> addSound(Row row, RowGroup sound, NumberField[][] numbers) {
		List<Reject> faults = faults(row, sound);
		if (faults.isEmpty()) {
			sound.add(row, numbers);
			sound.terms().terms().forEach((term) -> lookAtSeparators(row, term));
			if (this.totals != null) {
				this.words.totals(row).forEach(sound::noteTotal);
				this.totals.add(row, sound.terms().terms(), sound.cells(), numbers);
			}
			if (this.counted != null) {
				this.counted.count(sound.terms().terms(), sound.cells(), numbers);
			}
			this.status.take(row);
		}
		else {
			sound.lose(row);
		}
		return faults;
	}

	private void lookAtSeparators(Row row, CompiledTerm term) {
		for (NumberColumn column : term.columns()) {
			this.separators.take(row, column, term.ofThings(), term.ofPounds());
		}
	}

	private List<Reject> faults(Row row, RowGroup sound) {
		List<Reject> found = new ArrayList<>(0);
		for (Finding each : this.checks.take(row)) {
			if (each.reject() != null) {
				found.add(each.reject());
			}
			if (each.warning() != null) {
				this.warnings.add(each.warning());
			}
		}
		if (found.isEmpty() && this.once) {
			sound.doubled(row, this.rejects).ifPresent(found::add);
		}
		return found;
	}

	/** The word by which the rows added say how final they are, or null. */
	@Nullable String status() {
		return this.status.word();
	}

}
