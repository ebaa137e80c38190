package org.jfpmonitor.extract.checks;

import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;

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
		OrganisationCode successor = organisation.successor();
		return Optional.of("an organisation that still existed; " + organisation.code() + " closed on "
				+ Period.day(closed).inWords() + ((successor != null) ? ", its successor is " + successor : ""));
	}

}
