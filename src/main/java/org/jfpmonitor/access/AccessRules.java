package org.jfpmonitor.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The rules of access, on one page. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessRules {

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
			+ " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	/** They name who works on what. */
	private static final String[] MAILS = { "/mails", "/mails/**", "/api/mails", "/api/mails/**" };

	private final RequestMatcher near = new Nearness();

	private final RequestMatcher scrape;

	private final Refusals refusals;

	AccessRules(AccessProperties properties) {
		this.scrape = new ScrapeToken(properties.scrapeToken());
		this.refusals = new Refusals(!properties.users().isEmpty());
	}

	@Bean
	UserDetailsService users(AccessProperties properties) {
		return new InMemoryUserDetailsManager(properties.users().stream().map(AccessRules::details).toList());
	}

	/**
	 * Programs: each request carries its own name and password and leaves nothing behind,
	 * so there is nothing that a foreign page could ride on.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain programs(HttpSecurity http) throws Exception {
		http.securityMatcher((RequestMatcher) AccessRules::isProgram)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.httpBasic((basic) -> basic.authenticationEntryPoint(this.refusals));
		return rules(http).build();
	}

	/** People: a session from the sign-in page, and a token in every form. */
	@Bean
	@Order(2)
	SecurityFilterChain people(HttpSecurity http) throws Exception {
		http.formLogin((form) -> form.loginPage("/login")).logout(Customizer.withDefaults());
		return rules(http).build();
	}

	private HttpSecurity rules(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests(this::authorize)
			.exceptionHandling((refused) -> refused
				.defaultAuthenticationEntryPointFor(this.refusals,
						(request) -> isPath(request.getRequestURI(), "/api/"))
				.accessDeniedHandler(this.refusals))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
	}

	private void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers("/actuator/health/**", "/login", "/logout", "/error")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/css/**", "/vendor/**", "/images/**", "/favicon.ico")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/actuator/prometheus")
			.access(nearOr(this.scrape))
			.requestMatchers("/actuator/**")
			.access(nearOr(this.scrape))
			.requestMatchers(HttpMethod.POST, "/api/deliveries", "/deliveries")
			.hasRole("IMPORTER")
			.requestMatchers(HttpMethod.POST, "/**")
			.hasRole("EDITOR")
			.requestMatchers(HttpMethod.GET, MAILS)
			.access(nearOrEditor())
			.requestMatchers(HttpMethod.HEAD, MAILS)
			.access(nearOrEditor())
			.requestMatchers(HttpMethod.GET, "/**")
			.access(nearOrSignedIn())
			.requestMatchers(HttpMethod.HEAD, "/**")
			.access(nearOrSignedIn())
			.anyRequest()
			.denyAll();
	}

	private AuthorizationManager<RequestAuthorizationContext> nearOr(RequestMatcher other) {
		return (who, context) -> new AuthorizationDecision(
				this.near.matches(context.getRequest()) || other.matches(context.getRequest()));
	}

	private AuthorizationManager<RequestAuthorizationContext> nearOrEditor() {
		return AuthorizationManagers.anyOf(nearOr((request) -> false), AuthorityAuthorizationManager.hasRole("EDITOR"));
	}

	private AuthorizationManager<RequestAuthorizationContext> nearOrSignedIn() {
		return (who, context) -> {
			if (this.near.matches(context.getRequest())) {
				return new AuthorizationDecision(true);
			}
			Authentication user = who.get();
			return new AuthorizationDecision(
					user != null && user.isAuthenticated() && !(user instanceof AnonymousAuthenticationToken));
		};
	}

	/**
	 * A read of the interface without a name and password may come from a page that
	 * somebody signed in to.
	 */
	private static boolean isProgram(HttpServletRequest request) {
		String path = request.getRequestURI();
		boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		return isPath(path, "/actuator/")
				|| (isPath(path, "/api/") && (!reads || request.getHeader(HttpHeaders.AUTHORIZATION) != null));
	}

	private static boolean isPath(String path, String prefix) {
		return path.startsWith(prefix);
	}

	private static UserDetails details(AccessProperties.User user) {
		return User.withUsername(user.name())
			.password(user.password())
			.roles(user.roles().stream().map(Enum::name).toArray(String[]::new))
			.build();
	}

}
