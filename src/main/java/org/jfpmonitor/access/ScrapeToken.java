package org.jfpmonitor.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Whether a request carries the scrape's bearer token. Compared in constant time. */
final class ScrapeToken implements RequestMatcher {

	private final byte @Nullable [] expected;

	ScrapeToken(@Nullable String token) {
		this.expected = (token != null) ? ("Bearer " + token).getBytes(StandardCharsets.UTF_8) : null;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		String found = request.getHeader(HttpHeaders.AUTHORIZATION);
		return this.expected != null && found != null
				&& MessageDigest.isEqual(this.expected, found.getBytes(StandardCharsets.UTF_8));
	}

}
