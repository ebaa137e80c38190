package org.jfpmonitor.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session a working day after the sign-in, however busy it is. The sign-in makes
 * the session: strangers have none.
 */
final class SessionLifetime extends OncePerRequestFilter {

	private static final Duration LONGEST = Duration.ofHours(12);

	private final Clock clock;

	SessionLifetime(Clock clock) {
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null
				&& Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isBefore(this.clock.instant())) {
			session.invalidate();
		}
		chain.doFilter(request, response);
	}

}
