package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;
import java.util.List;

import org.jfpmonitor.plan.id.MeasureId;

/** Something that must hold of a file. */
public sealed interface FileCheck {

	/** What happens when it does not hold. */
	Then then();

	/** What happens when a check does not hold. */
	enum Then {

		WARN, REFUSE

	}

	/**
	 * On every line, one column equals the sum of others.
	 *
	 * @param total the id of the column
	 * @param parts the ids of the others
	 * @param where which rows are asked
	 * @param within how far apart they may be
	 * @param then what happens; {@link Then#REFUSE} rejects the line
	 */
	record EachLine(String total, List<String> parts, Conditions where, BigDecimal within,
			Then then) implements FileCheck {

		public EachLine {
			parts = List.copyOf(parts);
		}

	}

	/**
	 * The total rows equal the sum of the other rows, within each period and group.
	 *
	 * @param columns the ids of the columns that add up
	 * @param on which rows are totals
	 * @param where which rows are asked at all
	 * @param by the ids of the columns that make a group; empty for the whole file
	 * @param partsAtLeast how many other rows a group has that is whole; one of fewer is
	 * a cut, and not asked
	 * @param wholeFrom from how many other rows on a total may speak for all that there
	 * are, such as the country; one of fewer that comes to no more than they do is the
	 * total of a part
	 * @param within how far apart they may be
	 * @param then what happens
	 */
	record TotalLines(List<String> columns, Conditions on, Conditions where, List<String> by, int partsAtLeast,
			int wholeFrom, BigDecimal within, Then then) implements FileCheck {

		public TotalLines {
			columns = List.copyOf(columns);
			by = List.copyOf(by);
		}

	}

	/**
	 * Lines are there for each of the words of a column that a figure is added up over:
	 * where some of the words have none, lines were picked.
	 *
	 * @param column the id of the column
	 * @param words the words
	 * @param where which rows are asked; none of them is no fault
	 * @param then what happens; {@link Then#REFUSE} refuses the file where its lines are
	 * about several organisations, of which one may have none of a kind
	 */
	record LinesForEach(String column, List<String> words, Conditions where, Then then) implements FileCheck {

		public LinesForEach {
			words = List.copyOf(words);
		}

	}

	/**
	 * No two lines have the same key.
	 *
	 * @param key the ids of the columns
	 * @param then what happens; {@link Then#REFUSE} rejects the second line
	 */
	record Unique(List<String> key, Then then) implements FileCheck {

		public Unique {
			key = List.copyOf(key);
		}

	}

	/**
	 * No period has, for every organisation, the very figures of the period before.
	 *
	 * @param organisations from how many organisations on this is more than chance
	 * @param then what happens
	 */
	record CopiedPeriod(int organisations, Then then) implements FileCheck {

	}

	/**
	 * A figure does not jump from one period to the next.
	 *
	 * @param measure the measure
	 * @param moreThan the share of the earlier figure, such as 0.4
	 * @param fromAtLeast smaller earlier figures are let pass, in base units
	 * @param then what happens
	 */
	record Jump(MeasureId measure, BigDecimal moreThan, BigDecimal fromAtLeast, Then then) implements FileCheck {

	}

}
