package org.jfpmonitor.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Nobody looks at the password: too many were wrong before it. */
final class TooManyAttempts extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final long seconds;

	TooManyAttempts(Duration wait) {
		super("Too many wrong passwords");
		this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
	}

	/** Whole seconds until the next attempt is looked at, at least 1. */
	long seconds() {
		return this.seconds;
	}

}
