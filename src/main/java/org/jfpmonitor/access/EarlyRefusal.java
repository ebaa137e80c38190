package org.jfpmonitor.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.jfpmonitor.access.request.Requests;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what may not be sent before anything of it is read. The token of a form lies in
 * its body, so a stranger's upload would otherwise be on the disk before it was refused.
 */
final class EarlyRefusal extends OncePerRequestFilter {

	private final AuthenticationTrustResolverImpl trust = new AuthenticationTrustResolverImpl();

	private final AuthorizationManager<RequestAuthorizationContext> rules;

	private final Refusals refusals;

	private final CsrfTokenRepository tokens;

	/**
	 * @param tokens where the token of the forms comes from, without reading what is sent
	 */
	EarlyRefusal(AuthorizationManager<RequestAuthorizationContext> rules, Refusals refusals,
			CsrfTokenRepository tokens) {
		this.rules = rules;
		this.refusals = refusals;
		this.tokens = tokens;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (Requests.isRead(request)) {
			chain.doFilter(request, response);
			return;
		}
		Authentication sender = sender();
		AuthorizationResult decided = this.rules.authorize(EarlyRefusal::sender,
				new RequestAuthorizationContext(request));
		boolean signsInWithFiles = Requests.SIGN_IN.matches(request) && isMultipart(request);
		if (decided != null && decided.isGranted() && !signsInWithFiles) {
			chain.doFilter(request, response);
		}
		else if (sender == null || this.trust.isAnonymous(sender)) {
			this.refusals.commence(request, response, new InsufficientAuthenticationException("Nobody signed in"));
		}
		else {
			// The page of the refusal has a form, too: the one to sign out with.
			new XorCsrfTokenRequestAttributeHandler().handle(request, response,
					this.tokens.loadDeferredToken(request, response));
			this.refusals.handle(request, response,
					(decided != null && !signsInWithFiles) ? new AuthorizationDeniedException("Lacks the role", decided)
							: new AccessDeniedException("Nobody signs in with files"));
		}
	}

	private static boolean isMultipart(HttpServletRequest request) {
		String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
		return type != null && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA.getType(), 0,
				MediaType.MULTIPART_FORM_DATA.getType().length());
	}

	private static @Nullable Authentication sender() {
		return SecurityContextHolder.getContext().getAuthentication();
	}

}
