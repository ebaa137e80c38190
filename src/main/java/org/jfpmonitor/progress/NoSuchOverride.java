package org.jfpmonitor.progress;

import java.time.LocalDate;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.ObjectiveCode;

/** Refuses a revocation because no override of the objective holds on its day. */
public final class NoSuchOverride extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** Somebody has ended it; the message says who, from when and why. */
	NoSuchOverride(ObjectiveCode objective, Revocation ended) {
		super("%s has already ended the override of objective %s, from %s: %s".formatted(ended.author(), objective,
				Period.day(ended.from()).inWords(), ended.reason()));
	}

	/** The message names the day and what to look at. */
	NoSuchOverride(ObjectiveCode objective, LocalDate day) {
		super("Expected a status of objective " + objective + " set manually that holds on " + Period.day(day).inWords()
				+ ", found none. Choose a day between its first and its last.");
	}

}
