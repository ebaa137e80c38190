package org.jfpmonitor.intake.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Fault;
import org.jfpmonitor.plan.Plan;

/** Every layout in force: how files of each kind are recognised and read. */
public final class Layouts {

	private Layouts() {
	}

	/**
	 * Reads every {@code *.yaml} file of the folder, in order of name.
	 * @param layoutsDir the folder, usually {@code config/layouts}
	 * @param plan the plan whose feeds and measures the layouts may name
	 */
	public static LayoutsReading read(Path layoutsDir, Plan plan) {
		try (Stream<Path> files = Files.list(layoutsDir)) {
			List<Fault> faults = files.filter((file) -> file.toString().endsWith(".yaml"))
				.sorted()
				.map((file) -> new Fault(file, 0, "this reader knows no layouts yet"))
				.toList();
			return new LayoutsReading(faults.isEmpty() ? new Layouts() : null, faults);
		}
		catch (IOException unreadable) {
			return new LayoutsReading(null, List.of(new Fault(layoutsDir, 0,
					"expected a folder of layouts, found none that can be read. Create it, or set jfp.config.")));
		}
	}

	/** What the one layout that recognises the file makes of it; empty when none does. */
	Optional<Extract> reading(Path file, Organisations organisations) {
		return Optional.empty();
	}

}
