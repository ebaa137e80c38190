package org.jfpmonitor.access.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.util.StringUtils;

/**
 * What the settings together say about who may read: the one place that decides whether
 * reading is open, and which combinations are refused because more people could read than
 * somebody meant. No request has a say in it.
 */
public final class AccessSettings {

	private static final String READING = "jfp.access.reading";

	/** What follows when reading is open because the settings say so. */
	public static final String OPEN = READING
			+ " is open, so whoever reaches this service from this machine reads without a sign-in, and so does"
			+ " everybody who comes through a reverse proxy on it. Set it to signed-in wherever there is one.";

	private static final String PROXIES = "jfp.access.trusted-proxies";

	private static final String REGISTRATIONS = "spring.security.oauth2.client.registration";

	private static final String PROVIDERS = "spring.security.oauth2.client.provider";

	private static final String TOKENS = "spring.security.oauth2.resourceserver.jwt";

	/** A hospital's whole network is 10.0.0.0/8; more is no range of proxies. */
	private static final int WIDEST_RANGE = 8;

	private static final int WIDEST_RANGE_OF_IPV6 = 32;

	private static final String SESSION = "server.servlet.session";

	private static final Duration SHORTEST_SESSION = Duration.ofMinutes(1);

	private static final Duration LONGEST_SESSION = Duration.ofHours(12);

	/** An address that is none opens nothing either. */
	private static final URI UNREADABLE = URI.create("https://unreadable.invalid");

	private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Environment settings;

	private AccessSettings(Environment settings) {
		this.settings = settings;
	}

	public static AccessSettings of(Environment settings) {
		return new AccessSettings(settings);
	}

	/**
	 * What is wrong with them, one sentence or two each; nothing when they can be used.
	 */
	public static List<String> faults(Environment settings) {
		return new AccessSettings(settings).faults();
	}

	/** What can be used and may not be meant, a sentence or two each. */
	public static List<String> warnings(Environment settings) {
		AccessSettings access = new AccessSettings(settings);
		return (access.reading() == AccessProperties.ReadAccess.OPEN) ? List.of(OPEN) : List.of();
	}

	/** Whether whoever asks from the machine itself may read without signing in. */
	public boolean isReadingOpen() {
		AccessProperties.ReadAccess wanted = reading();
		return (wanted != null) ? wanted == AccessProperties.ReadAccess.OPEN : isDemonstrationAsItComes();
	}

	/** Whether readers reach the pages by TLS, here or at a proxy. */
	public boolean isBehindTls() {
		return "https".equalsIgnoreCase(baseUrl().getScheme());
	}

	/** Nothing in it is anybody's own: the figures are made up and no user is named. */
	private boolean isDemonstrationAsItComes() {
		return isDemonstration() && isLoopback(address()) && isUnset("spring.datasource.url", "jfp.access.scrape-token")
				&& this.settings.getProperty("jfp.data", "data").equals("data") && names(PROXIES).isEmpty()
				&& isLoopbackName(baseUrl()) && !has("jfp.access.users") && !has(REGISTRATIONS) && !has(TOKENS);
	}

	/** A word that is none means no: what cannot be read opens nothing. */
	private boolean isDemonstration() {
		return Binder.get(this.settings)
			.bind(ConfigurationPropertyName.of("jfp.demo"), Bindable.of(Boolean.class), new IgnoreErrorsBindHandler())
			.orElse(false);
	}

