package org.jfpmonitor.publication.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;

/** A moment as the NHS writes it, in London: {@code 15 May 2025, 9:05am}. */
public final class LondonTime {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH);

	private LondonTime() {
	}

	public static String inWords(Instant moment) {
		ZonedDateTime there = moment.atZone(Today.LONDON);
		return dayInWords(moment) + ", " + CLOCK.format(there).toLowerCase(Locale.ENGLISH);
	}

	public static String dayInWords(Instant moment) {
		return Period.day(LocalDate.ofInstant(moment, Today.LONDON)).inWords();
	}

}
