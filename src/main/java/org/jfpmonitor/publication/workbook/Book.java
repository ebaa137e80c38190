package org.jfpmonitor.publication.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook in the making: numbers as numbers, days as days, and everything else as text
 * that no spreadsheet takes for a formula.
 */
final class Book implements AutoCloseable {

	private static final int CHARACTER = 256;

	/** What a spreadsheet can hold in a cell. */
	private static final int LONGEST_TEXT = 32_767;

	private final XSSFWorkbook book = new XSSFWorkbook();

	private final Map<String, CellStyle> styles = new HashMap<>();

	/** Adds a sheet whose first row is in bold and stays in view. */
	Sheet table(String name, List<String> header, int... widths) {
		Sheet sheet = this.book.createSheet(name);
		Row row = sheet.createRow(0);
		for (int i = 0; i < header.size(); i++) {
			Cell cell = row.createCell(i);
			cell.setCellValue(header.get(i));
			cell.setCellStyle(style("bold"));
			sheet.setColumnWidth(i, widths[i] * CHARACTER);
		}
		sheet.createFreezePane(0, 1);
		return sheet;
	}

	/** Adds a row below the others; null leaves a cell blank. */
	void add(Sheet sheet, @Nullable Object... values) {
		Row row = sheet.createRow(sheet.getLastRowNum() + 1);
		for (int i = 0; i < values.length; i++) {
			Object value = values[i];
			if (value != null) {
				put(row.createCell(i), value);
			}
		}
	}

	private void put(Cell cell, Object value) {
		if (value instanceof Share share) {
			cell.setCellValue(share.value().doubleValue());
			cell.setCellStyle(style("0.0##%"));
		}
		else if (value instanceof BigDecimal number) {
			cell.setCellValue(number.doubleValue());
		}
		else if (value instanceof LocalDate day) {
			cell.setCellValue(day);
			cell.setCellStyle(style("dd/mm/yyyy"));
		}
		else {
			String text = value.toString();
			cell.setCellValue((text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT) : text);
			cell.setCellStyle(style("text"));
		}
	}

	/** The style of the name, or that shows numbers so. */
	private CellStyle style(String name) {
		return this.styles.computeIfAbsent(name, (each) -> {
			CellStyle style = this.book.createCellStyle();
			if (each.equals("bold")) {
				Font bold = this.book.createFont();
				bold.setBold(true);
				style.setFont(bold);
			}
			else {
				style.setDataFormat(this.book.createDataFormat().getFormat(each.equals("text") ? "@" : each));
				style.setWrapText(each.equals("text"));
				style.setQuotePrefixed(each.equals("text"));
			}
			return style;
		});
	}

	/**
	 * Keeps what is typed into a column as text, so that no program makes a day of it.
	 */
	void asText(Sheet sheet, int column) {
		CellStyle style = this.book.createCellStyle();
		style.setDataFormat(this.book.createDataFormat().getFormat("@"));
		sheet.setDefaultColumnStyle(column, style);
	}

	/**
	 * Offers values for the cells below the header of a column.
	 * @param range where the values stand, such as {@code Lists!$A$2:$A$9}
	 * @param otherwise what to say when something else is typed
	 * @param stops whether nothing else may be typed
	 */
	void offer(Sheet sheet, int column, int rows, String range, String otherwise, boolean stops) {
		DataValidationHelper helper = sheet.getDataValidationHelper();
		DataValidation validation = helper.createValidation(helper.createFormulaListConstraint(range),
				new CellRangeAddressList(1, rows, column, column));
		validation.setErrorStyle(stops ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
		validation.createErrorBox("Not in the list", otherwise);
		validation.setShowErrorBox(true);
		sheet.addValidationData(validation);
	}

	/** Lets only numbers into a column. */
	void numbersOnly(Sheet sheet, int column, int rows, String otherwise) {
		DataValidationHelper helper = sheet.getDataValidationHelper();
		DataValidation validation = helper.createValidation(helper.createDecimalConstraint(0, "-1E+15", "1E+15"),
				new CellRangeAddressList(1, rows, column, column));
		validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
		validation.createErrorBox("Not a number", otherwise);
		validation.setShowErrorBox(true);
		sheet.addValidationData(validation);
	}

	/** Writes it; the stream is not closed. */
	void write(OutputStream out) throws IOException {
		this.book.write(out);
	}

	@Override
	public void close() throws IOException {
		this.book.close();
	}

	/**
	 * A share between 0 and 1, shown as a percentage.
	 *
	 * @param value the share
	 */
	record Share(BigDecimal value) {

	}

}
