package org.jfpmonitor.access.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
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
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What the settings together say about who may read: the one place that decides whether
 * reading is open. No request has a say in it.
 */
public final class AccessSettings {

	static final String READING = "jfp.access.reading";

	/** What follows when reading is open because the settings say so. */
	public static final String OPEN = READING
			+ " is open, so whoever reaches this service from this machine reads without a sign-in, and so does"
			+ " everybody who comes through a reverse proxy on it. Set it to signed-in wherever there is one.";

	static final String PROXIES = "jfp.access.trusted-proxies";

	static final String REGISTRATIONS = "spring.security.oauth2.client.registration";

	static final String TOKENS = "spring.security.oauth2.resourceserver.jwt";

	/** An address that is none opens nothing either. */
	private static final URI UNREADABLE = URI.create("https://unreadable.invalid");

	static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Environment settings;

	private AccessSettings(Environment settings) {
		this.settings = settings;
	}

	public static AccessSettings of(Environment settings) {
		return new AccessSettings(settings);
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

	/** A word that is none opens nothing. */
	AccessProperties.@Nullable ReadAccess reading() {
		try {
			return Binder.get(this.settings).bind(READING, AccessProperties.ReadAccess.class).orElse(null);
		}
		catch (BindException ex) {
			return AccessProperties.ReadAccess.SIGNED_IN;
		}
	}

	@Nullable String address() {
		return isUnset("server.address") ? null : this.settings.getProperty("server.address");
	}

	URI baseUrl() {
		try {
			return URI.create(this.settings.getProperty("jfp.base-url", "http://localhost:8080"));
		}
		catch (IllegalArgumentException ex) {
			return UNREADABLE;
		}
	}

	List<String> names(String list) {
		return Binder.get(this.settings).bind(list, Bindable.listOf(String.class)).orElse(List.of());
	}

	boolean has(String prefix) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(prefix);
		return StreamSupport.stream(ConfigurationPropertySources.get(this.settings).spliterator(), false)
			.anyMatch((each) -> each.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
	}

	boolean isUnset(String... names) {
		return Stream.of(names).noneMatch((each) -> StringUtils.hasText(this.settings.getProperty(each)));
	}

	static boolean isLoopbackName(URI address) {
		return address.getHost() == null || OWN_NAMES.contains(address.getHost());
	}

	static boolean isLoopback(@Nullable String address) {
		try {
			return address != null && InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
