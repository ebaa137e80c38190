package org.jfpmonitor.publication.csv;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a page or a list of the interface with its table as CSV where the request names
 * {@code text/csv} in {@code Accept} and would rather have it than what stands there
 * otherwise. It comes behind the rules of access, which hold for the address that was
 * asked.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE)
class CsvByAccept extends OncePerRequestFilter {

	private static final MediaType CSV = new MediaType("text", "csv");

	/** What those addresses are answered with otherwise. */
	private static final List<MediaType> OTHERWISE = List.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML,
			MediaType.APPLICATION_JSON);

	private static final Map<Pattern, String> TABLES = tables();

	private static Map<Pattern, String> tables() {
		Map<Pattern, String> tables = new LinkedHashMap<>();
		tables.put(Pattern.compile("^(?:/|/api/objectives)$"), "/board.csv");
		tables.put(Pattern.compile("(?:/api)?/(plans|deliveries|feeds)"), "/$1.csv");
		tables.put(Pattern.compile("(?:/api)?/measures/([^/]+)/organisations"), "/measures/$1/organisations.csv");
		tables.put(Pattern.compile("/(measures|report|runs)"), "/$1.csv");
		tables.put(Pattern.compile("/objectives/([^/]+)"), "/objectives/$1/page.csv");
		tables.put(Pattern.compile("/deliveries/([0-9]+)"), "/deliveries/$1/page.csv");
		return tables;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> table = isRead(request)
				? table(request.getRequestURI().substring(request.getContextPath().length())) : Optional.empty();
		if (table.isPresent()) {
			response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		}
		chain.doFilter(table.isPresent() && prefersCsv(request.getHeader(HttpHeaders.ACCEPT))
				? new OfTable(request, table.get()) : request, response);
	}

	private static boolean isRead(HttpServletRequest request) {
		return request.getMethod().equals(HttpMethod.GET.name()) || request.getMethod().equals(HttpMethod.HEAD.name());
	}

	/** The address of the table that the path has; empty for one without. */
	static Optional<String> table(String path) {
		return TABLES.entrySet().stream().flatMap((each) -> {
			Matcher matcher = each.getKey().matcher(path);
			return matcher.matches() ? Optional.of(matcher.replaceFirst(each.getValue())).stream()
					: Optional.<String>empty().stream();
		}).findFirst();
	}

	/** Whether CSV is named, and nothing that the address has otherwise as much. */
	static boolean prefersCsv(@Nullable String accept) {
		try {
			List<MediaType> accepted = MediaType.parseMediaTypes(accept);
			double otherwise = OTHERWISE.stream().mapToDouble((type) -> quality(type, accepted)).max().orElse(0);
			return quality(CSV, accepted) > otherwise;
		}
		catch (InvalidMediaTypeException unreadable) {
			return false;
		}
	}

	private static double quality(MediaType type, List<MediaType> accepted) {
		return accepted.stream()
			.filter(type::equalsTypeAndSubtype)
			.mapToDouble(MediaType::getQualityValue)
			.max()
			.orElse(0);
	}

	/** The same request for another address of the application. */
	private static final class OfTable extends HttpServletRequestWrapper {

		private final String path;

		OfTable(HttpServletRequest request, String path) {
			super(request);
			this.path = path;
		}

		@Override
		public String getRequestURI() {
			return getContextPath() + this.path;
		}

		@Override
		public StringBuffer getRequestURL() {
			StringBuffer url = super.getRequestURL();
			int end = url.length() - super.getRequestURI().length();
			return new StringBuffer(url.substring(0, Math.max(0, end))).append(getRequestURI());
		}

		@Override
		public String getServletPath() {
			return this.path;
		}

	}

}
