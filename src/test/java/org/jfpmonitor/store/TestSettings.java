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
 * In tests nothing happens unasked, no demonstration and no timetable, and reading is
 * open on the machine itself, whatever {@code config/application.yaml} of this checkout
 * says. A test that wants one of them sets its property.
 */
final class TestSettings implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new MapPropertySource(
					"test settings",
					Map.of("jfp.demo", "false", "jfp.schedule.enabled", "false", "jfp.access.reading", "open")));
	}

	/** Before anything reads the settings. */
	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER - 1;
	}

}
