package org.jfpmonitor.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.access.oidc.SignOnRefusal;
import org.jfpmonitor.access.plan.PlanLimit;
import org.jfpmonitor.access.request.Requests;
import org.jfpmonitor.publication.address.PlanAddress;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Says no in words, to a program as a problem document (RFC 9457), to a person as a page
 * or by leading to the sign-in page, without making a browser ask for a password by
 * itself. Whoever is refused leaves nothing behind: where they wanted to go stands in the
 * address they are led to.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

	private static final String UNREADABLE = "Expected a request as browsers and programs write it, found an address or header with"
			+ " characters that are refused, such as //, ;, %2F or control characters. Correct it.";

	/** Where the page of errors finds them. */
	private static final String WORDS = "refusal";

	private final boolean users;

	private final boolean tokens;

	private final ApplicationEventPublisher events;

	/**
	 * @param users whether there are users who sign in with a password
	 * @param tokens whether bearer tokens of an identity provider are taken
	 * @param events who is told when somebody who signed in is refused
	 */
	Refusals(boolean users, boolean tokens, ApplicationEventPublisher events) {
		this.users = users;
		this.tokens = tokens;
		this.events = events;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		if (!Requests.OF_PROGRAMS.matches(request)) {
			response.sendRedirect(request.getContextPath() + "/login" + wish(request));
			return;
		}
		if (refused instanceof BrakedSignIn.TooManyAttempts braked) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(braked.seconds()));
			write(response, 429, "Too many attempts", "Expected the right password, found too many wrong ones for this"
					+ " user from this address. Send the next in " + braked.seconds() + " seconds.");
			return;
		}
		write(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign-in needed", needed(refused));
	}

	private String needed(AuthenticationException refused) {
		if (refused instanceof InvalidBearerTokenException) {
			return "Expected a bearer token that the identity provider of this service made for it and that is still"
					+ " valid, found another. Ask the provider for a new one, and see that its audience is this service.";
		}
		Optional<SignOnRefusal> account = SignOnRefusal.of(refused);
		if (account.isPresent()) {
			return account.get().words();
		}
		if (this.tokens) {
			return "Expected a signed-in user, found none or a wrong password. Send a bearer token of the identity"
					+ " provider" + (this.users ? ", or a user name and password (HTTP Basic)." : ".");
		}
		return this.users
				? "Expected a signed-in user, found none or a wrong password. Send the user name and password (HTTP Basic)."
				: "Expected a signed-in user, but none is configured. Add one under jfp.access.users in"
						+ " config/application.yaml (the command \"password\" makes the hash) and start again.";
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		Authentication sender = SecurityContextHolder.getContext().getAuthentication();
		if (sender != null) {
			this.events
				.publishEvent(new AuthorizationDeniedEvent<>(() -> sender, request, new AuthorizationDecision(false)));
		}
		String words = words(request, refused);
		if (isPage(request)) {
			request.setAttribute(WORDS, words);
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		write(response, HttpServletResponse.SC_FORBIDDEN, "Not allowed", words);
	}

	/** The role that this very request needs, or what else is wrong with it. */
	private static String words(HttpServletRequest request, AccessDeniedException refused) {
		if (refused instanceof CsrfException) {
			return "Expected a form as its page gave it, found one that is too old or comes from elsewhere."
					+ " Load the page again, and send the form once more.";
		}
		if (refused instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision lacking) {
			String roles = lacking.getAuthorities()
				.stream()
				.map((each) -> String.valueOf(each.getAuthority()).replaceFirst("^ROLE_", "").toLowerCase(Locale.ROOT))
				.sorted()
				.collect(Collectors.joining(" or "));
			return "This needs the role " + roles + ", which the signed-in user does not have.";
		}
		if (refused instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof PlanLimit.OutsidePlans outside) {
			if (!outside.isWithinOwn()) {
				PlanAddress.leave(request);
			}
			return outside.words();
		}
		if (refused instanceof AuthorizationDeniedException) {
			return "Expected a read (GET) or something sent (POST), found " + request.getMethod()
					+ ", which nothing here takes.";
		}
		return refused.getMessage() + ".";
	}

	/** What no address of ours looks like, before anybody asks who sent it. */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refused)
			throws IOException {
		write(response, HttpServletResponse.SC_BAD_REQUEST, "The address cannot be answered", UNREADABLE);
	}

	/** The page that was asked for, for the address of the sign-in page. */
	private static String wish(HttpServletRequest request) {
		String query = request.getQueryString();
		String page = request.getRequestURI().substring(request.getContextPath().length())
				+ ((query != null) ? "?" + query : "");
		return NextPage.ours(page)
			.filter((each) -> Requests.isRead(request) && !each.equals("/"))
			.map((each) -> "?next=" + URLEncoder.encode(each, StandardCharsets.UTF_8))
			.orElse("");
	}

	/** Whether a person waits for a page, and not a program for an answer. */
	private static boolean isPage(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
				&& !Requests.OF_PROGRAMS.matches(request);
	}

	private static void write(HttpServletResponse response, int status, String title, String detail)
			throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter().write(document(status, title, detail));
	}

	/** The problem document; title and detail are our own words. */
	static String document(int status, String title, String detail) {
		return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title, status,
				detail.replace("\"", "\\\""));
	}

}
