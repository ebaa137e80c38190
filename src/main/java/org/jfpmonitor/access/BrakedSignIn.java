package org.jfpmonitor.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs in by name and password unless too many were wrong before. While somebody has to
 * wait no password is looked at, a right one neither.
 */
final class BrakedSignIn implements AuthenticationProvider {

	/** BCrypt reads no more; a longer password cannot be anybody's. */
	private static final int LONGEST_PASSWORD = 72;

	private final AuthenticationProvider users;

	private final SignInBrake brake;

	BrakedSignIn(AuthenticationProvider users, SignInBrake brake) {
		this.users = users;
		this.brake = brake;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication attempt) {
		String name = attempt.getName();
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails web) ? web.getRemoteAddress() : "";
		Optional<Duration> wait = this.brake.wait(name, address);
		if (wait.isPresent()) {
			throw new TooManyAttempts(wait.get());
		}
		try {
			if (bytes(attempt) > LONGEST_PASSWORD) {
				throw new BadCredentialsException("The password is longer than any can be");
			}
			Authentication known = this.users.authenticate(attempt);
			this.brake.succeeded(name, address);
			return known;
		}
		catch (AuthenticationException ex) {
			this.brake.failed(name, address);
			throw ex;
		}
	}

	@Override
	public boolean supports(Class<?> kind) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
	}

	private static int bytes(Authentication attempt) {
		return String.valueOf(attempt.getCredentials()).getBytes(StandardCharsets.UTF_8).length;
	}

	/** Nobody looks at the password: too many were wrong before it. */
	static final class TooManyAttempts extends AuthenticationException {

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

}
