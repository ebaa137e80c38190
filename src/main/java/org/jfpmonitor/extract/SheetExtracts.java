package org.jfpmonitor.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.ReportLines;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;

/**
 * What the sheets of one workbook say, taken together: they arrived as one file, so they
 * are published or refused as one. Where two state the same figure they must agree.
 */
final class SheetExtracts {

	/** A day that the publisher states counts before any other. */
	private static final Comparator<Vintage> NEWER = Comparator
		.comparing((Vintage vintage) -> vintage.datedBy() == Vintage.DatedBy.PUBLISHER)
		.thenComparing(Vintage::day)
		.thenComparing(Vintage::version);

	private static final int MOST_NAMED = 5;

	private final List<Extract> sheets;

	private SheetExtracts(List<Extract> sheets) {
		this.sheets = sheets;
	}

	/**
	 * All of them as one extract.
	 * @param names of the sheets, one for each
	 * @param unread what else the file holds, each with why it is not read
	 * @throws ExtractRefused when they belong to several feeds, or contradict each other
	 */
	static Extract merge(List<Extract> sheets, List<String> names, List<String> unread, String fileName) {
		if (sheets.size() == 1 && unread.isEmpty()) {
			return sheets.get(0);
		}
		SheetExtracts all = new SheetExtracts(sheets);
		all.refuseSeveralFeeds(fileName);
		List<Observation> observations = all.agreed();
		Set<Coverage> kept = new HashSet<>();
		List<Coverage> coverages = all.all(Extract::coverages).stream().filter(kept::add).toList();
		List<String> warnings = PartWarnings.of(sheets.stream().map(Extract::warnings).toList(), names);
		if (!unread.isEmpty()) {
			warnings.add(Extract.NOT_READ + String.join(", ", unread) + ".");
		}
		Extract first = sheets.get(0);
		return new Extract(all.listed(Extract::layout), all.listed(Extract::layoutFingerprint), first.feed(),
				sheets.stream().map(Extract::vintage).max(NEWER).orElseThrow(), all.ownVintages(), coverages,
				observations, all.estimates(),
				sheets.stream().map(Extract::reports).reduce(ReportLines.NONE, ReportLines::plus),
				all.all(Extract::sums),
				sheets.stream().flatMap((each) -> each.disclosive().stream()).collect(Collectors.toSet()),
				sheets.stream().flatMap((each) -> each.sameLines().stream()).collect(Collectors.toSet()),
				all.all(Extract::heldFigureRules).stream().distinct().toList(), all.lines(),
				all.all(Extract::unregistered).stream().distinct().toList(), warnings);
	}

	/**
	 * A sheet that states its day lends it to no other; the newest counts for those that
	 * state none.
	 */
	private Map<Coverage, Vintage> ownVintages() {
		Map<Coverage, Vintage> own = new HashMap<>();
		for (Extract sheet : this.sheets) {
			if (sheet.vintage().datedBy() == Vintage.DatedBy.PUBLISHER) {
				sheet.coverages()
					.forEach((each) -> own.merge(each.whole(), sheet.vintage(), BinaryOperator.maxBy(NEWER)));
			}
		}
		return own;
	}

	private <T> List<T> all(Function<Extract, List<T>> part) {
		return this.sheets.stream().flatMap((sheet) -> part.apply(sheet).stream()).toList();
	}

	private String listed(Function<Extract, String> part) {
		return this.sheets.stream().map(part).distinct().collect(Collectors.joining(", "));
	}

	private LineCounts lines() {
		return this.sheets.stream().map(Extract::lines).reduce(LineCounts.NONE, LineCounts::plus);
	}

	/** Two sheets that name estimates of the same figures name them together. */
	private List<EstimateList> estimates() {
		Map<Coverage, Set<OrganisationCode>> named = new LinkedHashMap<>();
		all(Extract::estimates).forEach(
				(each) -> named.computeIfAbsent(each.coverage(), (of) -> new HashSet<>()).addAll(each.organisations()));
		return named.entrySet().stream().map((each) -> new EstimateList(each.getKey(), each.getValue())).toList();
	}

