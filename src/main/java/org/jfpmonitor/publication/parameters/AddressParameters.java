package org.jfpmonitor.publication.parameters;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;

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

/**
 * Refuses an address with a parameter that what it names does not have, or that stands in
 * it twice: whoever asked to have something left out would otherwise be given everything,
 * and whoever asked for two days one of them.
 */
@Component
class AddressParameters implements HandlerInterceptor, WebMvcConfigurer {

	private static final String OURS = "org.jfpmonitor.publication.";

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith(OURS)
				&& request.getDispatcherType() == DispatcherType.REQUEST
				&& !request.getMethod().equals(HttpMethod.POST.name())) {
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
		List<String> faults = new ArrayList<>();
		new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
			if (!known.contains(name) && !fields.contains(name) && !several.contains(name)) {
				faults.add("Expected " + (known.isEmpty() ? "no parameter" : WordList.either(known)) + ", found \""
						+ name + "\". " + (known.isEmpty() ? "Leave it out." : WordList.instead(name, known)));
			}
			else if (values.length > 1 && !several.contains(name)) {
				faults
					.add(name + ": expected it once, found it " + values.length + " times. Leave in the one you mean.");
			}
		});
		return faults;
	}

	/** A page has the plan around it, as it stands or stood on some day. */
	private static boolean isPage(HandlerMethod method) {
		return method.getReturnType().getParameterType().equals(String.class)
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
