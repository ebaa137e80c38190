package org.jfpmonitor.store.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * The folder of the embedded database. Claiming it keeps every other process out until it
 * is closed, and refuses a folder whose content this service cannot or must not use.
 */
public final class StoreFolder implements Closeable {

	/** The PostgreSQL release line whose programs the build brings along. */
	static final int MAJOR = 18;

	/** Enough for the server's own words before those of the program that starts it. */
	private static final int LAST_LINES = 12;

	private static final int LONGEST_LOG_BYTES = 1024 * 1024;

	private final Path root;

	private final @Nullable FileChannel lockChannel;

	private StoreFolder(Path root, @Nullable FileChannel lockChannel) {
		this.root = root;
		this.lockChannel = lockChannel;
	}

	/**
	 * Takes the folder for this process, making it if need be.
	 * @param folder where the database is or will be kept
	 * @throws StoreUnavailable if another process holds it, or what is in it does not fit
	 */
	public static StoreFolder claim(Path folder) {
		try {
			Path root = make(folder.toAbsolutePath());
			StoreFolder claimed = new StoreFolder(root, lock(root));
			try {
				new StoreFolderCheck(claimed).run();
				claimed.clearLeftovers();
			}
			catch (IOException | RuntimeException ex) {
				claimed.close();
				throw ex;
			}
			return claimed;
		}
		catch (IOException ex) {
			throw StoreFolderCheck.inaccessible(folder.toAbsolutePath(), ex);
		}
	}

	/**
	 * The folder of a database that another process holds and runs; only to be read.
	 */
	static StoreFolder heldByAnother(Path folder) throws IOException {
		return new StoreFolder(folder.toRealPath(), null);
	}

	public Path root() {
		return this.root;
	}

	/** The database itself. It exists only once it is complete. */
	Path cluster() {
		return this.root.resolve(String.valueOf(MAJOR));
	}

	/** Where a database is built up before it takes its place at {@link #cluster()}. */
	Path unfinishedCluster() {
		return this.root.resolve(MAJOR + ".unfinished");
	}

	Path programs() {
		return this.root.resolve("programs");
	}

	Path log() {
		return this.root.resolve("server.log");
	}

	Path passwordFile() {
		return this.root.resolve("password");
	}

	/** The password of the database's users; only the owner of the folder can read it. */
	String password() {
		return read(this.passwordFile());
	}

	/** Makes up a new password, for a database that is about to be built. */
	void renewPassword() {
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		write(passwordFile(), HexFormat.of().formatHex(random));
	}

	/** The port used last time, if there was one. */
	Optional<Integer> recordedPort() {
		Path file = this.root.resolve("port");
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		String found = read(file);
		if (!found.matches("[0-9]{4,5}")) {
			throw new StoreUnavailable(
					"%s should hold a port number such as 25432, found \"%s\"".formatted(file, found),
					"Correct or delete that file.");
		}
		return Optional.of(Integer.valueOf(found));
	}

	void recordPort(int port) {
		write(this.root.resolve("port"), String.valueOf(port));
	}

	/**
	 * The last lines that the server wrote, for a message to whoever starts the service.
	 */
	String lastLogLines() {
		return lastLogLines(LAST_LINES);
	}

	/** Whether the last start failed because another program has taken the port. */
	boolean saysThatThePortIsTaken() {
		return lastLogLines(15).contains("could not bind");
	}

	private String lastLogLines(int number) {
		try (Stream<String> lines = Files.lines(log(), StandardCharsets.UTF_8)) {
			List<String> all = lines.toList();
			return String.join(System.lineSeparator(), all.subList(Math.max(0, all.size() - number), all.size()));
		}
		catch (IOException | UncheckedIOException ex) {
			return "(no log: " + ex.getMessage() + ")";
		}
	}

	/** Lets go of the folder: from here on another process may claim it. */
	@Override
	public void close() {
		try {
			if (this.lockChannel != null) {
				this.lockChannel.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path make(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			Path parent = folder.getParent();
			if (parent != null && !Files.exists(parent)) {
				ownerOnly(Files.createDirectories(parent));
			}
			ownerOnly(Files.createDirectories(folder));
		}
		return folder.toRealPath();
	}

	private static FileChannel lock(Path root) throws IOException {
		Path file = root.resolve("lock");
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			// far behind the text, so that the text stays readable where locks are
			// mandatory
			lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
		}
		catch (OverlappingFileLockException ex) {
			// held by this very process: the same answer as for any other holder
		}
		if (lock == null) {
			channel.close();
			String holder = Files.readString(file).strip();
			throw new StoreInUse(
					"The embedded database in %s is already in use by another JFP Monitor (process %s)".formatted(root,
							holder),
					"Stop process %s, or give this one a folder of its own with jfp.data,".formatted(holder)
							+ " or let both use one PostgreSQL server by setting spring.datasource.url.");
		}
		ownerOnly(file);
		channel.truncate(0);
		channel.write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
		return channel;
	}

	/** Programs that were cut off while unpacking would be taken for whole ones. */
	private void clearLeftovers() throws IOException {
		if (Files.exists(programs())) {
			try (Stream<Path> unpacked = Files.list(programs())) {
				for (Path programs : unpacked.filter((entry) -> !Files.exists(entry.resolve(".exists"))).toList()) {
					FileSystemUtils.deleteRecursively(programs);
				}
			}
		}
		if (Files.exists(log()) && Files.size(log()) > LONGEST_LOG_BYTES) {
			Files.delete(log());
		}
		// The server only appends to it.
		Files.write(log(), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		ownerOnly(log());
	}

	private void write(Path file, String content) {
		try {
			Path draft = Files.createTempFile(this.root, "draft", null);
			ownerOnly(draft);
			Files.writeString(draft, content);
			Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Files are made readable for their owner alone where the file system can say so. */
	static void ownerOnly(Path path) throws IOException {
		if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(path,
					PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
		}
	}

}
