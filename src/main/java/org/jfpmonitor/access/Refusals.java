package org.jfpmonitor.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says no in words, to a program as a problem document (RFC 9457), to a person as a page,
 * without making a browser ask for a password by itself.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final boolean anyoneConfigured;

	Refusals(boolean anyoneConfigured) {
		this.anyoneConfigured = anyoneConfigured;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
			throws IOException {
		String detail = this.anyoneConfigured
				? "Expected a signed-in user, found none or a wrong password. Send the user name and password (HTTP Basic)."
				: "Expected a signed-in user, but none is configured. Add one under jfp.access.users in"
						+ " config/application.yaml (the command \"password\" makes the hash) and start again.";
		write(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign-in needed", detail);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
			throws IOException {
		if (isPage(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		write(response, HttpServletResponse.SC_FORBIDDEN, "Not allowed",
				"The signed-in user lacks the role for this, or the form was too old. Sending extracts needs the role"
						+ " importer, setting overrides and seeing or sending mails the role editor; a form can be sent again after reloading its page.");
	}

	/** Whether a person waits for a page, and not a program for an answer. */
	private static boolean isPage(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)
				&& !request.getRequestURI().startsWith("/api/");
	}

	private static void write(HttpServletResponse response, int status, String title, String detail)
			throws IOException {
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter()
			.write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title,
					status, detail.replace("\"", "\\\"")));
	}

}
