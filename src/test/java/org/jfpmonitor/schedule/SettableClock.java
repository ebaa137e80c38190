package org.jfpmonitor.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.jfpmonitor.calendar.Today;

/** A clock that stands where it is set. */
final class SettableClock extends Clock {

	private volatile Instant now;

	SettableClock(Instant now) {
		this.now = now;
	}

	/** Sets it, forwards or back. */
	void to(Instant moment) {
		this.now = moment;
	}

	@Override
	public ZoneId getZone() {
		return Today.LONDON;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
