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

	private static final String EDITED = "EDITED_PLAN_";

	private static final GrantedAuthority OF_SOME_PLANS = new SimpleGrantedAuthority(ROLE + Visitor.OF_SOME_PLANS);

	private Authorities() {
	}

	/**
	 * What somebody is given by the settings.
	 * @param roles what they may do besides reading, in every plan that they see
	 * @param plans the ids of the plans that they are kept to; none for all
	 * @param edited the ids of the plans in which they are editors, whatever their roles
	 */
	public static List<GrantedAuthority> of(Collection<AccessProperties.Role> roles, Collection<String> plans,
			Collection<String> edited) {
		List<GrantedAuthority> authorities = new ArrayList<>();
		roles.forEach((each) -> authorities.add(new SimpleGrantedAuthority(ROLE + each)));
		plans.forEach((each) -> authorities.add(new SimpleGrantedAuthority(PLAN + each)));
		edited.forEach((each) -> authorities.add(new SimpleGrantedAuthority(EDITED + each)));
		if (!plans.isEmpty()) {
			authorities.add(OF_SOME_PLANS);
		}
		return authorities;
	}

	/** The ids of the plans that somebody is kept to; none where it is all. */
	public static Set<String> plans(@Nullable Authentication user) {
		return named(user, PLAN);
	}

	/** The ids of the plans in which somebody is an editor, if not in all they see. */
	public static Set<String> edited(@Nullable Authentication user) {
		return named(user, EDITED);
	}

	/** The same person as an editor, though not of what all plans share. */
	public static Authentication asEditor(Authentication user) {
		return user.toBuilder().authorities((each) -> {
			each.add(new SimpleGrantedAuthority(ROLE + AccessProperties.Role.EDITOR));
			each.add(OF_SOME_PLANS);
		}).build();
	}

	/** Whether what they may do is for some plans and for nothing that all share. */
	public static boolean isOfSomePlans(@Nullable Authentication user) {
		return user != null && user.getAuthorities().contains(OF_SOME_PLANS);
	}

	private static Set<String> named(@Nullable Authentication user, String kind) {
		return (user == null) ? Set.of()
				: user.getAuthorities()
					.stream()
					.map((each) -> String.valueOf(each.getAuthority()))
					.filter((each) -> each.startsWith(kind))
					.map((each) -> each.substring(kind.length()))
					.collect(Collectors.toSet());
	}

}
