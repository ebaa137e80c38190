package org.jfpmonitor.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles, before anything starts, whether there is a demonstration, and sets the clock
 * to its last day. Whoever names a configuration folder of their own gets none.
 */
class DemonstrationDay implements EnvironmentPostProcessor, Ordered {

	private static final String OWN_FOLDER = "config";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!isWanted(environment)) {
			return;
		}
		Map<String, Object> settled = new HashMap<>();
		Optional<String> lastDay = lastDay(environment.getProperty("jfp.config", OWN_FOLDER));
		if (lastDay.isEmpty()) {
			settled.put("jfp.demo", false);
		}
		else if (environment.getProperty("jfp.today") == null) {
			settled.put("jfp.today", lastDay.get());
		}
		environment.getPropertySources().addFirst(new MapPropertySource("demonstration", settled));
	}

	/** A word that is none is said later, with everything else that is wrong. */
	private static boolean isWanted(ConfigurableEnvironment environment) {
		return Binder.get(environment)
			.bind(ConfigurationPropertyName.of("jfp.demo"), Bindable.of(Boolean.class), new IgnoreErrorsBindHandler())
			.orElse(false);
	}

	private static Optional<String> lastDay(String config) {
		Path folder = Path.of(config, "demo");
		if (!Path.of(config).normalize().equals(Path.of(OWN_FOLDER)) || !Files.isDirectory(folder)) {
			return Optional.empty();
		}
		try (Stream<Path> folders = Files.list(folder)) {
			return folders.filter(Files::isDirectory)
				.map((each) -> each.getFileName().toString())
				.max(String::compareTo);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

}
