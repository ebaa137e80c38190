package org.jfpmonitor.extract.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.text.TextRecord;

/**
 * Sees lines that come again below a row between: a second table of the same
 * organisations, whatever its title says, would be added to the first. Lines are the same
 * that say the same in all columns without figures. In a list of persons, and where such
 * lines stand beside each other without a row between, that is nothing odd.
 */
public final class RepeatedLines {

	/** Longer tables are written by programs, which write one below the other nowhere. */
	private static final int MOST = 10_000;

	private static final String ADVICE = ". Where another table begins there, send it in a file or sheet of its own;"
			+ " where both lines count, delete what stands between them.";

	private final Recognition recognition;

	private final Header header;

	private final boolean[] figures;

	private final Set<Integer> asked;

	private final Set<List<String>> above = new HashSet<>();

	private final Set<List<String>> since = new HashSet<>();

	private boolean over;

	/**
	 * Nothing is read of the table yet.
	 * @param usesNumber whether a number in the column, counting from 0, goes into
	 * figures
	 */
	public RepeatedLines(Recognition recognition, IntPredicate usesNumber) {
		this.recognition = recognition;
		this.header = recognition.header();
		this.figures = new boolean[this.header.width()];
		for (int at = 0; at < this.figures.length; at++) {
			this.figures[at] = usesNumber.test(at);
		}
		this.asked = this.header.positions().collect(Collectors.toSet());
		this.over = recognition.layout().recordLevel()
				|| !(recognition.layout().contents() instanceof Contents.Figures);
	}

	/** What was read so far stands above a row between. */
	public void pause() {
		if (!this.over) {
			this.above.addAll(this.since);
			this.since.clear();
		}
	}

	/**
	 * Takes a row that is not blank.
	 * @param used whether anything of it was used
	 * @param leftOut whether it is no data
	 * @throws ExtractRefused where it is a line that was there above a row between
	 */
	public void take(TextRecord record, boolean used, boolean leftOut) {
		if (this.over) {
			return;
		}
		String[] fields = record.fields();
		if (used) {
			List<String> words = words(fields);
			if (!words.isEmpty() && this.above.contains(words)) {
				throw new ExtractRefused(List.of(this.recognition.columns().asBeginning(record.line(), 0)
						+ ": expected lines of the table that begins above, each once, found one that stands above already, with"
						+ " a row between that is no line of it" + ADVICE));
			}
			boolean twice = !words.isEmpty() && !this.since.add(words);
			if (twice || this.since.size() + this.above.size() > MOST) {
				giveUp();
			}
		}
		else if (leftOut && (this.header.isRepeatedBy(fields) || !holdsNumber(fields))) {
			pause();
		}
	}

	private void giveUp() {
		this.over = true;
		this.above.clear();
		this.since.clear();
	}

	private boolean holdsNumber(String[] fields) {
		for (int at = 0; at < Math.min(fields.length, this.figures.length); at++) {
			if (this.figures[at] && fields[at].chars().anyMatch(Character::isDigit)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is in the columns without figures, each with its place. A number is no word
	 * where the layout asks for none: there it may be a figure of others.
	 */
	private List<String> words(String[] fields) {
		List<String> words = new ArrayList<>();
		for (int at = 0; at < Math.min(fields.length, this.figures.length); at++) {
			if (!this.figures[at] && !fields[at].isBlank()
					&& (this.asked.contains(at) || fields[at].chars().anyMatch(Character::isLetter))) {
				words.add(at + fields[at].strip());
			}
		}
		return words;
	}

}
