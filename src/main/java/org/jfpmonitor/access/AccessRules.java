package org.jfpmonitor.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.access.oidc.SingleSignOn;
import org.jfpmonitor.access.settings.AccessProperties;
import org.jfpmonitor.access.settings.AccessSettings;
import org.jfpmonitor.access.settings.Authorities;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.address.PlanReaders;
import org.jfpmonitor.publication.page.EmailReaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.RelativeRedirectFilter;

/** The rules of access, on one page. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessRules {

	private static final Logger log = LoggerFactory.getLogger(AccessRules.class);

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
			+ " font-src 'self'; connect-src 'self'; form-action %s; base-uri 'none'; frame-ancestors 'none'";

	/** What is there for everybody, also before they sign in. */
	private static final RequestMatcher FOR_EVERYBODY = new OrRequestMatcher(
			(request) -> request.getDispatcherType() == DispatcherType.ERROR, Requests.reads("/actuator/health/**",
					"/login", "/css/**", "/js/**", "/vendor/**", "/images/**", "/favicon.ico"),
			Requests.reads(SingleSignOn.PATHS.toArray(String[]::new)), Requests.SIGN_IN);

	private static final long A_YEAR = 31_536_000;

	private final AccessProperties properties;

	private final boolean tls;

	private final RequestMatcher scrape;

	private final SingleSignOn provider;

	private final Refusals refusals;

	private final AuthorizationManager<RequestAuthorizationContext> rules;

	private final AuthorizationManager<RequestAuthorizationContext> emails;

	AccessRules(AccessProperties properties, SingleSignOn provider, PlanVersions plans, Environment environment,
			ApplicationEventPublisher events) {
		AccessSettings settings = AccessSettings.of(environment);
		this.properties = properties;
		this.tls = settings.isBehindTls();
		this.provider = provider;
		this.scrape = new ScrapeToken(properties.scrapeToken());
		this.refusals = new Refusals(!properties.users().isEmpty(), provider.takesTokens(), events);
		RequestMatcher reader = reader(settings.isReadingOpen());
		// They name who works on what.
		this.emails = either(reader, role("EDITOR"));
		this.rules = new PlanLimit(FOR_EVERYBODY, rules(reader, this.scrape, this.emails), plans);
		say(settings.isReadingOpen(),
				properties.users().isEmpty() && provider.providers().isEmpty() && !provider.takesTokens());
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

	/** For the link to them. */
	@Bean
	EmailReaders emailReaders() {
		return (request) -> {
			AuthorizationResult result = this.emails.authorize(AccessRules::user,
					new RequestAuthorizationContext(request));
			return result != null && result.isGranted() && PlanLimit.admitsToAll(user());
		};
	}

	/** For the list of plans. */
	@Bean
	PlanReaders planReaders() {
		return (request, plan) -> PlanLimit.admits(user(), plan);
	}

	private static @Nullable Authentication user() {
		return SecurityContextHolder.getContext().getAuthentication();
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

	/**
	 * Whoever asks whether the service is well is not asked who he is: a password that is
	 * no longer right would else take a service for dead that is well.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain health(HttpSecurity http) throws Exception {
		http.securityMatcher(Requests.reads("/actuator/health/**"))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable());
		return ruled(http).build();
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
		this.provider.offerToPrograms(http, this.scrape::matches, this.refusals);
		return ruled(http).build();
	}

	/**
	 * People: a session once they signed in, and a token in every form. Before that the
	 * browser keeps what there is to keep, the token of the sign-in form.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain people(HttpSecurity http) throws Exception {
		NextPage next = new NextPage();
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieCustomizer((cookie) -> {
			cookie.sameSite("Lax");
			if (this.tls) {
				cookie.secure(true);
			}
		});
		http.formLogin((form) -> form.loginPage("/login").successHandler(next).failureHandler(next))
			// What a browser kept is for whoever was signed in. One to which the way here
			// is
			// not protected does not listen.
			.logout((logout) -> logout
				.addLogoutHandler((request, response, who) -> response.setHeader("Clear-Site-Data", "\"cache\"")))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.addFilterBefore(new SessionLifetime(Clock.systemUTC()), SecurityContextHolderFilter.class)
			.addFilterBefore(new EarlyRefusal(this.rules, this.refusals, tokens), CsrfFilter.class);
		this.provider.offerToPeople(http, this.tls, next, next);
		return ruled(http).build();
	}

	private HttpSecurity ruled(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().access(this.rules))
			.exceptionHandling(
					(refused) -> refused.authenticationEntryPoint(this.refusals).accessDeniedHandler(this.refusals))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(policy()))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.httpStrictTransportSecurity((strict) -> strict.maxAgeInSeconds(A_YEAR)
					.includeSubDomains(false)
					.requestMatcher((request) -> this.tls || request.isSecure())));
	}

	@Bean
	RequestRejectedHandler rejectedRequests() {
		return this.refusals;
	}

	/**
	 * Innermost, so that it speaks before Tomcat's own page does. How many languages a
	 * browser asks for is of no interest: there is one, and headers have an end anyway.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unansweredRequests() {
		return (server) -> {
			server.addContextCustomizers(
					(context) -> context.getParent().getPipeline().addValve(new UnansweredRequests()));
			server.addConnectorCustomizers((connector) -> connector.setMaxLocaleCount(Integer.MAX_VALUE));
		};
	}

	private String policy() {
		return POLICY.formatted(
				Stream.concat(Stream.of("'self'"), this.provider.origins().stream()).collect(Collectors.joining(" ")));
	}

	/** The users of the settings, at a pace that guessing does not get through. */
	@Bean
	AuthenticationProvider signIn() {
		return new BrakedSignIn(
				new DaoAuthenticationProvider(new InMemoryUserDetailsManager(
						this.properties.users().stream().map(AccessRules::details).toList())),
				new SignInBrake(Clock.systemUTC()));
	}

	/** Without a proxy that is trusted nobody looks at what a request says of its way. */
	@Bean
	FilterRegistrationBean<Filter> trustedProxies() {
		FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>(
				new TrustedProxies(this.properties.trustedProxies()));
		first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		first.setOrder(Ordered.HIGHEST_PRECEDENCE);
		first.setEnabled(!this.properties.trustedProxies().isEmpty());
		return first;
	}

	/**
	 * A redirect names no scheme and no host, so it stays where the browser is. Tomcat's
	 * own setting for that does not hold for HTTP/1.0, which nginx speaks unless told.
	 */
	@Bean
	FilterRegistrationBean<Filter> relativeRedirects() {
		RelativeRedirectFilter filter = new RelativeRedirectFilter();
		filter.setRedirectStatus(HttpStatus.FOUND);
		FilterRegistrationBean<Filter> second = new FilterRegistrationBean<>(filter);
		second.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return second;
	}

	/** Around everything that reads a parameter. */
	@Bean
	FilterRegistrationBean<Filter> unreadableParameters() {
		FilterRegistrationBean<Filter> third = new FilterRegistrationBean<>(new UnreadableParameters());
		third.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return third;
	}

	@Bean
	ServletContextInitializer sessionCookie() {
		return (context) -> {
			if (this.tls) {
				context.getSessionCookieConfig().setSecure(true);
			}
		};
	}

	/**
	 * A read of the interface without a name and password may come from a page that
	 * somebody signed in to.
	 */
	private static boolean isProgram(HttpServletRequest request) {
		boolean own = Requests.OF_PROGRAMS.matches(request);
		boolean pages = Requests.isRead(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
		return own && !pages;
	}

	private static UserDetails details(AccessProperties.User user) {
		return User.withUsername(user.name())
			.password(user.password())
			.authorities(Authorities.of(user.roles(), user.keptTo()))
			.build();
	}

	private static void say(boolean open, boolean nobody) {
		if (open && !nobody) {
			log.warn("Access: " + AccessSettings.OPEN);
		}
		else if (open) {
			log.info("Access: on this machine reading needs no sign-in.");
		}
		else if (nobody) {
			log.warn("Access: reading needs a sign-in, and no user is configured, so nobody can read. Add one under"
					+ " jfp.access.users; the command \"password\" makes the hash.");
		}
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
