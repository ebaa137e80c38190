package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the file system says when something does not work, in words. */
public final class FileTrouble {

	private FileTrouble() {
	}

	/** {@code no permission}, {@code No space left on device}. */
	public static String inWords(IOException trouble) {
		if (trouble instanceof AccessDeniedException) {
			return "no permission";
		}
		if (trouble instanceof NoSuchFileException) {
			return "nothing there";
		}
		if (trouble instanceof NotDirectoryException || trouble instanceof FileAlreadyExistsException) {
			return "something that is not a folder";
		}
		if (trouble instanceof FileSystemException said && said.getReason() != null) {
			return "\"" + said.getReason() + "\"";
		}
		return "\"" + trouble.getMessage() + "\"";
	}

	/** As {@link #inWords(IOException)}. */
	public static String inWords(UncheckedIOException trouble) {
		IOException cause = trouble.getCause();
		return (cause != null) ? inWords(cause) : "\"" + trouble.getMessage() + "\"";
	}

	/** Whether the file system itself refuses, so that another attempt may succeed. */
	public static boolean isPassing(UncheckedIOException trouble) {
		return trouble.getCause() instanceof FileSystemException;
	}

}
