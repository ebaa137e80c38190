package org.jfpmonitor.access;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.access.settings.Authorities;
import org.jfpmonitor.publication.address.PlanAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Keeps users of some plans to the pages of these and to the list of plans, in which they
 * find no others. What a plan does not have for itself is not for them: emails, audit
 * trail, and what the service says of itself.
 */
final class PlanLimit implements AuthorizationManager<RequestAuthorizationContext> {

	private static final RequestMatcher LIST = Requests.reads(PlanAddress.LIST, "/api" + PlanAddress.LIST);

	private static final RequestMatcher SHARED = Requests.all("/audit", "/mails/**", "/api/mails/**", "/actuator/**");

	private final RequestMatcher everybody;

	private final AuthorizationManager<RequestAuthorizationContext> rules;

	/**
	 * @param everybody what needs no user at all
	 * @param rules what holds within a plan, and for users of all plans
	 */
	PlanLimit(RequestMatcher everybody, AuthorizationManager<RequestAuthorizationContext> rules) {
		this.everybody = everybody;
		this.rules = rules;
	}

	/** Whether the user may see the plan by one of these ids of its editions. */
	static boolean admits(@Nullable Authentication user, Collection<String> editions) {
		Set<String> plans = Authorities.plans(user);
		return plans.isEmpty() || editions.stream().anyMatch(plans::contains);
	}

	/** Whether the user may see what all plans share. */
	static boolean admitsToAll(@Nullable Authentication user) {
		return Authorities.plans(user).isEmpty();
	}

	@Override
	public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> who,
			RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		Set<String> plans = this.everybody.matches(request) ? Set.of() : Authorities.plans(who.get());
		return (plans.isEmpty() || LIST.matches(request) || isOwn(request, plans)) ? this.rules.authorize(who, context)
				: new OutsidePlans(plans);
	}

	private static boolean isOwn(HttpServletRequest request, Set<String> plans) {
		return PlanAddress.of(request).filter((plan) -> plans.contains(plan.value())).isPresent()
				&& !SHARED.matches(request);
	}

	/** Why somebody is refused who may see some plans. */
	static final class OutsidePlans extends AuthorizationDecision {

		private static final long serialVersionUID = 1L;

		private final String words;

		OutsidePlans(Collection<String> plans) {
			super(false);
			this.words = "The signed-in user may see the pages of " + plans.stream()
				.sorted()
				.map((each) -> PlanAddress.LIST + "/" + each + "/")
				.collect(Collectors.joining(", ")) + " and the list of plans at " + PlanAddress.LIST + ".";
		}

		String words() {
			return this.words;
		}

	}

}
