package org.jfpmonitor.plan.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.yaml.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The files of every edition of the plan: one edition in the folder {@code plan}, one in
 * each folder of {@code plans}. Either may be missing.
 */
public final class EditionFiles {

	private final List<PlanFiles> editions;

	private final List<Fault> faults;

	private EditionFiles(List<PlanFiles> editions, List<Fault> faults) {
		this.editions = List.copyOf(editions);
		this.faults = List.copyOf(faults);
	}

	/**
	 * The files that are there now.
	 * @param config the folder that holds {@code plan} and {@code plans}
	 */
	public static EditionFiles in(Path config) {
		List<Fault> faults = new ArrayList<>();
		List<Path> folders = new ArrayList<>(folders(config.resolve("plans"), faults));
		Path first = config.resolve("plan");
		if (folders.isEmpty() || Files.exists(first)) {
			folders.add(0, first);
		}
		return new EditionFiles(folders.stream().map(PlanFiles::in).toList(), faults);
	}

	/**
	 * The editions they say. Without a register, any organisation code may be named.
	 */
	public EditionsReading read(@Nullable Organisations register, Catalogue catalogue) {
		List<PlanReader> readers = this.editions.stream().map((files) -> files.reader(register, catalogue)).toList();
		new Succession(readers).check();
		List<EditionsReading.Edition> read = new ArrayList<>();
		for (int i = 0; i < readers.size(); i++) {
			read.add(new EditionsReading.Edition(this.editions.get(i).files(), catalogue, readers.get(i).result()));
		}
		return new EditionsReading(read, this.faults,
				this.editions.stream().filter(PlanFiles::isEmpty).map(PlanFiles::directory).toList());
	}

	private static List<Path> folders(Path plans, List<Fault> faults) {
		if (!Files.isDirectory(plans)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(plans)) {
			List<Path> visible = entries.filter((each) -> !each.getFileName().toString().startsWith("."))
				.sorted()
				.toList();
			visible.stream()
				.filter((each) -> !Files.isDirectory(each))
				.forEach((file) -> faults.add(Fault.of(file, "expected a folder for each edition, found a file. Move it"
						+ " into the folder of its edition, as in plans/2026/" + file.getFileName() + ".")));
			return visible.stream().filter(Files::isDirectory).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
