package org.jfpmonitor.publication.api.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.store.DatabaseWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks while the database is away is told so, to a person as a page and to a
 * program as a problem document, and that nothing was changed by the request.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAwayFilter extends OncePerRequestFilter {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseAwayFilter.class);

	private static final String SECONDS = "10";

	private final DatabaseWatch watch;

	DatabaseAwayFilter(DatabaseWatch watch) {
		this.watch = watch;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.watch.somebodyWaits(true);
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			boolean full = DatabaseWatch.isFull(ex);
			if (response.isCommitted() || !(full || this.watch.explains(ex))) {
				throw ex;
			}
			if (full) {
				logger.warn("A request was not answered, because the database has no room: {}",
						DatabaseWatch.inWords(ex));
			}
			logger.debug("{} was not answered", request.getRequestURI(), ex);
			response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		}
		finally {
			this.watch.somebodyWaits(false);
		}
	}

}
