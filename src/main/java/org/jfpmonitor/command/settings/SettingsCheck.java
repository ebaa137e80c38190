package org.jfpmonitor.command.settings;

import java.util.List;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at the settings when all of them have been read and nothing is made of them yet,
 * not even a log: a start with faulty settings does nothing.
 */
final class SettingsCheck implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean needsFew = application.getAllSources().contains(NoApplication.class);
		if (!needsFew || !Settings.faultsOfTheStart(environment).isEmpty()) {
			List<String> faults = Settings.faults(environment);
			if (!faults.isEmpty()) {
				throw new FaultySettings(faults);
			}
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
