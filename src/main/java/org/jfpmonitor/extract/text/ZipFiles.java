package org.jfpmonitor.extract.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Opens zip files with Commons Compress. Java's own reader takes other files from one
 * version to the next, such as those that are written for more than 4 GB whatever their
 * size, and would make of a good extract a damaged one after an update of Java.
 */
public final class ZipFiles {

	private ZipFiles() {
	}

	/**
	 * Opens the file; whoever asks closes it.
	 * @throws ZipException if it is no zip file, or a damaged one
	 */
	public static ZipFile open(Path path) throws IOException {
		try {
			return ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get();
		}
		catch (RuntimeException broken) {
			throw (ZipException) new ZipException(broken.getMessage()).initCause(broken);
		}
	}

	/** All that is in it, in the order of its directory. */
	public static List<ZipArchiveEntry> entries(ZipFile zip) {
		return Collections.list(zip.getEntries());
	}

}
