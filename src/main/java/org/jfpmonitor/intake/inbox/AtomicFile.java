package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/**
 * Files that appear whole or not at all, whenever the power fails: written beside their
 * place under a name that every reader passes over, forced to disk, then renamed.
 */
final class AtomicFile {

	private static final String UNFINISHED = ".jfp-";

	private AtomicFile() {
	}

	/** Writes the file, replacing one of that name. */
	static void write(Path target, Content content) throws IOException {
		put(target, asBytes(content));
	}

	/** Copies the file, replacing one of that name. */
	static void copy(Path source, Path target) throws IOException {
		put(target, (channel) -> {
			try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ)) {
				long size = from.size();
				long copied = 0;
				while (copied < size) {
					long more = from.transferTo(copied, size - copied, channel);
					if (more <= 0) {
						throw new IOException("The file became shorter while it was copied");
					}
					copied += more;
				}
			}
		});
	}

	private static void put(Path target, Filling filling) throws IOException {
		Path unfinished = unfinishedOf(target);
		Files.deleteIfExists(unfinished);
		try {
			fill(unfinished, filling);
			Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			forceNames(target);
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/** Moves the file, also to another disk, replacing one of that name. */
	static void move(Path source, Path target) throws IOException {
		try {
			Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			FolderRights.settle(target);
			forceNames(target);
		}
		catch (AtomicMoveNotSupportedException ex) {
			FileStamp before = FileStamp.of(source);
			copy(source, target);
			if (FileStamp.of(source).equals(before)) {
				Files.delete(source);
			}
		}
	}

	/** The same name each time, so that what a kill has left is replaced. */
	private static Path unfinishedOf(Path target) {
		byte[] name = String.valueOf(target.getFileName()).getBytes(StandardCharsets.UTF_8);
		return target.resolveSibling(UNFINISHED + UUID.nameUUIDFromBytes(name) + ".part");
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
		fill(file, asBytes(content));
	}

	private static void fill(Path file, Filling filling) throws IOException {
		try (FileChannel channel = FileChannel.open(file,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FolderRights.of(file))) {
			filling.writeTo(channel);
			channel.force(true);
		}
	}

	private static Filling asBytes(Content content) {
		return (channel) -> {
			OutputStream bytes = Channels.newOutputStream(channel);
			content.writeTo(bytes);
			bytes.flush();
		};
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

	@FunctionalInterface
	private interface Filling {

		void writeTo(FileChannel channel) throws IOException;

	}

}
