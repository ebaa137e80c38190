package org.jfpmonitor.access.request;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a request whose parameters cannot be read, or are too long, as one that was
 * sent wrong. Whoever reads one first meets that, be it a filter or a page.
 */
final class UnreadableParameters extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			Optional<InvalidParameterException> unreadable = Stream
				.iterate((Throwable) ex, Objects::nonNull, Throwable::getCause)
				.filter(InvalidParameterException.class::isInstance)
				.map(InvalidParameterException.class::cast)
				.findFirst();
			if (unreadable.isEmpty() || response.isCommitted()) {
				throw ex;
			}
			response.sendError(unreadable.get().getErrorCode());
		}
	}

}
