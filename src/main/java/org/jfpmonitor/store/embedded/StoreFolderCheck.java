package org.jfpmonitor.store.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses a store folder whose content this service cannot or must not open, and says
 * why.
 */
final class StoreFolderCheck {

	/** The programs take 60 MB, a fresh database 40 MB, the write-ahead log some more. */
	private static final long LEAST_FREE_FOR_NEW = 256;

	private static final long LEAST_FREE = 64;

	private final StoreFolder folder;

	StoreFolderCheck(StoreFolder folder) {
		this.folder = folder;
	}

	/** What to say when the folder cannot even be read or written. */
	static StoreUnavailable inaccessible(Path path, IOException cause) {
		String reason = (cause instanceof AccessDeniedException) ? "access denied" : "" + cause.getMessage();
		return new StoreUnavailable(
				"The folder %s of the embedded database cannot be used by user %s%s: %s".formatted(path,
						System.getProperty("user.name"), ownedBy(path), reason),
				"Run the service as the owner of that folder, make it readable and writable for this user, or name another one with jfp.data.",
				cause);
	}

	private static String ownedBy(Path path) {
		try {
			return " (it belongs to " + Files.getOwner(path).getName() + ")";
		}
		catch (IOException ex) {
			return "";
		}
	}

	void run() throws IOException {
		checkOwner();
		checkMajor();
		if (Files.exists(this.folder.cluster()) && !Files.exists(this.folder.passwordFile())) {
			throw new StoreUnavailable("The embedded database in %s has lost its password: %s is missing"
				.formatted(this.folder.cluster(), this.folder.passwordFile()), "Put that file back from a backup.");
		}
		long free = Files.getFileStore(this.folder.root()).getUsableSpace() / (1024 * 1024);
		long least = Files.exists(this.folder.cluster()) ? LEAST_FREE : LEAST_FREE_FOR_NEW;
		if (free < least) {
			throw new StoreUnavailableForNow(
					"The embedded database in %s needs at least %d MB of free disk space, found %d MB"
						.formatted(this.folder.root(), least, free),
					"Make room on that disk, or name a folder on another one with jfp.data.");
		}
	}

	/** PostgreSQL opens only data that belongs to the very user it runs as. */
	private void checkOwner() throws IOException {
		if (!Files.exists(this.folder.cluster())) {
			return;
		}
		Path probe = Files.createTempFile(this.folder.root(), "owner", null);
		UserPrincipal self = Files.getOwner(probe);
		Files.delete(probe);
		UserPrincipal owner = Files.getOwner(this.folder.cluster());
		if (!owner.equals(self)) {
			throw new StoreUnavailable(
					"The embedded database in %s belongs to user %s, but this service runs as user %s"
						.formatted(this.folder.cluster(), owner.getName(), self.getName()),
					"Run the service as %s, or hand the data over: chown -R %s %s".formatted(owner.getName(),
							self.getName(), this.folder.root()));
		}
	}

	private void checkMajor() throws IOException {
		Path version = this.folder.cluster().resolve("PG_VERSION");
		Optional<String> found = Files.exists(version) ? Optional.of(StoreFolder.read(version)) : otherMajor();
		if (found.isPresent() && !found.get().equals(major())) {
			throw new StoreUnavailable(
					"The embedded database in %s was written by PostgreSQL %s; this release brings PostgreSQL %d, which cannot read it"
						.formatted(this.folder.root(), found.get(), StoreFolder.MAJOR),
					"Go back to the release that wrote it, or serve that data with a PostgreSQL %s of your own and set spring.datasource.url."
						.formatted(found.get()));
		}
	}

	/**
	 * A database of another release line beside which an empty new one must not appear.
	 */
	private Optional<String> otherMajor() throws IOException {
		if (Files.exists(this.folder.cluster())) {
			return Optional.empty();
		}
		try (Stream<Path> entries = Files.list(this.folder.root())) {
			return entries.filter((entry) -> Files.exists(entry.resolve("PG_VERSION")))
				.map((entry) -> String.valueOf(entry.getFileName()))
				.filter((name) -> name.matches("[0-9]+"))
				.findFirst();
		}
	}

	private static String major() {
		return String.valueOf(StoreFolder.MAJOR);
	}

}
