package org.jfpmonitor.access.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.publication.page.Visitor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What somebody may do, and in which plans, as Spring Security carries it: alike for a
 * user of the settings and an account of an identity provider.
 */
public final class Authorities {

	private static final String ROLE = "ROLE_";

	private static final String PLAN = "PLAN_";

	private Authorities() {
	}

	/**
	 * What somebody is given by the settings.
	 * @param roles what they may do besides reading
	 * @param plans the ids of the plans that they are kept to; none for all
	 */
	public static List<GrantedAuthority> of(Collection<AccessProperties.Role> roles, Collection<String> plans) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		roles.forEach((each) -> authorities.add(new SimpleGrantedAuthority(ROLE + each)));
		plans.forEach((each) -> authorities.add(new SimpleGrantedAuthority(PLAN + each)));
		if (!plans.isEmpty()) {
			authorities.add(new SimpleGrantedAuthority(ROLE + Visitor.OF_SOME_PLANS));
		}
		return authorities;
	}

	/** The ids of the plans that somebody is kept to; none where it is all. */
	public static Set<String> plans(@Nullable Authentication user) {
		return (user == null) ? Set.of()
				: user.getAuthorities()
					.stream()
					.map((each) -> String.valueOf(each.getAuthority()))
					.filter((each) -> each.startsWith(PLAN))
					.map((each) -> each.substring(PLAN.length()))
					.collect(Collectors.toSet());
	}

}
