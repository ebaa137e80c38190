package org.jfpmonitor.extract.text;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The one CSV inside a zip file. Nothing is ever unpacked to disk. */
final class ZippedCsv {

	private static final int MOST_ENTRIES = 1000;

	private ZippedCsv() {
	}

	/** Whether it is a workbook, which is a zip file to those that look at its bytes. */
	static FileKind kind(Path path, String name) throws IOException {
		try (ZipFile zip = zip(path, name)) {
			if (zip.getEntry("[Content_Types].xml") != null) {
				return FileKind.WORKBOOK;
			}
			return (zip.getEntry("mimetype") != null) ? FileKind.OPEN_DOCUMENT : FileKind.ZIP;
		}
	}

	static InputStream open(Path path, String name) throws IOException {
		ZipFile zip = zip(path, name);
		try {
			ZipArchiveEntry entry = only(zip, name);
			InputStream in = new BufferedInputStream(
					BoundedStream.ofCsv(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()), name));
			FileKind.of(in).refuseUnlessPlain(name);
			return new FilterInputStream(in) {
				@Override
				public void close() throws IOException {
					zip.close();
				}
			};
		}
		catch (ZipException encrypted) {
			zip.close();
			throw new Unreadable("Expected a zip file that can be opened, found " + name + ", which cannot ("
					+ encrypted.getMessage() + "). Unpack it and send the CSV.", encrypted);
		}
		catch (IOException | RuntimeException failed) {
			zip.close();
			throw failed;
		}
	}

	private static ZipFile zip(Path path, String name) throws IOException {
		ZipFile zip = whole(path, name);
		if (ZipFiles.entries(zip).stream().anyMatch((entry) -> entry.getGeneralPurposeBit().usesEncryption())) {
			zip.close();
			throw new Unreadable(
					"Expected a zip file without a password, found " + name + ", which needs one. Send it unpacked.");
		}
		return zip;
	}

	private static ZipFile whole(Path path, String name) throws IOException {
		try {
			return ZipFiles.open(path);
		}
		catch (ZipException broken) {
			throw new Unreadable("Expected a whole zip file, found " + name + ", which is damaged or cut off ("
					+ broken.getMessage() + "). Get the file again.", broken);
		}
	}

	private static ZipArchiveEntry only(ZipFile zip, String name) {
		List<ZipArchiveEntry> entries = ZipFiles.entries(zip);
		if (entries.size() > MOST_ENTRIES) {
			throw new Unreadable("Expected a zip file with one CSV, found " + entries.size() + " entries in " + name
					+ ". Send the CSV by itself.");
		}
		List<ZipArchiveEntry> tables = new ArrayList<>();
		List<ZipArchiveEntry> texts = new ArrayList<>();
		entries.forEach((entry) -> {
			String path = entry.getName();
			refuseTricks(path, name);
			if (isData(entry, ".csv") || isData(entry, ".tsv")) {
				tables.add(entry);
			}
			else if (isData(entry, ".txt")) {
				texts.add(entry);
			}
		});
		List<ZipArchiveEntry> found = tables.isEmpty() ? texts : tables;
		if (found.isEmpty() && entries.stream().anyMatch(ZippedCsv::isWorkbook)) {
			throw new Unreadable("Expected a zip file with one CSV, found a workbook inside " + name
					+ ". Unpack it and send the workbook itself.");
		}
		if (found.size() != 1) {
			throw new Unreadable("Expected a zip file with one CSV, found " + found.size() + " in " + name
					+ ". Send one zip file for each CSV.");
		}
		return found.get(0);
	}

	private static void refuseTricks(String path, String name) {
		boolean climbs = List.of(path.split("[/\\\\]", -1)).contains("..");
		if (climbs || path.startsWith("/") || path.startsWith("\\") || path.indexOf('\0') >= 0
				|| path.matches("[A-Za-z]:.*")) {
			throw new Unreadable("Expected plain names inside the zip file, found one that leads out of it in " + name
					+ ". Send the CSV by itself.");
		}
	}

	private static boolean isWorkbook(ZipArchiveEntry entry) {
		return Stream.of(".xlsx", ".xlsm", ".xls", ".ods").anyMatch((ending) -> isData(entry, ending));
	}

	private static boolean isData(ZipArchiveEntry entry, String ending) {
		String path = entry.getName().toLowerCase(Locale.ROOT);
		String file = path.substring(path.lastIndexOf('/') + 1);
		return file.endsWith(ending) && !file.startsWith(".") && !path.startsWith("__macosx/") && !entry.isDirectory();
	}

}
