package org.jfpmonitor.extract.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.text.TextRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sees where below a table another one begins, of which the lines would be read as if
 * they were of the first: with its columns, for its periods, as what came of them and not
 * as what was planned. It is told of each row below the header, in their order. A row
 * that is no data says so where it names kinds of figures, other periods or other columns
 * than the head of the table does; what is below is refused as soon as any of it is used,
 * so that notes at the end refuse nothing.
 */
public final class SecondTable {

	private static final String ADVICE = ". Send what stands below it in a file or sheet of its own, or delete the row"
			+ " if it changes nothing.";

	private final Recognition recognition;

	private final Layout layout;

	private final FirstTable first;

	private final Set<Integer> measures;

	private final boolean organisationsAbove;

	/** Rather than of reports or estimates. */
	private final boolean ofFigures;

	/** Rows of the head of the table, which may come again, each with its places. */
	private final Set<List<String>> head = new HashSet<>();

	/** With what each of those above the header begins. */
	private final Set<String> firstsAbove = new HashSet<>();

	/** Whether any data was seen, so that what heads the table has ended. */
	private boolean begun;

	private @Nullable ExtractRefused suspicion;

	/**
	 * Nothing is read of the table yet.
	 * @param usesNumber whether a number in the column, counting from 0, goes into
	 * figures
	 */
	public SecondTable(Recognition recognition, IntPredicate usesNumber) {
		this.recognition = recognition;
		this.layout = recognition.layout();
		this.first = new FirstTable(recognition, usesNumber);
		this.measures = this.first
			.positions((this.layout.contents() instanceof Contents.Named of) ? Set.of(of.rule().measure()) : Set.of());
		this.ofFigures = this.layout.contents() instanceof Contents.Figures
				|| this.layout.contents() instanceof Contents.Named;
		this.organisationsAbove = this.layout.contents() instanceof Contents.Named of && of.rule().organisationAbove();
		recognition.preamble().forEach((row) -> {
			this.head.add(filled(row));
			this.firstsAbove.add(first(row));
		});
		this.firstsAbove.remove("");
	}

	/**
	 * Takes a row that was read.
	 * @param used whether anything of it was used
	 * @param rejected whether it was rejected: as a line of the first table it may be one
	 * too many
	 * @throws ExtractRefused where it is of another table
	 */
	public void take(TextRecord row, boolean used, boolean rejected) {
		if (this.suspicion != null && (used || (rejected && this.first.holdsFigure(row.fields())))) {
			throw this.suspicion;
		}
		if (used) {
			this.begun = true;
		}
		else if (this.suspicion == null) {
			look(row);
		}
	}

	/** Whether the row stood above the header as well, as at page breaks. */
	public boolean isOfItsHead(String[] row) {
		return this.begun && !this.firstsAbove.isEmpty() && this.firstsAbove.contains(first(row))
				&& this.head.contains(filled(row));
	}

	private void look(TextRecord row) {
		String[] fields = row.fields();
		boolean ofAnOrganisation = this.first.isOfAnOrganisation(fields);
		boolean ofAPeriod = !ofAnOrganisation && this.first.isOfAPeriod(fields);
		if (this.begun && (ofAnOrganisation || ofAPeriod)) {
			return;
		}
		if (this.first.holdsFigure(fields) && !this.first.isOfPeriods(fields) && !this.first.namesItsColumn(fields)) {
			this.begun = this.begun || ofAnOrganisation || (ofAPeriod && !isNumbering(fields));
		}
		else if (!this.begun) {
			this.head.add(filled(fields));
		}
		else if (!this.first.isOfTheSameColumns(fields) && !this.head.contains(filled(fields))) {
			found(fields).ifPresent((found) -> this.suspicion = new ExtractRefused(
					List.of(this.recognition.columns().asBeginning(row.line(), 0)
							+ ": expected lines of the table that begins above, found " + found + ADVICE)));
		}
	}

