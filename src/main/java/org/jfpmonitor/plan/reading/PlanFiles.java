package org.jfpmonitor.plan.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.organisation.Organisations;
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
	 */
	public static PlanReading read(Path directory, Organisations organisations) {
		return in(directory).read(organisations);
	}

	/**
	 * As {@link #read(Path, Organisations)}; while the register itself is faulty, any
	 * code may be named, because it may be one of those that could not be read.
	 */
	public static PlanReading read(Path directory, OrganisationsReading organisations) {
		return in(directory).read(organisations.organisations().orElse(null));
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
	public PlanReading read(@Nullable Organisations register) {
		return reader(register).result();
	}

	PlanReader reader(@Nullable Organisations register) {
		return PlanReader.of(this.directory, this.files, register, this.faults);
	}

	/** The files, in the order of their names. */
	public List<YamlFile> files() {
		return this.files;
	}

	/**
	 * SHA-256 of the names and contents, in hexadecimal: the same for the same words,
	 * wherever the files lie and whatever their line ends.
	 */
	public String fingerprint() {
		StringBuilder all = new StringBuilder();
		for (YamlFile file : this.files) {
			all.append(file.name()).append('\0').append(file.content()).append('\0');
		}
		return DigestUtils.sha256Hex(all.toString());
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
