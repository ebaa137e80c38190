package org.jfpmonitor.extract.workbook;

import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jfpmonitor.extract.workbook.cell.CellError;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an {@code .xls}, as its records come off the file. */
final class OldExcelRecords extends RowRecords {

	private final OldExcelWorkbook workbook;

	private final RecordFactoryInputStream records;

	private final POIFSFileSystem files;

	/** A cell that was read and belongs to the next row. */
	private @Nullable CellValueRecordInterface ahead;

	private long row;

	private boolean ended;

	/**
	 * Charts inside a sheet have an end of their own; a sheet that is a chart has no
	 * cells.
	 */
	private int depth;

	OldExcelRecords(OldExcelWorkbook workbook, RecordFactoryInputStream records, POIFSFileSystem files, int columns) {
		super(columns);
		this.workbook = workbook;
		this.records = records;
		this.files = files;
	}

	@Override
	long fill(RowFields fields) {
		try {
			while (true) {
				CellValueRecordInterface cell = nextCell();
				if (cell == null) {
					return fields.isEmpty() ? 0 : this.row;
				}
				long its = Short.toUnsignedInt((short) cell.getRow()) + 1L;
				if (!fields.isEmpty() && its != this.row) {
					this.ahead = cell;
					return this.row;
				}
				if (its < this.row) {
					throw new IllegalStateException("row " + its + " after row " + this.row);
				}
				this.row = its;
				fields.put(cell.getColumn(), text(cell));
			}
		}
		catch (RuntimeException broken) {
			throw this.workbook.unreadable(broken);
		}
	}

	/** Null at the end of the sheet. */
	private @Nullable CellValueRecordInterface nextCell() {
		CellValueRecordInterface kept = this.ahead;
		if (kept != null) {
			this.ahead = null;
			return kept;
		}
		while (!this.ended) {
			Record record = this.records.nextRecord();
			if (record == null) {
				throw new IllegalStateException("no end of the sheet");
			}
			if (record instanceof BOFRecord start) {
				this.ended = this.depth == 0 && start.getType() != BOFRecord.TYPE_WORKSHEET;
				this.depth++;
			}
			else if (record instanceof EOFRecord) {
				this.depth--;
				this.ended = this.depth <= 0;
			}
			else if (this.depth == 1 && record instanceof CellValueRecordInterface cell) {
				return cell;
			}
		}
		return null;
	}

	private String text(CellValueRecordInterface cell) {
		if (cell instanceof NumberRecord number) {
			return this.workbook.number(number.getXFIndex(), number.getValue());
		}
		if (cell instanceof LabelSSTRecord label) {
			return this.workbook.text(label.getSSTIndex());
		}
		if (cell instanceof LabelRecord label) {
			return label.getValue();
		}
		if (cell instanceof BoolErrRecord value) {
			return value.isBoolean() ? truth(value.getBooleanValue()) : error(value.getErrorValue());
		}
		return (cell instanceof FormulaRecord formula) ? stored(formula) : "";
	}

	private String stored(FormulaRecord formula) {
		if (formula.hasCachedResultString()) {
			Record next = this.records.nextRecord();
			while (next != null && !(next instanceof StringRecord) && !(next instanceof EOFRecord)
					&& !(next instanceof CellValueRecordInterface)) {
				next = this.records.nextRecord();
			}
			if (next instanceof StringRecord text) {
				return text.getString();
			}
			throw new IllegalStateException("a formula without its text");
		}
		if (mayBeUnknown(formula)) {
			return CellError.NO_VALUE;
		}
		CellType type = formula.getCachedResultTypeEnum();
		return switch (type) {
			case BOOLEAN -> truth(formula.getCachedBooleanValue());
			case ERROR -> error(formula.getCachedErrorValue());
			case NUMERIC -> this.workbook.number(formula.getXFIndex(), formula.getValue());
			default -> "";
		};
	}

	/**
	 * A formula always has a result, and programs that do not calculate write 0 or an
	 * empty text. They mark the formula, or the workbook lacks the mark of one that
	 * calculates.
	 */
	private boolean mayBeUnknown(FormulaRecord formula) {
		boolean zeroOrEmpty = switch (formula.getCachedResultTypeEnum()) {
			case NUMERIC -> formula.getValue() == 0;
			case STRING -> true;
			default -> false;
		};
		return zeroOrEmpty && (formula.isCalcOnLoad() || !this.workbook.isCalculated());
	}

	private static String truth(boolean value) {
		return value ? "TRUE" : "FALSE";
	}

	private static String error(int code) {
		return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#UNKNOWN!";
	}

	@Override
	public void close() {
		XmlStream.close(this.files);
	}

}
