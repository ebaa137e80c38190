package org.jfpmonitor.access;

import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.access.oidc.SingleSignOn;
import org.jfpmonitor.access.plan.PlanLimit;
import org.jfpmonitor.access.plan.PlanRoles;
import org.jfpmonitor.access.request.Requests;
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
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
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
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How people and programs sign in, and by which rules their requests are let in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessRules {

	private static final Logger log = LoggerFactory.getLogger(AccessRules.class);

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
			+ " font-src 'self'; connect-src 'self'; form-action %s; base-uri 'none'; frame-ancestors 'none'";

	private static final long A_YEAR = 31_536_000;

	private final AccessProperties properties;

	private final boolean tls;

	private final SingleSignOn provider;

	private final Refusals refusals;

	private final AuthorizationManager<RequestAuthorizationContext> rules;

	private final AddressRules addresses;

	private final PlanRoles planRoles;

	AccessRules(AccessProperties properties, SingleSignOn provider, PlanVersions plans, Environment environment,
			ApplicationEventPublisher events) {
		AccessSettings settings = AccessSettings.of(environment);
		this.properties = properties;
		this.tls = settings.isBehindTls();
		this.provider = provider;
		this.addresses = new AddressRules(settings.isReadingOpen(), properties.scrapeToken());
		this.refusals = new Refusals(!properties.users().isEmpty(), provider.takesTokens(), events);
		this.rules = new PlanLimit(AddressRules.FOR_EVERYBODY, this.addresses.all(), plans);
		this.planRoles = new PlanRoles(plans);
		say(settings.isReadingOpen(),
				properties.users().isEmpty() && provider.providers().isEmpty() && !provider.takesTokens());
	}

	/** For the link to them. */
	@Bean
	EmailReaders emailReaders() {
		return (request) -> {
			AuthorizationResult result = this.addresses.emails()
				.authorize(AccessRules::user, new RequestAuthorizationContext(request));
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
		http.addFilterBefore(this.planRoles, AuthorizationFilter.class);
		this.provider.offerToPrograms(http, this.addresses::isScrape, this.refusals);
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
			.addFilterBefore(this.planRoles, CsrfFilter.class)
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
			.authorities(Authorities.of(user.roles(), user.keptTo(), user.editorOf()))
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

}
