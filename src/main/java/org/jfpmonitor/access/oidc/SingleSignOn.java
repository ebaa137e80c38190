package org.jfpmonitor.access.oidc;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.access.settings.AccessProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Signing in at an identity provider: for people on its own pages, for programs with a
 * bearer token that it made. Without one in the settings nothing of it is there.
 */
@Component
@EnableConfigurationProperties(AccessProperties.class)
public class SingleSignOn {

	private static final Logger log = LoggerFactory.getLogger(SingleSignOn.class);

	/** Where people begin and where the provider sends them back to. */
	public static final List<String> PATHS = List.of("/oauth2/authorization/*", "/login/oauth2/code/*");

	/** The attribute of the request with the page that was asked for before. */
	public static final String NEXT = AuthorizationRequestCookie.NEXT;

	private final OAuth2ClientProperties clients;

	private final @Nullable ClientRegistrationRepository registrations;

	private final @Nullable JwtDecoder tokens;

	private final AccountReader accounts;

	SingleSignOn(OAuth2ClientProperties clients, ObjectProvider<ClientRegistrationRepository> registrations,
			ObjectProvider<JwtDecoder> tokens, AccessProperties access) {
		this.clients = clients;
		this.registrations = registrations.getIfAvailable();
		this.tokens = tokens.getIfAvailable();
		this.accounts = new AccountReader(access.signOn(),
				access.users().stream().map(AccessProperties.User::name).collect(Collectors.toSet()));
	}

	/**
	 * The providers by their registration's name, each with the words by which people
	 * know it, in the order of the names.
	 */
	public Map<String, String> providers() {
		return this.clients.getRegistration()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.collect(Collectors.toMap(Map.Entry::getKey,
					(each) -> Objects.requireNonNullElse(each.getValue().getClientName(), each.getKey()),
					(one, other) -> one, LinkedHashMap::new));
	}

	/** Whether programs may send bearer tokens of a provider. */
	public boolean takesTokens() {
		return this.tokens != null;
	}

	/**
	 * Where a form may lead on to: signing out goes on at the provider, and a browser
	 * follows a form only where the page says so.
	 */
	public Set<String> origins() {
		return this.clients.getProvider()
			.values()
			.stream()
			.map(OAuth2ClientProperties.Provider::getIssuerUri)
			.filter(Objects::nonNull)
			.map(URI::create)
			.map((each) -> each.getScheme() + "://" + each.getAuthority())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Lets people sign in and out at the provider. */
	public void offerToPeople(HttpSecurity http, boolean tls, AuthenticationSuccessHandler next,
			AuthenticationFailureHandler refused) throws Exception {
		ClientRegistrationRepository known = this.registrations;
		if (known == null) {
			return;
		}
		http.oauth2Login((login) -> login.loginPage("/login")
			.successHandler(next)
			.failureHandler(refused)
			.authorizationEndpoint(
					(begin) -> begin.authorizationRequestRepository(new AuthorizationRequestCookie(known, tls)))
			.userInfoEndpoint((account) -> account.oidcUserService(accountService()))
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
				@Override
				public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O begin) {
					begin.setAuthenticationFailureHandler((request, response, away) -> refused
						.onAuthenticationFailure(request, response, unreachable(away)));
					return begin;
				}
			}));
		OidcClientInitiatedLogoutSuccessHandler there = new OidcClientInitiatedLogoutSuccessHandler(known);
		there.setPostLogoutRedirectUri("{baseUrl}/login");
		there.setDefaultTargetUrl("/login?logout");
		http.logout((logout) -> logout.logoutSuccessHandler(there));
	}

	/**
	 * Lets programs send bearer tokens of the provider.
	 * @param other whether a bearer token is none of the provider's and meant for
	 * somebody else
	 */
	public void offerToPrograms(HttpSecurity http, Predicate<HttpServletRequest> other,
			AuthenticationEntryPoint refused) throws Exception {
		if (this.tokens != null) {
			DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
			http.oauth2ResourceServer((server) -> server
				.bearerTokenResolver((request) -> other.test(request) ? null : header.resolve(request))
				.authenticationEntryPoint(refused)
				.jwt((jwt) -> jwt.jwtAuthenticationConverter(this::authentication)));
		}
	}

	/** The line tells whoever looks after the service what the page does not. */
	private static AuthenticationException unreachable(AuthenticationException away) {
		Throwable cause = (away.getCause() != null) ? away.getCause() : away;
		Throwable first = NestedExceptionUtils.getMostSpecificCause(cause);
		log.warn("Single sign-on: the identity provider cannot be asked: {}{}", cause.getMessage(),
				(first != cause) ? ", because of " + first : "");
		return SignOnRefusal.PROVIDER.exception();
	}

	private OAuth2UserService<OidcUserRequest, OidcUser> accountService() {
		OidcUserService service = new OidcUserService();
		return (request) -> {
			OidcUser there = service.loadUser(request);
			AccountReader.Account account = this.accounts.read(there.getClaims());
			return new NamedOidcUser(account, there);
		};
	}

	private JwtAuthenticationToken authentication(Jwt token) {
		AccountReader.Account account = this.accounts.read(token.getClaims());
		return new JwtAuthenticationToken(token, account.authorities(), account.name());
	}

	/** Carries the name that was read, whichever claim it came from. */
	private static final class NamedOidcUser extends DefaultOidcUser {

		private static final long serialVersionUID = 1L;

		private final String name;

		NamedOidcUser(AccountReader.Account account, OidcUser there) {
			super(account.authorities(), there.getIdToken(), there.getUserInfo());
			this.name = account.name();
		}

		@Override
		public String getName() {
			return this.name;
		}

	}

}
