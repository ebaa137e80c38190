package org.jfpmonitor.plan.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.YamlFile;

/**
 * Every measure and feed that a plan can refer to. What no plan asks for is not judged,
 * and its figures are skipped.
 */
public final class Catalogue {

	private final Map<MeasureId, CatalogueMeasure> measures;

	private final Map<FeedId, Supply> feeds;

	Catalogue(Map<MeasureId, CatalogueMeasure> measures, Map<FeedId, Supply> feeds) {
		this.measures = new TreeMap<>(measures);
		this.feeds = Map.copyOf(feeds);
	}

	/** One that has nothing. */
	public static Catalogue empty() {
		return new Catalogue(Map.of(), Map.of());
	}

	/** All measures, in the order of their ids. */
	public Collection<CatalogueMeasure> measures() {
		return List.copyOf(this.measures.values());
	}

	public Optional<CatalogueMeasure> measure(MeasureId id) {
		return Optional.ofNullable(this.measures.get(id));
	}

	/** The feed, with nobody as its owner. */
	public Optional<Feed> feed(FeedId id) {
		return Optional.ofNullable(this.feeds.get(id)).map(Supply::feed);
	}

	/** The ids of all feeds, in their order. */
	public List<String> feeds() {
		return this.feeds.keySet().stream().map(FeedId::value).sorted().toList();
	}

	/**
	 * The files that say something of the plan, in the order of their names: with them
	 * its own files say all of it.
	 */
	public List<YamlFile> filesOf(Plan plan) {
		return Stream.concat(plan.feeds().stream().map(Feed::id), plan.measures().stream().map(Measure::feed))
			.distinct()
			.flatMap((feed) -> Optional.ofNullable(this.feeds.get(feed)).stream())
			.map(Supply::file)
			.sorted(Comparator.comparing(YamlFile::name))
			.toList();
	}

	/**
	 * One file: a regular supply.
	 *
	 * @param feed the supply
	 * @param file the file that says it
	 */
	record Supply(Feed feed, YamlFile file) {

	}

}
