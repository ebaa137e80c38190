package org.jfpmonitor.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.publication.board.ExampleServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The report from a shell is the report of the web. */
@SpringBootTest(classes = ExampleServer.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "server.address=127.0.0.1")
class ReportTest {

	@Autowired
	private ApplicationContext context;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private String run(int exit, String... words) {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		assertThat(new Report().misuse(List.of(words))).isEmpty();
		assertThat(new Report().carryOut(this.context, List.of(words),
				new PrintStream(printed, true, StandardCharsets.UTF_8)))
			.isEqualTo(exit);
		return printed.toString(StandardCharsets.UTF_8).strip();
	}

	@Test
	void aNameThatEndsInXlsxGivesTheWorkbookOfTheWeb() throws IOException {
		Path file = this.folder.resolve("Board.XLSX");

		String said = run(CommandLine.DONE, "--as-of", "2025-03-31", "--known-on", "2025-05-15", "--out",
				file.toString());

		assertThat(said).isEqualTo("\"" + file + "\" holds the report as of 2025-03-31, as known on 2025-05-15.");
		byte[] web = RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri("/report.xlsx?as-of=2025-03-31&known-on=2025-05-15")
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as("its owner's alone")
			.isEqualTo("rw-------");
		List<String> cells = cells(Files.newInputStream(file));
		assertThat(cells).hasSizeGreaterThan(100).isEqualTo(cells(new ByteArrayInputStream(web)));
	}

	@Test
	void aDayThatHasNotComeIsRefused() {
		Path file = this.folder.resolve("board.html");

		assertThat(
				run(CommandLine.WRONG, "--as-of", "2027-01-01", "--known-on", "1999-12-31", "--out", file.toString()))
			.matches("Expected a day from 1 January 2000 to today, [^,]+, after --as-of, found 2027-01-01\\."
					+ " Expected a day from 1 January 2000 to today, [^,]+, after --known-on, found 1999-12-31\\."
					+ " Write: report --as-of DAY .*");
		assertThat(file).doesNotExist();
	}

	@Test
	void anEndingThatIsNoneOfThoseWrittenIsRefused() {
		assertThat(new Report().misuse(List.of("--as-of", "2025-03-31", "--out", "board.doc"))).contains(
				"Expected a file that ends in .html, .pdf, .docx, .csv, .json or .xlsx after --out, found \"board.doc\"."
						+ " Write: report --as-of DAY [--known-on DAY] [--plan ID] --out FILE");
	}

	@Test
	void aNameThatEndsInHtmlGivesThePrintedReport() throws IOException {
		Path file = this.folder.resolve("board.html");

		run(CommandLine.DONE, "--as-of", "2025-03-31", "--out", file.toString());

		assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>");
	}

	@Test
	void aFileThatCannotBeWrittenIsNamed() {
		Path file = this.folder.resolve("nowhere").resolve("board.xlsx");

		assertThat(run(CommandLine.WRONG, "--as-of", "2025-03-31", "--out", file.toString()))
			.isEqualTo("Expected a file that can be written, found that \"" + file + "\" cannot: " + file
					+ ". Name another one.");
	}

	/** Every cell with its sheet, address, type and format. */
	private static List<String> cells(InputStream in) throws IOException {
		List<String> cells = new ArrayList<>();
		try (in; XSSFWorkbook book = new XSSFWorkbook(in)) {
			for (Sheet sheet : book) {
				for (Row row : sheet) {
					for (Cell cell : row) {
						cells.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + cell.getCellType() + " "
								+ cell.getCellStyle().getDataFormatString() + " " + cell);
					}
				}
			}
		}
		return cells;
	}

}
