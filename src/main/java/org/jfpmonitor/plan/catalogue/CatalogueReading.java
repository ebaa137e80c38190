package org.jfpmonitor.plan.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.Grammar;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.jfpmonitor.plan.yaml.ShippedFiles;
import org.jfpmonitor.plan.yaml.YamlDocument;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.jfpmonitor.plan.yaml.YamlNode;

/**
 * What came of reading the files of the catalogue.
 *
 * @param catalogue all of it; where there are faults, what could be read in spite of them
 * @param faults every fault of all files, in order of file and line
 */
public record CatalogueReading(Catalogue catalogue, List<Fault> faults) {

	private static final Grammar GRAMMAR = Grammar.named("catalogue");

	public CatalogueReading {
		faults = List.copyOf(faults);
	}

	/**
	 * Reads what holds of a configuration.
	 * @param config the folder whose own {@code catalogue} lies over the shipped one
	 */
	public static CatalogueReading in(Path config) {
		return of(OverlaidFiles.of(config.resolve("catalogue"), ShippedFiles.in("catalogue")));
	}

	/** Reads the files, each about one supply. */
	public static CatalogueReading of(OverlaidFiles files) {
		List<YamlDocument> documents = files.files().stream().map(GRAMMAR::read).toList();
		Map<String, YamlNode> given = new HashMap<>();
		Map<MeasureId, CatalogueMeasure> measures = new LinkedHashMap<>();
		Map<FeedId, Catalogue.Supply> feeds = new HashMap<>();
		for (YamlDocument document : documents) {
			document.root().ifPresent((root) -> root.find("feed").ifPresent((block) -> {
				give("feed", block, given);
				Feed feed = feed(block);
				if (block.find("id").isPresent()) {
					feeds.putIfAbsent(feed.id(), new Catalogue.Supply(feed, document.file()));
				}
				root.all("measures").forEach((each) -> {
					give("measure", each, given);
					CatalogueMeasure measure = measure(each, feed.id());
					if (each.find("id").isPresent()) {
						measures.putIfAbsent(measure.id(), measure);
					}
				});
			}));
		}
		List<Fault> faults = new ArrayList<>(files.faults());
		documents.forEach((each) -> faults.addAll(each.faults()));
		return new CatalogueReading(new Catalogue(measures, feeds), faults);
	}

	private static void give(String kind, YamlNode block, Map<String, YamlNode> given) {
		block.find("id").ifPresent((id) -> {
			YamlNode first = given.putIfAbsent(kind + " " + id.text(), block);
			if (first != null) {
				block.fault(id,
						"expected id: used by one " + kind + " of the catalogue only, found \"" + id.text()
								+ "\" again (first in " + first.file().path() + ", line " + first.line()
								+ "). Write another id, or give this file the name " + first.file().name()
								+ " to put it in the other's place.");
			}
		});
	}

	private static Feed feed(YamlNode block) {
		return new Feed(block.required("id", (id) -> FeedId.of(id.text()), FeedId.of("faulty")),
				block.required("title", YamlNode::text, ""),
				block.required("cadence", (word) -> word.word(Cadence.class), Cadence.MONTHLY),
				block.required("due-after-days", YamlNode::wholeNumber, 0),
				block.required("grace-days", YamlNode::wholeNumber, 0), null, block.isTrue("ended"));
	}

	private static CatalogueMeasure measure(YamlNode block, FeedId feed) {
		BigDecimal lowest = block.optional("lowest", YamlNode::number);
		BigDecimal highest = block.optional("highest", YamlNode::number);
		if (lowest != null && highest != null && lowest.compareTo(highest) >= 0) {
			block.fault("highest", "expected highest: more than the lowest, " + lowest + ", found " + highest
					+ ". Correct one of the two.");
		}
		String title = block.required("title", YamlNode::text, "");
		String shortTitle = block.text("short-title");
		Integer small = block.optional("small-denominator", YamlNode::wholeNumber);
		Set<Organisation.Type> kinds = block.all("kinds")
			.stream()
			.map((kind) -> kind.word(Organisation.Type.class))
			.collect(Collectors.toSet());
		return new CatalogueMeasure(block.required("id", (id) -> MeasureId.of(id.text()), MeasureId.of("faulty")),
				title, shortTitle.isEmpty() ? title : shortTitle, block.required("definition", YamlNode::text, ""),
				block.required("unit", (word) -> word.word(Unit.class), Unit.COUNT),
				block.required("better", (word) -> word.word(Direction.class), Direction.HIGHER),
				block.required("cadence", (word) -> word.word(Cadence.class), Cadence.MONTHLY), feed, kinds, lowest,
				highest, (small != null) ? small : 0, place(block));
	}

	private static String place(YamlNode block) {
		YamlFile file = block.file();
		return file.path() + ", line " + block.line();
	}

}
