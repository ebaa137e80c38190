package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.intake.delivery.OldDeliveries;

import org.springframework.stereotype.Component;

/**
 * The files in the archive and among the refused, when their time is over. A file is
 * known by its bytes, never by its name alone; what was not put there by an import stays.
 */
@Component
public class FiledFiles {

	private final DataFolders folders;

	FiledFiles(DataFolders folders) {
		this.folders = folders;
	}

	/**
	 * Removes the files of the deliveries, and what lies beside each as its rejects.
	 * @return how many files were removed, the rejects not counted
	 */
	public int remove(List<OldDeliveries.Filed> deliveries) throws IOException {
		if (deliveries.isEmpty()) {
			return 0;
		}
		Set<String> names = new HashSet<>();
		Set<String> fingerprints = new HashSet<>();
		for (OldDeliveries.Filed each : deliveries) {
			fingerprints.add(each.sha256());
			names.addAll(names(each.sha256(), each.fileName()));
		}
		int removed = 0;
		for (Path folder : List.of(this.folders.archive(), this.folders.refused())) {
			for (Path file : files(folder)) {
				if (names.contains(FileNames.shown(file)) && fingerprints.contains(Fingerprint.of(file))) {
					Files.deleteIfExists(FileNames.lengthened(file, ".rejects.csv"));
					Files.delete(file);
					removed++;
				}
			}
		}
		return removed;
	}

	/**
	 * The file of these bytes, where it is still kept.
	 * @param fileNames the names under which they arrived, without folders
	 */
	public Optional<Path> find(String sha256, List<String> fileNames) throws IOException {
		Set<String> names = fileNames.stream()
			.flatMap((each) -> names(sha256, each).stream())
			.collect(Collectors.toSet());
		for (Path folder : List.of(this.folders.archive(), this.folders.refused())) {
			for (Path file : files(folder)) {
				if (names.contains(FileNames.shown(file)) && Fingerprint.of(file).equals(sha256)) {
					return Optional.of(file);
				}
			}
		}
		return Optional.empty();
	}

	/** Under which names they may lie. */
	private static Set<String> names(String sha256, String fileName) {
		return Set.of(fileName, sha256.substring(0, 8) + "-" + fileName, sha256 + ".csv");
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
