package org.jfpmonitor.publication.caching;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.publication.DataLoading;
import org.jfpmonitor.publication.page.VisitorReader;
import org.jfpmonitor.store.StoreFingerprint;
import org.jfpmonitor.store.recent.Look;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Marks what is assessed with an {@code ETag}, and answers whoever shows that they have
 * it with 304 before anything is assessed or printed. A browser keeps such an answer for
 * whoever sits before it and asks each time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EntityTags implements HandlerInterceptor, HandlerExceptionResolver, WebMvcConfigurer {

	private static final String LOOK = EntityTags.class.getName();

	private static final Set<String> READS = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

	/** This start of the program: its version, its settings, its files. */
	private final String start = UUID.randomUUID().toString();

	private final StoreFingerprint store;

	private final VisitorReader visitors;

	private final ObjectProvider<DataLoading> loading;

	private final Today today;

	EntityTags(StoreFingerprint store, VisitorReader visitors, ObjectProvider<DataLoading> loading, Today today) {
		this.store = store;
		this.visitors = visitors;
		this.loading = loading;
		this.today = today;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this)
			.addPathPatterns("/", "/board.csv", "/measures", "/measures.csv", "/objectives/*", "/objectives/*/page.csv",
					"/report", "/report.*", "/api/objectives/**", "/api/measures/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!READS.contains(request.getMethod()) || saysSomethingOnce(request)) {
			return true;
		}
		Look look = Look.at(() -> List.of(this.store.now(), this.today.day()));
		request.setAttribute(LOOK, look);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		return !new ServletWebRequest(request, response).checkNotModified(tag(request, look));
	}

	/**
	 * The look at the store and the day from which the request got its tag; empty when it
	 * has none, because its answer depends on something else.
	 */
	static Optional<Look> look(HttpServletRequest request) {
		return Optional.ofNullable((Look) request.getAttribute(LOOK));
	}

	/** An answer that is no page, such as why there is none, is to be asked for anew. */
	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception failure) {
		withdraw(response);
		return null;
	}

	/** Likewise when printing failed. */
	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (failure != null) {
			withdraw(response);
		}
	}

	private static void withdraw(HttpServletResponse response) {
		response.setHeader(HttpHeaders.ETAG, null);
		response.setHeader(HttpHeaders.CACHE_CONTROL, null);
	}

	/** What came of a form sent just now, or how far the reading of files has come. */
	private boolean saysSomethingOnce(HttpServletRequest request) {
		return RequestContextUtils.getInputFlashMap(request) != null
				|| this.loading.stream().anyMatch((each) -> each.progress().isPresent());
	}

	/**
	 * Of all that an answer depends on, looked at before it is read, so that what is
	 * committed meanwhile makes the next tag another one. The cookies hold the token that
	 * forms repeat. It is a weak one: bytes may differ, as compressed ones do.
	 */
	private String tag(HttpServletRequest request, Look look) {
		List<?> all = List.of(this.start, look, request.getRequestURL(), Objects.toString(request.getQueryString()),
				this.visitors.read(request), Objects.toString(request.getHeader(HttpHeaders.COOKIE)));
		return "W/\"" + DigestUtils.sha256Hex(all.toString()) + "\"";
	}

}
