package org.jfpmonitor.extract.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * What one file says, read to its end.
 *
 * @param layout the layout that read it; of several sheets all of them, with commas
 * @param layoutFingerprint SHA-256 of that layout's file, in hexadecimal; likewise
 * @param feed the supply it belongs to
 * @param vintage how new the file says it is
 * @param ownVintages how new those parts are of which a sheet states a day of its own
 * @param coverages the cells it speaks for; every observation lies in one of them
 * @param observations its figures, in base units
 * @param estimates which figures, its own or those of other files, are estimates
 * @param reports what people report
 * @param sums those figures that add the lines of many organisations together
 * @param disclosive the measures of which small numbers are withheld, and whose figures
 * may not count again whom others count; those together that may count the same people
 * @param sameLines levels whose figures are of the same lines, two and two, where small
 * numbers are withheld
 * @param heldFigureRules what is still to be judged beside the figures held already
 * @param lines what became of its lines
 * @param unregistered codes that its lines name and no registered organisation has, in
 * the order met
 * @param warnings what its checks found that did not refuse it
 */
public record Extract(String layout, String layoutFingerprint, FeedId feed, Vintage vintage,
		Map<Coverage, Vintage> ownVintages, List<Coverage> coverages, List<Observation> observations,
		List<EstimateList> estimates, ReportLines reports, List<SumOfLines> sums, Set<Set<MeasureId>> disclosive,
		Set<Set<String>> sameLines, List<HeldFigureRule> heldFigureRules, LineCounts lines, List<String> unregistered,
		List<String> warnings) {

	/** How the warning begins that names parts of a file which no layout read. */
	public static final String NOT_READ = "Not read: ";

	public Extract {
		ownVintages = Map.copyOf(ownVintages);
		coverages = List.copyOf(coverages);
		observations = List.copyOf(observations);
		estimates = List.copyOf(estimates);
		sums = List.copyOf(sums);
		disclosive = Set.copyOf(disclosive);
		sameLines = Set.copyOf(sameLines);
		heldFigureRules = List.copyOf(heldFigureRules);
		unregistered = List.copyOf(unregistered);
		warnings = List.copyOf(warnings);
	}

	/**
	 * What says how new it is once, for all its cells, and of which nothing is withheld.
	 */
	public Extract(String layout, String layoutFingerprint, FeedId feed, Vintage vintage, List<Coverage> coverages,
			List<Observation> observations, List<EstimateList> estimates, ReportLines reports, List<SumOfLines> sums,
			List<HeldFigureRule> heldFigureRules, LineCounts lines, List<String> unregistered, List<String> warnings) {
		this(layout, layoutFingerprint, feed, vintage, Map.of(), coverages, observations, estimates, reports, sums,
				Set.of(), Set.of(), heldFigureRules, lines, unregistered, warnings);
	}

	/** What it speaks for, each with how new what it says of that is. */
	public Map<Coverage, Vintage> vintages() {
		return this.coverages.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(),
					(each) -> this.ownVintages.getOrDefault(each.whole(), this.vintage)));
	}

	/**
	 * The measures whose figures may count the same people as those of the measure,
	 * itself among them; empty where no small numbers of it are withheld.
	 */
	public Set<MeasureId> countingTheSame(MeasureId measure) {
		return this.disclosive.stream()
			.filter((each) -> each.contains(measure))
			.flatMap(Set::stream)
			.collect(Collectors.toSet());
	}

	/** The same file, which speaks for other cells. */
	public Extract with(List<Coverage> coverages, List<Observation> observations) {
		return new Extract(this.layout, this.layoutFingerprint, this.feed, this.vintage, this.ownVintages, coverages,
				observations, this.estimates, this.reports, this.sums, this.disclosive, this.sameLines,
				this.heldFigureRules, this.lines, this.unregistered, this.warnings);
	}

}
