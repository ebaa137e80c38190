package org.jfpmonitor.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.access.oidc.SignOnRefusal;
import org.jfpmonitor.access.request.Requests;
import org.jfpmonitor.access.settings.AccessProperties;
import org.jfpmonitor.access.settings.AccessSettings;
import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditEntry;
import org.jfpmonitor.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Puts sign-ins and the settings for access on record. What was typed as a name is
 * written down only when it is a user's: people type passwords into the wrong field.
 */
@Component
@ConditionalOnWebApplication
class AccessAudit {

	private static final Logger log = LoggerFactory.getLogger(AccessAudit.class);

	/**
	 * A program signs in with each request, and may be refused with each; one entry in
	 * this time says so.
	 */
	private static final Duration SAID = Duration.ofHours(1);

	private static final int MOST = 1000;

	private final AuthenticationTrustResolverImpl trust = new AuthenticationTrustResolverImpl();

	private final AuditTrail trail;

	private final AccessProperties properties;

	private final AccessSettings settings;

	private final Map<String, Instant> said = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > MOST;
		}

	};

	AccessAudit(AuditTrail trail, AccessProperties properties, Environment environment) {
		this.trail = trail;
		this.properties = properties;
		this.settings = AccessSettings.of(environment);
	}

	@EventListener
	void on(InteractiveAuthenticationSuccessEvent person) {
		add(Action.SIGN_IN, person.getAuthentication().getName(),
				(person.getAuthentication() instanceof OAuth2AuthenticationToken there)
						? "By single sign-on, " + there.getAuthorizedClientRegistrationId() : "By the form");
	}

	@EventListener
	void on(AuthenticationSuccessEvent known) {
		HttpServletRequest request = request();
		String name = known.getAuthentication().getName();
		if (request != null && Requests.OF_PROGRAMS.matches(request) && isNews(name + " " + request.getRemoteAddr())) {
			add(Action.SIGN_IN, name, "As a program; said once an hour");
		}
	}

	@EventListener
	void on(AbstractAuthenticationFailureEvent wrong) {
		Optional<SignOnRefusal> account = SignOnRefusal.of(wrong.getException());
		if (account.isPresent()) {
			add(Action.SIGN_IN_REFUSED, null, "By single sign-on: " + account.get().code());
			return;
		}
		String name = wrong.getAuthentication().getName();
		add(Action.SIGN_IN_REFUSED, null,
				this.properties.users()
					.stream()
					.map(AccessProperties.User::name)
					.filter((each) -> each.equalsIgnoreCase(name))
					.findFirst()
					.map((each) -> "For the user " + each)
					.orElse("For a name that no user has"));
	}

	/** Of strangers nothing is kept, whatever they ask for. */
	@EventListener
	void on(AuthorizationDeniedEvent<?> refused) {
		Authentication who = refused.getAuthentication().get();
		if (refused.getSource() instanceof HttpServletRequest request && !this.trust.isAnonymous(who)) {
			String name = who.getName();
			String what = request.getMethod() + " " + request.getRequestURI();
			if (isNews(name + " " + what)) {
				add(Action.REFUSED, name, what + "; said once an hour");
			}
		}
	}

	@EventListener
	void on(LogoutSuccessEvent left) {
		add(Action.SIGN_OUT, left.getAuthentication().getName(), "By the form");
	}

	/** A start whose settings for access are not those of the start before. */
	@EventListener
	void on(WebServerInitializedEvent start) {
		String now = inWords();
		if (!this.trail.newest(Action.ACCESS_SETTINGS).map(AuditEntry::what).filter(now::equals).isPresent()) {
			add(Action.ACCESS_SETTINGS, null, now);
		}
	}

	/** The log has it already; nobody is kept out because the store cannot take it. */
	private void add(Action action, @Nullable String who, String what) {
		try {
			this.trail.add(action, who, what);
		}
		catch (DataAccessException ex) {
			log.error("The audit trail cannot be written: {}", ex.getMessage());
		}
	}

	private synchronized boolean isNews(String what) {
		Instant now = Instant.now();
		Instant before = this.said.get(what);
		if (before != null && before.plus(SAID).isAfter(now)) {
			return false;
		}
		this.said.put(what, now);
		return true;
	}

	/** With a fingerprint, by which another password shows that cannot be said. */
	private String inWords() {
		String users = this.properties.users()
			.stream()
			.map((each) -> each.name() + " " + each.roles().stream().map(Enum::name).sorted().toList()
					+ (each.editorOf().isEmpty() ? "" : " and editor of " + each.editorOf().stream().sorted().toList())
					+ (each.keptTo().isEmpty() ? "" : " of the plans " + each.keptTo().stream().sorted().toList()))
			.collect(Collectors.joining(", "));
		String secrets = this.properties.users()
			.stream()
			.map(AccessProperties.User::password)
			.collect(Collectors.joining(" ", "", " " + this.properties.scrapeToken()));
		return "Reading is %s. Users: %s. Single sign-on: %s. Trusted proxies: %s. Fingerprint with passwords and token: %s"
			.formatted(this.settings.isReadingOpen() ? "open on this machine" : "for who signed in",
					users.isEmpty() ? "none" : users, accounts(), this.properties.trustedProxies(),
					DigestUtils.sha256Hex(secrets).substring(0, 8));
	}

	/** In the order of the roles, so that the same settings are the same words. */
	private String accounts() {
		AccessProperties.SignOn signOn = this.properties.signOn();
		return (signOn.readers().isEmpty() && signOn.roles().isEmpty()) ? "none"
				: "readers " + signOn.readers() + " " + new TreeMap<>(signOn.roles()) + " by the claim "
						+ signOn.rolesClaim()
						+ (signOn.plans().isEmpty() ? "" : ", of the plans " + new TreeMap<>(signOn.plans())
								+ " by the claim " + signOn.claimOfPlans() + ", of all plans " + signOn.allPlans());
	}

	private static @Nullable HttpServletRequest request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? request.getRequest() : null;
	}

}
