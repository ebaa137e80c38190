package org.jfpmonitor.extract.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * One file on disk: a CSV, plain or packed as {@code .zip} or {@code .gz}, or a workbook.
 * What it is, its first bytes say, not its name.
 */
public final class SourceFile {

	private final Path path;

	private final String name;

	private final FileKind kind;

	private SourceFile(Path path, String name, FileKind kind) {
		this.path = path;
		this.name = name;
		this.kind = kind;
	}

	/**
	 * The file, once its first bytes have shown that it can hold figures.
	 * @param path where it lies
	 * @param name the name it arrived under
	 * @throws Unreadable when it is no file, empty or anything else
	 */
	public static SourceFile of(Path path, String name) {
		if (!Files.isRegularFile(path)) {
			throw new Unreadable("Expected a CSV file, found " + (Files.isDirectory(path) ? "a folder" : "no file")
					+ " named " + name + ". Put the file itself here.");
		}
		try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
			FileKind kind = FileKind.of(in);
			kind.refuseUnlessReadable(name);
			return new SourceFile(path, name, (kind == FileKind.ZIP) ? ZippedCsv.kind(path, name) : kind);
		}
		catch (IOException unreadable) {
			throw new Unreadable("Expected a file that can be read, found " + name + ", which cannot ("
					+ unreadable.getClass().getSimpleName() + "). Allow the service to read it, or send it again.",
					unreadable);
		}
	}

	/** The name it arrived under. */
	public String name() {
		return this.name;
	}

	/** Where it lies. */
	public Path path() {
		return this.path;
	}

	/** What it is. */
	public FileKind kind() {
		return this.kind;
	}

	/** The bytes of the CSV, unpacked within bounds. */
	InputStream open() throws IOException {
		return switch (this.kind) {
			case ZIP -> ZippedCsv.open(this.path, this.name);
			case GZIP -> unpacked();
			default -> Files.newInputStream(this.path);
		};
	}

	private InputStream unpacked() throws IOException {
		InputStream packed = Files.newInputStream(this.path);
		try {
			InputStream in = new BufferedInputStream(
					BoundedStream.ofCsv(new GZIPInputStream(packed, 1 << 16), Files.size(this.path), this.name));
			FileKind.of(in).refuseUnlessPlain(this.name);
			return in;
		}
		catch (IOException | RuntimeException failed) {
			packed.close();
			throw failed;
		}
	}

}
