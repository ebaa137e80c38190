package org.jfpmonitor.extract.workbook;

import java.util.List;

import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Unreadable;

/** A workbook, of which the sheets are known. */
public interface Workbook {

	/** Its sheets, in its order, hidden ones too. */
	List<Sheet> sheets();

	/**
	 * The workbook that the file is.
	 * @throws Unreadable when it is damaged, needs a password or goes beyond the bounds
	 */
	static Workbook of(SourceFile source) {
		return switch (source.kind()) {
			case WORKBOOK -> ExcelWorkbook.open(source);
			case OLD_WORKBOOK -> OldExcelWorkbook.open(source);
			case OPEN_DOCUMENT -> OpenDocumentWorkbook.open(source);
			default -> throw new IllegalArgumentException(source.name() + " is no workbook");
		};
	}

}
