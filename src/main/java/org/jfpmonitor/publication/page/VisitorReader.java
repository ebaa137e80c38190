package org.jfpmonitor.publication.page;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets every controller ask who is there and what their role allows. */
@Component
public class VisitorReader implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	private final EmailReaders emails;

	/** Without rules of access everybody sees everything. */
	VisitorReader(ObjectProvider<EmailReaders> emails) {
		this.emails = emails.getIfAvailable(() -> (request) -> true);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType().equals(Visitor.class);
	}

	@Override
	public Visitor resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return read(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
	}

	/** Who sent the request. */
	public Visitor read(HttpServletRequest request) {
		return Visitor.of(request, this.emails);
	}

}
