package org.jfpmonitor.intake.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/** Who had figures in the period before and has none in the newest, judged or not. */
final class AbsenceCheck {

	private static final int MOST_NAMED = 10;

	/** Who is absent when, from which measures. */
	private final Map<Absence, SortedSet<MeasureId>> absences = new LinkedHashMap<>();

	/** Takes the figures of one measure. */
	void take(MeasureFigures figures) {
		Map<String, Period> latest = new HashMap<>();
		for (Observation each : figures.read()) {
			latest.merge(each.scope(), each.cell().period(), (one, other) -> (one.compareTo(other) >= 0) ? one : other);
		}
		latest.forEach((scope, period) -> {
			Coverage coverage = new Coverage(figures.measure().id(), scope, period);
			if (!coverage.isPart() && !coverage.isOfOneOrganisation()) {
				take(figures, scope, period);
			}
		});
	}

	private void take(MeasureFigures figures, String scope, Period period) {
		Period earlier = figures.before(period);
		SortedSet<OrganisationCode> absent = new TreeSet<>(figures.held(scope, earlier));
		absent.addAll(figures.read(scope, earlier));
		absent.removeAll(figures.read(scope, period));
		if (!absent.isEmpty()) {
			this.absences.computeIfAbsent(new Absence(earlier, period, List.copyOf(absent)), (key) -> new TreeSet<>())
				.add(figures.measure().id());
		}
	}

	List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		this.absences.forEach((absence, measures) -> warnings.add(absence.inWords() + " ("
				+ measures.stream().map(MeasureId::value).collect(Collectors.joining(", ")) + ")."));
		return warnings;
	}

	private record Absence(Period earlier, Period period, List<OrganisationCode> absent) {

		String inWords() {
			String named = this.absent.stream()
				.limit(MOST_NAMED)
				.map(OrganisationCode::value)
				.collect(Collectors.joining(", "));
			int more = this.absent.size() - MOST_NAMED;
			return "Had figures for " + this.earlier.inWords() + " and have no line for " + this.period.inWords() + ": "
					+ named + ((more > 0) ? String.format(Locale.UK, " and %,d more organisations", more) : "");
		}

	}

}
