package org.jfpmonitor.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands where it is set. */
public final class SettableClock extends Clock {

	private volatile Instant now;

	public SettableClock(Instant now) {
		this.now = now;
	}

	/** Sets it, forwards or back. */
	public void to(Instant moment) {
		this.now = moment;
	}

	@Override
	public ZoneId getZone() {
		return Today.LONDON;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
