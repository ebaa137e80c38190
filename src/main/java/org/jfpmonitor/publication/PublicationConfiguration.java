package org.jfpmonitor.publication;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets every controller of the room ask for a {@link Viewpoint}, and for who sends a
 * file.
 */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration implements WebMvcConfigurer {

	private final ViewpointReader viewpoints;

	private final SenderReader senders;

	PublicationConfiguration(ViewpointReader viewpoints, SenderReader senders) {
		this.viewpoints = viewpoints;
		this.senders = senders;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.viewpoints);
		resolvers.add(this.senders);
	}

}
