package org.jfpmonitor.access.oidc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.access.settings.AccessProperties;
import org.jfpmonitor.access.settings.Authorities;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * What the claims of an identity provider say about an account: under which name it is
 * known here, what it may do, and in which plans. An account to which the settings give
 * nothing is refused.
 */
final class AccountReader {

	/** Longer names do not fit into the records of who did what. */
	private static final int LONGEST_NAME = 200;

	private final AccessProperties.SignOn wanted;

	private final Set<String> taken;

	/**
	 * @param taken the names of the users of the settings; an account of that name would
	 * write into their records
	 */
	AccountReader(AccessProperties.SignOn wanted, Set<String> taken) {
		this.wanted = wanted;
		this.taken = Set.copyOf(taken);
	}

	/**
	 * @throws OAuth2AuthenticationException with the reason when the account does not get
	 * in
	 */
	Account read(Map<String, Object> claims) {
		Set<String> values = values(claims, this.wanted.rolesClaim());
		Set<AccessProperties.Role> roles = opened(this.wanted.roles(), values);
		Set<String> edited = roles.contains(AccessProperties.Role.EDITOR) ? Set.of()
				: opened(this.wanted.editorsOf(), values);
		if (roles.isEmpty() && edited.isEmpty() && !mayRead(values)) {
			throw SignOnRefusal.NO_ROLE.exception();
		}
		return new Account(name(claims), Authorities.of(roles, plans(claims, roles, edited), edited));
	}

	/** The plans that it is kept to; none for all. */
	private Set<String> plans(Map<String, Object> claims, Set<AccessProperties.Role> roles, Set<String> edited) {
		Set<String> values = values(claims, this.wanted.claimOfPlans());
		if (this.wanted.plans().isEmpty() || this.wanted.allPlans().stream().anyMatch(values::contains)) {
			return Set.of();
		}
		Set<String> plans = opened(this.wanted.plans(), values);
		plans.addAll(edited);
		if (plans.isEmpty()) {
			throw SignOnRefusal.NO_PLAN.exception();
		}
		if (roles.stream().anyMatch(AccessProperties.Role::isOfAllPlans)) {
			throw SignOnRefusal.ROLE_OF_ALL_PLANS.exception();
		}
		return plans;
	}

	/** What is opened by one of the values. */
	private static <T> Set<T> opened(Map<T, List<String>> wanted, Set<String> values) {
		return wanted.entrySet()
			.stream()
			.filter((each) -> each.getValue().stream().anyMatch(values::contains))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private boolean mayRead(Set<String> values) {
		return this.wanted.readers()
			.stream()
			.anyMatch((each) -> each.equals(AccessProperties.SignOn.EVERYBODY) || values.contains(each));
	}

	private String name(Map<String, Object> claims) {
		if (!(claims.get(this.wanted.nameClaim()) instanceof String name) || name.isBlank()
				|| name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
			throw SignOnRefusal.NO_NAME.exception();
		}
		if (this.taken.contains(name)) {
			throw SignOnRefusal.NAME_TAKEN.exception();
		}
		return name;
	}

	/** The texts of a claim, which may be one text, a list, or lie inside others. */
	private static Set<String> values(Map<String, Object> claims, String claim) {
		Object whole = claims.get(claim);
		Object found = (whole != null) ? whole : inside(claims, claim);
		Stream<?> each = (found instanceof Collection<?> several) ? several.stream() : Stream.ofNullable(found);
		return each.filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toSet());
	}

	private static @Nullable Object inside(Map<String, Object> claims, String claim) {
		Object at = claims;
		for (String step : claim.split("\\.", -1)) {
			at = (at instanceof Map<?, ?> several) ? several.get(step) : null;
		}
		return at;
	}

	/** An account that gets in. */
	record Account(String name, List<GrantedAuthority> authorities) {

	}

}
