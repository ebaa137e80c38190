package org.jfpmonitor.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One thing that happens to a file on its way: in a browser, a mail, a spreadsheet or a
 * text editor. Each is a way from the sound bytes to the bytes that arrive.
 */
enum Mishap {

	A_PAGE_INSTEAD_OF_THE_FILE((sound,
			random) -> Damage.bytes("<!DOCTYPE html>\n<html><head><title>Access denied</title>"
					+ "</head>\n<body><p>Sign in, please, to get Period,Org Code,Org name</p></body></html>\n")),
	JSON((sound, random) -> Damage.bytes("{\"rows\":[{\"Period\":\"MSitAE-MARCH-2025\",\"Org Code\":\"RM1\"}]}\n")),
	A_PDF((sound, random) -> Damage.join(Damage.bytes("%PDF-1.7\n%\u00e2\u00e3\n"), sound)),
	A_POINTER_TO_THE_FILE(
			(sound, random) -> Damage.bytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n")),
	ONLY_THE_HEADER((sound, random) -> text(sound, (text) -> text.lines().limit(16).reduce("", Mishap::under))),
	EACH_LINE_IN_QUOTES((sound, random) -> lines(sound, (line) -> '"' + line.replace("\"", "\"\"") + '"')),
	BACKSLASHES_FOR_QUOTES((sound, random) -> text(sound, (text) -> text.replace("\"", "\\\""))),
	TYPOGRAPHIC_QUOTES((sound, random) -> text(sound, (text) -> text.replace('"', '\u201C'))),
	HTML_ENTITIES((sound, random) -> text(sound, (text) -> text.replace("&", "&amp;").replace("'", "&#39;"))),
	THE_FIRST_LINES_LOST((sound, random) -> text(sound,
			(text) -> text.lines().skip(20 + random.nextInt(20)).reduce("", Mishap::under))),
	THE_MIDDLE_LOST((sound, random) -> Damage.join(Arrays.copyOf(sound, sound.length / 2),
			Arrays.copyOfRange(sound, sound.length / 2 + 100 + random.nextInt(900), sound.length))),
	LINES_LOST_HERE_AND_THERE((sound, random) -> someLines(sound, random, (line) -> "")),
	LINES_JOINED((sound, random) -> someLines(sound, random, (line) -> line + line)),
	LINES_CUT_IN_TWO((sound, random) -> someLines(sound, random,
			(line) -> line.substring(0, line.length() / 2) + "\r\n" + line.substring(line.length() / 2))),
	TABS_IN_SOME_LINES((sound, random) -> someLines(sound, random, (line) -> line.replace(',', '\t'))),
	FIELDS_LOST_AT_THE_END((sound, random) -> someLines(sound, random,
			(line) -> line.contains(",") ? line.substring(0, line.lastIndexOf(',')) : line)),
	DECIMAL_COMMAS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "\"1,5\""))),
	SPACES_IN_NUMBERS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "1 234"))),
	POINTS_IN_NUMBERS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "1.234.567"))),
	FULL_WIDTH_DIGITS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "\uFF11\uFF12"))),
	DIGITS_OF_ANOTHER_SCRIPT(
			(sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "\u0661\u0662"))),
	SPREADSHEET_ERRORS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "#VALUE!"))),
	COLUMNS_TOO_NARROW((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "########"))),
	NO_NUMBERS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "NaN"))),
	INFINITE_NUMBERS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "Infinity"))),
	POUNDS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line,
			"\u00A312"))),
	HEXADECIMAL_NUMBERS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "0x1F"))),
	FORTY_DIGITS((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "9".repeat(40)))),
	A_LETTER_FOR_A_ZERO((sound, random) -> someLines(sound, random, (line) -> Damage.numbers(line, "1O4"))),
	LINES_TWICE_WITH_OTHER_NUMBERS(
			(sound, random) -> someLines(sound, random, (line) -> line + "\r\n" + Damage.numbers(line, "7"))),
	HALF_IN_ANOTHER_ENCODING((sound, random) -> Damage
		.join(text(sound, (text) -> text.substring(0, text.length() / 2).replace("'", "\u2019")), half1252(sound))),
	UTF_16_CUT_INSIDE_A_CHARACTER((sound, random) -> Arrays.copyOf(utf16(sound), utf16(sound).length / 2 | 1)),
	HALF_A_CHARACTER((sound, random) -> Damage.insert(sound, random, new byte[] { (byte) 0xE2, (byte) 0x82 })),
	CONTROL_CHARACTERS((sound, random) -> Damage.insert(sound, random, new byte[] { 7, 8, 27, 12, 11 })),
	AN_OLD_END_OF_FILE((sound, random) -> Damage.join(sound, new byte[] { 26 })),
	UTF_32((sound, random) -> new String(sound, StandardCharsets.UTF_8).getBytes(Charset.forName("UTF-32"))),
	ENCODED_AS_BASE_64((sound, random) -> java.util.Base64.getMimeEncoder().encode(sound)),
	A_ZIP_IN_A_ZIP((sound, random) -> zip(entry("inner.zip", zip(entry("x.csv", sound))))),
	A_ZIP_WITH_TWO_FILES((sound, random) -> zip(entry("a.csv", sound), entry("b.csv", sound))),
	A_ZIP_WITHOUT_ANY((sound, random) -> zip(entry("readme.md", Damage.bytes("Nothing here.")))),
	A_ZIP_CUT_OFF((sound, random) -> Arrays.copyOf(zip(entry("x.csv", sound)), 3000)),
	A_LOCKED_ZIP((sound, random) -> locked(zip(entry("x.csv", sound)))),
	A_GZIP_IN_A_GZIP((sound, random) -> Damage.gzip(Damage.gzip(sound))),
	A_GZIP_WITH_A_TAIL((sound, random) -> Damage.join(Damage.gzip(sound), Damage.bytes("and some more"))),
	A_MILLION_LINES_OF_NOTHING((sound, random) -> Damage.join(sound, Damage.bytes(",,,,,\n".repeat(1_000_000)))),
	A_MILLION_QUOTES((sound, random) -> Damage.join(sound, Damage.bytes("\"".repeat(1_000_000)))),
	A_QUOTE_BEFORE_EVERYTHING((sound, random) -> Damage.join(Damage.bytes("\""), sound)),
	DOUBLED_CARRIAGE_RETURNS(true,
			(sound, random) -> text(sound, (text) -> text.replace("\r\n", "\n").replace("\n", "\r\r\n"))),
	TWO_BYTE_ORDER_MARKS(true, (sound, random) -> Damage.join(Damage.bytes("\uFEFF\uFEFF"), sound)),
	A_LINE_NAMING_THE_SEPARATOR(true, (sound, random) -> Damage.join(Damage.bytes("sep=,\r\n"), sound)),
	A_ZIP_FROM_A_MAC(true,
			(sound, random) -> zip(entry("__MACOSX/._x.csv", Damage.bytes("\0\0Mac")), entry("x.csv", sound),
					entry(".DS_Store", Damage.bytes("\0\0")))),
	TWO_GZIPS_IN_A_ROW(true,
			(sound, random) -> Damage.join(Damage.gzip(Arrays.copyOf(sound, sound.length / 2)),
					Damage.gzip(Arrays.copyOfRange(sound, sound.length / 2, sound.length)))),
	UTF_16_WITHOUT_A_MARK(true, (sound, random) -> utf16(sound)),
	SPACES_AT_THE_END_OF_LINES(true,
			(sound, random) -> lines(sound, (line) -> line.endsWith("\"") ? line : line + " ")),
	NOTES_BELOW(true, (sound, random) -> Damage.join(ended(sound),
			Damage.bytes("\r\nNotes\r\n1. Provisional figures.\r\n\"Source: England, monthly\"\r\n")));

	private final boolean harmless;

	@SuppressWarnings("ImmutableEnumChecker")
	private final Way way;

	Mishap(Way way) {
		this(false, way);
	}

	Mishap(boolean harmless, Way way) {
		this.harmless = harmless;
		this.way = way;
	}

	/** Whether nothing may be lost by it. */
	boolean isHarmless() {
		return this.harmless;
	}

	byte[] apply(byte[] sound, Random random) throws IOException {
		return this.way.apply(sound, random);
	}

	private static byte[] utf16(byte[] sound) {
		return new String(sound, StandardCharsets.UTF_8).replace("\uFEFF", "").getBytes(StandardCharsets.UTF_16LE);
	}

	private static byte[] half1252(byte[] sound) {
		String text = new String(sound, StandardCharsets.UTF_8);
		return text.substring(text.length() / 2).replace("'", "\u2019").getBytes(Charset.forName("windows-1252"));
	}

	private static byte[] text(byte[] sound, UnaryOperator<String> change) {
		return Damage.bytes(change.apply(new String(sound, StandardCharsets.UTF_8)));
	}

	private static String under(String above, String line) {
		return above + line + "\r\n";
	}

	private static byte[] ended(byte[] sound) {
		return (sound[sound.length - 1] == '\n') ? sound : Damage.join(sound, Damage.bytes("\r\n"));
	}

	private static byte[] lines(byte[] sound, UnaryOperator<String> change) {
		return text(sound, (text) -> {
			List<String> lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
			for (int i = lines.size() / 2; i < lines.size() - 1; i++) {
				lines.set(i, change.apply(lines.get(i)));
			}
			return String.join("\r\n", lines);
		});
	}

	/**
	 * Changes about a tenth of the lines of the lower half, where there are data only.
	 */
	private static byte[] someLines(byte[] sound, Random random, UnaryOperator<String> change) {
		return lines(sound, (line) -> (random.nextInt(5) == 0) ? change.apply(line) : line);
	}

	/** Every number of the line, quoted or not, becomes the text. */
	private static Packed entry(String name, byte[] content) {
		return new Packed(name, content);
	}

	private static byte[] zip(Packed... entries) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Packed each : entries) {
				ZipEntry entry = new ZipEntry(each.name);
				CRC32 crc = new CRC32();
				crc.update(each.content);
				entry.setCrc(crc.getValue());
				zip.putNextEntry(entry);
				zip.write(each.content);
			}
		}
		return bytes.toByteArray();
	}

	/**
	 * Sets the flag that says that the entry needs a password, here and in the directory.
	 */
	private static byte[] locked(byte[] zip) {
		byte[] locked = zip.clone();
		locked[6] |= 1;
		for (int i = locked.length - 22; i > 0; i--) {
			if (locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 1 && locked[i + 3] == 2) {
				locked[i + 8] |= 1;
			}
		}
		return locked;
	}

	/** From the sound bytes to those that arrive. */
	@FunctionalInterface
	private interface Way {

		byte[] apply(byte[] sound, Random random) throws IOException;

	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Packed(String name, byte[] content) {

	}

}
