package org.jfpmonitor.plan.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The YAML files of one kind that are in force: those of a folder, and of those that come
 * with the program each in whose place the folder has none of the same name. A newer
 * program so brings newer files, and touches none in the folder.
 */
public final class OverlaidFiles {

	private final Path folder;

	private final List<YamlFile> files;

	private final Set<YamlFile> shipped;

	private final List<Path> inPlace;

	private final List<Fault> faults;

	private OverlaidFiles(Path folder, List<YamlFile> files, Set<YamlFile> shipped, List<Path> inPlace,
			List<Fault> faults) {
		this.folder = folder;
		this.files = List.copyOf(files);
		this.shipped = Set.copyOf(shipped);
		this.inPlace = List.copyOf(inPlace);
		this.faults = List.copyOf(faults);
	}

	/**
	 * The files that are there now.
	 * @param folder which need not exist
	 * @param shipped those that come with the program
	 */
	public static OverlaidFiles of(Path folder, List<YamlFile> shipped) {
		Map<String, YamlFile> byName = new TreeMap<>();
		shipped.forEach((file) -> byName.put(file.name(), file));
		List<Fault> faults = new ArrayList<>();
		List<Path> inPlace = new ArrayList<>();
		for (Path path : list(folder, faults)) {
			YamlFile replaced = byName.remove(String.valueOf(path.getFileName()));
			YamlFile.onDisk(path, faults).ifPresent((file) -> {
				byName.put(file.name(), file);
				if (replaced != null && !replaced.content().equals(file.content())) {
					inPlace.add(path);
				}
			});
		}
		return new OverlaidFiles(folder, List.copyOf(byName.values()), new HashSet<>(shipped), inPlace, faults);
	}

	/** The folder. */
	public Path folder() {
		return this.folder;
	}

	/** The files, in the order of their names. */
	public List<YamlFile> files() {
		return this.files;
	}

	/** Whether the file came with the program, and so is nobody's to correct. */
	public boolean isShipped(YamlFile file) {
		return this.shipped.contains(file);
	}

	/**
	 * Files of the folder that say something else than the shipped one in whose place
	 * they stand.
	 */
	public List<Path> inPlaceOfShipped() {
		return this.inPlace;
	}

	/** Why files of the folder could not be read. */
	public List<Fault> faults() {
		return this.faults;
	}

	private static List<Path> list(Path folder, List<Fault> faults) {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(folder)) {
			List<Path> named = entries.filter((path) -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
			named.stream()
				.filter((path) -> path.toString().endsWith(".yml"))
				.forEach((path) -> faults.add(Fault.of(path,
						"expected a name that ends in .yaml, found .yml." + " Rename the file, or it is not read.")));
			return named.stream().filter((path) -> path.toString().endsWith(".yaml")).toList();
		}
		catch (IOException unreadable) {
			faults.add(Fault.of(folder,
					"expected a folder that can be read, found none. Allow the service to read it, or move it away."));
			return List.of();
		}
	}

}
