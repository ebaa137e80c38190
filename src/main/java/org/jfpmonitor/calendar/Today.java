package org.jfpmonitor.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * The one answer to "what day is it?". Days are London days. A fixed day stands still
 * while the time of day goes on, so that what happens later on it still comes later.
 */
public final class Today {

	/** The zone in which days begin and end. */
	public static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final Clock clock;

	private final @Nullable LocalDate fixed;

	private Today(Clock clock, @Nullable LocalDate fixed) {
		this.clock = clock;
		this.fixed = fixed;
	}

	/** The real day by the given clock. */
	public static Today by(Clock clock) {
		return new Today(clock, null);
	}

	/** Always the given day, with the clock's time of day. */
	public static Today fixedAt(LocalDate day, Clock clock) {
		return new Today(clock, day);
	}

	/** What day it is in London. */
	public LocalDate day() {
		return (this.fixed != null) ? this.fixed : LocalDate.ofInstant(this.clock.instant(), LONDON);
	}

	/** The moment, on the day that {@link #day()} names. */
	public Instant now() {
		if (this.fixed == null) {
			return this.clock.instant();
		}
		return ZonedDateTime.of(this.fixed, ZonedDateTime.ofInstant(this.clock.instant(), LONDON).toLocalTime(), LONDON)
			.toInstant();
	}

	/**
	 * The newest day that anything can have happened on: the clock's day, even where an
	 * earlier day was set. A period that ends after it lies in the future.
	 */
	public LocalDate newestDay() {
		LocalDate real = LocalDate.ofInstant(this.clock.instant(), LONDON);
		return real.isAfter(day()) ? real : day();
	}

	/** Whether the day was set rather than read from the clock. */
	public boolean isFixed() {
		return this.fixed != null;
	}

	/** That a day was set and which, as a sentence for whoever runs a command. */
	public String saidToBeFixed() {
		return "Today is taken to be " + Period.day(day()).inWords() + ", because jfp.today says so.";
	}

	/** The first moment of the day in London. */
	public static Instant startOf(LocalDate day) {
		return day.atStartOfDay(LONDON).toInstant();
	}

	/**
	 * The first moment that is no longer in the day: what was known on the day was known
	 * before it.
	 */
	public static Instant endOf(LocalDate day) {
		return startOf(day.plusDays(1));
	}

}
