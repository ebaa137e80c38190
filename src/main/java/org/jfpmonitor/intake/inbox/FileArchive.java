package org.jfpmonitor.intake.inbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.RejectsCsv;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the file of a delivery where it belongs, with what was refused of it beside it.
 * Can be done again at any point: a file already in its place stays there.
 */
@Component
public class FileArchive {

	private final DataFolders folders;

	private final Deliveries deliveries;

	public FileArchive(DataFolders folders, Deliveries deliveries) {
		this.folders = folders;
		this.deliveries = deliveries;
	}

	/**
	 * Files the delivery's file.
	 * @param delivery what became of it
	 * @param state in which folder it belongs
	 * @param source the file itself
	 * @param seen what a look at the source showed when it was read; null when that is
	 * not known any more
	 * @return whether its bytes lie there; otherwise the source is not what it was
	 */
	public boolean file(Delivery delivery, Delivery.Outcome state, Path source, @Nullable String seen)
			throws IOException {
		ArchivePlace found = place(delivery.sha256(), state, source);
		Path place = found.path();
		FolderRights.make(Objects.requireNonNull(place.getParent(), "A place lies in a folder"));
		fileRejects(delivery, place);
		boolean held = found.held() || take(delivery.sha256(), source, seen, place);
		if (found.held() && isInInbox(source)) {
			removeIfSame(source, seen, delivery.sha256());
		}
		dropFromOther(delivery, state, place);
		return held;
	}

	/**
	 * Puts away a file whose bytes came before. It is dropped when the archive or the
	 * refused hold those bytes, else it takes the place of the one they have lost.
	 */
	public void fileRepeat(Delivery known, Delivery.Outcome state, Path source, String seen) throws IOException {
		if (isInInbox(source) && isHeldAsKnown(known, state)) {
			removeIfSame(source, seen, known.sha256());
		}
		else {
			file(known, state, source, seen);
		}
	}

	/** Whether the file lies in the inbox, from where it is taken away. */
	public boolean isInInbox(Path file) {
		return file.toAbsolutePath().normalize().startsWith(this.folders.inbox());
	}

	/**
	 * Where the file belongs: under its own name, or with the beginning of its
	 * fingerprint before it where another file has that name already. A name too long for
	 * that is replaced by the fingerprint.
	 */
	private ArchivePlace place(String sha256, Delivery.Outcome state, Path source) throws IOException {
		Path plain = this.folders.of(state).resolve(relative(source));
		if (!FileNames.isTooLong(plain)) {
			for (Path each : List.of(plain, FileNames.prefixed(plain, sha256.substring(0, 8) + "-"))) {
				boolean held = isHeld(each, sha256);
				if (held || isFree(each)) {
					return new ArchivePlace(each, held);
				}
			}
		}
		Path last = plain.resolveSibling(sha256 + ".csv");
		return new ArchivePlace(last, isHeld(last, sha256));
	}

	/** The name with the sub-folder of the inbox that it came in. */
	private Path relative(Path source) {
		Path file = source.toAbsolutePath().normalize();
		for (Path root : List.of(this.folders.inbox(), this.folders.archive(), this.folders.refused())) {
			if (file.startsWith(root)) {
				return root.relativize(file);
			}
		}
		return Objects.requireNonNull(file.getFileName(), "A file has a name");
	}

	private static boolean isFree(Path place) {
		// A file that looks like the rejects of another one is never put in their place.
		return !Files.exists(place) && !FileNames.shown(place).endsWith(".rejects.csv");
	}

	private static boolean isHeld(Path place, String sha256) throws IOException {
		return Files.isRegularFile(place) && Fingerprint.of(place).equals(sha256);
	}

	private void fileRejects(Delivery delivery, Path place) throws IOException {
		Path beside = FileNames.lengthened(place, ".rejects.csv");
		if (delivery.lines().rejected() == 0 && delivery.faults().isEmpty()) {
			Files.deleteIfExists(beside);
			return;
		}
		AtomicFile.write(beside, (bytes) -> {
			BufferedWriter text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
			RejectsCsv.write(delivery, this.deliveries, text);
			text.flush();
		});
	}

	/** Whether it is there now. */
	private boolean take(String sha256, Path source, @Nullable String seen, Path place) throws IOException {
		if (!isSame(source, seen, sha256)) {
			return false;
		}
		if (!isInInbox(source)) {
			AtomicFile.copy(source, place);
			return true;
		}
		FileStamp before = FileStamp.of(source);
		AtomicFile.move(source, place);
		if (!FileStamp.of(place).isAsWrittenAs(before) && !isHeld(place, sha256)) {
			// Another file took its name in the last moment: it has not been read yet.
			Files.move(place, source);
			return false;
		}
		return true;
	}

	private static void removeIfSame(Path source, @Nullable String seen, String sha256) throws IOException {
		if (isSame(source, seen, sha256)) {
			Files.deleteIfExists(source);
		}
	}

	/**
	 * Whether the file is still the one that was read. A new one that has taken its name
	 * is left where it is and read in its turn.
	 */
	private static boolean isSame(Path source, @Nullable String seen, String sha256) throws IOException {
		try {
			return FileStamp.of(source).toString().equals(seen) || Fingerprint.of(source).equals(sha256);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	/** A file that was refused and is now published must not lie in both folders. */
	private void dropFromOther(Delivery delivery, Delivery.Outcome state, Path place) throws IOException {
		for (Delivery.Outcome other : Delivery.Outcome.values()) {
			Path copy = this.folders.of(other).resolve(this.folders.of(state).relativize(place));
			if (other != state && isHeld(copy, delivery.sha256()) && isHeld(place, delivery.sha256())) {
				Files.delete(copy);
				Files.deleteIfExists(FileNames.lengthened(copy, ".rejects.csv"));
			}
		}
	}

	private boolean isHeldAsKnown(Delivery known, Delivery.Outcome state) throws IOException {
		try {
			return place(known.sha256(), state, this.folders.inbox().resolve(known.fileName())).held();
		}
		catch (InvalidPathException ex) {
			// The name as people read it is not always one that the system takes.
			return false;
		}
	}

	/**
	 * Where a file belongs.
	 *
	 * @param path its place
	 * @param held whether its bytes lie there already
	 */
	private record ArchivePlace(Path path, boolean held) {

	}

}
