package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.jfpmonitor.progress.Sender;

/** The configuration as it is shipped, and files read by it. */
public final class Shipped {

	static final Path CONFIG = Path.of("config");

	public static final Path SAMPLES = Path.of("src/test/resources/intake/samples");

	public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	public static final Organisations ORGANISATIONS = OrganisationsFile.read(CONFIG.resolve("organisations.yaml"))
		.organisations()
		.orElseThrow();

	public static final Catalogue CATALOGUE = CatalogueReading.in(CONFIG).catalogue();

	public static final Plan PLAN = PlanFiles.read(CONFIG.resolve("plan"), ORGANISATIONS, CATALOGUE)
		.plan()
		.orElseThrow();

	static final LayoutsReading LAYOUTS = Layouts.in(CONFIG, PLAN, CATALOGUE);

	private Shipped() {
	}

	/** The plan as the only one. */
	public static Plans plans(Plan plan) {
		return Plans.of(List.of(new PlanVersion(1, "0".repeat(64), Instant.EPOCH, plan)));
	}

	/** The layouts of the folder alone. */
	public static LayoutsReading layouts(Path folder, Plan plan) {
		return Layouts.read(OverlaidFiles.of(folder, List.of()), plan, CATALOGUE);
	}

	/** Reads the file by the shipped layouts; the name it arrived under is its own. */
	public static Read read(Path file) {
		return Read.by(LAYOUTS, PLAN, file, TODAY);
	}

	/** What reads files as the service does that is shipped. */
	public static ExtractReader reader() {
		return new ExtractReader(LAYOUTS.layouts(), ORGANISATIONS);
	}

	/** Writes the lines, each with a line feed, and reads them. */
	public static Read read(Path folder, String name, String... lines) {
		return read(write(folder, name, lines));
	}

	public static Path write(Path folder, String name, String... lines) {
		try {
			return Files.write(folder.resolve(name), List.of(lines), StandardCharsets.UTF_8);
		}
		catch (IOException failed) {
			throw new java.io.UncheckedIOException(failed);
		}
	}

	/**
	 * What became of a file.
	 *
	 * @param extract what it said, or null when it was refused
	 * @param refusal why it was refused, or null
	 * @param rejects every reject
	 */
	public record Read(Extract extract, ExtractRefused refusal, List<Reject> rejects) {

		public static Read by(LayoutsReading layouts, Plan plan, Path file, LocalDate today) {
			return by(layouts, file, new ReadingContext(plans(plan), today));
		}

		/** What whoever has the file is told who tries it. */
		static Read tried(LayoutsReading layouts, Plan plan, Path file, LocalDate today) {
			return by(layouts, file, new ReadingContext(plans(plan), today, Sender.OWNER_OF_THE_FOLDER, true));
		}

		private static Read by(LayoutsReading layouts, Path file, ReadingContext context) {
			List<Reject> rejects = new ArrayList<>();
			ExtractReader reader = new ExtractReader(layouts.layouts(), ORGANISATIONS);
			try {
				return new Read(reader.read(file, file.getFileName().toString(), context, rejects::add), null, rejects);
			}
			catch (ExtractRefused refused) {
				return new Read(null, refused, rejects);
			}
		}

		/** One line a figure: {@code virtual-ward-beds QMM April 2025 = 181}. */
		List<String> figures() {
			return this.extract.observations().stream().map(Read::inWords).sorted().toList();
		}

		private static String inWords(org.jfpmonitor.observation.Observation each) {
			String value = (each.figure().value() != null)
					? PLAN.measure(each.cell().measure()).orElseThrow().unit().inWords(each.figure().value())
					: each.figure().mark().name();
			return each.cell().measure() + " " + each.cell().organisation() + " " + each.cell().period().inWords()
					+ " = " + value;
		}

		/** One line a reject: {@code 3 not_a_number value [n/a] a number}. */
		List<String> rejections() {
			return this.rejects.stream()
				.map((each) -> each.place().label() + " " + each.code().code() + " " + each.column() + " ["
						+ each.found() + "] " + each.expected())
				.toList();
		}

	}

}
