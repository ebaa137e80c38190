package org.jfpmonitor.extract.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What may have happened to a workbook: by accident, or by somebody who means harm. */
public enum BookDamage {

	CUT_OFF {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			out.write(sound, 0, random.nextInt(sound.length));
		}
	},
	BYTES_CHANGED {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			byte[] changed = sound.clone();
			for (int i = 0; i < 1 + random.nextInt(40); i++) {
				changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
			}
			out.write(changed);
		}
	},
	ZEROS_INSIDE {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			byte[] changed = sound.clone();
			int from = random.nextInt(changed.length);
			Arrays.fill(changed, from, Math.min(changed.length, from + 512 + random.nextInt(4096)), (byte) 0);
			out.write(changed);
		}
	},
	A_PART_MISSING {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			Map<String, byte[]> parts = parts(sound);
			parts.remove(parts.keySet().toArray()[random.nextInt(parts.size())]);
			zip(parts, out);
		}
	},
	SHARED_STRINGS_MISSING {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sharedStrings", (xml) -> "<sst xmlns=\"m\"/>");
		}
	},
	XML_CHANGED {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sheet1", (xml) -> {
				StringBuilder changed = new StringBuilder(xml);
				for (int i = 0; i < 1 + random.nextInt(8); i++) {
					changed.setCharAt(random.nextInt(changed.length()), "<>\"=/ x0&".charAt(random.nextInt(9)));
				}
				return changed.toString();
			});
		}
	},
	XML_CUT_OFF {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sheet1", (xml) -> xml.substring(0, random.nextInt(xml.length())));
		}
	},
	WRONG_TYPES {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			String[] types = { "t=\"b\"", "t=\"e\"", "t=\"d\"", "t=\"s\"", "t=\"?\"", "t=\"str\"" };
			part(sound, out, "sheet1", (xml) -> xml.replace("t=\"n\"", types[random.nextInt(types.length)])
				.replace("t=\"s\"", types[random.nextInt(types.length)]));
		}
	},
	WRONG_ADDRESSES {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			String[] addresses = { "r=\"ZZZZZZZZ9\"", "r=\"\"", "r=\"7\"", "r=\"XFE1\"", "r=\"AAA99999999999\"" };
			part(sound, out, "sheet1",
					(xml) -> xml.replaceFirst("r=\"C[0-9]+\"", addresses[random.nextInt(addresses.length)]));
		}
	},
	ROWS_OUT_OF_ORDER {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			String[] rows = { "<row r=\"3\"", "<row r=\"0\"", "<row r=\"-5\"", "<row r=\"99999999999\"",
					"<row r=\"x\"" };
			part(sound, out, "sheet1", (xml) -> xml.replaceFirst("<row r=\"18\"", rows[random.nextInt(rows.length)]));
		}
	},
	NO_ADDRESSES {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sheet1", (xml) -> xml.replaceAll("(<c) r=\"[A-Z]+[0-9]+\"", "$1"));
		}
	},
	ROWS_OF_NOTHING {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sheet1", (xml) -> {
				StringBuilder rows = new StringBuilder();
				for (int i = 2000; i <= 1_048_576; i++) {
					rows.append("<row r=\"").append(i).append("\"/>");
				}
				return xml.replace("</sheetData>", rows + "</sheetData>");
			});
		}
	},
	A_MILLION_STYLES {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "styles",
					(xml) -> xml.replaceFirst("</cellXfs>", "<xf numFmtId=\"9\"/>".repeat(1_000_000) + "</cellXfs>"));
		}
	},
	A_MILLION_FORMATS {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "styles", (xml) -> {
				StringBuilder formats = new StringBuilder("<numFmts>");
				for (int i = 0; i < 300_000; i++) {
					formats.append("<numFmt numFmtId=\"")
						.append(200 + i)
						.append("\" formatCode=\"0.0")
						.append(i)
						.append("\"/>");
				}
				return xml.replaceFirst("<fonts", formats + "</numFmts><fonts");
			});
		}
	},
	BILLION_LAUGHS {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
			for (int i = 1; i < 30; i++) {
				entities.append("<!ENTITY a")
					.append(i)
					.append(" \"")
					.append(("&a" + (i - 1) + ";").repeat(10))
					.append("\">");
			}
			part(sound, out, some(random), (xml) -> declared(xml, entities + "]>").replaceFirst("</", "&a29;</"));
		}
	},
	A_FILE_OF_THE_MACHINE {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, some(random),
					(xml) -> declared(xml, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
						.replaceFirst("</", "&e;</"));
		}
	},
	DEEP {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, some(random),
					(xml) -> xml.replaceFirst("<(sheetData|sst|sheets|fonts)", "<d>".repeat(1_000_000) + "<$1"));
		}
	},
	A_LONG_TEXT {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sharedStrings", (xml) -> xml.replaceFirst("</t>", "x".repeat(20 << 20) + "</t>"));
		}
	},
	A_LONG_ATTRIBUTE {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sheet1", (xml) -> xml.replaceFirst("r=\"C", "z=\"" + "x".repeat(20 << 20) + "\" r=\"C"));
		}
	},
	MANY_TEXTS {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sharedStrings",
					(xml) -> xml.replaceFirst("</sst>", "<si><t>x</t></si>".repeat(2_500_000) + "</sst>"));
		}
	},
	A_COMMENT_WITHOUT_END {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sheet1", (xml) -> xml.replaceFirst("<row", "<!--" + "- ".repeat(12 << 20) + "<row"));
		}
	},
	A_SHEET_THAT_GROWS {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "sheet1", (xml) -> xml.replaceFirst("<row", " ".repeat(40 << 20) + "<row"));
		}
	},
	MANY_SHEETS {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			part(sound, out, "xl/workbook.xml", (xml) -> xml.replaceFirst("<sheet ", "<sheet name=\"x\" sheetId=\"9\""
					+ " xmlns:q=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" q:id=\"rId1\"/><sheet "
						.repeat(3)));
		}
	},
	SAVED_AS_CSV_AND_RENAMED {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			out.write("a,b,c\r\n1,2,3\r\n".getBytes(StandardCharsets.UTF_8));
		}
	},
	IN_ANOTHER_ZIP {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			zip(Map.of("x.xlsx", sound), out);
		}
	},
	ANOTHER_OFFICE_FILE {
		@Override
		void write(byte[] sound, Random random, OutputStream out) throws IOException {
			Map<String, byte[]> parts = parts(sound);
			parts.keySet().removeIf((name) -> name.startsWith("xl/"));
			parts.put("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8));
			zip(parts, out);
		}
	};

	abstract void write(byte[] sound, Random random, OutputStream out) throws IOException;

	/** Writes the damaged workbook. */
	public void write(byte[] sound, Random random, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			write(sound, random, out);
		}
	}

	private static String some(Random random) {
		String[] parts = { "sheet1", "sharedStrings", "xl/workbook.xml", "styles", "[Content_Types]" };
		return parts[random.nextInt(parts.length)];
	}

	private static String declared(String xml, String type) {
		int after = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
		return xml.substring(0, after) + type + xml.substring(after);
	}

	private static void part(byte[] sound, OutputStream out, String name, UnaryOperator<String> change)
			throws IOException {
		Map<String, byte[]> parts = parts(sound);
		parts.replaceAll((part, bytes) -> part.contains(name)
				? change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : bytes);
		zip(parts, out);
	}

	private static Map<String, byte[]> parts(byte[] book) throws IOException {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				zip.transferTo(bytes);
				parts.put(entry.getName(), bytes.toByteArray());
			}
		}
		return parts;
	}

	private static void zip(Map<String, byte[]> parts, OutputStream out) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.setLevel(Deflater.BEST_SPEED);
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
	}

}