	private List<String> faults() {
		List<String> faults = new ArrayList<>();
		if (reading() == AccessProperties.ReadAccess.OPEN) {
			expectNobodyElse(faults);
		}
		for (String proxy : names(PROXIES)) {
			if (!isProxy(proxy)) {
				faults.add(PROXIES + ": expected the address of a reverse proxy such as 10.1.2.3, or a range such as"
						+ " 10.1.2.0/24 that holds nothing else, found \"" + proxy + "\". Correct or delete it.");
			}
		}
		Stream
			.of("server.forward-headers-strategy", "server.tomcat.remoteip.remote-ip-header",
					"server.tomcat.remoteip.protocol-header")
			.filter((each) -> !isUnset(each) && !"none".equalsIgnoreCase(this.settings.getProperty(each)))
			.forEach((each) -> faults.add(each + ": expected nothing, found \"" + this.settings.getProperty(each)
					+ "\": with it anybody could say to be somebody else. Name the proxy under " + PROXIES
					+ " in its place."));
		if (!isUnset("management.server.port") && isUnset("management.server.address")) {
			faults.add("management.server.address: expected the address at which the port of management.server.port"
					+ " listens, such as 127.0.0.1, found nothing: it would listen at every address of this machine. Set"
					+ " it, or delete management.server.port.");
		}
		Stream.of("spring.security.user.name", "spring.security.user.password", "spring.security.user.roles")
			.filter((each) -> !isUnset(each))
			.forEach((each) -> faults.add(each + ": expected nothing, found a user, who would be none here. Name users"
					+ " under jfp.access.users, and delete it."));
		expectKnownAccounts(faults);
		expectSafeSessions(faults);
		return faults;
	}

	/** What is known about a session is known to one browser, and not for long. */
	private void expectSafeSessions(List<String> faults) {
		Session session = Binder.get(this.settings)
			.bindOrCreate(SESSION, Bindable.of(Session.class), new IgnoreErrorsBindHandler());
		Set<Session.SessionTrackingMode> modes = session.getTrackingModes();
		if (modes != null && !modes.equals(Set.of(Session.SessionTrackingMode.COOKIE))) {
			refuseSession(faults, "tracking-modes", "cookie",
					"a session in an address is logged, and passed on with it");
		}
		Duration timeout = session.getTimeout();
		if (timeout != null && (timeout.compareTo(SHORTEST_SESSION) < 0 || timeout.compareTo(LONGEST_SESSION) > 0)) {
			refuseSession(faults, "timeout", "1m to 12h", "after that a session ends, used or not");
		}
		if (session.isPersistent()) {
			refuseSession(faults, "persistent", "false", "whoever reads the files would be whoever signed in");
		}
		if (Boolean.FALSE.equals(session.getCookie().getHttpOnly())) {
			refuseSession(faults, "cookie.http-only", "true", "scripts could read the cookie");
		}
		Cookie.SameSite site = session.getCookie().getSameSite();
		if (site == Cookie.SameSite.NONE || site == Cookie.SameSite.OMITTED) {
			refuseSession(faults, "cookie.same-site", "lax or strict", "other sites could send the cookie");
		}
	}

	private void refuseSession(List<String> faults, String name, String expected, String why) {
		String setting = SESSION + "." + name;
		faults.add(setting + ": expected " + expected + ", because " + why + "; found \""
				+ String.join(",", names(setting)) + "\". Correct it, or delete it.");
	}

	/**
	 * An account of the provider gets in when the settings say so, and never because they
	 * say nothing.
	 */
	private void expectKnownAccounts(List<String> faults) {
		AccessProperties.SignOn accounts = Binder.get(this.settings)
			.bindOrCreate("jfp.access.sign-on", Bindable.of(AccessProperties.SignOn.class),
					new IgnoreErrorsBindHandler());
		if ((has(REGISTRATIONS) || has(TOKENS)) && accounts.admitsNobody()) {
			faults.add("jfp.access.sign-on: expected the values of the claim \"" + accounts.rolesClaim()
					+ "\" by which accounts of the identity provider may read or do more, found none. Name them under"
					+ " jfp.access.sign-on.readers (\"*\" for every account) and jfp.access.sign-on.roles.");
		}
		for (String registration : sections(REGISTRATIONS)) {
			String scope = REGISTRATIONS + "." + registration + ".scope";
			List<String> scopes = names(scope);
			if (!scopes.isEmpty() && !scopes.contains("openid")) {
				faults.add(scope + ": expected openid among others, because who signs in is known by OpenID Connect;"
						+ " found " + String.join(", ", scopes) + ". Add it, or delete the line.");
			}
		}
		if (has(TOKENS) && names(TOKENS + ".audiences").isEmpty()) {
			faults.add(TOKENS
					+ ".audiences: expected the audience that the provider writes into tokens for this service,"
					+ " found nothing: with that any token that the provider makes for another program would be taken."
					+ " Name it, for example the client id.");
		}
		Stream
			.concat(sections(PROVIDERS).stream().map((each) -> PROVIDERS + "." + each + ".issuer-uri"),
					Stream.of(TOKENS + ".issuer-uri"))
			.filter((each) -> !isUnset(each) && !isSafe(this.settings.getProperty(each, "")))
			.forEach((each) -> faults.add(
					each + ": expected an address that begins with https://, found \"" + this.settings.getProperty(each)
							+ "\": names and roles would come over a line that others can change. Correct it."));
	}

