package org.jfpmonitor.access.request;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.publication.address.PlanAddress;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Kinds of requests, by method and path; the path is that inside the application,
 * wherever it is mounted.
 */
public final class Requests {

	private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

	/** What programs ask for, and are answered in problem documents. */
	public static final RequestMatcher OF_PROGRAMS = new OrRequestMatcher(PATHS.matcher("/api/**"),
			PATHS.matcher("/actuator/**"), Requests::isBelowSeveralPlans, Requests::isFile);

	/** The forms that people send before they are known, and when they leave. */
	public static final RequestMatcher SIGN_IN = posts("/login", "/logout");

	private static final Pattern FILE = Pattern.compile("\\.(?:csv|json|pdf|docx|xlsx)$");

	private Requests() {
	}

	/** Whether it asks for something and changes nothing: GET or HEAD. */
	public static boolean isRead(HttpServletRequest request) {
		return request.getMethod().equals(HttpMethod.GET.name()) || request.getMethod().equals(HttpMethod.HEAD.name());
	}

	/** An address for programs that names a plan within a plan, which leads nowhere. */
	private static boolean isBelowSeveralPlans(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return path.matches("(?:" + PlanAddress.LIST + "/[^/]+)+/(?:api|actuator)(?:/.*)?");
	}

	/**
	 * A page as CSV, or another table or document, for who would not know what to do with
	 * a page: no browser.
	 */
	private static boolean isFile(HttpServletRequest request) {
		String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
		return isRead(request) && !accept.contains(MediaType.TEXT_HTML_VALUE)
				&& (FILE.matcher(request.getRequestURI()).find() || accept.contains("text/csv"));
	}

	/** GET or HEAD of one of the paths. */
	public static RequestMatcher reads(String... paths) {
		RequestMatcher matching = paths(paths);
		return (request) -> isRead(request) && matching.matches(request);
	}

	/** POST to one of the paths. */
	public static RequestMatcher posts(String... paths) {
		RequestMatcher matching = paths(paths);
		return (request) -> request.getMethod().equals(HttpMethod.POST.name()) && matching.matches(request);
	}

	/** Whatever is asked of one of the paths. */
	public static RequestMatcher all(String... paths) {
		return paths(paths);
	}

	private static RequestMatcher paths(String... paths) {
		return new OrRequestMatcher(Arrays.stream(paths).map((each) -> (RequestMatcher) PATHS.matcher(each)).toList());
	}

}
