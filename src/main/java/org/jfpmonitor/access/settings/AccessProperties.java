package org.jfpmonitor.access.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
			if (user.plans().isEmpty()) {
				faults.add(setting
						+ ".plans: expected the id of at least one plan, found none, which would be no limit."
						+ " Write the plans that the user may see, or delete the line: without it the user sees all.");
			}
			if (!user.keptTo().isEmpty() && user.roles().stream().anyMatch(Role::isOfAllPlans)) {
				faults.add(
						setting + ".roles: expected editor or none for a user with plans, because files and the service"
								+ " itself are shared by all plans; found " + words(user.roles())
								+ ". Delete that role, or the plans.");
			}
			if (!user.editorOf().isEmpty() && user.roles().contains(Role.EDITOR)) {
				faults.add(setting
						+ ".editor-of: expected no plans beside the role editor, which is for every plan that the"
						+ " user may see; found " + String.join(", ", new TreeSet<>(user.editorOf()))
						+ ". Delete the role, or these plans.");
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
	 * @param plans the ids of the plans that the user may see and do that in, by any of
	 * their editions; {@code *} for all
	 * @param editorOf the ids of the plans in which the user is an editor, likewise, and
	 * in the others not; they need not be among those that the user may see
	 */
	public record User(@DefaultValue("") String name, @DefaultValue("") String password, @DefaultValue Set<Role> roles,
			@DefaultValue(ALL) Set<String> plans, @DefaultValue Set<String> editorOf) {

		private static final String ALL = "*";

		public User {
			roles = Set.copyOf(roles);
			plans = Set.copyOf(plans);
			editorOf = Set.copyOf(editorOf);
		}

		/** The plans that the user may see, by their ids; none where it is all. */
		public Set<String> keptTo() {
			return this.plans.equals(Set.of(ALL)) ? Set.of()
					: Stream.concat(this.plans.stream(), this.editorOf.stream()).collect(Collectors.toSet());
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
	 * @param plansClaim the claim that holds to which plans it is kept; unset means the
	 * claim of the roles
	 * @param plans the values of that claim by the ids of the plans which they open;
	 * without any, every account sees all plans
	 * @param allPlans the values of that claim which open all plans
	 * @param editorsOf by the ids of plans, the values of the claim of the roles which
	 * make an account an editor of the plan, and open it
	 */
	public record SignOn(@DefaultValue("preferred_username") String nameClaim, @DefaultValue("roles") String rolesClaim,
			@DefaultValue List<String> readers, @DefaultValue Map<Role, List<String>> roles,
			@Nullable String plansClaim, @DefaultValue Map<String, List<String>> plans,
			@DefaultValue List<String> allPlans, @DefaultValue Map<String, List<String>> editorsOf) {

		/** Every account. */
		public static final String EVERYBODY = "*";

		public SignOn {
			readers = List.copyOf(readers);
			roles = Map.copyOf(roles);
			plans = Map.copyOf(plans);
			allPlans = List.copyOf(allPlans);
			editorsOf = Map.copyOf(editorsOf);
			expectClaim("name", nameClaim);
			expectClaim("roles", rolesClaim);
			expectClaim("plans", plansClaim);
			if (plans.isEmpty() && (plansClaim != null || !allPlans.isEmpty())) {
				throw new IllegalArgumentException(
						"jfp.access.sign-on.plans: expected, beside plans-claim or all-plans, the plans by their ids,"
								+ " each with the values of the claim that open it, found none: every account would see"
								+ " all plans. Name them, or delete the other lines.");
			}
			expectValues("plans", plans);
			expectValues("editors-of", editorsOf);
		}

		private static void expectValues(String setting, Map<String, List<String>> byPlan) {
			byPlan.forEach((plan, values) -> {
				if (values.isEmpty()) {
					throw new IllegalArgumentException("jfp.access.sign-on." + setting + "." + plan
							+ ": expected values of the claim that open this plan, found none. Name them, or delete"
							+ " the line.");
				}
			});
		}

		private static void expectClaim(String of, @Nullable String claim) {
			if (claim != null && claim.isBlank()) {
				throw new IllegalArgumentException("jfp.access.sign-on." + of
						+ "-claim: expected the name of a claim, found nothing. Write it, or delete the line.");
			}
		}

		/** The claim that says to which plans an account is kept. */
		public String claimOfPlans() {
			return (this.plansClaim != null) ? this.plansClaim : this.rolesClaim;
		}

		/** Whether no account of the provider could get in. */
		boolean admitsNobody() {
			return this.readers.isEmpty() && this.editorsOf.isEmpty()
					&& this.roles.values().stream().allMatch(List::isEmpty);
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
		ADMINISTRATOR;

		/**
		 * Whether it is about what all plans share, the files and the service itself, so
		 * that nobody who is kept to some plans can have it.
		 */
		public boolean isOfAllPlans() {
			return this != EDITOR;
		}

	}

}