	private static boolean isSafe(String issuer) {
		try {
			URI address = new URI(issuer);
			return "https".equalsIgnoreCase(address.getScheme())
					|| ("http".equalsIgnoreCase(address.getScheme()) && OWN_NAMES.contains(address.getHost()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** The names of the sections one level below. */
	private Set<String> sections(String prefix) {
		return Binder.get(this.settings)
			.bind(prefix, Bindable.mapOf(String.class, Object.class))
			.map(Map::keySet)
			.orElse(Set.of());
	}

	private void expectNobodyElse(List<String> faults) {
		if (!isLoopback(address())) {
			refuseOpen(faults, "server.address is " + ((address() != null) ? address() : "not set")
					+ " and everybody who reaches this machine could read", "server.address to 127.0.0.1");
		}
		if (!names(PROXIES).isEmpty()) {
			refuseOpen(faults,
					PROXIES + " names a reverse proxy and everybody whom it lets through would come from this machine",
					"no proxy");
		}
		String second = this.settings.getProperty("management.server.address");
		if (second != null && !isLoopback(second)) {
			refuseOpen(faults, "management.server.address is " + second + " and everybody who reaches it could read",
					"management.server.address to 127.0.0.1");
		}
		if (has(REGISTRATIONS) || has(TOKENS)) {
			refuseOpen(faults, "an identity provider is named and readers come from other machines",
					"no identity provider");
		}
		if (!isLoopbackName(baseUrl())) {
			refuseOpen(faults, "jfp.base-url is " + baseUrl() + " and readers come from other machines",
					"jfp.base-url to http://localhost:8080");
		}
	}

	private static void refuseOpen(List<String> faults, String because, String otherwise) {
		faults.add(READING + ": expected signed-in, because " + because + "; found open. Set " + READING
				+ " to signed-in, or " + otherwise + ".");
	}

	/** A word that is none opens nothing. */
	private AccessProperties.@Nullable ReadAccess reading() {
		try {
			return Binder.get(this.settings).bind(READING, AccessProperties.ReadAccess.class).orElse(null);
		}
		catch (BindException ex) {
			return AccessProperties.ReadAccess.SIGNED_IN;
		}
	}

	private @Nullable String address() {
		return isUnset("server.address") ? null : this.settings.getProperty("server.address");
	}

	private URI baseUrl() {
		try {
			return URI.create(this.settings.getProperty("jfp.base-url", "http://localhost:8080"));
		}
		catch (IllegalArgumentException ex) {
			return UNREADABLE;
		}
	}

	private List<String> names(String list) {
		return Binder.get(this.settings).bind(list, Bindable.listOf(String.class)).orElse(List.of());
	}

	private boolean has(String prefix) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(prefix);
		return StreamSupport.stream(ConfigurationPropertySources.get(this.settings).spliterator(), false)
			.anyMatch((each) -> each.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
	}

	private boolean isUnset(String... names) {
		return Stream.of(names).noneMatch((each) -> StringUtils.hasText(this.settings.getProperty(each)));
	}

	private static boolean isProxy(String address) {
		try {
			int mask = address.indexOf('/');
			int least = (address.indexOf(':') < 0) ? WIDEST_RANGE : WIDEST_RANGE_OF_IPV6;
			return new IpAddressMatcher(address).toString() != null
					&& (mask < 0 || Integer.parseInt(address.substring(mask + 1)) >= least);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isLoopbackName(URI address) {
		return address.getHost() == null || OWN_NAMES.contains(address.getHost());
	}

	private static boolean isLoopback(@Nullable String address) {
		try {
			return address != null && InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
