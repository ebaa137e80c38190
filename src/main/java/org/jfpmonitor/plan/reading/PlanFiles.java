package org.jfpmonitor.plan.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.jspecify.annotations.Nullable;

/** The YAML files that together say one plan. */
public final class PlanFiles {

	private final Path directory;

	private final List<YamlFile> files;

	private final List<Fault> faults;

	private PlanFiles(Path directory, List<YamlFile> files, List<Fault> faults) {
		this.directory = directory;
		this.files = List.copyOf(files);
		this.faults = List.copyOf(faults);
	}

	/**
	 * Reads every file of the directory whose name ends in {@code .yaml}, in the order of
	 * names, as one plan.
	 * @param directory usually {@code config/plan}
	 * @param organisations whose codes the plan may name
	 * @param catalogue whose measures and feeds it may refer to
	 */
	public static PlanReading read(Path directory, Organisations organisations, Catalogue catalogue) {
		return in(directory).read(organisations, catalogue);
	}

	/** The files that are in the directory now. */
	public static PlanFiles in(Path directory) {
		List<Fault> faults = new ArrayList<>();
		List<YamlFile> files = new ArrayList<>();
		for (Path path : list(directory, faults)) {
			YamlFile.onDisk(path, faults).ifPresent(files::add);
		}
		return new PlanFiles(directory, files, faults);
	}

	/** Files kept from earlier, as they were then. */
	public static PlanFiles kept(List<YamlFile> files) {
		return new PlanFiles(Path.of(""), files, List.of());
	}

	/** The plan they say. Without a register, any organisation code may be named. */
	public PlanReading read(@Nullable Organisations register, Catalogue catalogue) {
		return reader(register, catalogue).result();
	}

	PlanReader reader(@Nullable Organisations register, Catalogue catalogue) {
		return PlanReader.of(this.directory, this.files, register, catalogue, this.faults);
	}

	/** Whether nothing lies there, be it under a name that is not read. */
	boolean isEmpty() {
		try (Stream<Path> entries = Files.list(this.directory)) {
			return entries.noneMatch((path) -> extension(path).isPresent());
		}
		catch (IOException missing) {
			return true;
		}
	}

	/** Where they lie. */
	Path directory() {
		return this.directory;
	}

	/** The files, in the order of their names. */
	public List<YamlFile> files() {
		return this.files;
	}

	private static List<Path> list(Path directory, List<Fault> faults) {
		try (Stream<Path> entries = Files.list(directory)) {
			List<Path> named = entries.filter((path) -> extension(path).isPresent()).sorted().toList();
			named.stream()
				.filter((path) -> extension(path).equals(Optional.of("yml")))
				.forEach((path) -> faults.add(Fault.of(path,
						"expected a name that ends in .yaml, found .yml." + " Rename the file, or it is not read.")));
			List<Path> plans = named.stream().filter((path) -> extension(path).equals(Optional.of("yaml"))).toList();
			if (plans.isEmpty() && faults.isEmpty()) {
				faults.add(Fault.of(directory, "expected files that end in .yaml, found none. Put the files of the"
						+ " plan here, or set jfp.config to the folder above the plan folder."));
			}
			return plans;
		}
		catch (IOException missing) {
			faults.add(Fault.of(directory, "expected a folder with the files of the plan, found none that can be"
					+ " read. Create it, or set jfp.config to the folder above the plan folder."));
			return List.of();
		}
	}

	private static Optional<String> extension(Path path) {
		String name = path.getFileName().toString();
		return Stream.of("yaml", "yml").filter((each) -> name.endsWith("." + each)).findFirst();
	}

}
