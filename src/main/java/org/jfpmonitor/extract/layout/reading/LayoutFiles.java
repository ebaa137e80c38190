package org.jfpmonitor.extract.layout.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.Grammar;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.jfpmonitor.plan.yaml.YamlDocument;
import org.jfpmonitor.plan.yaml.YamlFile;

/**
 * What the layout files say.
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
	 * Reads the files.
	 * @param files in the order of their names
	 * @param plan whose feeds and measures they may name
	 * @param catalogue what they may name besides, without being read for it
	 */
	public static LayoutFiles read(OverlaidFiles files, Plan plan, Catalogue catalogue) {
		List<Fault> faults = new ArrayList<>(files.faults());
		List<Fault> warnings = new ArrayList<>();
		List<Layout> layouts = new ArrayList<>();
		Map<String, YamlFile> ids = new HashMap<>();
		Set<MeasureId> unasked = new HashSet<>();
		for (YamlFile file : files.files()) {
			PlanReferences references = new PlanReferences(plan, catalogue, files.isShipped(file));
			read(file, references, faults, warnings).ifPresent((layout) -> {
				YamlFile earlier = ids.putIfAbsent(layout.id(), file);
				if (earlier != null) {
					faults.add(new Fault(file.path(), 1, 1,
							"expected a layout id of its own, found \"" + layout.id() + "\", which " + earlier.name()
									+ " has too. Choose another one, or give both files the same name for one to stand"
									+ " in the other's place."));
				}
				layouts.add(layout);
			});
			unasked.addAll(references.unasked());
		}
		faults.sort(Comparator.comparing(Fault::file).thenComparingInt(Fault::line));
		Map<MeasureId, Contents.Elsewhere> withholding = withholding(layouts);
		if (faults.isEmpty()) {
			warnings.addAll(unsupplied(files.folder(), layouts, plan));
			layouts.forEach((layout) -> warnings.addAll(withheldOnlyElsewhere(ids, layout, withholding)));
		}
		return new LayoutFiles(layouts.stream().map((each) -> each.beside(withholding)).toList(), faults,
				faults.isEmpty() ? warnings : List.of(), unasked);
	}

	/**
	 * Measures for which no figure can come: no layout reckons them, and none of their
	 * feed has rows that name their own measure. Where the feed itself is not known, that
	 * has been said.
	 */
	private static List<Fault> unsupplied(Path directory, List<Layout> layouts, Plan plan) {
		Set<MeasureId> reckoned = layouts.stream()
			.flatMap(LayoutFiles::rules)
			.map(FigureRule::measure)
			.collect(Collectors.toSet());
		Set<FeedId> named = layouts.stream()
			.filter((layout) -> layout.contents() instanceof Contents.Named)
			.map(Layout::feed)
			.collect(Collectors.toSet());
		return plan.measures()
			.stream()
			.filter((measure) -> plan.feed(measure.feed()).isPresent())
			.filter((measure) -> !reckoned.contains(measure.id()) && !named.contains(measure.feed()))
			.map((measure) -> Fault.of(directory,
					"expected a layout with the figure " + measure.id() + ", found none. Add it to a layout of feed "
							+ measure.feed() + ", or no figure will ever come."))
			.toList();
	}

	/**
	 * By the strictest rule of the layouts that give them. A figure of which nothing is
	 * said, beside one that is withheld, could tell it: both count the same lines.
	 */
	private static Map<MeasureId, Contents.Elsewhere> withholding(List<Layout> layouts) {
		Map<MeasureId, Contents.Elsewhere> withholding = new HashMap<>();
		for (Layout layout : layouts) {
			layout.control().ifPresent((strictest) -> {
				List<FigureRule> asked = rules(layout)
					.filter((figure) -> figure.smallNumbers() == null || figure.isControlled())
					.toList();
				Set<MeasureId> together = asked.stream().map(FigureRule::measure).collect(Collectors.toSet());
				asked.forEach((figure) -> withholding.merge(figure.measure(),
						new Contents.Elsewhere(Objects.requireNonNullElse(figure.smallNumbers(), strictest),
								layout.id(), Set.of(together)),
						Contents.Elsewhere::and));
			});
		}
		return withholding;
	}

	/**
	 * Figures of a measure whose small numbers another layout withholds, and this one
	 * says nothing of: they are withheld likewise.
	 */
	private static List<Fault> withheldOnlyElsewhere(Map<String, YamlFile> files, Layout layout,
			Map<MeasureId, Contents.Elsewhere> withholding) {
		return rules(layout).filter((figure) -> figure.smallNumbers() == null)
			.map(FigureRule::measure)
			.filter((measure) -> withholding.containsKey(measure)
					&& !withholding.get(measure).layout().equals(layout.id()))
			.distinct()
			.map((measure) -> new Fault(Objects.requireNonNull(files.get(layout.id())).path(), 1, 1,
					"expected to be told of the small numbers of " + measure + ", which layout "
							+ Objects.requireNonNull(withholding.get(measure)).layout()
							+ " withholds, found nothing: they are withheld here by its rule, too. Write"
							+ " \"small-numbers: {below: 5, round-to: 5}\" beside the figure to say so, or"
							+ " \"small-numbers: none\" where they may be published as the file has them."))
			.toList();
	}

	private static Stream<FigureRule> rules(Layout layout) {
		return (layout.contents() instanceof Contents.Figures of) ? of.figures().stream() : Stream.empty();
	}

	private static Optional<Layout> read(YamlFile file, PlanReferences references, List<Fault> faults,
			List<Fault> warnings) {
		YamlDocument document = GRAMMAR.read(file);
		Optional<Layout> layout = document.root()
			.map((root) -> new LayoutReader(root, references).read(DigestUtils.sha256Hex(root.file().content())));
		faults.addAll(document.faults());
		warnings.addAll(document.warnings());
		return layout.filter((read) -> document.faults().isEmpty());
	}

}
