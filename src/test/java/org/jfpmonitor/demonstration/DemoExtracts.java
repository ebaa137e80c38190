package org.jfpmonitor.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the made-up extracts of {@code config/demo}. They are the same to the byte
 * whenever they are written.
 */
public final class DemoExtracts {

	private DemoExtracts() {
	}

	/**
	 * Writes all extracts into day folders, which are emptied first.
	 * @param arguments the folder, {@code config/demo} when there is none
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Path.of((arguments.length > 0) ? arguments[0] : "config/demo");
		clear(folder);
		for (DemoFile file : all()) {
			Path day = Files.createDirectories(folder.resolve(file.arrivedOn().toString()));
			Files.write(day.resolve(file.name()), file.bytes());
		}
	}

	/** Every extract, in order of arrival and name. */
	static List<DemoFile> all() {
		return sources().stream()
			.flatMap((source) -> source.files().stream())
			.sorted(Comparator.comparing(DemoFile::arrivedOn).thenComparing(DemoFile::name))
			.toList();
	}

	/** New for every use: a source varies its figures as it goes. */
	private static List<DemoSource> sources() {
		return List.of(new AmbulanceExtract(), new BedSituation(), new CancerSheets(), new DiagnosticsExtract(),
				new EmergencyExtract(), new LocalFigures(), new LungCheckExtract(), new MaternityExtracts(),
				new MentalHealthExtract(), new OvernightBeds(), new ProgressReport(), new QuarterlyExtracts(),
				new ReferralExtract(), new SmokingExtract(), new TalkingTherapiesExtract(), new VirtualWardSheet());
	}

	private static void clear(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder, 2)) {
			for (Path file : files.filter((each) -> each.getNameCount() == folder.getNameCount() + 2).toList()) {
				Files.delete(file);
			}
		}
	}

}
