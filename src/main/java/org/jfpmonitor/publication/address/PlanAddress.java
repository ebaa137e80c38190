package org.jfpmonitor.publication.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Makes every address below {@code /plans/ID} the same address of that plan: what stands
 * before it becomes part of the context path, as a proxy's prefix does, so that rules,
 * links, forms and redirects stay within the plan and need not know of it. Where there
 * are several plans, the address without anything lists them.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
public class PlanAddress extends OncePerRequestFilter {

	/** The page that lists the plans. */
	public static final String LIST = "/plans";

	private static final String PLAN = PlanAddress.class.getName();

	/** Where pages find the address of the list; absent where there is one plan. */
	private static final String ALL_PLANS = "allPlans";

	private static final Pattern OF_PLAN = Pattern.compile(LIST + "/([a-z0-9]+(?:-[a-z0-9]+)*)(/.*)?");

	private static final String SIGN_IN = "/login";

	private static final String NEXT = "next";

	private final PlanVersions plans;

	PlanAddress(PlanVersions plans) {
		this.plans = plans;
	}

	/** The plan that the address of the request names, by the id of any edition. */
	public static Optional<PlanId> of(HttpServletRequest request) {
		return Optional.ofNullable((PlanId) request.getAttribute(PLAN));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		Matcher ofPlan = OF_PLAN.matcher(path);
		if (ofPlan.matches()) {
			within(ofPlan.group(1), ofPlan.group(2), request, response, chain);
		}
		else if (path.equals("/") && hasSeveral()) {
			request.getRequestDispatcher(LIST).forward(request, response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void within(String plan, @Nullable String page, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		String prefix = LIST + "/" + plan;
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		if (page == null) {
			response.sendRedirect(request.getContextPath() + prefix + "/" + query);
			return;
		}
		if (page.equals(SIGN_IN) && request.getMethod().equals("GET")) {
			response.sendRedirect(signIn(prefix, query, request));
			return;
		}
		request.setAttribute(PLAN, PlanId.of(plan));
		if (hasSeveral()) {
			request.setAttribute(ALL_PLANS, request.getContextPath() + "/");
		}
		chain.doFilter(new OfPlan(request, request.getContextPath() + prefix, page), response);
	}

	/** One page for all plans, because an identity provider knows one address. */
	private static String signIn(String prefix, String query, HttpServletRequest request) {
		String next = request.getParameter(NEXT);
		String back = prefix + ((next != null) ? next : "/");
		return UriComponentsBuilder.fromUriString(request.getContextPath() + SIGN_IN + query)
			.replaceQueryParam(NEXT, UriUtils.encode(back, StandardCharsets.UTF_8))
			.build(true)
			.toUriString();
	}

	private boolean hasSeveral() {
		return this.plans.current().single().isEmpty();
	}

	/** A request whose context path ends with the plan. */
	private static final class OfPlan extends HttpServletRequestWrapper {

		private final String contextPath;

		private final String page;

		OfPlan(HttpServletRequest request, String contextPath, String page) {
			super(request);
			this.contextPath = contextPath;
			this.page = page;
		}

		@Override
		public String getContextPath() {
			return this.contextPath;
		}

		@Override
		public String getServletPath() {
			return this.page;
		}

	}

}
