package org.jfpmonitor.access.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is known, and whether reading needs a sign-in.
 *
 * @param reading whether reading needs a sign-in; unset means that it does, except in the
 * demonstration as it comes
 * @param users who may sign in; nobody until configured
 * @param scrapeToken the bearer token with which Prometheus reads the metrics; unset
 * means that it cannot, unless reading is open
 * @param trustedProxies the addresses (or ranges such as {@code 10.1.0.0/24}) of the
 * reverse proxies that are believed about client, scheme, host and prefix
 */
@ConfigurationProperties("jfp.access")
public record AccessProperties(@Nullable ReadAccess reading, @DefaultValue List<User> users,
		@Nullable String scrapeToken, @DefaultValue List<String> trustedProxies, @DefaultValue SignOn signOn) {

	public AccessProperties {
		users = List.copyOf(users);
		trustedProxies = List.copyOf(trustedProxies);
		if (scrapeToken != null && scrapeToken.length() < 16) {
			throw new IllegalArgumentException("jfp.access.scrape-token: expected at least 16 characters, found "
					+ scrapeToken.length() + ". Write a longer random one.");
		}
	}

	/** Who may read. */
	public enum ReadAccess {

		/** Whoever asks from the machine itself. */
		OPEN,
		/** Who signed in. */
		SIGNED_IN

	}

	/**
	 * One user.
	 *
	 * @param name the name to sign in with
	 * @param password the password as a hash with its kind in front:
	 * {@code {bcrypt}$2a$...}
	 * @param roles what the user may do besides reading
	 */
	public record User(String name, String password, @DefaultValue Set<Role> roles) {

		public User {
			roles = Set.copyOf(roles);
			if (!password.matches("\\{(?:bcrypt|argon2@SpringSecurity_v5_8|pbkdf2@SpringSecurity_v5_8)}.+")) {
				throw new IllegalArgumentException("jfp.access.users, user \"" + name
						+ "\": expected a password hash such as {bcrypt}$2a$..., found something else."
						+ " Run the command \"password\" to make one.");
			}
		}

	}

	/**
	 * What is taken from the identity provider about an account. Where the provider is
	 * and how it knows this service is said by Spring's own settings.
	 *
	 * @param nameClaim the claim that holds the name under which an account is known here
	 * and written into records
	 * @param rolesClaim the claim that holds its roles or groups; with dots for a claim
	 * inside another
	 * @param readers the values of that claim which may read; {@code *} for every account
	 * that the provider lets in
	 * @param roles the values of that claim which may do more; who may do more may read
	 */
	public record SignOn(@DefaultValue("preferred_username") String nameClaim, @DefaultValue("roles") String rolesClaim,
			@DefaultValue List<String> readers, @DefaultValue Map<Role, List<String>> roles) {

		/** Every account. */
		public static final String EVERYBODY = "*";

		public SignOn {
			readers = List.copyOf(readers);
			roles = Map.copyOf(roles);
		}

		/** Whether no account of the provider could get in. */
		boolean admitsNobody() {
			return this.readers.isEmpty() && this.roles.values().stream().allMatch(List::isEmpty);
		}

	}

	/** What a user may do besides reading. */
	public enum Role {

		/** May send extracts. */
		IMPORTER,
		/**
		 * May write and publish, set overrides, see who was mailed, and send mails again.
		 */
		EDITOR,
		/** May see what the service says of itself under {@code /actuator}. */
		ADMINISTRATOR

	}

}
