package org.jfpmonitor.publication.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/**
 * What went wrong outside of every controller: as a page for who takes one, as Spring
 * Boot does, and else as a problem document, whatever the program said that it takes.
 */
@Controller
@ConditionalOnWebApplication
class ErrorDocuments extends BasicErrorController {

	/** Where whoever refused a request says why, if in other words than these. */
	private static final String FAULTS = "faults";

	ErrorDocuments(ErrorAttributes attributes, List<ErrorViewResolver> pages) {
		super(attributes, new ErrorProperties(), pages);
	}

	@Override
	public ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
		HttpStatus status = getStatus(request);
		Map<String, @Nullable Object> problem = new LinkedHashMap<>();
		problem.put("type", "about:blank");
		problem.put("title", status.getReasonPhrase());
		problem.put("status", status.value());
		problem.put("detail", (request.getAttribute(FAULTS) instanceof List<?> faults)
				? faults.stream().map(String::valueOf).collect(Collectors.joining(" ")) : detail(status));
		problem.put("instance", request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	/**
	 * Whoever asks for the address of errors itself asks for a page that is not there.
	 */
	@Override
	protected HttpStatus getStatus(HttpServletRequest request) {
		return (request.getDispatcherType() == DispatcherType.ERROR) ? super.getStatus(request) : HttpStatus.NOT_FOUND;
	}

	private static String detail(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST ->
				"Expected a request as browsers and programs write it, found one with too many parameters, or with a"
						+ " part that cannot be read, such as % with no two digits behind it. Correct it.";
			case NOT_FOUND ->
				"Expected an address of this service, found another. GET /api/openapi.json lists those for"
						+ " programs; the board is at /.";
			case CONTENT_TOO_LARGE -> ProblemWords.TOO_LARGE;
			case SERVICE_UNAVAILABLE ->
				"Expected the database of the service to answer, found that it does not for now. Try again in a"
						+ " minute; if you were sending something, look first whether it arrived.";
			default -> status.is4xxClientError()
					? "Expected a request that this address answers, found another. GET /api/openapi.json says which."
					: ProblemWords.NOT_CARRIED_OUT;
		};
	}

}
