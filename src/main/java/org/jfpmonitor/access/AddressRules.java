package org.jfpmonitor.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.access.oidc.SingleSignOn;
import org.jfpmonitor.access.request.LoopbackRequest;
import org.jfpmonitor.access.request.Requests;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may do what at which address, on one page. */
final class AddressRules {

	/** What is there for everybody, also before they sign in. */
	static final RequestMatcher FOR_EVERYBODY = new OrRequestMatcher(
			(request) -> request.getDispatcherType() == DispatcherType.ERROR, Requests.reads("/actuator/health/**",
					"/login", "/css/**", "/js/**", "/vendor/**", "/images/**", "/favicon.ico"),
			Requests.reads(SingleSignOn.PATHS.toArray(String[]::new)), Requests.SIGN_IN);

	private final RequestMatcher scrape;

	private final AuthorizationManager<RequestAuthorizationContext> emails;

	private final AuthorizationManager<RequestAuthorizationContext> rules;

	/**
	 * @param open whether whoever comes from the machine itself may read
	 * @param scrapeToken with which Prometheus reads the metrics; null for none
	 */
	AddressRules(boolean open, @Nullable String scrapeToken) {
		RequestMatcher reader = reader(open);
		this.scrape = new ScrapeToken(scrapeToken);
		// They name who works on what.
		this.emails = either(reader, role("EDITOR"));
		this.rules = rules(reader, this.scrape, this.emails);
	}

	/** What holds for every address. */
	AuthorizationManager<RequestAuthorizationContext> all() {
		return this.rules;
	}

	/** Who may see the emails. */
	AuthorizationManager<RequestAuthorizationContext> emails() {
		return this.emails;
	}

	/** Whether a request carries the token of the scrape. */
	boolean isScrape(HttpServletRequest request) {
		return this.scrape.matches(request);
	}

	/** Who may do what. The first line that fits decides. */
	private static AuthorizationManager<RequestAuthorizationContext> rules(RequestMatcher reader, RequestMatcher scrape,
			AuthorizationManager<RequestAuthorizationContext> emails) {
		return delegate(RequestMatcherDelegatingAuthorizationManager.builder()
			.requestMatchers(FOR_EVERYBODY)
			.permitAll()
			.add(Requests.reads("/actuator/prometheus"),
					either(new OrRequestMatcher(reader, scrape), AuthenticatedAuthorizationManager.authenticated()))
			.add(Requests.reads("/actuator/**"), either(reader, role("ADMINISTRATOR")))
			.add(Requests.posts("/api/deliveries", "/deliveries", "/deliveries/try"), role("IMPORTER"))
			// To ask for a fingerprint is to ask whether a file has exactly these lines.
			.add(Requests.reads("/api/deliveries/{fingerprint:[0-9a-f]{64}}/original"), role("IMPORTER"))
			.add(Requests.reads("/deliveries/*/original", "/api/deliveries/*/original"),
					AuthorityAuthorizationManager.hasAnyRole("IMPORTER", "EDITOR", "ADMINISTRATOR"))
			.add(Requests.reads("/deliveries/received", "/api/deliveries/{fingerprint:[0-9a-f]{64}}/**"),
					either(reader, role("IMPORTER")))
			// Who owns an objective is known where the plan is.
			.add(Requests.posts("/objectives/*/comments/*", "/objectives/*/annotations", "/objectives/*/annotations/**",
					"/api/comments", "/api/annotations", "/api/annotations/**"),
					AuthenticatedAuthorizationManager.authenticated())
			.add(Requests.posts("/**"), role("EDITOR"))
			.add(Requests.reads("/audit"), AuthorityAuthorizationManager.hasAnyRole("EDITOR", "ADMINISTRATOR"))
			// A draft is for who works on it.
			.add(Requests.reads("/mails/**", "/api/mails/**", "/api/reports/draft"), emails)
			.add(Requests.reads("/**"), either(reader, AuthenticatedAuthorizationManager.authenticated()))
			.anyRequest()
			.denyAll()
			.build());
	}

	/** Whoever comes from the machine itself, where its settings open it. */
	private static RequestMatcher reader(boolean open) {
		RequestMatcher here = new LoopbackRequest();
		return (request) -> open && here.matches(request);
	}

	private static AuthorizationManager<RequestAuthorizationContext> delegate(
			AuthorizationManager<HttpServletRequest> manager) {
		return (who, context) -> manager.authorize(who, context.getRequest());
	}

	/** Such requests, and else those of people whom the rule lets in; it says whom. */
	private static AuthorizationManager<RequestAuthorizationContext> either(RequestMatcher matcher,
			AuthorizationManager<RequestAuthorizationContext> rule) {
		return (who, context) -> matcher.matches(context.getRequest()) ? new AuthorizationDecision(true)
				: rule.authorize(who, context);
	}

	private static AuthorizationManager<RequestAuthorizationContext> role(String role) {
		return AuthorityAuthorizationManager.hasRole(role);
	}

	/** Whether a request carries the scrape's bearer token. Compared in constant time. */
	private static final class ScrapeToken implements RequestMatcher {

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

}
