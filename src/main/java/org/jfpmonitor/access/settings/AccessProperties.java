package org.jfpmonitor.access.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

	private static final int SHORTEST_TOKEN = 16;

	private static final Pattern HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./0-9A-Za-z]{53}"
			+ "|\\{(?:argon2@SpringSecurity_v5_8|pbkdf2@SpringSecurity_v5_8)}.{20,}");

	public AccessProperties {
		users = List.copyOf(users);
		trustedProxies = List.copyOf(trustedProxies);
		List<String> faults = new ArrayList<>();
		if (scrapeToken != null && scrapeToken.length() < SHORTEST_TOKEN) {
			faults.add("jfp.access.scrape-token: expected at least " + SHORTEST_TOKEN + " characters, found "
					+ scrapeToken.length() + ". Write a longer random one.");
		}
		Set<String> names = new HashSet<>();
		for (int i = 0; i < users.size(); i++) {
			User user = users.get(i);
			String setting = "jfp.access.users[" + i + "]";
			if (user.name().isBlank()) {
				faults.add(setting + ".name: expected the name to sign in with, found none. Write one.");
			}
			else if (!names.add(user.name().toLowerCase(Locale.ROOT))) {
				faults.add(setting + ".name: expected a name that no other user has, in capitals or not, found \""
						+ user.name() + "\" again. Write another one.");
			}
			if (!user.plans().isEmpty() && !user.roles().stream().allMatch(Role.EDITOR::equals)) {
				faults.add(
						setting + ".roles: expected editor or none for a user with plans, because files and the service"
								+ " itself are shared by all plans; found " + words(user.roles())
								+ ". Delete that role, or the plans.");
			}
			if (!HASH.matcher(user.password()).matches()) {
				faults.add(setting
						+ ".password: expected a whole hash such as {bcrypt}$2a$10$..., found something else."
						+ " Make one with the command \"password\", and put it into quotes: in a shell into single ones.");
			}
		}
		if (!faults.isEmpty()) {
			throw new IllegalArgumentException(String.join("\n", faults));
		}
	}

	private static String words(Set<Role> roles) {
		return roles.stream()
			.map((each) -> each.name().toLowerCase(Locale.ROOT))
			.sorted()
			.collect(Collectors.joining(", "));
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
	 * @param plans the ids of the plans that the user may see and do that in; none for
	 * all
	 */
	public record User(@DefaultValue("") String name, @DefaultValue("") String password, @DefaultValue Set<Role> roles,
			@DefaultValue Set<String> plans) {

		public User {
			roles = Set.copyOf(roles);
			plans = Set.copyOf(plans);
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
			if (nameClaim.isBlank() || rolesClaim.isBlank()) {
				throw new IllegalArgumentException("jfp.access.sign-on." + (nameClaim.isBlank() ? "name" : "roles")
						+ "-claim: expected the name of a claim, found nothing. Write it, or delete the line.");
			}
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
