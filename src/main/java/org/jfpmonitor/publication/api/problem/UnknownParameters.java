package org.jfpmonitor.publication.api.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a read of the interface, or of a document, with a parameter that it does not
 * have: whoever asked to have something left out would otherwise be given everything.
 */
@Component
class UnknownParameters implements HandlerInterceptor, WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this)
			.addPathPatterns("/api/**", "/report.*", "/measures.csv", "/figures-template.xlsx",
					"/objectives/*/page.csv", "/reports/*/report.*")
			.excludePathPatterns("/api/openapi.json/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && !request.getMethod().equals(HttpMethod.POST.name())) {
			Collection<String> known = known(method);
			List<String> faults = new TreeSet<>(request.getParameterMap().keySet()).stream()
				.filter((each) -> !known.contains(each))
				.map((each) -> "Expected " + (known.isEmpty() ? "no parameter" : WordList.either(known)) + ", found \""
						+ each + "\". " + (known.isEmpty() ? "Leave it out." : WordList.instead(each, known)))
				.toList();
			if (!faults.isEmpty()) {
				throw new RefusedQuery(faults);
			}
		}
		return true;
	}

	private static Collection<String> known(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters()).flatMap(UnknownParameters::names).toList();
	}

	private static Stream<String> names(MethodParameter parameter) {
		if (parameter.getParameterType().equals(Viewpoint.class)) {
			return Viewpoint.PARAMETERS.stream();
		}
		return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
			.map((each) -> each.name().isEmpty() ? String.valueOf(parameter.getParameter().getName()) : each.name())
			.stream();
	}

}
