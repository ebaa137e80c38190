package org.jfpmonitor.extract.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.extract.workbook.cell.CellError;
import org.jfpmonitor.extract.workbook.cell.ShownNumber;

/** The rows of a sheet of an {@code .ods}, as they stream by. */
final class OpenDocumentRecords extends RowRecords {

	/** Errors of spreadsheets that write this format, beside the usual ones. */
	private static final String OTHER_ERROR = "Err:";

	private static final String MIDNIGHT = "T00:00:00";

	private final XmlStream xml;

	/** The cells of a row that stands for several, with what is left of them. */
	private List<EqualCells> repeated = List.of();

	private int repeats;

	private long row;

	OpenDocumentRecords(XmlStream xml, int columns) {
		super(columns);
		this.xml = xml;
	}

	@Override
	long fill(RowFields fields) {
		if (this.repeats > 0) {
			this.repeats--;
			return put(fields);
		}
		while (this.xml.advance() && !this.xml.ends("table")) {
			if (this.xml.starts("table-row")) {
				int times = Math.max(1, this.xml.number("number-rows-repeated", 1));
				this.repeated = cells();
				boolean anything = this.repeated.stream().anyMatch((run) -> !run.text().isEmpty());
				if (!anything) {
					this.row += times;
					continue;
				}
				this.repeats = times - 1;
				return put(fields);
			}
			if (this.xml.starts("shapes") || this.xml.starts("forms")) {
				this.xml.skip();
			}
		}
		return 0;
	}

	private long put(RowFields fields) {
		this.row++;
		if (this.row > RowFields.MOST_ROWS) {
			throw this.xml.damaged("row " + this.row);
		}
		for (EqualCells run : this.repeated) {
			int end = Math.min(run.column() + run.times(), fields.columns());
			for (int i = run.column(); i < end; i++) {
				fields.put(i, run.text());
			}
		}
		return this.row;
	}

	private List<EqualCells> cells() {
		List<EqualCells> cells = new ArrayList<>();
		int column = 0;
		while (this.xml.advance() && !this.xml.ends("table-row")) {
			if (!this.xml.starts("table-cell") && !this.xml.starts("covered-table-cell")) {
				continue;
			}
			int times = Math.max(1, this.xml.number("number-columns-repeated", 1));
			String text = cell();
			if (!text.isEmpty() && (times > RowFields.MOST_COLUMNS || column + times > RowFields.MOST_COLUMNS)) {
				throw this.xml.damaged("column " + (column + times));
			}
			if (!text.isEmpty()) {
				cells.add(new EqualCells(column, times, text));
			}
			column = (int) Math.min(RowFields.MOST_COLUMNS, (long) column + times);
		}
		return cells;
	}

	private String cell() {
		String type = this.xml.attribute("value-type");
		String value = this.xml.attribute("value");
		String date = this.xml.attribute("date-value");
		String truth = this.xml.attribute("boolean-value");
		String string = this.xml.attribute("string-value");
		boolean formula = this.xml.attribute("formula") != null;
		String shown = shown();
		if (type == null) {
			return (formula && shown.isEmpty()) ? CellError.NO_VALUE : shown;
		}
		if (shown.startsWith(OTHER_ERROR)) {
			return CellError.NOT_FINITE;
		}
		return switch (type) {
			case "float", "currency" -> (value != null && !CellError.is(shown)) ? number(value, shown, false) : shown;
			case "percentage" -> (value != null && !CellError.is(shown)) ? number(value, shown, true) : shown;
			case "date" -> (date != null) ? day(date, shown) : shown;
			case "boolean" -> "true".equals(truth) ? "TRUE" : "FALSE";
			default -> (string != null && !string.isEmpty()) ? string : shown;
		};
	}

	/** The paragraphs that the cell shows, without a comment on it. */
	private String shown() {
		StringBuilder shown = new StringBuilder();
		int depth = 1;
		while (depth > 0 && this.xml.advance()) {
			if (this.xml.starts("annotation")) {
				this.xml.skip();
			}
			else if (this.xml.starts("p")) {
				shown.append(shown.isEmpty() ? "" : "\n").append(this.xml.text("annotation"));
			}
			else {
				depth += this.xml.isStart() ? 1 : -1;
			}
		}
		return shown.toString();
	}

	/** A day that is shown as a month stands for the month. */
	private static String day(String date, String shown) {
		LocalDate day = PeriodParser.date(date).orElse(null);
		Period month = PeriodParser.parse(shown).orElse(null);
		boolean asMonth = day != null && month != null && !month.equals(Period.day(month.start()))
				&& month.contains(day);
		return asMonth ? shown : date.endsWith(MIDNIGHT) ? date.substring(0, date.length() - MIDNIGHT.length()) : date;
	}

	private static String number(String value, String shown, boolean percentage) {
		try {
			return ShownNumber.text(Double.parseDouble(value), shown, percentage);
		}
		catch (NumberFormatException noNumber) {
			return value;
		}
	}

	@Override
	public void close() {
		this.xml.close();
	}

	/** Cells beside each other that hold the same. */
	private record EqualCells(int column, int times, String text) {

	}

}
