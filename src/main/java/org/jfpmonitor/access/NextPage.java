package org.jfpmonitor.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.access.oidc.SignOnRefusal;
import org.jfpmonitor.access.oidc.SingleSignOn;
import org.jfpmonitor.access.request.Requests;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Where somebody is led after the sign-in form: to the page they asked for, when it is
 * one of ours, or back to the form, which says why. Nothing of it is kept here.
 */
final class NextPage implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	/** A path from our root; two slashes or a backslash would begin another host. */
	private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,500}");

	/** The page itself when it is one of ours. */
	static Optional<String> ours(@Nullable String page) {
		return Optional.ofNullable(page).filter((each) -> OURS.matcher(each).matches());
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
			throws IOException {
		response.sendRedirect(request.getContextPath() + ours(wished(request)).orElse("/"));
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException refused) throws IOException {
		String reason = missing(request).map((each) -> "missing=" + each).orElseGet(() -> reason(refused));
		String next = ours(wished(request)).map((page) -> "&next=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
			.orElse("");
		response.sendRedirect(request.getContextPath() + "/login?" + reason + next);
	}

	/** Which fields of the form were left empty: user, password or both. */
	private static Optional<String> missing(HttpServletRequest request) {
		if (!Requests.SIGN_IN.matches(request)) {
			return Optional.empty();
		}
		boolean user = isEmpty(request.getParameter("username"));
		boolean password = isEmpty(request.getParameter("password"));
		return (user || password) ? Optional.of((user && password) ? "both" : user ? "user" : "password")
				: Optional.empty();
	}

	private static boolean isEmpty(@Nullable String field) {
		return field == null || field.isBlank();
	}

	private static String reason(AuthenticationException refused) {
		if (refused instanceof BrakedSignIn.TooManyAttempts braked) {
			return "wait=" + braked.seconds();
		}
		return SignOnRefusal.of(refused).map((each) -> "sign-on=" + each.code()).orElse("error");
	}

	/** Asked for by the form, or before the provider was. */
	private static @Nullable String wished(HttpServletRequest request) {
		return (request.getAttribute(SingleSignOn.NEXT) instanceof String page) ? page : request.getParameter("next");
	}

}
