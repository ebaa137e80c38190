package org.jfpmonitor.publication.api.problem;

import java.util.List;

import org.jfpmonitor.progress.NoSuchOverride;
import org.jfpmonitor.progress.OverlappingOverride;
import org.jfpmonitor.publication.RefusedOverride;
import org.jfpmonitor.publication.RefusedQuery;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Errors of the interface as problem documents (RFC 9457), one fault after the other
 * under {@code faults}.
 */
@RestControllerAdvice("org.jfpmonitor.publication.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

	@ExceptionHandler
	ProblemDetail on(RefusedQuery refused) {
		return problem(HttpStatus.BAD_REQUEST, "The question cannot be answered", refused.faults());
	}

	@ExceptionHandler
	ProblemDetail on(RefusedOverride refused) {
		return problem(HttpStatus.BAD_REQUEST, "What was sent cannot be taken", refused.faults());
	}

	@ExceptionHandler
	ProblemDetail on(MultipartException refused) {
		return problem(HttpStatus.BAD_REQUEST, "What was sent cannot be taken",
				List.of("Expected a form with a file in it (multipart/form-data), found something else or one that"
						+ " breaks off. Send it as: curl -F file=@extract.csv"));
	}

	@ExceptionHandler
	ProblemDetail on(NotHere missing) {
		return problem(HttpStatus.NOT_FOUND, "There is no such thing", List.of(String.valueOf(missing.getMessage())));
	}

	@ExceptionHandler
	ProblemDetail on(OverlappingOverride refused) {
		return problem(HttpStatus.CONFLICT, "The override overlaps another one",
				List.of(String.valueOf(refused.getMessage())));
	}

	@ExceptionHandler
	ProblemDetail on(NoSuchOverride refused) {
		return problem(HttpStatus.CONFLICT, "There is no override to end",
				List.of(String.valueOf(refused.getMessage())));
	}

	@ExceptionHandler
	ProblemDetail on(OutOfTurn refused) {
		return problem(HttpStatus.CONFLICT, "That cannot be done now", List.of(String.valueOf(refused.getMessage())));
	}

	private static ProblemDetail problem(HttpStatus status, String title, List<String> faults) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.join(" ", faults));
		problem.setTitle(title);
		problem.setProperty("faults", faults);
		return problem;
	}

}
