package org.jfpmonitor.extract.workbook;

import org.apache.poi.ss.util.CellReference;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.extract.workbook.cell.CellError;
import org.jfpmonitor.extract.workbook.cell.CellFormat;
import org.jfpmonitor.extract.workbook.cell.CellText;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an {@code .xlsx}, as they stream by. */
final class ExcelRecords extends RowRecords {

	private final ExcelWorkbook workbook;

	private final XmlStream xml;

	private final ExcelPackage opened;

	private long row;

	private int column;

	ExcelRecords(ExcelWorkbook workbook, XmlStream xml, ExcelPackage opened, int columns) {
		super(columns);
		this.workbook = workbook;
		this.xml = xml;
		this.opened = opened;
	}

	@Override
	long fill(RowFields fields) {
		while (this.xml.advance()) {
			if (this.xml.starts("row")) {
				startRow();
			}
			else if (this.xml.starts("c")) {
				readCell(fields);
			}
			else if (this.xml.ends("row") && !fields.isEmpty()) {
				return this.row;
			}
			else if (this.xml.ends("sheetData")) {
				return 0;
			}
		}
		return 0;
	}

	private void startRow() {
		long before = this.row;
		this.row = this.xml.number("r", (int) before + 1);
		this.column = -1;
		if (this.row <= before || this.row > RowFields.MOST_ROWS) {
			throw this.xml.damaged("row " + this.row + " after row " + before);
		}
	}

	private void readCell(RowFields fields) {
		String address = this.xml.attribute("r");
		this.column = (address != null) ? column(address) : this.column + 1;
		if (this.column < 0 || this.column >= RowFields.MOST_COLUMNS) {
			throw this.xml.damaged("cell \"" + address + "\"");
		}
		String type = this.xml.attribute("t");
		int style = this.xml.number("s", 0);
		String stored = null;
		boolean formula = false;
		while (this.xml.advance() && !this.xml.ends("c")) {
			if (this.xml.starts("v")) {
				stored = this.xml.text();
			}
			else if (this.xml.starts("is")) {
				stored = this.xml.text("rPh");
			}
			else if (this.xml.starts("f")) {
				formula = true;
				this.xml.skip();
			}
		}
		fields.put(this.column, text(type, style, stored, formula));
	}

	/** The letters of an address such as {@code H27}; -1 when it has none. */
	private static int column(String address) {
		int column = 0;
		int i = 0;
		for (; i < address.length() && i < 4 && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z'; i++) {
			column = column * 26 + address.charAt(i) - 'A' + 1;
		}
		return column - 1;
	}

	private String text(@Nullable String type, int style, @Nullable String stored, boolean formula) {
		String kind = (type != null) ? type : "n";
		boolean nothing = stored == null || (stored.isEmpty() && kind.equals("n"));
		if (nothing || stored == null) {
			return formula ? CellError.NO_VALUE : "";
		}
		return switch (kind) {
			case "s" -> shared(stored);
			case "b" -> stored.strip().equals("1") ? "TRUE" : "FALSE";
			case "n" -> (formula && !this.workbook.isCalculated() && isZero(stored)) ? CellError.NO_VALUE
					: number(stored, style);
			case "d" -> this.workbook.format(style).text(stored.strip());
			case "str", "inlineStr" -> CellText.unescaped(stored);
			default -> stored;
		};
	}

	private static boolean isZero(String stored) {
		try {
			return Double.parseDouble(stored.strip()) == 0;
		}
		catch (NumberFormatException noNumber) {
			return false;
		}
	}

	private String number(String stored, int style) {
		CellFormat format = this.workbook.format(style);
		if (format.isPlain() && CellText.isPlainWhole(stored)) {
			return stored;
		}
		try {
			return format.text(Double.parseDouble(stored.strip()), this.workbook.isFrom1904());
		}
		catch (NumberFormatException noNumber) {
			return stored;
		}
	}

	private String shared(String number) {
		String text = null;
		try {
			text = this.workbook.text(Integer.parseInt(number.strip()));
		}
		catch (NumberFormatException damaged) {
			// Said below.
		}
		if (text == null) {
			throw new Unreadable("Expected a whole workbook, found no text for cell "
					+ new CellReference((int) this.row - 1, this.column).formatAsString()
					+ ", because the texts that cells share are damaged or missing. Get the file again.");
		}
		return text;
	}

	@Override
	public void close() {
		this.xml.close();
		this.opened.close();
	}

}
