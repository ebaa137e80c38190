package org.jfpmonitor.intake.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jfpmonitor.extract.result.Reject;
import org.jspecify.annotations.Nullable;

/**
 * The file that says what was refused of a delivery: {@code line,column,code,found,
 * expected}. The line of a workbook is a cell, such as {@code Provider!H27}. A reason for
 * which the whole file was refused has none, nor has a reject of a file with small
 * numbers. A spreadsheet that opens it finds text, never a formula.
 */
public final class RejectsCsv {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setHeader("line", "column", "code", "found", "expected")
		.setRecordSeparator('\n')
		.get();

	/** Beside the codes of lines, the one for the file as a whole. */
	private static final String FILE_REFUSED = "file_refused";

	/** An empty text would be written in quotation marks. */
	private static final @Nullable String NOTHING = null;

	private RejectsCsv() {
	}

	/**
	 * Writes what was refused of the delivery: first the faults of the whole file, then
	 * every reject in the order of the file.
	 */
	public static void write(Delivery delivery, Deliveries deliveries, Appendable out) throws IOException {
		CSVPrinter printer = new CSVPrinter(out, FORMAT);
		for (String fault : delivery.faults()) {
			printer.printRecord(NOTHING, NOTHING, FILE_REFUSED, NOTHING, asText(fault));
		}
		try {
			deliveries.rejects(delivery.id(), (reject) -> print(reject, printer));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		printer.flush();
	}

	private static void print(Reject reject, CSVPrinter printer) {
		try {
			@Nullable String place = reject.place().isWholeFile() ? NOTHING : asText(reject.place().label());
			printer.printRecord(place, asText(reject.column()), reject.code().code(), asText(reject.found()),
					asText(reject.expected()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Spreadsheets run what begins with one of these characters; an apostrophe before it
	 * makes it text, in every file for spreadsheets. See OWASP, CSV Injection.
	 */
	public static String asText(String value) {
		return (!value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0) ? "'" + value : value;
	}

}
