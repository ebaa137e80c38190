package org.jfpmonitor.access.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * What is wrong with the settings about who may read, do more, or come through a proxy:
 * combinations are refused by which more people could read than somebody meant.
 */
public final class AccessFaults {

	private static final String PROVIDERS = "spring.security.oauth2.client.provider";

	/** A hospital's whole network is 10.0.0.0/8; more is no range of proxies. */
	private static final int WIDEST_RANGE = 8;

	private static final int WIDEST_RANGE_OF_IPV6 = 32;

	private static final String SESSION = "server.servlet.session";

	private static final Duration SHORTEST_SESSION = Duration.ofMinutes(1);

	private static final Duration LONGEST_SESSION = Duration.ofHours(12);

	private final Environment settings;

	private final AccessSettings access;

	private AccessFaults(Environment settings) {
		this.settings = settings;
		this.access = AccessSettings.of(settings);
	}

	/** One sentence or two each; nothing when the settings can be used. */
	public static List<String> in(Environment settings) {
		return new AccessFaults(settings).all();
	}

	private List<String> all() {
		List<String> faults = new ArrayList<>();
		if (this.access.reading() == AccessProperties.ReadAccess.OPEN) {
			expectNobodyElse(faults);
		}
		for (String proxy : this.access.names(AccessSettings.PROXIES)) {
			if (!isProxy(proxy)) {
				faults.add(AccessSettings.PROXIES
						+ ": expected the address of a reverse proxy such as 10.1.2.3, or a range such as"
						+ " 10.1.2.0/24 that holds nothing else, found \"" + proxy + "\". Correct or delete it.");
			}
		}
		Stream
			.of("server.forward-headers-strategy", "server.tomcat.remoteip.remote-ip-header",
					"server.tomcat.remoteip.protocol-header")
			.filter((each) -> !this.access.isUnset(each) && !"none".equalsIgnoreCase(this.settings.getProperty(each)))
			.forEach((each) -> faults.add(each + ": expected nothing, found \"" + this.settings.getProperty(each)
					+ "\": with it anybody could say to be somebody else. Name the proxy under "
					+ AccessSettings.PROXIES + " in its place."));
		if (!this.access.isUnset("management.server.port") && this.access.isUnset("management.server.address")) {
			faults.add("management.server.address: expected the address at which the port of management.server.port"
					+ " listens, such as 127.0.0.1, found nothing: it would listen at every address of this machine. Set"
					+ " it, or delete management.server.port.");
		}
		Stream.of("spring.security.user.name", "spring.security.user.password", "spring.security.user.roles")
			.filter((each) -> !this.access.isUnset(each))
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
				+ String.join(",", this.access.names(setting)) + "\". Correct it, or delete it.");
	}

	/**
	 * An account of the provider gets in when the settings say so, and never because they
	 * say nothing.
	 */
	private void expectKnownAccounts(List<String> faults) {
		AccessProperties.SignOn accounts = Binder.get(this.settings)
			.bindOrCreate("jfp.access.sign-on", Bindable.of(AccessProperties.SignOn.class),
					new IgnoreErrorsBindHandler());
		if ((this.access.has(AccessSettings.REGISTRATIONS) || this.access.has(AccessSettings.TOKENS))
				&& accounts.admitsNobody()) {
			faults.add("jfp.access.sign-on: expected the values of the claim \"" + accounts.rolesClaim()
					+ "\" by which accounts of the identity provider may read or do more, found none. Name them under"
					+ " jfp.access.sign-on.readers (\"*\" for every account) and jfp.access.sign-on.roles.");
		}
		for (String registration : sections(AccessSettings.REGISTRATIONS)) {
			String scope = AccessSettings.REGISTRATIONS + "." + registration + ".scope";
			List<String> scopes = this.access.names(scope);
			if (!scopes.isEmpty() && !scopes.contains("openid")) {
				faults.add(scope + ": expected openid among others, because who signs in is known by OpenID Connect;"
						+ " found " + String.join(", ", scopes) + ". Add it, or delete the line.");
			}
		}
		if (this.access.has(AccessSettings.TOKENS)
				&& this.access.names(AccessSettings.TOKENS + ".audiences").isEmpty()) {
			faults.add(AccessSettings.TOKENS
					+ ".audiences: expected the audience that the provider writes into tokens for this service,"
					+ " found nothing: with that any token that the provider makes for another program would be taken."
					+ " Name it, for example the client id.");
		}
		Stream
			.concat(sections(PROVIDERS).stream().map((each) -> PROVIDERS + "." + each + ".issuer-uri"),
					Stream.of(AccessSettings.TOKENS + ".issuer-uri"))
			.filter((each) -> !this.access.isUnset(each) && !isSafe(this.settings.getProperty(each, "")))
			.forEach((each) -> faults.add(
					each + ": expected an address that begins with https://, found \"" + this.settings.getProperty(each)
							+ "\": names and roles would come over a line that others can change. Correct it."));
	}

	private static boolean isSafe(String issuer) {
		try {
			URI address = new URI(issuer);
			return "https".equalsIgnoreCase(address.getScheme()) || ("http".equalsIgnoreCase(address.getScheme())
					&& AccessSettings.OWN_NAMES.contains(address.getHost()));
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
		if (!AccessSettings.isLoopback(this.access.address())) {
			refuseOpen(faults,
					"server.address is " + ((this.access.address() != null) ? this.access.address() : "not set")
							+ " and everybody who reaches this machine could read",
					"server.address to 127.0.0.1");
		}
		if (!this.access.names(AccessSettings.PROXIES).isEmpty()) {
			refuseOpen(faults,
					AccessSettings.PROXIES
							+ " names a reverse proxy and everybody whom it lets through would come from this machine",
					"no proxy");
		}
		String second = this.settings.getProperty("management.server.address");
		if (second != null && !AccessSettings.isLoopback(second)) {
			refuseOpen(faults, "management.server.address is " + second + " and everybody who reaches it could read",
					"management.server.address to 127.0.0.1");
		}
		if (this.access.has(AccessSettings.REGISTRATIONS) || this.access.has(AccessSettings.TOKENS)) {
			refuseOpen(faults, "an identity provider is named and readers come from other machines",
					"no identity provider");
		}
		if (!AccessSettings.isLoopbackName(this.access.baseUrl())) {
			refuseOpen(faults, "jfp.base-url is " + this.access.baseUrl() + " and readers come from other machines",
					"jfp.base-url to http://localhost:8080");
		}
	}

	private static void refuseOpen(List<String> faults, String because, String otherwise) {
		faults.add(AccessSettings.READING + ": expected signed-in, because " + because + "; found open. Set "
				+ AccessSettings.READING + " to signed-in, or " + otherwise + ".");
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

}
