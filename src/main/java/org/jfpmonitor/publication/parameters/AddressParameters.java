package org.jfpmonitor.publication.parameters;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.address.KnownOn;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriUtils;

/**
 * Refuses an address with a parameter that what it names does not have, or that stands in
 * it twice: whoever asked to have something left out would otherwise be given everything,
 * whoever asked for two days one of them, and whoever sends something for one edition
 * would have it written about another. What is sent below the address is not looked at.
 */
@Component
class AddressParameters implements HandlerInterceptor, WebMvcConfigurer {

	private static final String OURS = "org.jfpmonitor.publication.";

	/** The list of plans is shown at an address that leads to it. */
	private static final Set<DispatcherType> LOOKED_AT = Set.of(DispatcherType.REQUEST, DispatcherType.FORWARD);

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith(OURS)
				&& LOOKED_AT.contains(request.getDispatcherType())) {
			List<String> faults = faults(request, method);
			if (!faults.isEmpty()) {
				throw new RefusedQuery(faults);
			}
		}
		return true;
	}

	private static List<String> faults(HttpServletRequest request, HandlerMethod method) {
		boolean page = isPage(method);
		List<String> fields = page ? Viewpoint.FIELDS : List.of();
		List<String> known = Stream.concat(ofMethod(method), page ? Viewpoint.PARAMETERS.stream() : Stream.of())
			.filter((each) -> !fields.contains(each))
			.distinct()
			.toList();
		List<String> several = several(method);
		String instead = Optional.ofNullable(method.getMethodAnnotation(OfToday.class))
			.map((each) -> " " + each.value())
			.orElse("");
		List<String> faults = new ArrayList<>();
		ofAddress(request).forEach((name, times) -> {
			if (!known.contains(name) && !fields.contains(name) && !several.contains(name)) {
				faults
					.add("Expected " + (known.isEmpty() ? "no parameter" : WordList.either(known)) + ", found \"" + name
							+ "\". " + (known.isEmpty() ? "Leave it out." + instead : WordList.instead(name, known)));
			}
			else if (times > 1 && !several.contains(name)) {
				faults.add(name + ": expected it once, found it " + times + " times. Leave in the one you mean.");
			}
		});
		return faults;
	}

	/** How often each parameter stands in the address, and not in a form that is sent. */
	private static Map<String, Integer> ofAddress(HttpServletRequest request) {
		Map<String, Integer> times = new TreeMap<>();
		if (!request.getMethod().equals(HttpMethod.POST.name())) {
			request.getParameterMap().forEach((name, values) -> times.put(name, values.length));
		}
		else if (request.getQueryString() != null) {
			// Read once in full, so that what cannot be read is refused as everywhere.
			request.getParameterMap();
			Arrays.stream(request.getQueryString().split("&"))
				.filter((each) -> !each.isEmpty())
				.map((each) -> UriUtils.decode(each.split("=", 2)[0], StandardCharsets.UTF_8))
				.forEach((name) -> times.merge(name, 1, Integer::sum));
		}
		return times;
	}

	/** A page has the plan around it, as it stands or stood on some day. */
	private static boolean isPage(HandlerMethod method) {
		return method.getReturnType().getParameterType().equals(String.class)
				&& !method.hasMethodAnnotation(OfToday.class)
				&& !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
	}

	private static List<String> several(HandlerMethod method) {
		return Optional.ofNullable(method.getMethodAnnotation(SeveralTimes.class))
			.map((each) -> List.of(each.value()))
			.orElse(List.of());
	}

	private static Stream<String> ofMethod(HandlerMethod method) {
		return Stream.concat(several(method).stream(),
				Arrays.stream(method.getMethodParameters()).flatMap(AddressParameters::names));
	}

	private static Stream<String> names(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		if (type.equals(Viewpoint.class)) {
			return Viewpoint.PARAMETERS.stream();
		}
		if (type.equals(KnownOn.class)) {
			return KnownOn.PARAMETERS.stream();
		}
		if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
			return texts(type);
		}
		return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
			.map((each) -> each.name().isEmpty() ? String.valueOf(parameter.getParameter().getName()) : each.name())
			.stream();
	}

	/** The fields of a record of texts, which is filled from the address. */
	private static Stream<String> texts(Class<?> type) {
		RecordComponent[] fields = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
		boolean texts = Arrays.stream(fields).allMatch((each) -> each.getType().equals(String.class));
		return texts ? Arrays.stream(fields).map(RecordComponent::getName) : Stream.of();
	}

}
