package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a file shows without reading it. Two equal stamps mean that nobody wrote
 * to it in between and that it is the same file. As a text, which is stored, it is a
 * digest: the size of a small file tells how many lines it has.
 *
 * @param size in bytes
 * @param modified when it was last written to
 * @param key what the file system knows it by, or null where there is no such thing
 */
public record FileStamp(long size, FileTime modified, @Nullable String key) {

	/** Looks at the file as it is now. */
	public static FileStamp of(Path file) throws IOException {
		BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
		Object key = seen.fileKey();
		return new FileStamp(seen.size(), seen.lastModifiedTime(), (key != null) ? key.toString() : null);
	}

	@Override
	public String toString() {
		return DigestUtils.sha256Hex(this.size + " " + this.modified + " " + this.key);
	}

	/** Whether the content is the same, as far as a look shows, wherever it lies now. */
	boolean isAsWrittenAs(FileStamp other) {
		return this.size == other.size && this.modified.equals(other.modified);
	}

	/**
	 * Tells one file of the inbox from the next of the same name and bytes: with the time
	 * at which the file system took it in, where it keeps one.
	 */
	public static String identity(Path file) throws IOException {
		return of(file) + " " + takenIn(file);
	}

	private static String takenIn(Path file) throws IOException {
		try {
			return String.valueOf(Files.getAttribute(file, "unix:ctime"));
		}
		catch (UnsupportedOperationException ex) {
			return String.valueOf(Files.readAttributes(file, BasicFileAttributes.class).creationTime());
		}
	}

}
