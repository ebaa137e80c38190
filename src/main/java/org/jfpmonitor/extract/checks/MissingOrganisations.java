package org.jfpmonitor.extract.checks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/** Who is judged by a measure of a file and has no line in it: named, and not zero. */
public final class MissingOrganisations {

	private final Plan plan;

	private final Organisations register;

	public MissingOrganisations(Plan plan, Organisations register) {
		this.plan = plan;
		this.register = register;
	}

	/** A warning for each who is missing from the newest period of a level. */
	public List<String> warnings(Level level, List<Observation> observations) {
		Map<MeasureId, Period> latest = new TreeMap<>();
		for (Observation each : observations) {
			if (each.scope().equals(level.scope())) {
				latest.merge(each.cell().measure(), each.cell().period(),
						(one, other) -> (one.compareTo(other) >= 0) ? one : other);
			}
		}
		Set<Cell> there = observations.stream().map(Observation::cell).collect(Collectors.toSet());
		Map<OrganisationCode, Set<String>> missing = new TreeMap<>();
		latest.forEach((measure, period) -> expected(measure, level).stream()
			.filter((code) -> !there.contains(new Cell(measure, code, period)) && wasOpen(code, period))
			.forEach((code) -> missing.computeIfAbsent(code, (each) -> new TreeSet<>())
				.add(measure + " in " + period.inWords())));
		return missing.entrySet()
			.stream()
			.map((each) -> "Expected a line of " + each.getKey() + " (" + this.register.nameOf(each.getKey())
					+ "), found none: no figure of " + String.join(", ", each.getValue()) + ".")
			.toList();
	}

	/**
	 * Those that the plan judges by the measure, as far as they are of the level's kinds.
	 */
	private Set<OrganisationCode> expected(MeasureId measure, Level level) {
		Set<OrganisationCode> expected = new TreeSet<>();
		level.expected().forEach((code) -> expected.add(OrganisationCode.of(code)));
		this.plan.measure(measure).map(Measure::organisations).orElse(List.of()).forEach((code) -> {
			Organisation.@Nullable Type kind = this.register.find(code).map(Organisation::kind).orElse(null);
			if (kind != null && level.whose() == Level.Whose.COLUMN && level.kinds().contains(kind)) {
				expected.add(code);
			}
		});
		return expected;
	}

	private boolean wasOpen(OrganisationCode code, Period period) {
		return this.register.find(code).filter((each) -> each.isOpenOn(period.lastDay())).isPresent();
	}

}
