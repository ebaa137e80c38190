package org.jfpmonitor.extract.period;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodParser;

/**
 * Columns that say again of which year or month a row is, and that the layout does not
 * read. One that contradicts the period of the row was put together from two files.
 */
final class OtherPeriodColumns {

	private static final Set<String> OF_YEARS = Set.of("year", "financial year", "fin year");

	private static final Set<String> OF_MONTHS = Set.of("month", "month name");

	private final FileColumns columns;

	private final List<Integer> years;

	private final List<Integer> months;

	/**
	 * Those of a file.
	 * @param read where the period itself stands, counting from 0
	 */
	OtherPeriodColumns(FileColumns columns, List<Integer> read) {
		this.columns = columns;
		this.years = called(OF_YEARS, read);
		this.months = called(OF_MONTHS, read);
	}

	private List<Integer> called(Set<String> names, List<Integer> read) {
		List<String> header = this.columns.header().names().toList();
		return this.columns.layout().recordLevel() ? List.of()
				: IntStream.range(0, header.size())
					.filter((at) -> !read.contains(at)
							&& names.contains(NormalisedText.value(header.get(at)).replace("_", " ")))
					.boxed()
					.toList();
	}

	/**
	 * What the period should be by another column, in words; empty where none contradicts
	 * it. A month in numbers may be counted from April.
	 */
	Optional<String> contradicting(Row row, Period period) {
		for (int at : this.years) {
			if (PeriodParser.financialYear(row.text(at))
				.filter((year) -> !year.equals(FinancialYear.of(period.start())))
				.isPresent()) {
				return expected(row, at);
			}
		}
		for (int at : this.months) {
			if (period.isMonth() && row.text(at).chars().anyMatch(Character::isLetter)
					&& PeriodParser.month(row.text(at))
						.filter((month) -> month != period.start().getMonthValue())
						.isPresent()) {
				return expected(row, at);
			}
		}
		return Optional.empty();
	}

	private Optional<String> expected(Row row, int at) {
		return Optional.of("the period that column \"" + this.columns.header().wholeName(at) + "\" says, \""
				+ Reject.legible(row.text(at)) + "\"");
	}

}
