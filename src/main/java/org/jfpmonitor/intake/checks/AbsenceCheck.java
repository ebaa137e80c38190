package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Who had figures in the period before and has none in the newest, local figures in whose
 * place the file has none, and periods within the file of which only what was held before
 * is known.
 */
final class AbsenceCheck {

	private static final int MOST_NAMED = 10;

	private final Organisations register;

	/** What is to be said, and of which measures. */
	private final Map<Said, SortedSet<MeasureId>> all = new LinkedHashMap<>();

	AbsenceCheck(Organisations register) {
		this.register = register;
	}

	/**
	 * Takes the figures of one measure.
	 * @param spokenFor what the file speaks for; without a figure it takes one back
	 */
	void take(MeasureFigures figures, List<Coverage> spokenFor) {
		Map<String, NavigableSet<Period>> read = new HashMap<>();
		for (Observation each : figures.read()) {
			read.computeIfAbsent(each.scope(), (scope) -> new TreeSet<>()).add(each.cell().period());
		}
		read.forEach((scope, periods) -> {
			Coverage coverage = new Coverage(figures.measure().id(), scope, periods.last());
			if (!coverage.isPart() && !coverage.isOfOneOrganisation()) {
				absent(figures, scope, periods.last());
				skipped(figures, scope, periods);
			}
		});
		withoutValue(figures);
		inPlaceOfLocal(figures);
		withdrawnInVain(figures, spokenFor);
	}

	/** Somebody takes back what is not there: the code or the period may be mistyped. */
	private void withdrawnInVain(MeasureFigures figures, List<Coverage> spokenFor) {
		Set<Coverage> read = figures.read().stream().map(Observation::coverage).collect(Collectors.toSet());
		List<String> inVain = spokenFor.stream()
			.filter((each) -> each.isOfOneOrganisation() && !read.contains(each))
			.filter((each) -> figures.held(new Cell(each.measure(), OrganisationCode.of(each.scope()), each.period()))
				.isEmpty())
			.map((each) -> each.scope() + " for " + each.period().inWords())
			.toList();
		if (!inVain.isEmpty()) {
			say("Withdraws what is not held: " + named(inVain, "figures"), " Check measure, organisation and period.",
					figures);
		}
	}

	/** Who has no line at all, judged or not. */
	private void absent(MeasureFigures figures, String scope, Period period) {
		Period earlier = figures.before(period);
		SortedSet<OrganisationCode> absent = new TreeSet<>(figures.held(scope, earlier));
		absent.addAll(figures.read(scope, earlier));
		absent.removeAll(figures.read(scope, period));
		absent.removeIf((each) -> !this.register.isOpenOn(each, period.lastDay())); // nobody
																					// misses
																					// these
		if (!absent.isEmpty()) {
			say("Had figures for " + earlier.inWords() + " and have no line for " + period.inWords() + ": "
					+ named(absent), "", figures);
		}
		SortedSet<OrganisationCode> takenBack = new TreeSet<>(figures.held(scope, period));
		takenBack.removeAll(figures.read(scope, period));
		if (!takenBack.isEmpty()) {
			say("Have figures for " + period.inWords() + " until now and no line any more: " + named(takenBack),
					" These are taken back; look whether the file is whole.", figures);
		}
	}

	/** Whose line says that there is no figure; of those whom the plan judges. */
	private void withoutValue(MeasureFigures figures) {
		SortedMap<Period, SortedSet<OrganisationCode>> without = new TreeMap<>();
		for (Observation now : figures.latest()) {
			boolean had = figures.previous(now.cell()).filter((each) -> each.figure().value() != null).isPresent();
			if (had && now.figure().mark() == Figure.Mark.MISSING
					&& figures.measure().organisations().contains(now.cell().organisation())) {
				without.computeIfAbsent(now.cell().period(), (period) -> new TreeSet<>())
					.add(now.cell().organisation());
			}
		}
		without.forEach((period,
				organisations) -> say("Had figures for " + figures.before(period).inWords()
						+ " and are marked as having none for " + period.inWords() + ": " + named(organisations), "",
						figures));
	}

	/** Somebody's own figure, that the line of the file takes the place of. */
	private void inPlaceOfLocal(MeasureFigures figures) {
		List<String> local = figures.read()
			.stream()
			.filter((now) -> now.figure().mark() == Figure.Mark.MISSING && !now.coverage().isOfOneOrganisation())
			.filter((now) -> figures.held(now.cell())
				.map(Revision::observation)
				.filter((each) -> each.coverage().isOfOneOrganisation() && each.figure().value() != null)
				.isPresent())
			.map((now) -> now.cell().organisation() + " for " + now.cell().period().inWords())
			.distinct()
			.toList();
		if (!local.isEmpty()) {
			say("Has no figure and takes the place of a local one: " + named(local, "figures"),
					" Send again those that still hold.", figures);
		}
	}

	/** A period between two of the file that it does not have, and somebody has. */
	private void skipped(MeasureFigures figures, String scope, NavigableSet<Period> periods) {
		List<String> skipped = new ArrayList<>();
		Period period = figures.before(periods.last());
		while (period.compareTo(periods.first()) > 0) {
			if (!periods.contains(period) && !figures.held(scope, period).isEmpty()) {
				skipped.add(0, period.inWords());
			}
			period = figures.before(period);
		}
		if (!skipped.isEmpty()) {
			say("Has figures before and after, and no line for: " + named(skipped, "periods"),
					" What is held of it stays; look whether the file is whole.", figures);
		}
	}

	private void say(String words, String then, MeasureFigures figures) {
		this.all.computeIfAbsent(new Said(words, then), (key) -> new TreeSet<>()).add(figures.measure().id());
	}

	private static String named(SortedSet<OrganisationCode> organisations) {
		int more = organisations.size() - MOST_NAMED;
		return organisations.stream().limit(MOST_NAMED).map(OrganisationCode::value).collect(Collectors.joining(", "))
				+ ((more > 0) ? String.format(Locale.UK, " and %,d more organisations", more) : "");
	}

	private static String named(List<String> all, String what) {
		int more = all.size() - MOST_NAMED;
		return all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
				+ ((more > 0) ? String.format(Locale.UK, " and %,d more %s", more, what) : "");
	}

	List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		this.all.forEach((said, measures) -> warnings.add(said.words() + " ("
				+ measures.stream().map(MeasureId::value).collect(Collectors.joining(", ")) + ")." + said.then()));
		return warnings;
	}

	/**
	 * One warning, which several measures share.
	 *
	 * @param words what stands before the measures
	 * @param then what stands after them
	 */
	private record Said(String words, String then) {

	}

}
