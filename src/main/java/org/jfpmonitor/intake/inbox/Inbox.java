package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jfpmonitor.calendar.Today;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which files are dropped, with its sub-folders one level down. Files
 * that are still being written, hidden or temporary are left alone.
 */
public final class Inbox {

	private static final Logger logger = LoggerFactory.getLogger(Inbox.class);

	/** The inbox itself, its sub-folders, and one below to tell what is not read. */
	private static final int DEPTH = 3;

	/** After this time, what a cut-off upload left is taken away. */
	private static final Duration FORGOTTEN = Duration.ofDays(1);

	private final Path folder;

	private final Duration quiet;

	private final Consumer<Duration> pause;

	private final Today today;

	/** What is said of files that are not read, so that not every look repeats it. */
	private final Set<String> said = new HashSet<>();

	/**
	 * An inbox.
	 * @param folder where it is
	 * @param quiet how long size and time of a file must stand still
	 * @param pause lets that time pass between two looks
	 * @param today tells how old the remains of a cut-off upload are
	 */
	public Inbox(Path folder, Duration quiet, Consumer<Duration> pause, Today today) {
		this.folder = folder;
		this.quiet = quiet;
		this.pause = pause;
		this.today = today;
	}

	/** Lets the time pass, or returns at once when the thread is interrupted. */
	public static void sleep(Duration time) {
		try {
			Thread.sleep(time.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Where it is. */
	public Path folder() {
		return this.folder;
	}

	/**
	 * The files that are written to their end, the oldest first: those that two looks
	 * find the same. Their times are only compared with each other, because the clock of
	 * the disk may be another one.
	 */
	public List<Path> ready() throws IOException {
		Map<Path, FileStamp> seen = look();
		if (seen.isEmpty()) {
			return List.of();
		}
		this.pause.accept(this.quiet);
		Map<Path, FileStamp> now = look();
		now.entrySet().removeIf((each) -> {
			boolean growing = !each.getValue().equals(seen.get(each.getKey()));
			if (growing) {
				logger.info("{} is still being written and is left for the next time", FileNames.shown(each.getKey()));
			}
			return growing;
		});
		return oldestFirst(now);
	}

	private static List<Path> oldestFirst(Map<Path, FileStamp> files) {
		return files.entrySet()
			.stream()
			.sorted(Comparator.comparing((Map.Entry<Path, FileStamp> each) -> each.getValue().modified())
				.thenComparing(Map.Entry::getKey))
			.map(Map.Entry::getKey)
			.toList();
	}

	private Map<Path, FileStamp> look() throws IOException {
		FolderRights.make(this.folder);
		Map<Path, FileStamp> files = new LinkedHashMap<>();
		for (Path file : files()) {
			try {
				files.put(file, FileStamp.of(file));
			}
			catch (NoSuchFileException ex) {
				logger.debug("{} went away", file, ex);
			}
		}
		return files;
	}

	private synchronized List<Path> files() throws IOException {
		List<Path> files = new ArrayList<>();
		Set<String> notRead = new HashSet<>();
		Files.walkFileTree(this.folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) {
				boolean hidden = !folder.equals(Inbox.this.folder) && FileNames.isPassedOver(folder);
				return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
				if (isToBeRead(file, seen, notRead)) {
					files.add(file);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
				if (file.equals(Inbox.this.folder)) {
					throw trouble;
				}
				notRead.add("%s in the inbox cannot be looked at: %s".formatted(FileNames.shown(file),
						FileTrouble.inWords(trouble)));
				return FileVisitResult.CONTINUE;
			}

		});
		notRead.stream().filter((each) -> !this.said.contains(each)).sorted().forEach(logger::warn);
		this.said.clear();
		this.said.addAll(notRead);
		return files;
	}

	private boolean isToBeRead(Path file, BasicFileAttributes seen, Set<String> notRead) throws IOException {
		if (AtomicFile.isUnfinished(file)) {
			forget(file, seen.lastModifiedTime());
			return false;
		}
		if (FileNames.isPassedOver(file)) {
			return false;
		}
		String reason = (this.folder.relativize(file).getNameCount() == DEPTH) ? "lies more than one folder deep"
				: seen.isDirectory() ? null
						: seen.isRegularFile() ? null : "is no ordinary file but a link or a device";
		if (reason != null) {
			notRead.add("%s in the inbox is not read: it %s. Put the file itself into the inbox or a folder in it."
				.formatted(FileNames.shown(file), reason));
		}
		return reason == null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
	}

	private void forget(Path unfinished, FileTime modified) throws IOException {
		if (!this.today.isFixed() && modified.toInstant().isBefore(this.today.now().minus(FORGOTTEN))) {
			Files.deleteIfExists(unfinished);
		}
	}

}
