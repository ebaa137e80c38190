package org.jfpmonitor.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.recognition.Recognised;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.workbook.Workbook;

/**
 * What finding the layout of a file costs: of a CSV, beside a bare Commons CSV pass over
 * it; of a workbook of many large sheets, beside reading one of them. Run it with
 * {@code -Xmx256m}.
 */
final class RecognitionBenchmark {

	private static final int ROUNDS = 200;

	private static final int SHEETS = 14;

	private static final int ROWS = 20_000;

	private static final int COLUMNS = 30;

	private static final List<String> HEADER = List.of("measure", "organisation", "period", "value");

	private RecognitionBenchmark() {
	}

	/** Measures in turn, prints medians with their ratios, and deletes what it wrote. */
	public static void main(String[] arguments) throws IOException {
		List<Layout> layouts = Shipped.LAYOUTS.layouts().all();
		for (String csv : List.of("dm01-provider-march-2025-as-displayed.csv", "Monthly-AE-March-2025.csv",
				"April-2021-revised-120522-ABC456.csv")) {
			Path file = Shipped.SAMPLES.resolve(csv);
			compare(csv, ROUNDS, "bare pass", () -> pass(file), () -> recognise(file, layouts));
		}
		Path book = Files.createTempFile("recognition-benchmark", ".xlsx");
		try {
			write(book);
			compare(SHEETS + " sheets of " + ROWS + " x " + COLUMNS, 10, "one sheet", () -> readOne(book),
					() -> recognise(book, layouts));
		}
		finally {
			Files.delete(book);
		}
	}

	private static void compare(String what, int rounds, String beside, Work bare, Work recognition)
			throws IOException {
		long[] ofBare = new long[rounds];
		long[] ofRecognition = new long[rounds];
		for (int round = -rounds; round < rounds; round++) {
			long start = System.nanoTime();
			bare.run();
			long between = System.nanoTime();
			recognition.run();
			if (round >= 0) {
				ofBare[round] = between - start;
				ofRecognition[round] = System.nanoTime() - between;
			}
		}
		System.out.printf(Locale.UK, "%-50s %s %.2f ms, recognition %.2f ms, ratio %.2f%n", what, beside,
				median(ofBare), median(ofRecognition), median(ofRecognition) / median(ofBare));
	}

	private static double median(long[] nanos) {
		Arrays.sort(nanos);
		return nanos[nanos.length / 2] / 1e6;
	}

	private static void pass(Path file) throws IOException {
		long characters = 0;
		try (Reader in = Files.newBufferedReader(file); CSVParser parser = CSVParser.parse(in, CSVFormat.DEFAULT)) {
			Iterator<CSVRecord> records = parser.iterator();
			while (records.hasNext()) {
				for (String field : records.next()) {
					characters += field.length();
				}
			}
		}
		require(characters > 0);
	}

	private static void recognise(Path file, List<Layout> layouts) {
		require(!Recognised.of(SourceFile.of(file, file.getFileName().toString()), layouts).tables().isEmpty());
	}

	private static void readOne(Path book) {
		long rows = 0;
		try (Records records = Workbook.of(SourceFile.of(book, "book.xlsx")).sheets().get(0).open()) {
			while (records.hasNext()) {
				records.next();
				rows++;
			}
		}
		require(rows == ROWS);
	}

	private static void require(boolean sound) {
		if (!sound) {
			throw new IllegalStateException("The work was not done");
		}
	}

	private static void write(Path book) throws IOException {
		try (SXSSFWorkbook all = new SXSSFWorkbook(100); OutputStream out = Files.newOutputStream(book)) {
			for (int i = 0; i < SHEETS; i++) {
				Sheet sheet = all.createSheet("Sheet " + i);
				Row header = sheet.createRow(0);
				for (int k = 0; k < HEADER.size(); k++) {
					header.createCell(k).setCellValue(HEADER.get(k));
				}
				for (int j = 1; j < ROWS; j++) {
					Row row = sheet.createRow(j);
					for (int k = 0; k < COLUMNS; k++) {
						row.createCell(k).setCellValue((i + j * 31 + k * 7) % 9973);
					}
				}
			}
			all.write(out);
		}
	}

	/** One way of using a file. */
	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

}
