package org.jfpmonitor.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code as-of} and {@code known-on} for every page and every read of the API; the
 * one place that says which days may be asked about. Without {@code known-on} today is
 * meant; without {@code as-of} the day of {@code known-on}.
 */
@Component
class ViewpointReader implements HandlerMethodArgumentResolver {

	/** Earlier days hold nothing, and later steps count back from them. */
	private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private final Today today;

	ViewpointReader(Today today) {
		this.today = today;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType().equals(Viewpoint.class);
	}

	@Override
	public Viewpoint resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return read(request::getParameter);
	}

	/** The viewpoint of an address, given by what each of its parameters holds. */
	Viewpoint read(Function<String, @Nullable String> parameters) {
		return read(written(parameters, "as-of"), written(parameters, "known-on"));
	}

	/**
	 * A day as it was sent: in one field, or as a form sends it, in one each for day,
	 * month and year; null or empty when all are empty.
	 */
	private static @Nullable String written(Function<String, @Nullable String> parameters, String name) {
		EnteredDay entered = EnteredDay.of(parameters, name);
		return entered.isEmpty() ? parameters.apply(name) : entered.inOneField();
	}

	/**
	 * The viewpoint that the two texts ask for. A missing or empty {@code knownOn} means
	 * today, a missing or empty {@code asOf} the day of {@code knownOn}.
	 * @throws RefusedQuery naming both faults when both are wrong
	 */
	Viewpoint read(@Nullable String asOf, @Nullable String knownOn) {
		List<String> faults = new ArrayList<>();
		LocalDate known = day("known-on", knownOn, this.today.day(), faults);
		LocalDate asked = day("as-of", asOf, known, faults);
		if (!faults.isEmpty()) {
			throw new RefusedQuery(faults);
		}
		return new Viewpoint(asked, known);
	}

	private LocalDate day(String name, @Nullable String text, LocalDate otherwise, List<String> faults) {
		LocalDate now = this.today.day();
		if (text == null || text.isBlank()) {
			return otherwise;
		}
		LocalDate day = parsed(text.strip());
		if (day == null) {
			faults.add("%s: expected a day such as %s, found \"%s\". Write the year, the month and the day as numbers."
				.formatted(name, now, text));
			return now;
		}
		if (day.isBefore(EARLIEST) || day.isAfter(now)) {
			faults.add("%s: expected a day from %s to today, %s; found %s. Choose a day in that span.".formatted(name,
					inWords(EARLIEST), inWords(now), inWords(day)));
		}
		return day;
	}

	private static @Nullable LocalDate parsed(String text) {
		if (!DAY.matcher(text).matches()) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			return null; // such as 30 February
		}
	}

	private static String inWords(LocalDate day) {
		return Period.day(day).inWords();
	}

}
