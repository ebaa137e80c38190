package org.jfpmonitor.command.settings;

import java.util.List;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

	/** Before anything is made of them: a start with faulty settings does nothing. */
	@Bean
	static BeanFactoryPostProcessor soundSettings(ConfigurableEnvironment environment) {
		return (beans) -> {
			List<String> faults = Settings.faults(environment);
			if (!faults.isEmpty()) {
				throw new FaultySettings(faults);
			}
		};
	}

}
