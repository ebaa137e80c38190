package org.jfpmonitor.extract.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.text.TextRecord.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordsTest {

	@TempDir
	private Path folder;

	private List<String> read(byte[] bytes) {
		return read(bytes, null);
	}

	private List<String> read(byte[] bytes, Charset encoding) {
		try {
			Path file = Files.write(this.folder.resolve("x.csv"), bytes);
			TextForm form = new TextForm(encoding, ',');
			List<String> direct = read(new TextTable(SourceFile.of(file, "x.csv"), form).open());
			assertThat(read(new TextTable(SourceFile.of(file, "x.csv"), form).openAhead(100))).isEqualTo(direct);
			return direct;
		}
		catch (IOException failed) {
			throw new java.io.UncheckedIOException(failed);
		}
	}

	/** One line a record: {@code 2 SOUND [a, b]}. */
	private static List<String> read(Records records) {
		List<String> read = new ArrayList<>();
		try (records) {
			while (records.hasNext()) {
				TextRecord record = records.next();
				boolean sound = record.condition() == Condition.SOUND;
				read.add(record.line() + " " + record.condition() + (sound ? " " + List.of(record.fields()) : ""));
			}
		}
		return read;
	}

	private List<String> read(String text) {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void numbersRecordsByTheLineTheyStartOn() {
		assertThat(read("a,b\r\n1,\"x\r\ny\"\r\n\r\n2,3\r\n4,5")).containsExactly("1 SOUND [a, b]",
				"2 SOUND [1, x\r\ny]", "4 SOUND []", "5 SOUND [2, 3]", "6 SOUND [4, 5]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void takesAnyLineEnd(String end) {
		assertThat(read("a,b" + end + "1,2" + end)).containsExactly("1 SOUND [a, b]", "2 SOUND [1, 2]");
	}

	@Test
	void passesOverALineWithTextAfterAClosingQuote() {
		assertThat(read("a,b\n1,\"q\"z\n2,3\n\"bad\"x,1\n4,5\n")).containsExactly("1 SOUND [a, b]", "2 BROKEN",
				"3 SOUND [2, 3]", "4 BROKEN", "5 SOUND [4, 5]");
	}

	@Test
	void refusesAFileCutOffInsideQuotes() {
		assertThatThrownBy(() -> read("a,b\n1,2\n3,\"cut"))
			.hasMessage("Line 3: expected a closing quote, found the end of the file inside a quoted field that starts "
					+ "here. The file seems cut off: get it again.");
	}

	@Test
	void refusesAnEndlessLine() {
		assertThatThrownBy(() -> read("a,b\n" + "x".repeat(3_000_000)))
			.hasMessageStartingWith("Line 2: expected lines of at most 1,048,576 characters, found a longer one.");
	}

	@Test
	void refusesMoreColumnsThanASpreadsheetHas() {
		assertThatThrownBy(() -> read("a,b\n" + ",".repeat(20_000)))
			.hasMessageStartingWith("Line 2: expected no more than 16384 columns, found 20001.");
	}

	@Test
	void refusesAFileOfBrokenLines() {
		assertThatThrownBy(() -> read("\"a\"x\n".repeat(25))).hasMessageStartingWith(
				"Line 21: expected CSV, found more than 20 lines with a quote that is not closed, or text after a closing one.");
	}

	@Test
	void readsUtf8WithAndWithoutByteOrderMark() {
		assertThat(read("é,b\n")).containsExactly("1 SOUND [é, b]");
		assertThat(read("\uFEFFé,b\n")).containsExactly("1 SOUND [é, b]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE" })
	void readsUtf16WithAndWithoutByteOrderMark(String encoding) {
		assertThat(read("name,value\nKing’s,2\n".getBytes(Charset.forName(encoding))))
			.containsExactly("1 SOUND [name, value]", "2 SOUND [King’s, 2]");
	}

	@Test
	void recognisesWindows1252ByItsFirstOddByte() {
		assertThat(read("name,value\nKing’s – Lynn,2\ncafé,3\n".getBytes(Charset.forName("windows-1252"))))
			.containsExactly("1 SOUND [name, value]", "2 SOUND [King’s – Lynn, 2]", "3 SOUND [café, 3]");
	}

	@Test
	void takesTheEncodingThatIsSet() {
		assertThat(read("é,b\n".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1))
			.containsExactly("1 SOUND [é, b]");
	}

	@Test
	void marksBytesThatFitNoReading() {
		byte[] mixed = { 'a', '\n', (byte) 0xC3, (byte) 0xA9, '\n', (byte) 0xE9, 'x', '\n', 'b', '\n' };

		assertThat(read(mixed)).containsExactly("1 SOUND [a]", "2 SOUND [é]", "3 GARBLED", "4 SOUND [b]");
	}

	@Test
	void marksTextThatIsWindows1252AndUtf8AtOnce() {
		byte[] mixed = { (byte) 0xE9, 'x', '\n', (byte) 0xC3, (byte) 0xA9, '\n', 'b', '\n' };

		assertThat(read(mixed)).containsExactly("1 SOUND [éx]", "2 GARBLED", "3 SOUND [b]");
	}

	@Test
	void marksBytesThatWindows1252DoesNotHave() {
		byte[] mixed = { (byte) 0xE9, '\n', (byte) 0x81, '\n', 'b', '\n' };

		assertThat(read(mixed)).containsExactly("1 SOUND [é]", "2 GARBLED", "3 SOUND [b]");
	}

	@Test
	void marksZeroBytes() {
		assertThat(read("a,b\n1,\0\n2,3\n")).containsExactly("1 SOUND [a, b]", "2 GARBLED", "3 SOUND [2, 3]");
	}

	@Test
	void marksControlCharacters() {
		assertThat(read("a,b\n1,\u0007\n2,3\n")).containsExactly("1 SOUND [a, b]", "2 GARBLED", "3 SOUND [2, 3]");
	}

	@Test
	void neverTakesACharacterForAComment() {
		assertThat(read("a,b\n\uFFFE1,2\n")).containsExactly("1 SOUND [a, b]", "2 GARBLED");
	}

	@Test
	void keepsAReplacementCharacterThatThePublisherWrote() {
		assertThat(read("a,\uFFFD\n")).containsExactly("1 SOUND [a, \uFFFD]");
	}

	@Test
	void knowsWhetherTheLastLineIsEnded() throws IOException {
		Path ended = Files.writeString(this.folder.resolve("ended.csv"), "a\n");
		Path open = Files.writeString(this.folder.resolve("open.csv"), "a");

		assertThat(isEnded(ended)).isTrue();
		assertThat(isEnded(open)).isFalse();
	}

	private static boolean isEnded(Path file) {
		try (Records records = new TextTable(SourceFile.of(file, "x"), new TextForm(null, ',')).openAhead(100)) {
			assertThat(records.next().line()).isEqualTo(1);
			assertThat(records.hasNext()).isFalse();
			return records.isLastLineEnded();
		}
	}

	@Test
	void stopsParsingAheadWhenClosedEarly() throws Exception {
		Path file = Files.writeString(this.folder.resolve("long.csv"), "some,row\n".repeat(200_000));

		try (Records records = new TextTable(SourceFile.of(file, "long.csv"), new TextForm(null, ',')).openAhead(100)) {
			assertThat(records.next().condition()).isEqualTo(Condition.SOUND);
		}

		for (Thread each : Thread.getAllStackTraces().keySet()) {
			if (each.getName().equals("extract-parser")) {
				each.join(10_000);
				assertThat(each.isAlive()).isFalse();
			}
		}
	}

}
