package org.jfpmonitor.extract.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;

/**
 * How long reading a large sheet takes for each million of cells, and how much heap,
 * beside the user model of Apache POI, which holds the sheet and is given a twentieth of
 * the rows. Run it with {@code -Xmx256m} for the first and with more for both.
 */
final class WorkbookBenchmark {

	private static final int ROWS = 200_000;

	private static final int COLUMNS = 120;

	private static final int SHARE_OF_THE_MODEL = 20;

	/** With less it is left out. */
	private static final long MEMORY_OF_THE_MODEL = 1L << 30;

	private WorkbookBenchmark() {
	}

	/**
	 * Writes the workbooks to a temporary folder, measures, prints, and deletes them.
	 * @param arguments how many rows; 200,000 without one
	 */
	public static void main(String[] arguments) throws IOException {
		int rows = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : ROWS;
		Path folder = Files.createTempDirectory("workbook-benchmark");
		Path large = write(folder.resolve("large.xlsx"), rows);
		Path small = write(folder.resolve("small.xlsx"), rows / SHARE_OF_THE_MODEL);
		try {
			System.out.printf("%,d x %d cells, %,d MB packed%n", rows, COLUMNS, Files.size(large) >> 20);
			read(small);
			double streamed = measured("streamed", rows, () -> read(large));
			if (Runtime.getRuntime().maxMemory() > MEMORY_OF_THE_MODEL) {
				double held = measured("user model", rows / SHARE_OF_THE_MODEL, () -> hold(small));
				System.out.printf(Locale.UK, "user model / streamed: %.1f%n", held / streamed);
			}
		}
		finally {
			Files.delete(large);
			Files.delete(small);
			Files.delete(folder);
		}
	}

	private static double measured(String what, int rows, Reading reading) throws IOException {
		pools().forEach(MemoryPoolMXBean::resetPeakUsage);
		long start = System.nanoTime();
		long cells = reading.cells();
		double millis = (System.nanoTime() - start) / 1e6;
		if (cells != (long) rows * COLUMNS) {
			throw new IllegalStateException(what + " found " + cells + " cells");
		}
		double each = millis / (cells / 1e6);
		long peak = pools().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum() >> 20;
		System.out.printf(Locale.UK, "%-12s %,10.0f ms, %,8.0f ms a million cells, heap at its fullest %,d MB%n", what,
				millis, each, peak);
		return each;
	}

	private static Stream<MemoryPoolMXBean> pools() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter((pool) -> pool.getType() == MemoryType.HEAP);
	}

	private static long read(Path file) {
		long cells = 0;
		SourceFile source = SourceFile.of(file, "large.xlsx");
		try (Records records = Workbook.of(source).sheets().get(0).open()) {
			while (records.hasNext()) {
				for (String field : records.next().fields()) {
					cells += field.isEmpty() ? 0 : 1;
				}
			}
		}
		return cells;
	}

	private static long hold(Path file) throws IOException {
		long cells = 0;
		try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
			for (Row row : book.getSheetAt(0)) {
				for (Cell cell : row) {
					cells += cell.toString().isEmpty() ? 0 : 1;
				}
			}
		}
		return cells;
	}

	private static Path write(Path file, int rows) throws IOException {
		try (SXSSFWorkbook book = new SXSSFWorkbook(100); OutputStream out = Files.newOutputStream(file)) {
			Sheet sheet = book.createSheet("Data");
			for (int i = 0; i < rows; i++) {
				Row row = sheet.createRow(i);
				row.createCell(0).setCellValue("Trust " + i % 200);
				for (int j = 1; j < COLUMNS; j++) {
					row.createCell(j).setCellValue((i * 31 + j * 7) % 9973);
				}
			}
			book.write(out);
		}
		return file;
	}

	/** One way of reading. */
	@FunctionalInterface
	private interface Reading {

		long cells() throws IOException;

	}

}
