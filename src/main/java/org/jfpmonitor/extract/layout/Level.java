package org.jfpmonitor.extract.layout;

import java.util.List;
import java.util.Set;

import org.jfpmonitor.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * One way in which figures are drawn together: for each provider, say, or for the whole
 * country.
 *
 * @param scope its word; a later file with the same word replaces these figures
 * @param whose whose figures they are
 * @param column the id of the column that names the organisation, or null
 * @param code the one organisation, or null
 * @param kinds kinds of organisation that belong here; empty for all
 * @param where which rows belong here
 * @param oneLine whether each organisation has one line a period, so that a second one is
 * an error
 * @param expected codes of organisations that must be there; a missing one is named
 * @param sumOver whose lines it adds together, or null where each line is about its own
 * organisation
 */
public record Level(String scope, Whose whose, @Nullable String column, @Nullable String code,
		Set<Organisation.Type> kinds, Conditions where, boolean oneLine, List<String> expected,
		@Nullable SumOver sumOver) {

	public Level {
		kinds = Set.copyOf(kinds);
		expected = List.copyOf(expected);
	}

	/**
	 * The organisations whose lines a level adds together, such as the providers of an
	 * ICB's patients. Only a whole file can say their sum.
	 *
	 * @param column the id of the column that names them
	 * @param atLeast how many different ones a whole file has at least
	 * @param belongsToOne whether each of them has lines in one of these sums alone, as a
	 * provider in that of its own ICB
	 */
	public record SumOver(String column, int atLeast, boolean belongsToOne) {

	}

	/** How the organisation of a row is found. */
	public enum Whose {

		/** A column names it. */
		COLUMN,
		/** Always the same one. */
		ONE,
		/** The file's name holds its code. */
		FILE_NAME

	}

}
