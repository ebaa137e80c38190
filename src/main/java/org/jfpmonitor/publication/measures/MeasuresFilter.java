package org.jfpmonitor.publication.measures;

import java.util.Comparator;
import java.util.List;

import org.jfpmonitor.publication.board.BoardFilter;
import org.jfpmonitor.publication.page.StatusMark;

/**
 * The filter of the board, asked of measures: status, ambition and owner, what is overdue
 * or gives early warning; whatever else the board asks holds of objectives alone.
 *
 * @param filter what the board was asked
 */
record MeasuresFilter(BoardFilter filter) {

	/** What may be asked of a measure besides its status. */
	static final List<BoardFilter.Only> ONLY = List.of(BoardFilter.Only.OVERDUE, BoardFilter.Only.WARNINGS);

	boolean shows(MeasureRow row) {
		return (this.filter.status() == null || this.filter.status() == row.summary().mark())
				&& (this.filter.ambition() == null || this.filter.ambition().equals(row.ambition()))
				&& (this.filter.owner() == null || this.filter.owner().equals(row.owner()))
				&& (this.filter.only() != BoardFilter.Only.OVERDUE || row.summary().overdue())
				&& (this.filter.only() != BoardFilter.Only.WARNINGS || row.warned());
	}

	List<MeasureRow> sorted(List<MeasureRow> rows) {
		Comparator<MeasureRow> worst = Comparator
			.comparingInt((row) -> StatusMark.BY_SEVERITY.indexOf(row.summary().mark()));
		return this.filter.worstFirst() ? rows.stream().sorted(worst).toList() : rows;
	}

}
