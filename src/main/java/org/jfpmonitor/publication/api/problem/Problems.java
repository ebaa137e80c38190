package org.jfpmonitor.publication.api.problem;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jfpmonitor.commentary.CommentClash;
import org.jfpmonitor.intake.inbox.UploadNotKept;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.progress.NoSuchOverride;
import org.jfpmonitor.progress.OverlappingOverride;
import org.jfpmonitor.publication.FieldFault;
import org.jfpmonitor.publication.RefusedEntry;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.address.NoSuchPlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
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
	ProblemDetail on(RefusedEntry refused) {
		return problem(HttpStatus.BAD_REQUEST, "What was sent cannot be taken",
				refused.faults().stream().map(FieldFault::sentence).toList());
	}

	@ExceptionHandler
	ProblemDetail on(MultipartException refused) {
		return problem(HttpStatus.BAD_REQUEST, "What was sent cannot be taken",
				List.of("Expected a form with a file in it (multipart/form-data), found something else or one that"
						+ " breaks off. Send it as: curl -F file=@extract.csv"));
	}

	@ExceptionHandler
	ProblemDetail on(UploadNotKept refused) {
		String fault = String.valueOf(refused.getMessage());
		logger.warn(fault);
		return problem(HttpStatus.INSUFFICIENT_STORAGE, "What was sent could not be kept", List.of(fault));
	}

	@ExceptionHandler
	ProblemDetail on(NotHere missing) {
		return problem(HttpStatus.NOT_FOUND, "There is no such thing", List.of(String.valueOf(missing.getMessage())));
	}

	@ExceptionHandler
	ProblemDetail on(NoSuchPlan missing) {
		return problem(HttpStatus.NOT_FOUND, "There is no such plan", List.of(String.valueOf(missing.getMessage())));
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
	ProblemDetail on(CommentClash refused) {
		ProblemDetail problem = problem(HttpStatus.CONFLICT, "Somebody else has written meanwhile",
				List.of(String.valueOf(refused.getMessage())));
		problem.setProperty("newestVersion", refused.newest().version());
		problem.setProperty("newestAuthor", refused.newest().author());
		problem.setProperty("newestText", refused.newest().text());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail on(OutOfTurn refused) {
		return problem(HttpStatus.CONFLICT, "That cannot be done now", List.of(String.valueOf(refused.getMessage())));
	}

	/** What may be quoted. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

	/** How the parser words a key that stands twice in an object. */
	private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(" + NAME + ")\"");

	/** The place, and never what stands there: it may be meant for nobody. */
	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "What was sent cannot be taken", List
			.of(unreadable(unreadable.getMostSpecificCause()) + " See /api/openapi.json for what is expected."));
		return handleExceptionInternal(unreadable, problem, headers, HttpStatus.BAD_REQUEST, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
			HttpMediaTypeNotSupportedException refused, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		ProblemDetail problem = problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "What was sent cannot be taken",
				List.of("Expected the header Content-Type: " + either(refused.getSupportedMediaTypes()) + ", found "
						+ Objects.requireNonNullElse(refused.getContentType(), "none") + "."));
		return handleExceptionInternal(refused, problem, headers, HttpStatus.UNSUPPORTED_MEDIA_TYPE, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
			HttpMediaTypeNotAcceptableException refused, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		ProblemDetail problem = problem(HttpStatus.NOT_ACCEPTABLE, "The question cannot be answered",
				List.of("Expected the header Accept to take " + either(refused.getSupportedMediaTypes()) + ", found "
						+ Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "none") + "."));
		return handleExceptionInternal(refused, problem, headers, HttpStatus.NOT_ACCEPTABLE, request);
	}

	private static String either(List<MediaType> types) {
		return types.stream().map(MediaType::toString).sorted().collect(Collectors.joining(" or "));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException refused, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String name = (refused instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: String.valueOf(refused.getPropertyName());
		Class<?> wanted = ClassUtils
			.resolvePrimitiveIfNecessary(Objects.requireNonNullElse(refused.getRequiredType(), String.class));
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "The question cannot be answered",
				List.of(name + ": expected "
						+ (Number.class.isAssignableFrom(wanted) ? "a whole number" : "another value") + ", found \""
						+ refused.getValue() + "\"."));
		return handleExceptionInternal(refused, problem, headers, HttpStatus.BAD_REQUEST, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
			MaxUploadSizeExceededException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = problem(HttpStatus.CONTENT_TOO_LARGE, "What was sent cannot be taken",
				List.of("Expected a file of 256 MB at most in a form of few parts, found more. Send less at once."));
		return handleExceptionInternal(refused, problem, headers, HttpStatus.CONTENT_TOO_LARGE, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
			MissingServletRequestPartException refused, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "What was sent cannot be taken",
				List.of("Expected a form with a part of the name \"" + refused.getRequestPartName()
						+ "\", found none. Send it as: curl -F " + refused.getRequestPartName() + "=@extract.csv"));
		return handleExceptionInternal(refused, problem, headers, HttpStatus.BAD_REQUEST, request);
	}

	private static String unreadable(Throwable cause) {
		if (!(cause instanceof JacksonException fault) || fault.getLocation() == null) {
			return "Expected a JSON object, found nothing.";
		}
		String where = "line " + fault.getLocation().getLineNr() + ", column " + fault.getLocation().getColumnNr();
		String field = fault.getPath()
			.stream()
			.map(JacksonException.Reference::getPropertyName)
			.filter(Objects::nonNull)
			.collect(Collectors.joining("."));
		if (fault instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null) {
			List<String> known = unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
			String found = unknown.getPropertyName();
			boolean name = NAME.matcher(found).matches();
			return "Expected " + WordList.either(known) + ", found " + (name ? "\"" + found + "\"" : "another key")
					+ ", at " + where + ". " + WordList.instead(name ? found : "", known);
		}
		Matcher twice = TWICE.matcher(String.valueOf(fault.getOriginalMessage()));
		if (twice.lookingAt()) {
			return twice.group(1) + ": expected it once, found it again, at " + where + ". Leave in the one you mean.";
		}
		return field.isEmpty()
				? "Expected a JSON object, found something else or one that breaks off, at " + where + "."
				: field + ": expected " + kind(fault) + ", found another kind of value, at " + where + ".";
	}

	private static String kind(JacksonException fault) {
		Class<?> type = (fault instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null)
				? ClassUtils.resolvePrimitiveIfNecessary(mismatched.getTargetType()) : Object.class;
		return (type == String.class) ? "a text in quotes"
				: (type == Boolean.class) ? "true or false" : Number.class.isAssignableFrom(type) ? "a number"
						: Collection.class.isAssignableFrom(type) ? "a list" : "an object or a value of its kind";
	}

	private static ProblemDetail problem(HttpStatus status, String title, List<String> faults) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.join(" ", faults));
		problem.setTitle(title);
		problem.setProperty("faults", faults);
		return problem;
	}

}
