package org.jfpmonitor.publication.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Makes every address below {@code /plans/ID} the same address of that plan: what stands
 * before it becomes part of the context path, as a proxy's prefix does, so that rules,
 * links, forms and redirects stay within the plan and need not know of it. Where there
 * are several plans, the address without anything lists them, and one that names an
 * edition and no plan leads to the same address of the plan that has the edition.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
public class PlanAddress extends OncePerRequestFilter {

	/** The page that lists the plans. */
	public static final String LIST = "/plans";

	/** The same for programs. */
	public static final String LIST_FOR_PROGRAMS = "/api" + LIST;

	private static final String PLAN = PlanAddress.class.getName();

	/** Where pages find the address of the list; absent where there is one plan. */
	private static final String ALL_PLANS = "allPlans";

	/** Where pages find that other pages of the plan can be reached; absent otherwise. */
	private static final String WITHIN_PLAN = "withinPlan";

	private static final String ID = "[a-z0-9]+(?:-[a-z0-9]+)*";

	private static final Pattern OF_PLAN = Pattern.compile(LIST + "/(" + ID + ")(/.*)?");

	private static final Pattern EDITION = Pattern.compile(ID);

	private static final String EDITION_PARAMETER = "edition";

	private static final String SIGN_IN = "/login";

	private static final String NEXT = "next";

	/** What is no plan's own, whatever else the address says. */
	private static final Set<String> OF_NO_PLAN = Set.of(LIST, LIST_FOR_PROGRAMS, SIGN_IN);

	private final PlanVersions plans;

	PlanAddress(PlanVersions plans) {
		this.plans = plans;
	}

	/** The plan that the address of the request names, by the id of any edition. */
	public static Optional<PlanId> of(HttpServletRequest request) {
		return Optional.ofNullable((PlanId) request.getAttribute(PLAN));
	}

	/**
	 * Whoever sent the request may not see the plan, or there is none: a page that says
	 * so leads to no other page of it.
	 */
	public static void leave(HttpServletRequest request) {
		request.removeAttribute(WITHIN_PLAN);
	}

	/** A page that says what went wrong stays within the plan, too. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		Matcher ofPlan = OF_PLAN.matcher(path);
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			Optional<PlanId> plan = of(request).filter((id) -> request.getAttribute(WITHIN_PLAN) != null);
			chain.doFilter(
					plan.<HttpServletRequest>map((id) -> new OfPlan(request, LIST + "/" + id, path)).orElse(request),
					response);
		}
		else if (ofPlan.matches()) {
			within(ofPlan.group(1), ofPlan.group(2), request, response, chain);
		}
		else {
			without(path, request, response, chain);
		}
	}

	private void within(String plan, @Nullable String page, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		String prefix = LIST + "/" + plan;
		String query = query(request);
		if (page == null) {
			response.sendRedirect(request.getContextPath() + prefix + "/" + query);
			return;
		}
		if (isRead(request) && (page.equals(LIST) || page.equals(LIST_FOR_PROGRAMS))) {
			response.sendRedirect(request.getContextPath() + page + query);
			return;
		}
		if (page.equals(SIGN_IN) && request.getMethod().equals("GET")) {
			response.sendRedirect(signIn(prefix, query, request));
			return;
		}
		Plans now = this.plans.current();
		request.setAttribute(PLAN, PlanId.of(plan));
		if (now.find(PlanId.of(plan)).isPresent()) {
			request.setAttribute(WITHIN_PLAN, true);
		}
		offerList(now, request);
		chain.doFilter(new OfPlan(request, prefix, page), response);
	}

	private void without(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean ofEdition = namesEdition(request) && !OF_NO_PLAN.contains(path);
		boolean several = (ofEdition || path.equals("/") || isPage(path, request))
				&& offerList(this.plans.current(), request);
		if (several && ofEdition) {
			response.sendRedirect(request.getContextPath() + LIST + "/" + request.getParameter(EDITION_PARAMETER) + path
					+ query(request));
		}
		else if (several && path.equals("/")) {
			request.getRequestDispatcher(LIST).forward(request, response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** Where there are several plans, each page leads to their list. */
	private static boolean offerList(Plans now, HttpServletRequest request) {
		boolean several = now.single().isEmpty();
		if (several) {
			request.setAttribute(ALL_PLANS, request.getContextPath() + "/");
		}
		return several;
	}

	/** Ids of editions are unique among all plans. */
	private static boolean namesEdition(HttpServletRequest request) {
		if (!isRead(request) || !query(request).contains(EDITION_PARAMETER + "=")) {
			return false;
		}
		String edition = request.getParameter(EDITION_PARAMETER);
		return edition != null && EDITION.matcher(edition).matches();
	}

	/** Whether a person waits for a page; whether the service is well is not one. */
	private static boolean isPage(String path, HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && !path.startsWith("/actuator/");
	}

	private static boolean isRead(HttpServletRequest request) {
		return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
	}

	private static String query(HttpServletRequest request) {
		return (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
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

	/**
	 * A request whose context path ends with the plan. It keeps its address when it is
	 * taken up again, as an answer is that is written bit by bit.
	 */
	private static final class OfPlan extends HttpServletRequestWrapper {

		private final String contextPath;

		private final String page;

		/**
		 * @param prefix what names the plan
		 * @param page the address within the plan, as it was sent
		 */
		OfPlan(HttpServletRequest request, String prefix, String page) {
			super(request);
			this.contextPath = request.getContextPath() + prefix;
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

		@Override
		public String getRequestURI() {
			return this.contextPath + this.page;
		}

	}

}
