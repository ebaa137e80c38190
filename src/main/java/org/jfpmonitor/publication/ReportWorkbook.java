package org.jfpmonitor.publication;

import java.io.IOException;
import java.io.OutputStream;

/** The tables of the report as a workbook, with numbers and days to work with. */
public interface ReportWorkbook {

	/**
	 * Writes it as {@code .xlsx}.
	 * @param viewpoint the day it speaks of, and the day whose knowledge it uses
	 * @param out where it is written; not closed
	 */
	void write(Viewpoint viewpoint, OutputStream out) throws IOException;

}
