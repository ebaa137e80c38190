package org.jfpmonitor.access.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.jfpmonitor.access.settings.AccessProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.RelativeRedirectFilter;

/** What every request passes before anything is asked of it, outermost first. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RequestFilters {

	/** Without a proxy that is trusted nobody looks at what a request says of its way. */
	@Bean
	FilterRegistrationBean<Filter> trustedProxies(AccessProperties properties) {
		FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>(
				new TrustedProxies(properties.trustedProxies()));
		first.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		first.setOrder(Ordered.HIGHEST_PRECEDENCE);
		first.setEnabled(!properties.trustedProxies().isEmpty());
		return first;
	}

	/**
	 * A redirect names no scheme and no host, so it stays where the browser is. Tomcat's
	 * own setting for that does not hold for HTTP/1.0, which nginx speaks unless told.
	 */
	@Bean
	FilterRegistrationBean<Filter> relativeRedirects() {
		RelativeRedirectFilter filter = new RelativeRedirectFilter();
		filter.setRedirectStatus(HttpStatus.FOUND);
		FilterRegistrationBean<Filter> second = new FilterRegistrationBean<>(filter);
		second.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return second;
	}

	/** Around everything that reads a parameter. */
	@Bean
	FilterRegistrationBean<Filter> unreadableParameters() {
		FilterRegistrationBean<Filter> third = new FilterRegistrationBean<>(new UnreadableParameters());
		third.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return third;
	}

}
