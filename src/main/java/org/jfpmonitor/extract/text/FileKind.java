package org.jfpmonitor.extract.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What a file is, by its first bytes, and a zip file by what is in it. */
public enum FileKind {

	EMPTY("an empty file", "Get the file again; the transfer brought nothing."),
	ZIP("a zip file", FileKind.ONE_PACKING), GZIP("a gzip file", FileKind.ONE_PACKING),
	/** {@code .xlsx} and {@code .xlsm}. */
	WORKBOOK("an Excel workbook", FileKind.ONE_PACKING),
	/** {@code .xls}. */
	OLD_WORKBOOK("an Excel workbook (.xls)", FileKind.ONE_PACKING),
	/** {@code .ods}. */
	OPEN_DOCUMENT("an OpenDocument spreadsheet", FileKind.ONE_PACKING), PDF("a PDF", FileKind.SAVE_AS_CSV),
	OTHER_PACKING("a file packed in a way that is not read here", "Unpack it, or pack it as .zip or .gz."),
	WEB_PAGE("a web page or XML", "Get the file itself; the page may ask to sign in."),
	GIT_LFS_POINTER("a Git LFS pointer, which only names a file that lies elsewhere",
			"Fetch the file itself (\"git lfs pull\") and send that."),
	PROGRAM("a program or database file", "Send the CSV itself."),
	WIDE_TEXT("text in UTF-32", "Save it with the encoding UTF-8."), TEXT("text", "");

	private static final String ONE_PACKING = "Unpack it first: one packing at a time can be read.";

	static final String SAVE_AS_CSV = "Open it in a spreadsheet program and save the sheet as CSV.";

	private static final int LONGEST_MAGIC = 32;

	private final String words;

	private final String advice;

	FileKind(String words, String advice) {
		this.words = words;
		this.advice = advice;
	}

	/** The kind of what the stream holds; the stream is left where it was. */
	static FileKind of(InputStream in) throws IOException {
		in.mark(LONGEST_MAGIC);
		byte[] first = in.readNBytes(LONGEST_MAGIC);
		in.reset();
		if (first.length == 0) {
			return EMPTY;
		}
		if (starts(first, 'P', 'K', 3, 4) || starts(first, 'P', 'K', 5, 6)) {
			return ZIP;
		}
		if (starts(first, 0x1F, 0x8B)) {
			return GZIP;
		}
		if (starts(first, 0xD0, 0xCF, 0x11, 0xE0)) {
			return OLD_WORKBOOK;
		}
		return starts(first, '%', 'P', 'D', 'F') ? PDF : rare(first);
	}

	private static FileKind rare(byte[] first) {
		String text = new String(first, java.nio.charset.StandardCharsets.ISO_8859_1)
			.toLowerCase(java.util.Locale.ROOT);
		if (text.startsWith("<!doct") || text.startsWith("<html") || text.startsWith("<?xml")) {
			return WEB_PAGE;
		}
		if (text.startsWith("version https://git-lfs.")) {
			return GIT_LFS_POINTER;
		}
		if (starts(first, '7', 'z', 0xBC, 0xAF) || starts(first, 'R', 'a', 'r', '!') || starts(first, 'B', 'Z', 'h')
				|| starts(first, 0xFD, '7', 'z', 'X') || starts(first, 0x28, 0xB5, 0x2F, 0xFD)) {
			return OTHER_PACKING;
		}
		if (starts(first, 0x7F, 'E', 'L', 'F') || starts(first, 'M', 'Z', 0x90) || starts(first, 'S', 'Q', 'L', 'i')
				|| starts(first, 'P', 'A', 'R', '1') || starts(first, 0x89, 'P', 'N', 'G')) {
			return PROGRAM;
		}
		boolean wide = starts(first, 0xFF, 0xFE, 0, 0) || starts(first, 0, 0, 0xFE, 0xFF);
		return wide ? WIDE_TEXT : TEXT;
	}

	private static boolean starts(byte[] first, int... magic) {
		if (first.length < magic.length) {
			return false;
		}
		byte[] wanted = new byte[magic.length];
		for (int i = 0; i < magic.length; i++) {
			wanted[i] = (byte) magic[i];
		}
		return Arrays.equals(first, 0, magic.length, wanted, 0, magic.length);
	}

	/** Whether it holds sheets. */
	public boolean isWorkbook() {
		return this == WORKBOOK || this == OLD_WORKBOOK || this == OPEN_DOCUMENT;
	}

	/** Refuses all but text, workbooks and the packings that can be opened. */
	void refuseUnlessReadable(String name) {
		if (this != ZIP && this != GZIP && !isWorkbook()) {
			refuseUnlessPlain(name);
		}
	}

	/** Refuses all but text. */
	void refuseUnlessPlain(String name) {
		if (this != TEXT) {
			throw new Unreadable(
					"Expected a CSV file, found " + this.words + " under the name " + name + ". " + this.advice);
		}
	}

}
