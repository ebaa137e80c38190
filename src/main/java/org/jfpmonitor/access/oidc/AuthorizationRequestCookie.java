package org.jfpmonitor.access.oidc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Keeps what a sign-on that has begun must remember in the browser that began it, for ten
 * minutes, so that whoever never comes back leaves nothing here and any instance can take
 * the answer. The cookie holds texts alone; the provider compares the rest.
 */
final class AuthorizationRequestCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	/** The attribute of the request that holds the page which was asked for at first. */
	static final String NEXT = AuthorizationRequestCookie.class.getName() + ".next";

	static final String NAME = "jfp-sign-on";

	private static final String PATH = "/login/oauth2";

	private static final Duration LIFE = Duration.ofMinutes(10);

	/** State, nonce, verifier, the address to come back to, the page wished for. */
	private static final int PARTS = 5;

	private final ClientRegistrationRepository registrations;

	private final boolean tls;

	AuthorizationRequestCookie(ClientRegistrationRepository registrations, boolean tls) {
		this.registrations = registrations;
		this.tls = tls;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		String id = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
		return parts(request).filter((parts) -> parts.get(0).equals(request.getParameter(OAuth2ParameterNames.STATE)))
			.flatMap((parts) -> Optional.ofNullable(this.registrations.findByRegistrationId(id))
				.map((registration) -> begun(registration, parts)))
			.orElse(null);
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request,
			HttpServletResponse response) {
		if (begun != null) {
			String parts = List
				.of(Objects.requireNonNullElse(begun.getState(), ""), attribute(begun, OidcParameterNames.NONCE),
						attribute(begun, PkceParameterNames.CODE_VERIFIER),
						Objects.requireNonNullElse(begun.getRedirectUri(), ""),
						Objects.requireNonNullElse(request.getParameter("next"), ""))
				.stream()
				.map((each) -> Base64.getUrlEncoder()
					.withoutPadding()
					.encodeToString(each.getBytes(StandardCharsets.UTF_8)))
				.collect(Collectors.joining("."));
			add(response, request, parts, LIFE);
		}
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
		if (begun != null) {
			parts(request).ifPresent((parts) -> request.setAttribute(NEXT, parts.get(PARTS - 1)));
			add(response, request, "", Duration.ZERO);
		}
		return begun;
	}

	private static OAuth2AuthorizationRequest begun(ClientRegistration registration, List<String> parts) {
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNullElse(registration.getProviderDetails().getAuthorizationUri(), ""))
			.clientId(registration.getClientId())
			.redirectUri(parts.get(3))
			.scopes(registration.getScopes())
			.state(parts.get(0))
			.attributes((attributes) -> attributes
				.putAll(Map.of(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId(),
						OidcParameterNames.NONCE, parts.get(1), PkceParameterNames.CODE_VERIFIER, parts.get(2))))
			.build();
	}

	private static String attribute(OAuth2AuthorizationRequest begun, String name) {
		return (begun.getAttribute(name) instanceof String text) ? text : "";
	}

	private static Optional<List<String>> parts(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, NAME))
			.map(Cookie::getValue)
			.flatMap(AuthorizationRequestCookie::decoded)
			.filter((parts) -> parts.size() == PARTS && !parts.get(0).isEmpty());
	}

	private static Optional<List<String>> decoded(String value) {
		try {
			return Optional.of(Arrays.stream(value.split("\\.", -1))
				.map((each) -> new String(Base64.getUrlDecoder().decode(each), StandardCharsets.UTF_8))
				.toList());
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private void add(HttpServletResponse response, HttpServletRequest request, String value, Duration life) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, value)
					.path(request.getContextPath() + PATH)
					.maxAge(life)
					.httpOnly(true)
					.secure(this.tls || request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

}
