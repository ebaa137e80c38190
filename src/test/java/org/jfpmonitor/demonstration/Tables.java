package org.jfpmonitor.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The texts that lie beside the generator as resources. */
final class Tables {

	private Tables() {
	}

	/** The lines of a file with tabs between cells, each of so many cells. */
	static List<String[]> rows(String name, int cells) {
		return text(name).lines().map((line) -> cells(name, line, cells)).toList();
	}

	/** A file of one line with commas between cells. */
	static List<String> header(String name) {
		return List.of(text(name).strip().split(",", -1));
	}

	private static String[] cells(String name, String line, int cells) {
		String[] row = line.split("\t", -1);
		if (row.length != cells) {
			throw new IllegalStateException(name + ": expected " + cells + " cells, found \"" + line + "\"");
		}
		return row;
	}

	private static String text(String name) {
		try (InputStream file = Tables.class.getResourceAsStream(name)) {
			if (file == null) {
				throw new IllegalStateException(name + " is not beside the class");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
