package org.jfpmonitor.extract.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.extract.workbook.cell.CellError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the parts of an {@code .xlsx} may look like though no program at hand writes them
 * so: they are written here letter by letter.
 */
class ExcelPartsTest {

	private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships";

	private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

	@TempDir
	private Path folder;

	private final Map<String, String> parts = new LinkedHashMap<>();

	ExcelPartsTest() {
		this.parts.put("[Content_Types].xml",
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
						+ " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
						+ " ContentType=\"application/xml\"/>" + type("/xl/workbook.xml", "sheet.main")
						+ type("/xl/worksheets/sheet1.xml", "worksheet") + type("/xl/styles.xml", "styles")
						+ type("/xl/sharedStrings.xml", "sharedStrings") + "</Types>");
		this.parts.put("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
		this.parts.put("xl/_rels/workbook.xml.rels", relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
				+ relation("rId2", "styles", "styles.xml") + relation("rId3", "sharedStrings", "sharedStrings.xml")));
		this.parts.put("xl/workbook.xml", "<workbook xmlns=\"m\" xmlns:r=\"" + TYPES
				+ "\"><sheets><sheet name=\"Ours\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
		this.parts.put("xl/styles.xml", "<styleSheet xmlns=\"m\"/>");
		this.parts.put("xl/sharedStrings.xml", "<sst xmlns=\"m\"><si><t>first</t></si></sst>");
	}

	private static String type(String part, String type) {
		return "<Override PartName=\"" + part + "\" ContentType=\"" + CONTENT + type + "+xml\"/>";
	}

	private static String relation(String id, String type, String target) {
		return "<Relationship Id=\"" + id + "\" Type=\"" + TYPES + "/" + type + "\" Target=\"" + target + "\"/>";
	}

	private static String relations(String inside) {
		return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
				+ "</Relationships>";
	}

	private ExcelPartsTest change(String part, String from, String to) {
		assertThat(this.parts.get(part)).contains(from);
		this.parts.computeIfPresent(part, (each, xml) -> xml.replace(from, to));
		return this;
	}

	private ExcelPartsTest rows(String rows) {
		this.parts.put("xl/worksheets/sheet1.xml",
				"<worksheet xmlns=\"m\"><sheetData>" + rows + "</sheetData></worksheet>");
		return this;
	}

	private Path written(Zip64Mode mode) throws IOException {
		Path file = this.folder.resolve("book.xlsx");
		try (OutputStream out = Files.newOutputStream(file);
				ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
			zip.setUseZip64(mode);
			for (Map.Entry<String, String> part : this.parts.entrySet()) {
				zip.putArchiveEntry(new ZipArchiveEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeArchiveEntry();
			}
		}
		return file;
	}

	/** The fields of the only sheet, row by row, with bars between. */
	private List<String> read() throws IOException {
		return read(Zip64Mode.AsNeeded);
	}

	private List<String> read(Zip64Mode mode) throws IOException {
		List<String> rows = new ArrayList<>();
		SourceFile source = SourceFile.of(written(mode), "book.xlsx");
		try (Records records = Workbook.of(source).sheets().get(0).open()) {
			while (records.hasNext()) {
				TextRecord record = records.next();
				rows.add(record.line() + ": " + String.join("|", record.fields()));
			}
		}
		return rows;
	}

	@Test
	void rowsAndCellsWithoutAddressesFollowEachOther() throws IOException {
		rows("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c></row>"
				+ "<row><c t=\"s\"><v>0</v></c></row>");

		assertThat(read()).containsExactly("1: 1|2", "3: ", "4: ||3|4", "5: first|||");
	}

	@Test
	void cellsMayStandInAnyOrderAndRowsMayNot() throws IOException {
		assertThat(rows("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>").read())
			.containsExactly("1: 1||3");
		assertThatThrownBy(() -> rows("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>").read())
			.isInstanceOf(Unreadable.class)
			.hasMessageContaining("book.xlsx, which is damaged or cut off");
	}

	@Test
	void aTextMayBeInPartsAndItsPronunciationIsNotPartOfIt() throws IOException {
		change("xl/sharedStrings.xml", "<si><t>first</t></si>",
				"<si><r><rPr><b/></rPr><t>Org</t></r><r><t xml:space=\"preserve\"> code</t></r>"
						+ "<rPh sb=\"0\" eb=\"3\"><t>spoken</t></rPh><phoneticPr fontId=\"1\"/></si>");
		rows("<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>Virtual</t></r><r><t xml:space=\"preserve\">"
				+ " ward </t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></is></c>"
				+ "<c t=\"inlineStr\"><is><t>a_x000D_b &amp; c</t></is></c></row>");

		assertThat(read()).containsExactly("1: Org code|Virtual ward |a\rb & c");
	}

	@Test
	void theTextOfAFormulaIsItsTextAndATruthItsWord() throws IOException {
		rows("<row><c t=\"str\"><f>A9</f><v>0012</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><f>A9</f><v>#REF!</v></c>"
				+ "<c t=\"str\"><f>\"\"</f><v></v></c><c><f>A9</f></c><c><f>A9</f><v/></c><c><f>A9</f><v>0</v></c></row>");

		assertThat(read())
			.containsExactly("1: 0012|TRUE|#REF!||" + CellError.NO_VALUE + "|" + CellError.NO_VALUE + "|0");
	}

	@Test
	void zeroIsNoResultOfAFormulaThatIsStillToBeWorkedOut() throws IOException {
		change("xl/workbook.xml", "</sheets>", "</sheets><calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>");
		rows("<row><c><f>A9</f><v>0</v></c><c><f>A9</f><v>7</v></c><c><v>0</v></c></row>");

		assertThat(read()).containsExactly("1: " + CellError.NO_VALUE + "|7|0");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mmm-yy                          | 45717              | Mar-2025
			[$-809]dd mmmm yyyy             | 45717              | 2025-03-01
			[$-F800]dddd, mmmm dd, yyyy     | 45717              | 2025-03-01
			dd/mm/yyyy;@                    | 45717              | 2025-03-01
			[$-409]mmm\\-yy;@               | 45717              | Mar-2025
			"Week ending "dd/mm/yyyy        | 45717              | 2025-03-01
			mmmm                            | 45717              | Mar-2025
			yyyy                            | 45717              | 2025
			dd/mm/yyyy hh:mm                | 45717.5            | 2025-03-01T12:00:00
			[h]:mm                          | 1.25               | 30:00:00
			[mm]:ss                         | 0.0208333333333333 | 00:30:00
			h:mm AM/PM                      | 0.5                | 12:00:00
			0.0%                            | 0.726              | 72.6%
			0.0%_);[Red](0.0%)              | 0.726              | 72.6%
			[Magenta]0%                     | 0.726              | 72.6%
			[=0]"-";0.0%                    | 0.726              | 72.6%
			[<0.005]"<1%";0%                | 0.726              | 72.6%
			0.0"%"                          | 72.6               | 72.6%
			0.0\\%                          | 72.6               | 72.6%
			0 "days"                        | 45717              | 45717
			General" months"                | 45717              | 45717
			#,##0" m"                       | 45717              | 45717
			#,##0;[Red]-#,##0;"-"           | 0                  | 0
			"Q"0                            | 4                  | 4
			000                             | 12                 | 012
			0.00E+00                        | 0.000012           | 0.000012
			[$£-809]#,##0.00                | 12.345             | 12.345
			@                               | 12                 | 12
			""")
	void theFormatSaysWhatANumberIs(String code, String number, String text) throws IOException {
		change("xl/styles.xml", "/>",
				"><numFmts><numFmt numFmtId=\"180\" formatCode=\""
						+ code.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
						+ "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"180\"/></cellXfs></styleSheet>");
		rows("<row><c s=\"1\"><v>" + number + "</v></c></row>");

		assertThat(read()).containsExactly("1: " + text + "|");
	}

	@ParameterizedTest
	@CsvSource({ "9, 0.726, 72.6%", "14, 45717, 2025-03-01", "17, 45717, Mar-2025", "46, 1.25, 30:00:00",
			"45, 0.0208333333333333, 00:30:00", "3, 1234.5, 1234.5", "999, 0.726, 0.726" })
	void formatsMayBeBuiltIn(int format, String number, String text) throws IOException {
		change("xl/styles.xml", "/>", "><cellXfs><xf numFmtId=\"" + format + "\"/></cellXfs></styleSheet>");
		rows("<row><c s=\"0\"><v>" + number + "</v></c></row>");

		assertThat(read()).containsExactly("1: " + text + "|");
	}

	@ParameterizedTest
	@CsvSource({ "0, 2025-03-01", "1, 2029-03-02" })
	void bothEpochsAreKnown(int from1904, String day) throws IOException {
		change("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"" + from1904 + "\"/><sheets>");
		change("xl/styles.xml", "/>", "><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
		rows("<row><c s=\"0\"><v>45717</v></c></row>");

		assertThat(read()).containsExactly("1: " + day + "|");
	}

	@Test
	void theStrictFormIsReadAsWell() throws IOException {
		this.parts.replaceAll((part, xml) -> xml.replace(TYPES, STRICT_TYPES));
		change("xl/styles.xml", "/>", "><cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"17\"/></cellXfs></styleSheet>");
		rows("<row><c t=\"s\"><v>0</v></c><c s=\"0\" t=\"d\"><v>2025-03-01</v></c>"
				+ "<c s=\"1\" t=\"d\"><v>2025-03-01T00:00:00.000</v></c><c t=\"d\"><v>soon</v></c></row>");

		assertThat(read()).containsExactly("1: first|2025-03-01|Mar-2025|soon");
	}

	@Test
	void theNamesOfPartsMayBeAbsolute() throws IOException {
		change("_rels/.rels", "\"xl/workbook", "\"/xl/workbook");
		change("xl/_rels/workbook.xml.rels", "\"worksheets/", "\"/xl/worksheets/");
		change("xl/_rels/workbook.xml.rels", "\"sharedStrings.xml", "\"/xl/sharedStrings.xml");
		rows("<row><c t=\"s\"><v>0</v></c></row>");

		assertThat(read()).containsExactly("1: first|");
	}

	@Test
	void theNamesInsideTheZipMayHaveBackslashes() throws IOException {
		rows("<row><c t=\"s\"><v>0</v></c></row>");
		Map<String, String> before = new LinkedHashMap<>(this.parts);
		this.parts.clear();
		before.forEach((part, xml) -> this.parts.put(part.replace('/', '\\'), xml));

		assertThat(read()).containsExactly("1: first|");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Always", "AlwaysWithCompatibility" })
	void theZipMayBeOneForLargeFiles(Zip64Mode mode) throws IOException {
		rows("<row><c t=\"s\"><v>0</v></c></row>");

		assertThat(read(mode)).containsExactly("1: first|");
	}

	@Test
	void sharedTextsMayBeMissingWhereNoneIsNeeded() throws IOException {
		this.parts.remove("xl/sharedStrings.xml");
		assertThat(rows("<row><c><v>1</v></c></row>").read()).containsExactly("1: 1|");

		assertThatThrownBy(() -> rows("<row r=\"7\"><c r=\"B7\" t=\"s\"><v>0</v></c></row>").read())
			.hasMessage("Expected a whole workbook, found no text for cell B7, because the texts that cells share are"
					+ " damaged or missing. Get the file again.");
	}

}
