package org.jfpmonitor.extract.layout.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.Grammar;
import org.jfpmonitor.plan.yaml.YamlDocument;
import org.jfpmonitor.plan.yaml.YamlFile;

/**
 * The layout files of a folder.
 *
 * @param layouts in order of file name; incomplete when there are faults
 * @param faults every fault of all files, in order of file and line
 * @param warnings what is odd and may be meant, and measures that none of them supplies
 * @param unasked measures that they would give and the plan does not ask for
 */
public record LayoutFiles(List<Layout> layouts, List<Fault> faults, List<Fault> warnings, Set<MeasureId> unasked) {

	private static final Grammar GRAMMAR = Grammar.named("layout");

	public LayoutFiles {
		layouts = List.copyOf(layouts);
		faults = List.copyOf(faults);
		warnings = List.copyOf(warnings);
		unasked = Set.copyOf(unasked);
	}

	/**
	 * Reads every {@code *.yaml} file of the folder.
	 * @param directory usually {@code config/layouts}
	 * @param plan whose feeds and measures they may name
	 */
	public static LayoutFiles read(Path directory, Plan plan) {
		List<Fault> faults = new ArrayList<>();
		List<Fault> warnings = new ArrayList<>();
		List<Layout> layouts = new ArrayList<>();
		Map<String, Path> ids = new HashMap<>();
		Set<MeasureId> unasked = new HashSet<>();
		for (Path path : files(directory, faults)) {
			read(path, plan, faults, warnings, unasked).ifPresent((layout) -> {
				Path earlier = ids.putIfAbsent(layout.id(), path);
				if (earlier != null) {
					faults.add(new Fault(path, 1, 1, "expected a layout id of its own, found \"" + layout.id()
							+ "\", which " + earlier.getFileName() + " has too. Choose another one."));
				}
				layouts.add(layout);
			});
		}
		faults.sort(Comparator.comparing(Fault::file).thenComparingInt(Fault::line));
		if (faults.isEmpty()) {
			warnings.addAll(unsupplied(directory, layouts, plan));
		}
		return new LayoutFiles(layouts, faults, faults.isEmpty() ? warnings : List.of(), unasked);
	}

	/**
	 * Measures for which no figure can come: no layout reckons them, and none of their
	 * feed has rows that name their own measure.
	 */
	private static List<Fault> unsupplied(Path directory, List<Layout> layouts, Plan plan) {
		Set<MeasureId> reckoned = layouts.stream()
			.flatMap((layout) -> (layout.contents() instanceof Contents.Figures rules) ? rules.figures().stream()
					: Stream.empty())
			.map(FigureRule::measure)
			.collect(Collectors.toSet());
		Set<FeedId> named = layouts.stream()
			.filter((layout) -> layout.contents() instanceof Contents.Named)
			.map(Layout::feed)
			.collect(Collectors.toSet());
		return plan.measures()
			.stream()
			.filter((measure) -> !reckoned.contains(measure.id()) && !named.contains(measure.feed()))
			.map((measure) -> Fault.of(directory,
					"expected a layout with the figure " + measure.id() + ", found none. Add it to a layout of feed "
							+ measure.feed() + ", or no figure will ever come."))
			.toList();
	}

	private static List<Path> files(Path directory, List<Fault> faults) {
		try (Stream<Path> entries = Files.list(directory)) {
			List<Path> files = entries.filter((path) -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
			files.stream()
				.filter((path) -> path.toString().endsWith(".yml"))
				.forEach((path) -> faults
					.add(Fault.of(path, "expected a name that ends in .yaml, found .yml. Rename the file.")));
			return files;
		}
		catch (IOException unreadable) {
			faults.add(Fault.of(directory,
					"expected a folder with layout files, found none that can be read. Create it, or set jfp.config."));
			return List.of();
		}
	}

	private static Optional<Layout> read(Path path, Plan plan, List<Fault> faults, List<Fault> warnings,
			Set<MeasureId> unasked) {
		Optional<YamlDocument> document = YamlFile.onDisk(path, faults).map(GRAMMAR::read);
		Optional<Layout> layout = document.flatMap(YamlDocument::root).map((root) -> {
			LayoutReader reader = new LayoutReader(root, plan);
			Layout read = reader.read(DigestUtils.sha256Hex(root.file().content()));
			unasked.addAll(reader.unasked());
			return read;
		});
		document.ifPresent((read) -> {
			faults.addAll(read.faults());
			warnings.addAll(read.warnings());
		});
		return layout.filter((read) -> document.stream().allMatch((each) -> each.faults().isEmpty()));
	}

}
