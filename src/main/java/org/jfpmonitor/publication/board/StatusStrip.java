package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.publication.page.StatusMark;

/**
 * The statuses of one objective at the last month ends, oldest first.
 *
 * @param squares one a month end
 */
public record StatusStrip(List<Square> squares) {

	private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

	public StatusStrip {
		squares = List.copyOf(squares);
	}

	/**
	 * The strip in words, runs of the same status together: "On Track June 2024 to March
	 * 2025; Delayed April 2025".
	 */
	public String inWords() {
		List<String> runs = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= this.squares.size(); i++) {
			if (i == this.squares.size() || this.squares.get(i).mark() != this.squares.get(start).mark()) {
				runs.add(run(this.squares.get(start), this.squares.get(i - 1)));
				start = i;
			}
		}
		return String.join("; ", runs);
	}

	private static String run(Square first, Square last) {
		String from = month(first.monthEnd());
		return first.mark().words() + " " + (first.equals(last) ? from : from + " to " + month(last.monthEnd()));
	}

	private static String month(LocalDate day) {
		return Period.month(YearMonth.from(day)).inWords();
	}

	/**
	 * The status at one month end.
	 *
	 * @param monthEnd the last day of the month
	 * @param mark the status then
	 */
	public record Square(LocalDate monthEnd, StatusMark mark) {

		/** What a pointer over the square tells: "Mar 2025: On Track". */
		public String title() {
			return SHORT.format(this.monthEnd) + ": " + this.mark.words();
		}

	}

}
