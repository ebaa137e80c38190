package org.jfpmonitor.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationContext;

/** One command: what it is called, what it takes and what it does. */
interface Command {

	/** The word that calls it. */
	String name();

	/** How it is written, for help: {@code import FILE...}. */
	String form();

	/**
	 * What is wrong with the words given, as a sentence that says what to write instead;
	 * empty when nothing is.
	 */
	Optional<String> misuse(List<String> words);

	/** What to start: the whole application, unless less will do. */
	default Class<?> source(Class<?> application) {
		return application;
	}

	/**
	 * Carries it out.
	 * @return the exit code
	 */
	int carryOut(ApplicationContext context, List<String> words, PrintStream out);

	/** The file that a command was told to write. */
	final class OutFile {

		private OutFile() {
		}

		/**
		 * Opens it to be written anew. It may name people, so a new one is its owner's
		 * alone; one that is there keeps its rights.
		 */
		static OutputStream open(Path file) throws IOException {
			FileAttribute<?>[] rights = file.getFileSystem().supportedFileAttributeViews().contains("posix")
					? new FileAttribute<?>[] {
							PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
					: new FileAttribute<?>[0];
			return Channels.newOutputStream(Files.newByteChannel(file,
					Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
					rights));
		}

	}

	/** The words after a command read as pairs: {@code --name value}. */
	final class Options {

		private Options() {
		}

		/** Each name with the word after it; an empty one where that is missing. */
		static Map<String, String> of(List<String> words) {
			Map<String, String> options = new LinkedHashMap<>();
			for (int i = 0; i < words.size(); i += 2) {
				options.put(words.get(i), (i + 1 < words.size()) ? words.get(i + 1) : "");
			}
			return options;
		}

	}

}
