package org.jfpmonitor.intake.trial;

import java.nio.file.Path;
import java.util.List;

import org.jfpmonitor.progress.Sender;
import org.jspecify.annotations.Nullable;

/** Reads files as an import would, and keeps nothing of them. */
public interface Trials {

	/** The ids of the layouts that a file can be tried by. */
	List<String> layouts();

	/** Reads a file of the owner of the data folder, under its own name. */
	default Trial read(Path file, @Nullable String layout) {
		return read(file, String.valueOf(file.getFileName()), layout, Sender.OWNER_OF_THE_FOLDER);
	}

	/**
	 * Reads the file by the layouts in force: as they are now in their folder or, after
	 * an edit with faults, as they were before it, which is then a warning.
	 * @param file where it lies
	 * @param fileName the name it would arrive under
	 * @param layout the id of the only layout to try, or null for whichever fits
	 * @param sender who would send it
	 */
	Trial read(Path file, String fileName, @Nullable String layout, Sender sender);

}
