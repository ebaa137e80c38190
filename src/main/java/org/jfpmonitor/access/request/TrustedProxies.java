package org.jfpmonitor.access.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Believes named reverse proxies, known by the address of the socket, about who asked
 * them and under which scheme, host and prefix. From everybody else such headers are
 * taken away before anything can read them.
 */
final class TrustedProxies implements Filter {

	private static final String CLIENT = "X-Forwarded-For";

	private static final String PREFIX = "X-Forwarded-Prefix";

	/**
	 * A proxy passes on what it does not know. {@code Forwarded} would outrank the other
	 * headers, though it is the client's own where the proxy sets only those.
	 */
	private static final Set<String> NOT_PASSED_ON = hidden("Forwarded", CLIENT);

	private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");

	/** As some proxies write it: {@code 192.0.2.7:50211}, {@code [2001:db8::7]:50211}. */
	private static final Pattern WITH_PORT = Pattern
		.compile("^([0-9.]+):[0-9]{1,5}$|^\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?$");

	private final List<IpAddressMatcher> proxies;

	private final ForwardedHeaderFilter believed = new ForwardedHeaderFilter();

	private final ForwardedHeaderFilter removed = new ForwardedHeaderFilter();

	TrustedProxies(List<String> addresses) {
		this.proxies = addresses.stream().map(IpAddressMatcher::new).toList();
		this.believed.setUseForwardedPrefix(true);
		this.removed.setRemoveOnly(true);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest http && isTrusted(http.getRemoteAddr())) {
			this.believed.doFilter(new Proxied(http, client(http)), response, chain);
		}
		else {
			this.removed.doFilter(request, response, chain);
		}
	}

	/**
	 * The address nearest to us that is no trusted proxy. What stands before it was
	 * written by somebody whom nobody trusts.
	 */
	private String client(HttpServletRequest request) {
		List<String> way = new ArrayList<>();
		for (String line : Collections.list(request.getHeaders(CLIENT))) {
			Collections.addAll(way, line.split(",", -1));
		}
		String nearest = request.getRemoteAddr();
		for (int i = way.size() - 1; i >= 0 && isTrusted(nearest); i--) {
			String before = WITH_PORT.matcher(way.get(i).strip()).replaceFirst("$1$2");
			if (!isAddress(before)) {
				break;
			}
			nearest = before;
		}
		return nearest;
	}

	private boolean isTrusted(String address) {
		return this.proxies.stream().anyMatch((each) -> each.matches(address));
	}

	private static boolean isAddress(String text) {
		try {
			return new IpAddressMatcher(text).matches(text);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static Set<String> hidden(String... names) {
		Set<String> hidden = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		Collections.addAll(hidden, names);
		return hidden;
	}

	/**
	 * A request as the proxy got it, without the headers that the client may have made
	 * up.
	 */
	private static final class Proxied extends HttpServletRequestWrapper {

		private final String client;

		Proxied(HttpServletRequest request, String client) {
			super(request);
			this.client = client;
		}

		@Override
		public String getRemoteAddr() {
			return this.client;
		}

		@Override
		public String getRemoteHost() {
			return this.client;
		}

		@Override
		public @Nullable String getHeader(String name) {
			return isHidden(name) ? null : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
		}

		@Override
		public Enumeration<String> getHeaderNames() {
			return Collections.enumeration(
					Collections.list(super.getHeaderNames()).stream().filter((each) -> !isHidden(each)).toList());
		}

		private boolean isHidden(String name) {
			return NOT_PASSED_ON.contains(name) || (PREFIX.equalsIgnoreCase(name)
					&& !PATH.matcher(String.join(",", Collections.list(super.getHeaders(name)))).matches());
		}

	}

}
