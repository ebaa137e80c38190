package org.jfpmonitor.extract.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceFileTest {

	@TempDir
	private Path folder;

	private Path file(String name, byte... bytes) throws IOException {
		return Files.write(this.folder.resolve(name), bytes);
	}

	private Path zip(String... namesAndContents) throws IOException {
		Path path = this.folder.resolve("x.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
			for (int i = 0; i < namesAndContents.length; i += 2) {
				zip.putNextEntry(new ZipEntry(namesAndContents[i]));
				zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return path;
	}

	private static String read(Path path) throws IOException {
		return new String(SourceFile.of(path, path.getFileName().toString()).open().readAllBytes(),
				StandardCharsets.UTF_8);
	}

	@Test
	void refusesAnEmptyFile() throws IOException {
		Path path = file("x.csv");

		assertThatThrownBy(() -> SourceFile.of(path, "x.csv")).hasMessage("Expected a CSV file, found an empty file "
				+ "under the name x.csv. Get the file again; the transfer brought nothing.");
	}

	@Test
	void knowsAWorkbookByItsBytesWhateverItsName() throws IOException {
		Path old = file("old.csv", (byte) 0xD0, (byte) 0xCF, (byte) 0x11, (byte) 0xE0, (byte) 0xA1);

		assertThat(SourceFile.of(old, "old.csv").kind()).isEqualTo(FileKind.OLD_WORKBOOK);
		Path present = zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>");
		assertThat(SourceFile.of(present, "new.csv").kind()).isEqualTo(FileKind.WORKBOOK);
		Path open = zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
		assertThat(SourceFile.of(open, "open.csv").kind()).isEqualTo(FileKind.OPEN_DOCUMENT);
	}

	@Test
	void refusesTheWebPageThatAsksToSignIn() throws IOException {
		Path path = file("x.csv", "<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8));

		assertThatThrownBy(() -> SourceFile.of(path, "x.csv"))
			.hasMessage("Expected a CSV file, found a web page or XML "
					+ "under the name x.csv. Get the file itself; the page may ask to sign in.");
	}

	@Test
	void namesAGitLfsPointer() throws IOException {
		String pointer = "version https://git-lfs.github.com/" + "spec/v1\noid sha256:4d7a2146\nsize 12345\n";
		Path path = file("x.csv", pointer.getBytes(StandardCharsets.US_ASCII));

		assertThatThrownBy(() -> SourceFile.of(path, "x.csv")).hasMessage(
				"Expected a CSV file, found a Git LFS pointer, which only names a file that lies elsewhere under "
						+ "the name x.csv. Fetch the file itself (\"git lfs pull\") and send that.");
	}

	@Test
	void refusesAFolder() {
		assertThatThrownBy(() -> SourceFile.of(this.folder, "x.csv"))
			.hasMessage("Expected a CSV file, found a folder named x.csv. Put the file itself here.");
	}

	@Test
	void opensTheOneCsvOfAZip() throws IOException {
		assertThat(read(zip("data/DM01.csv", "a,b\n", "readme.txt", "hello", "__MACOSX/._DM01.csv", "?")))
			.isEqualTo("a,b\n");
	}

	@Test
	void refusesAZipWithoutOrWithSeveralCsv() throws IOException {
		Path two = zip("a.csv", "a", "b.csv", "b");

		assertThatThrownBy(() -> read(two))
			.hasMessage("Expected a zip file with one CSV, found 2 in x.zip. Send one zip file for each CSV.");
		Path none = zip("a.docx", "a");
		assertThatThrownBy(() -> read(none))
			.hasMessage("Expected a zip file with one CSV, found 0 in x.zip. Send one zip file for each CSV.");
	}

	@Test
	void refusesNamesThatLeadOutOfAZip() throws IOException {
		for (String name : new String[] { "../x.csv", "/etc/x.csv", "a\\..\\x.csv", "C:x.csv" }) {
			Path path = zip(name, "a,b\n");

			assertThatThrownBy(() -> read(path)).hasMessage("Expected plain names inside the zip file, found one that "
					+ "leads out of it in x.zip. Send the CSV by itself.");
		}
	}

	@Test
	void refusesAZipInAZip() throws IOException {
		Path inner = zip("a.csv", "a,b\n");
		byte[] bytes = Files.readAllBytes(inner);
		Path outer = this.folder.resolve("outer.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(outer))) {
			zip.putNextEntry(new ZipEntry("a.csv"));
			zip.write(bytes);
		}

		assertThatThrownBy(() -> read(outer))
			.hasMessage("Expected a CSV file, found a zip file under the name outer.zip. "
					+ "Unpack it first: one packing at a time can be read.");
	}

	@Test
	void refusesAZipWithAPassword() throws IOException {
		byte[] bytes = Files.readAllBytes(zip("a.csv", "a,b\n".repeat(1000)));
		int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
		bytes[6] |= 1;
		bytes[directory + 8] |= 1;
		Path locked = file("locked.zip", bytes);

		assertThatThrownBy(() -> read(locked)).hasMessageMatching("Expected a zip file (without a password|that can be "
				+ "opened), found locked\\.zip, which .*\\. (Send it unpacked|Unpack it and send the CSV)\\.");
	}

	@Test
	void refusesAZipOfTooManyEntries() throws IOException {
		String[] entries = new String[2002];
		for (int i = 0; i < entries.length; i += 2) {
			entries[i] = "notes/" + i + ".pdf";
			entries[i + 1] = "";
		}
		entries[0] = "a.csv";
		Path path = zip(entries);

		assertThatThrownBy(() -> read(path))
			.hasMessage("Expected a zip file with one CSV, found 1001 entries in x.zip. Send the CSV by itself.");
	}

	@Test
	void stopsUnpackingAZipThatGrowsWithoutEnd() throws IOException {
		Path path = zip("a.csv", "0".repeat(32 << 20));

		assertThatThrownBy(() -> read(path)).hasMessage("Expected a packed CSV, found that x.zip unpacks to more than "
				+ "16,777,216 bytes. If the file is sound, unpack it and send the CSV.");
	}

	@Test
	void refusesADamagedZip() throws IOException {
		Path whole = zip("a.csv", "a,b\n".repeat(1000));
		byte[] bytes = Files.readAllBytes(whole);
		Path cut = file("cut.zip", Arrays.copyOf(bytes, bytes.length - 30));

		assertThatThrownBy(() -> read(cut))
			.hasMessageStartingWith("Expected a whole zip file, found cut.zip, which is " + "damaged or cut off");
	}

	@Test
	void opensGzip() throws IOException {
		Path path = this.folder.resolve("x.csv.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
			out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
		}

		assertThat(read(path)).isEqualTo("a,b\n");
	}

	@Test
	void stopsUnpackingWhatGrowsWithoutEnd() throws IOException {
		Path bomb = this.folder.resolve("bomb.csv.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
			byte[] zeros = new byte[1 << 20];
			Arrays.fill(zeros, (byte) '0');
			for (int i = 0; i < 64; i++) {
				out.write(zeros);
			}
		}

		assertThatThrownBy(() -> read(bomb)).hasMessage(
				"Expected a packed CSV, found that bomb.csv.gz unpacks to more than 16,777,216 bytes. If the file "
						+ "is sound, unpack it and send the CSV.");
	}

}
