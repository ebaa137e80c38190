package org.jfpmonitor.access;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jfpmonitor.publication.api.problem.ProblemWords;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Says in words what Tomcat refuses before any of our filters sees it, in place of
 * Tomcat's own page, and shows nothing of what went wrong inside.
 */
final class UnansweredRequests extends ErrorReportValve {

	/** Tomcat does not say which of these it was. */
	private static final String UNREADABLE = "Expected a request as browsers and programs write it, found an address or"
			+ " headers that are too long or too many, or that have characters or a form that are refused, such as a"
			+ " space, %2F or a wrong Host. Correct it; if a browser keeps sending it, delete its cookies for this"
			+ " address.";

	@Override
	protected void report(Request request, Response response, @Nullable Throwable thrown) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || !isOpen(response)) {
			return;
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("Cache-Control", "no-store");
			Writer body = response.getReporter();
			if (body != null) {
				body.write(Refusals.document(status, title(status), detail(status)));
				response.finishResponse();
			}
		}
		catch (IOException | IllegalStateException gone) {
			// Whoever asked has hung up.
		}
	}

	private static boolean isOpen(Response response) {
		AtomicBoolean open = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
		return open.get();
	}

	private static String title(int status) {
		return isTheirs(status) ? "The request cannot be answered" : "Something went wrong here";
	}

	/**
	 * Unknown transfer encodings (501) and versions of HTTP (505) are sent to us, too.
	 */
	private static boolean isTheirs(int status) {
		return status < 500 || status == 501 || status == 505;
	}

	private static String detail(int status) {
		return switch (status) {
			case 400 -> UNREADABLE;
			case 404 -> "Expected an address of this service, found another. The board is at /.";
			case 413 -> ProblemWords.TOO_LARGE;
			default -> isTheirs(status)
					? "Expected a request as browsers and programs write it, found one that is refused. Correct it."
					: ProblemWords.NOT_CARRIED_OUT;
		};
	}

}
