package org.jfpmonitor.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One way in which a file can be damaged or disguised. */
enum Damage {

	CUT_OFF_ANYWHERE {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return Arrays.copyOf(sound, random.nextInt(sound.length));
		}
	},
	CUT_OFF_IN_THE_LAST_LINE {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return Arrays.copyOf(sound, sound.length - 2 - random.nextInt(12));
		}
	},
	CUT_OFF_IN_QUOTES {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return join(sound, bytes("1,\"2,3\n4,5\n"));
		}
	},
	ONE_ZERO_BYTE {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return insert(sound, random, bytes("\0"));
		}
	},
	MANY_ZERO_BYTES {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return insert(sound, random, new byte[5000]);
		}
	},
	BYTES_OF_NO_ENCODING {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return insert(insert(sound, random, new byte[] { (byte) 0x81 }), random, new byte[] { (byte) 0xFF });
		}
	},
	RANDOM_BYTES {
		@Override
		byte[] apply(byte[] sound, Random random) {
			byte[] noise = new byte[20_000];
			random.nextBytes(noise);
			return noise;
		}
	},
	ONE_LINE_OF_OTHER_DELIMITERS {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> line.replace(',', ';')));
		}
	},
	STRAY_QUOTE {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> line.replaceFirst(",", ",\"")));
		}
	},
	TEXT_AFTER_A_QUOTE {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> line.replaceFirst(",", ",\"a\"b,")));
		}
	},
	TEXT_IN_NUMBERS {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> numbers(line, "n/a")));
		}
	},
	FORMULAS {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> numbers(line, "=SUM(A1:A9)")));
		}
	},
	EXPONENTS {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> numbers(line, "1.2E+03")));
		}
	},
	BIDI_CHARACTERS_IN_NUMBERS {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> numbers(line, "\u202E12")));
		}
	},
	BLANK_NUMBERS {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> numbers(line, "")));
		}
	},
	ONE_FIELD_TOO_MANY {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> change(lines, random, (line) -> "x," + line));
		}
	},
	LINE_TWICE {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound, (lines) -> lines.add(lines.get(lines.size() - 2 - random.nextInt(20))));
		}
	},
	FILE_TWICE {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return join(sound, sound);
		}
	},
	A_LINE_OF_50_MEGABYTES {
		@Override
		byte[] apply(byte[] sound, Random random) {
			byte[] line = new byte[50 << 20];
			Arrays.fill(line, (byte) 'x');
			return join(sound, line);
		}
	},
	A_MILLION_COLUMNS {
		@Override
		byte[] apply(byte[] sound, Random random) {
			byte[] line = new byte[1_000_000];
			Arrays.fill(line, (byte) ',');
			return join(sound, line);
		}
	},
	EMPTY {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return new byte[0];
		}
	},
	BLANK {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return bytes(" \r\n\r\n,,,\r\n\t\r\n".repeat(1 + random.nextInt(40)));
		}
	},
	A_WORKBOOK {
		@Override
		byte[] apply(byte[] sound, Random random) throws IOException {
			return zip("[Content_Types].xml", sound);
		}
	},
	AN_OLD_WORKBOOK {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return join(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1 }, sound);
		}
	},
	A_ZIP_BOMB {
		@Override
		byte[] apply(byte[] sound, Random random) throws IOException {
			byte[] zeros = new byte[200 << 20];
			Arrays.fill(zeros, (byte) '0');
			return zip("x.csv", zeros);
		}
	},
	A_ZIP_THAT_LEADS_OUT {
		@Override
		byte[] apply(byte[] sound, Random random) throws IOException {
			return zip("../../x.csv", sound);
		}
	},
	A_DAMAGED_ZIP {
		@Override
		byte[] apply(byte[] sound, Random random) throws IOException {
			byte[] zip = zip("x.csv", sound);
			for (int i = 0; i < 20; i++) {
				zip[40 + random.nextInt(zip.length - 140)] ^= (byte) (1 + random.nextInt(255));
			}
			return zip;
		}
	},
	A_DAMAGED_GZIP {
		@Override
		byte[] apply(byte[] sound, Random random) throws IOException {
			byte[] gzip = gzip(sound);
			return Arrays.copyOf(gzip, 12 + random.nextInt(gzip.length - 12));
		}
	},
	COLUMN_MISSING {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return lines(sound,
					(lines) -> lines.replaceAll((line) -> line.substring(0, Math.max(0, line.indexOf(',')))));
		}
	},
	IN_A_ZIP(true) {
		@Override
		byte[] apply(byte[] sound, Random random) throws IOException {
			return zip("folder/x.csv", sound);
		}
	},
	IN_A_GZIP(true) {
		@Override
		byte[] apply(byte[] sound, Random random) throws IOException {
			return gzip(sound);
		}
	},
	UTF_16(true) {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return text(sound).getBytes(StandardCharsets.UTF_16);
		}
	},
	BYTE_ORDER_MARK(true) {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return join(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF }, sound);
		}
	},
	WINDOWS_1252(true) {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return text(sound).replace("'", "\u2019").getBytes(Charset.forName("windows-1252"));
		}
	},
	OTHER_LINE_ENDS(true) {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return bytes(text(sound).replace("\r\n", "\n").replace("\n", random.nextBoolean() ? "\r" : "\r\n"));
		}
	},
	BLANK_LINES_BELOW(true) {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return join(sound, bytes("\r\n,,,\r\n\r\n"));
		}
	},
	SHOUTED_HEADER(true) {
		@Override
		byte[] apply(byte[] sound, Random random) {
			return bytes(text(sound).replace("Org Code", " ORG\u00A0CODE ").replace("Provider Code", "PROVIDER  CODE"));
		}
	};

	private final boolean harmless;

	Damage() {
		this(false);
	}

	Damage(boolean harmless) {
		this.harmless = harmless;
	}

	/** The file after the damage. */
	abstract byte[] apply(byte[] sound, Random random) throws IOException;

	/** Whether nothing may be lost by it. */
	boolean isHarmless() {
		return this.harmless;
	}

	void write(byte[] sound, Random random, Path file) throws IOException {
		Files.write(file, apply(sound, random));
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	static byte[] join(byte[] one, byte[] other) {
		byte[] joined = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, joined, one.length, other.length);
		return joined;
	}

	static byte[] insert(byte[] sound, Random random, byte[] more) {
		int at = sound.length / 2 + random.nextInt(sound.length / 2);
		return join(join(Arrays.copyOf(sound, at), more), Arrays.copyOfRange(sound, at, sound.length));
	}

	private static byte[] lines(byte[] sound, java.util.function.Consumer<List<String>> change) {
		List<String> lines = new ArrayList<>(List.of(text(sound).split("\r?\n", -1)));
		change.accept(lines);
		return bytes(String.join("\r\n", lines));
	}

	/** Changes a tenth of the lines of the lower half, where there are data only. */
	private static void change(List<String> lines, Random random, java.util.function.UnaryOperator<String> change) {
		List<Integer> numbers = new ArrayList<>();
		for (int i = lines.size() / 2; i < lines.size() - 1; i++) {
			numbers.add(i);
		}
		Collections.shuffle(numbers, random);
		numbers.subList(0, Math.max(1, lines.size() / 10)).forEach((i) -> lines.set(i, change.apply(lines.get(i))));
	}

	/** Every number of the line, quoted or not, becomes the text. */
	static String numbers(String line, String text) {
		return line.replaceAll("(?<=,)(?:\"[ 0-9,.]+\"|[ 0-9.]+%?)(?=,|$)", text);
	}

	private static byte[] zip(String name, byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
		}
		return bytes.toByteArray();
	}

	static byte[] gzip(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content);
		}
		return bytes.toByteArray();
	}

}
