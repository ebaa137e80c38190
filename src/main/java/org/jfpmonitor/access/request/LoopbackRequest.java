package org.jfpmonitor.access.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Whether a request comes from the machine itself, for installations whose settings say
 * that reading there is open. Its socket must begin and end on this machine. Headers can
 * only speak against it: one that a proxy passed on, or that a foreign page makes a
 * browser send under a host name of its own, does not come from here.
 */
public final class LoopbackRequest implements RequestMatcher {

	private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");

	@Override
	public boolean matches(HttpServletRequest request) {
		return isLoopback(request.getRemoteAddr()) && isLoopback(request.getLocalAddr())
				&& OWN_NAMES.contains(request.getServerName())
				&& Collections.list(request.getHeaderNames())
					.stream()
					.map((each) -> each.toLowerCase(Locale.ROOT))
					.noneMatch((each) -> each.startsWith("x-forwarded") || OF_PROXIES.contains(each));
	}

	private static boolean isLoopback(String address) {
		try {
			// An address in figures is never looked up.
			return InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
