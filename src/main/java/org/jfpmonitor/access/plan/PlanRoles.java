package org.jfpmonitor.access.plan;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.access.request.Requests;
import org.jfpmonitor.access.settings.Authorities;
import org.jfpmonitor.plan.PlanVersions;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Makes whoever edits some plans an editor for the time of a request about one of these,
 * and of what is theirs alone: emails, audit trail and files belong to all plans.
 */
public final class PlanRoles extends GenericFilterBean {

	/** Files are of all plans, although their pages below a plan may be read. */
	private static final RequestMatcher OF_ALL_PLANS = new OrRequestMatcher(PlanLimit.SHARED,
			Requests.all("/deliveries", "/deliveries/**", "/api/deliveries", "/api/deliveries/**"));

	private final PlanVersions plans;

	public PlanRoles(PlanVersions plans) {
		this.plans = plans;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Authentication user = SecurityContextHolder.getContext().getAuthentication();
		if (user != null && edits(user, (HttpServletRequest) request)) {
			// What is set here is this request's: a session keeps what was signed in
			// with.
			SecurityContextHolder.setContext(new SecurityContextImpl(Authorities.asEditor(user)));
		}
		chain.doFilter(request, response);
	}

	private boolean edits(Authentication user, HttpServletRequest request) {
		Set<String> edited = Authorities.edited(user);
		return !edited.isEmpty() && !OF_ALL_PLANS.matches(request)
				&& AddressedPlan.of(request, this.plans).filter((plan) -> PlanLimit.isOneOf(plan, edited)).isPresent();
	}

}
