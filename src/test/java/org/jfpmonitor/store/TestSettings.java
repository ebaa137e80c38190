package org.jfpmonitor.store;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * In tests nothing happens unasked, no demonstration and no timetable, reading is open on
 * the machine itself, whatever {@code config/application.yaml} of this checkout says, and
 * files in the inbox, which are written whole, are not watched for seconds. A test that
 * wants one of them sets its property.
 */
final class TestSettings implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new MapPropertySource("test settings", Map.of("jfp.demo", "false", "jfp.schedule.enabled", "false",
							"jfp.access.reading", "open", "jfp.inbox.quiet", "PT0.1S")));
	}

	/** Before anything reads the settings. */
	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER - 1;
	}

}
