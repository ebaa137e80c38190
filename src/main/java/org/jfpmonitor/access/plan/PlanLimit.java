package org.jfpmonitor.access.plan;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.access.request.Requests;
import org.jfpmonitor.access.settings.Authorities;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
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
 * trail, the files that arrived as they arrived, and what the service says of itself.
 */
public final class PlanLimit implements AuthorizationManager<RequestAuthorizationContext> {

	private static final RequestMatcher LIST = Requests.reads(PlanAddress.LIST, PlanAddress.LIST + ".csv",
			PlanAddress.LIST_FOR_PROGRAMS);

	/** What no plan has for itself. */
	static final RequestMatcher SHARED = Requests.all("/audit", "/mails/**", "/api/mails/**", "/actuator/**",
			"/deliveries/*/original", "/api/deliveries/*/original");

	private final RequestMatcher everybody;

	private final AuthorizationManager<RequestAuthorizationContext> rules;

	private final PlanVersions plans;

	/**
	 * @param everybody what needs no user at all
	 * @param rules what holds within a plan, and for users of all plans
	 * @param plans says which editions are one plan
	 */
	public PlanLimit(RequestMatcher everybody, AuthorizationManager<RequestAuthorizationContext> rules,
			PlanVersions plans) {
		this.everybody = everybody;
		this.rules = rules;
		this.plans = plans;
	}

	/** Whether the user may see the plan. */
	public static boolean admits(@Nullable Authentication user, PlanEditions plan) {
		Set<String> plans = Authorities.plans(user);
		return plans.isEmpty() || isOneOf(plan, plans);
	}

	/** Whether one of its editions is named. */
	static boolean isOneOf(PlanEditions plan, Set<String> named) {
		return plan.all().stream().anyMatch((each) -> named.contains(each.plan().id().value()));
	}

	/** Whether the user may see what all plans share. */
	public static boolean admitsToAll(@Nullable Authentication user) {
		return !Authorities.isOfSomePlans(user);
	}

	@Override
	public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> who,
			RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		Set<String> plans = this.everybody.matches(request) ? Set.of() : Authorities.plans(who.get());
		boolean own = !plans.isEmpty()
				&& AddressedPlan.of(request, this.plans).filter((plan) -> isOneOf(plan, plans)).isPresent();
		return (plans.isEmpty() || LIST.matches(request) || (own && !SHARED.matches(request)))
				? this.rules.authorize(who, context) : new OutsidePlans(plans, own);
	}

	/** Why somebody is refused who may see some plans. */
	public static final class OutsidePlans extends AuthorizationDecision {

		private static final long serialVersionUID = 1L;

		private final String words;

		private final boolean withinOwn;

		/**
		 * @param plans those that they may see
		 * @param withinOwn whether the address is within one of them
		 */
		OutsidePlans(Collection<String> plans, boolean withinOwn) {
			super(false);
			this.withinOwn = withinOwn;
			this.words = "The signed-in user may see the pages of " + plans.stream()
				.sorted()
				.map((each) -> PlanAddress.LIST + "/" + each + "/")
				.collect(Collectors.joining(", ")) + " and the list of plans at " + PlanAddress.LIST + ".";
		}

		/** What they may see in its place, as a sentence. */
		public String words() {
			return this.words;
		}

		/** Whether other pages of the plan are open to them. */
		public boolean isWithinOwn() {
			return this.withinOwn;
		}

	}

}
