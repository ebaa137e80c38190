package org.jfpmonitor.access;

import java.util.List;
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
record AccessProperties(@Nullable ReadAccess reading, @DefaultValue List<User> users, @Nullable String scrapeToken,
		@DefaultValue List<String> trustedProxies) {

	AccessProperties {
		users = List.copyOf(users);
		trustedProxies = List.copyOf(trustedProxies);
		if (scrapeToken != null && scrapeToken.length() < 16) {
			throw new IllegalArgumentException("jfp.access.scrape-token: expected at least 16 characters, found "
					+ scrapeToken.length() + ". Write a longer random one.");
		}
	}

	/** Who may read. */
	enum ReadAccess {

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
	record User(String name, String password, @DefaultValue Set<Role> roles) {

		User {
			roles = Set.copyOf(roles);
			if (!password.matches("\\{(?:bcrypt|argon2@SpringSecurity_v5_8|pbkdf2@SpringSecurity_v5_8)}.+")) {
				throw new IllegalArgumentException("jfp.access.users, user \"" + name
						+ "\": expected a password hash such as {bcrypt}$2a$..., found something else."
						+ " Run the command \"password\" to make one.");
			}
		}

	}

	/** What a user may do besides reading. */
	enum Role {

		/** May send extracts. */
		IMPORTER,
		/** May set overrides, see who was mailed, and send mails again. */
		EDITOR,
		/** May see what the service says of itself under {@code /actuator}. */
		ADMINISTRATOR

	}

}
