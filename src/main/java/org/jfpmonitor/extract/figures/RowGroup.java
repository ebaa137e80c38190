package org.jfpmonitor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.period.WrittenPeriod;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;

/**
 * Rows that meet the same conditions, for the same destinations and period: where they go
 * is worked out once for all of them.
 *
 * @param terms the terms that they count towards
 * @param cells where they are added up, one for each destination
 */
record RowGroup(MatchedTerms terms, List<FigureCell> cells) {

	/** The same of those figures whose number passes. */
	RowGroup of(IntPredicate figure) {
		return new RowGroup(this.terms.of(figure), this.cells);
	}

	/** Adds a row of the group with its numbers for each term. */
	void add(Row row, NumberField[][] numbers) {
		for (FigureCell cell : this.cells) {
			cell.add(this.terms.terms(), numbers, row.line());
		}
	}

	/** The row that was added last says in the column that it is a sum of others. */
	void noteTotal(int column) {
		this.cells.forEach((cell) -> cell.noteTotal(this.terms.terms(), column));
	}

	/** A row of the group was rejected. */
	void lose(Row row) {
		this.cells.forEach((cell) -> cell.lose(this.terms.terms(), row.line()));
	}

	/** Refuses a row when an earlier line has said what only one line may say. */
	Optional<Reject> doubled(Row row, Rejects rejects) {
		return this.cells.stream()
			.flatMap(
					(cell) -> cell.earlier(this.terms.terms())
						.map((line) -> cell.destination()
							.level()
							.reject(row, RejectCode.DUPLICATE_KEY,
									"one line for each organisation and period; " + rejects.inWords(line)
											+ " is another one",
									rejects))
						.stream())
			.findFirst();
	}

	/**
	 * What rows of one group have in common.
	 *
	 * @param matched the terms whose conditions they meet
	 * @param destinations whose they are
	 * @param period their period
	 * @param months how many months it has, as written
	 * @param wording how it is written
	 */
	record Key(MatchedTerms matched, List<Destination> destinations, Period period, int months,
			WrittenPeriod.Wording wording) {

	}

}
