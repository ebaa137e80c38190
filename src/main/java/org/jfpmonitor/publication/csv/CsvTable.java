package org.jfpmonitor.publication.csv;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jfpmonitor.intake.delivery.RejectsCsv;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.publication.address.Download;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as CSV by RFC 4180, with a heading. A number stands as it is; a text that a
 * spreadsheet would run gets an apostrophe before it; what is not there is empty.
 */
public final class CsvTable {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final List<List<String>> rows = new ArrayList<>();

	public CsvTable(String... columns) {
		this.rows.add(List.of(columns));
	}

	/** Adds a row; true and false are written as yes and no. */
	public void row(@Nullable Object... cells) {
		this.rows.add(Arrays.stream(cells).map(CsvTable::written).toList());
	}

	/** The whole text. */
	public String text() {
		StringWriter text = new StringWriter();
		try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
			csv.printRecords(this.rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

	/**
	 * It as an answer, to be kept as a file.
	 * @param plan what it is of
	 * @param name of the file, without an ending
	 */
	public ResponseEntity<String> answer(PlanId plan, String name) {
		return answered(Download.of(plan, name + ".csv"));
	}

	/**
	 * The same of what belongs to all plans.
	 * @param name of the file, without an ending
	 */
	public ResponseEntity<String> answer(String name) {
		return answered("attachment; filename=\"" + name + ".csv\"");
	}

	private ResponseEntity<String> answered(String disposition) {
		return ResponseEntity.ok().contentType(CSV).header(HttpHeaders.CONTENT_DISPOSITION, disposition).body(text());
	}

	private static String written(@Nullable Object cell) {
		if (cell == null) {
			return "";
		}
		if (cell instanceof Boolean truth) {
			return truth ? "yes" : "no";
		}
		if (cell instanceof BigDecimal number) {
			return number.toPlainString();
		}
		return (cell instanceof Number) ? cell.toString() : RejectsCsv.asText(cell.toString());
	}

}
