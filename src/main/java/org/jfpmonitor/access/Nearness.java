package org.jfpmonitor.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Whether a request comes from the machine itself. One that was passed on by a proxy does
 * not, and neither does one that a foreign page makes a browser send under a host name of
 * its own.
 */
final class Nearness implements RequestMatcher {

	private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	@Override
	public boolean matches(HttpServletRequest request) {
		return isLoopback(request.getRemoteAddr()) && isLoopback(request.getLocalAddr())
				&& OWN_NAMES.contains(request.getServerName()) && request.getHeader("Forwarded") == null
				&& request.getHeader("X-Forwarded-For") == null;
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