	/** What in a row of no organisation and period heads another table. */
	private Optional<String> found(String[] row) {
		if (namesMeasure(row)) {
			return Optional.empty();
		}
		// In lists of persons, and in reports, such words are everyday values.
		boolean mayHaveTitle = this.ofFigures && (!this.layout.recordLevel() || isTitle(row));
		Optional<String> title = mayHaveTitle
				? FirstTable.cells(row).filter((cell) -> isAnotherTitle(cell, isTitle(row))).findFirst()
				: Optional.empty();
		return title.isPresent() ? shown(title) : otherColumn(row).map((name) -> "the header of another, with " + name);
	}

	/** One cell, where titles begin. */
	private static boolean isTitle(String[] row) {
		return row.length > 0 && !row[0].isBlank() && FirstTable.cells(row).count() == 1;
	}

	/** A kind of figures, a period, or an organisation above months. */
	private boolean isAnotherTitle(String cell, boolean alone) {
		if (HeadingWords.isNote(cell)) {
			return false;
		}
		boolean kind = HeadingWords.isKindAlone(cell)
				|| (alone && (this.measures.isEmpty() ? HeadingWords.isKind(cell) : HeadingWords.endsWithKind(cell)));
		return (kind && this.first.isNew(cell))
				|| (alone && (HeadingWords.isOtherTime(cell) || HeadingWords.isReckoned(cell))
						&& this.first.isNew(cell))
				|| (this.first.isWithoutPeriods() && this.first.isAnotherPeriod(cell))
				|| (this.organisationsAbove && FirstTable.isCode(cell) && this.first.isNew(cell));
	}

	/** The headings of a confidential file are shown as little as its lines. */
	private Optional<String> shown(Optional<String> cell) {
		return cell.map((text) -> this.layout.isControlled() ? "other headings" : "\"" + Reject.legible(text) + "\"");
	}

	/**
	 * The name of a column that the row has in another place, or words where the table
	 * has figures. A line that names its measure may have words there as well; a header
	 * names none.
	 */
	private Optional<String> otherColumn(String[] row) {
		Optional<String> elsewhere = this.recognition.header().namedElsewhere(row);
		if (elsewhere.isPresent()) {
			return elsewhere.map((name) -> "\"" + Reject.legible(name) + "\" in another place");
		}
		boolean headsColumns = (!this.layout.recordLevel() && this.ofFigures) || this.first.isNamedBy(row);
		List<String> words = new ArrayList<>(this.first.words(row));
		if (this.first.isNamedBy(row)) {
			words.addAll(this.first.otherNames(row));
		}
		return (headsColumns && !areUnits(row, words))
				? shown(words.stream().filter((each) -> !this.first.isOwnPeriod(each)).findFirst()) : Optional.empty();
	}

	/** Such as {@code (n),(%)}, {@code a,b,c} or {@code Number,Number}. */
	private boolean areUnits(String[] row, List<String> words) {
		return FirstTable.cells(row)
			.allMatch((cell) -> cell.length() < 3 || (cell.startsWith("(") && cell.endsWith(")")))
				|| (this.first.isOfFiguresAlone(row) && words.size() > 1 && words.stream().distinct().count() == 1);
	}

	/** A line that names its measure may have words in place of its figures. */
	private boolean namesMeasure(String[] row) {
		return this.measures.stream()
			.anyMatch((at) -> at < row.length && !row[at].isBlank() && !this.first.isOwnName(row, at)
					&& !row[at].strip().endsWith(":") && !isAnotherTitle(row[at].strip(), isTitle(row)));
	}

	/** Spreadsheets number their columns below the header. */
	private static boolean isNumbering(String[] row) {
		List<String> cells = FirstTable.cells(row).toList();
		return IntStream.range(1, cells.size()).allMatch((i) -> isNext(cells.get(i - 1), cells.get(i)));
	}

	private static boolean isNext(String one, String other) {
		return one.matches("[0-9]{1,3}") && other.equals(String.valueOf(Integer.parseInt(one) + 1));
	}

	/** With what the row begins; empty for a row without anything. */
	private static String first(String[] row) {
		for (String cell : row) {
			if (!cell.isBlank()) {
				return cell.strip();
			}
		}
		return "";
	}

	/** What stands in a row, each with its place. */
	private static List<String> filled(String[] row) {
		List<String> names = Header.folded(row);
		return IntStream.range(0, names.size())
			.filter((i) -> !names.get(i).isEmpty())
			.mapToObj((i) -> i + names.get(i))
			.toList();
	}

}
