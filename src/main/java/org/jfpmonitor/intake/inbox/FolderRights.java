package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Who else may see what the service keeps: by default nobody. New folders are the owner's
 * alone; a file may be read and written by whoever may read and write its folder, so that
 * one {@code chmod} of the folder lets a group in.
 */
public final class FolderRights {

	private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

	private static final Set<PosixFilePermission> OF_FILES = PosixFilePermissions.fromString("rw-rw-rw-");

	private static final FileAttribute<?>[] NONE = new FileAttribute<?>[0];

	private FolderRights() {
	}

	/** Makes the folder, and those above it that are missing, for the owner alone. */
	public static void make(Path folder) throws IOException {
		// Not asked of a link to a folder: Java 17 would take the link for a file.
		if (!Files.isDirectory(folder)) {
			Files.createDirectories(folder,
					isPosix(folder) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWNER) } : NONE);
		}
	}

	/**
	 * Opens the file to be written anew, made with the rights of its folder where there
	 * is none.
	 */
	public static OutputStream open(Path file) throws IOException {
		return Channels.newOutputStream(Files.newByteChannel(file,
				Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
				of(file)));
	}

	/** With what rights the file is made in its folder. */
	public static FileAttribute<?>[] of(Path file) throws IOException {
		Path folder = folderOf(file);
		return isPosix(folder)
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(rightsOfFilesIn(folder)) } : NONE;
	}

	/**
	 * Gives a file that was moved the rights of one made where it lies now; left as it is
	 * where it belongs to somebody else.
	 */
	static void settle(Path file) {
		try {
			if (isPosix(file)) {
				Files.setPosixFilePermissions(file, rightsOfFilesIn(folderOf(file)));
			}
		}
		catch (IOException | SecurityException ex) {
			// The folder keeps others out all the same.
		}
	}

	/** Whether every user of the machine may look into the folder. */
	static boolean isOpenToAll(Path folder) throws IOException {
		return isPosix(folder) && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
	}

	private static Path folderOf(Path file) {
		return Objects.requireNonNull(file.toAbsolutePath().getParent());
	}

	private static Set<PosixFilePermission> rightsOfFilesIn(Path folder) throws IOException {
		Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
		rights.retainAll(OF_FILES);
		rights.add(PosixFilePermission.OWNER_READ);
		rights.add(PosixFilePermission.OWNER_WRITE);
		return rights;
	}

	private static boolean isPosix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

}
