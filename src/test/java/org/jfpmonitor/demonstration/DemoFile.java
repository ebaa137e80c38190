package org.jfpmonitor.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * One made-up extract; a name that ends in {@code .zip} packs its CSV as it is published.
 *
 * @param arrivedOn the day that names its folder
 * @param name its file name
 * @param content its text
 */
record DemoFile(LocalDate arrivedOn, String name, String content) {

	private static final String ZIP = ".zip";

	/** What is written. */
	byte[] bytes() throws IOException {
		byte[] text = this.content.getBytes(StandardCharsets.UTF_8);
		if (!this.name.endsWith(ZIP)) {
			return text;
		}
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(packed)) {
			ZipEntry entry = new ZipEntry(this.name.replace(ZIP, ".csv"));
			entry.setTimeLocal(LocalDateTime.of(this.arrivedOn, LocalTime.NOON));
			zip.putNextEntry(entry);
			zip.write(text);
		}
		return packed.toByteArray();
	}

	/** The text of an extract that was written. */
	static String textOf(Path file) throws IOException {
		if (!file.toString().endsWith(ZIP)) {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		try (InputStream bytes = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(bytes)) {
			zip.getNextEntry();
			return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
