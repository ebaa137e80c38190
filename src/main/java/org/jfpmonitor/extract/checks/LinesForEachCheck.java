package org.jfpmonitor.extract.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.spelling.NormalisedText;

/** Whether lines are there for each of the words of a column. */
final class LinesForEachCheck {

	private final FileCheck.LinesForEach check;

	private final FileColumns columns;

	private final int position;

	private final RowFilter where;

	private final LookupCache<String> folded = new LookupCache<>(NormalisedText::value);

	/** Those that no line had so far, each as the layout writes it. */
	private final Map<String, String> missing = new LinkedHashMap<>();

	private boolean any;

	/** Where lines name organisations; -1 for none. */
	private final int organisation;

	/** The first of them. */
	private String first = "";

	/** Whether lines are about more than one: one may have none of a kind. */
	private boolean several;

	LinesForEachCheck(FileCheck.LinesForEach check, FileColumns columns) {
		this.check = check;
		this.columns = columns;
		this.position = columns.position(check.column());
		this.where = new RowFilter(check.where(), columns);
		this.organisation = columns.layout()
			.organisationColumns()
			.stream()
			.filter(columns::has)
			.findFirst()
			.map(columns::position)
			.orElse(-1);
		check.words().forEach((word) -> this.missing.put(NormalisedText.value(word), word));
	}

	static boolean isPossible(FileCheck.LinesForEach check, FileColumns columns) {
		return columns.has(check.column()) && columns.canTest(check.where());
	}

	/** Takes every row. */
	void take(Row row) {
		if (!this.missing.isEmpty() && this.where.matches(row)) {
			this.missing.remove(this.folded.get(row.text(this.position)));
			String code = (this.organisation >= 0) ? this.folded.get(row.text(this.organisation)) : "";
			this.several = this.several || (this.any && !code.equals(this.first));
			this.first = this.any ? this.first : code;
			this.any = true;
		}
	}

	/**
	 * Which words have no line; none where no row is asked.
	 * @throws ExtractRefused when the layout refuses a file for it, and lines are about
	 * several organisations: one alone may have none of a kind
	 */
	List<String> warnings() {
		if (!this.any || this.missing.isEmpty()) {
			return List.of();
		}
		String message = "Column \"" + this.columns.name(this.check.column()) + "\": expected lines for each of "
				+ inWords(this.check.words()) + ", found none for " + inWords(List.copyOf(this.missing.values()))
				+ ". Where lines were picked, figures would be parts: import the file whole, as it was published. If the"
				+ " file spells it otherwise, correct the check in the layout.";
		if (this.several && this.check.then() == FileCheck.Then.REFUSE) {
			throw new ExtractRefused(List.of(message));
		}
		return List.of(message);
	}

	private static String inWords(List<String> words) {
		return words.stream().map((word) -> "\"" + word + "\"").collect(Collectors.joining(", "));
	}

}
