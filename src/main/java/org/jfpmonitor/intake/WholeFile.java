package org.jfpmonitor.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that appear whole or not at all, whenever the power fails: written beside their
 * place under a name that every reader passes over, forced to disk, then renamed.
 */
final class WholeFile {

	private static final String UNFINISHED = ".jfp-";

	private WholeFile() {
	}

	/** Writes the file, replacing one of that name. */
	static void write(Path target, Content content) throws IOException {
		Path unfinished = unfinishedBeside(target);
		try {
			writeThrough(unfinished, content);
			Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			forceNames(target);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/** Copies the file, replacing one of that name. */
	static void copy(Path source, Path target) throws IOException {
		write(target, (bytes) -> Files.copy(source, bytes));
	}

	/** Moves the file, also to another disk, replacing one of that name. */
	static void move(Path source, Path target) throws IOException {
		try {
			Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			forceNames(target);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Sighting before = Sighting.of(source);
			copy(source, target);
			if (Sighting.of(source).equals(before)) {
				Files.delete(source);
			}
		}
	}

	/** A name in the folder of the target that no reader takes for a finished file. */
	static Path unfinishedBeside(Path target) {
		return target.resolveSibling(UNFINISHED + UUID.randomUUID() + ".part");
	}

	/** Whether the file was left behind by a write that was cut off. */
	static boolean isUnfinished(Path file) {
		return String.valueOf(file.getFileName()).matches("\\.jfp-[0-9a-f-]{36}\\.part");
	}

	/** Writes the file and returns once it is on disk. */
	static void writeThrough(Path file, Content content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				OutputStream bytes = Channels.newOutputStream(channel)) {
			content.writeTo(bytes);
			bytes.flush();
			channel.force(true);
		}
	}

	/** Brings new names to disk, where the system lets a folder be opened for that. */
	private static void forceNames(Path file) {
		Path folder = file.toAbsolutePath().getParent();
		if (folder == null) {
			return;
		}
		try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
			names.force(true);
		}
		catch (IOException ex) {
			// Windows does not open folders and needs none of this.
		}
	}

	/** What a file is to hold. */
	@FunctionalInterface
	interface Content {

		void writeTo(OutputStream bytes) throws IOException;

	}

}