	private void refuseSeveralFeeds(String fileName) {
		List<String> feeds = this.sheets.stream().map((sheet) -> sheet.feed().value()).distinct().toList();
		if (feeds.size() > 1) {
			throw refused(List.of("Expected a workbook of one feed, found sheets of " + String.join(" and ", feeds)
					+ " in " + fileName + ". Send a workbook for each."));
		}
	}

	/** Each figure once: one that says something before one that is missing. */
	private List<Observation> agreed() {
		Map<FigureKey, Observation> byKey = new HashMap<>();
		List<Observation> order = new ArrayList<>();
		List<String> faults = withdrawnBesides();
		for (Observation each : all(Extract::observations)) {
			FigureKey key = new FigureKey(each.cell(), each.scope());
			Observation earlier = byKey.putIfAbsent(key, each);
			if (earlier == null) {
				order.add(each);
			}
			else if (isContradiction(earlier.figure(), each.figure())) {
				faults.add(contradiction(earlier, each));
			}
			else if (earlier.figure().value() == null && each.figure().value() != null) {
				byKey.put(key, each);
			}
		}
		if (!faults.isEmpty()) {
			int more = faults.size() - MOST_NAMED;
			List<String> named = new ArrayList<>(faults.subList(0, Math.min(MOST_NAMED, faults.size())));
			if (more > 0) {
				named.add("So it is with " + more + " more figures.");
			}
			throw refused(named);
		}
		return order.stream()
			.map((each) -> byKey.getOrDefault(new FigureKey(each.cell(), each.scope()), each))
			.toList();
	}

	private static boolean isContradiction(Figure one, Figure other) {
		return one.value() != null && other.value() != null && one.value().compareTo(other.value()) != 0;
	}

	/** What one sheet takes back, another cannot state. */
	private List<String> withdrawnBesides() {
		List<String> faults = new ArrayList<>();
		for (Extract sheet : this.sheets) {
			Set<Coverage> withdrawn = new HashSet<>(sheet.coverages());
			withdrawn.removeIf((each) -> !each.isOfOneOrganisation());
			sheet.observations().forEach((each) -> withdrawn.remove(each.coverage()));
			if (!withdrawn.isEmpty()) {
				all(Extract::observations).stream()
					.filter((each) -> withdrawn.contains(each.coverage()))
					.map(SheetExtracts::contradiction)
					.forEach(faults::add);
			}
		}
		return faults;
	}

	private static String contradiction(Observation stated) {
		Cell cell = stated.cell();
		return (stated.place().isWholeFile() ? "Expected " : stated.place().asBeginning() + ": expected ")
				+ cell.measure() + " for " + cell.organisation() + " in " + cell.period().inWords()
				+ " as in the other sheets, found a figure that another one withdraws. Ask the"
				+ " publisher which sheet is right.";
	}

	private static String contradiction(Observation one, Observation other) {
		Cell cell = one.cell();
		if (one.place().isWholeFile() || other.place().isWholeFile()) {
			return "Expected " + cell.measure() + " for " + cell.organisation() + " in " + cell.period().inWords()
					+ " to be the same in each sheet, found another figure in one of them. Ask the publisher which"
					+ " sheet is right.";
		}
		return other.place().asBeginning() + ": expected " + cell.measure() + " for " + cell.organisation() + " in "
				+ cell.period().inWords() + " as in " + one.place().inWords()
				+ ", found another figure. Ask the publisher which sheet is right.";
	}

	private ExtractRefused refused(List<String> faults) {
		Extract first = this.sheets.get(0);
		return new ExtractRefused(faults, listed(Extract::layout), first.feed(), lines());
	}

	private record FigureKey(Cell cell, String scope) {

	}

}
