package org.jfpmonitor.extract.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.yaml.WordList;

/** An organisation that had closed before the period that a line is for. */
public final class ClosedOrganisation {

	private ClosedOrganisation() {
	}

	/**
	 * What a line about the organisation should have said; empty when it still existed on
	 * the first day of the period.
	 */
	public static Optional<String> expected(Organisation organisation, Period period) {
		LocalDate closed = organisation.closed();
		if (closed == null || !period.start().isAfter(closed)) {
			return Optional.empty();
		}
		List<String> successors = organisation.successors().stream().map(OrganisationCode::value).toList();
		return Optional.of("an organisation that still existed; " + organisation.code() + " closed on "
				+ Period.day(closed).inWords() + (successors.isEmpty() ? "" : ", its "
						+ ((successors.size() == 1) ? "successor is " : "successors are ") + WordList.all(successors)));
	}

}
