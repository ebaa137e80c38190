package org.jfpmonitor.command.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Finds settings under {@code jfp.} that nobody reads, and values that do not fit. What
 * is known is what the build recorded of the settings classes.
 */
public final class Settings {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

	private Settings() {
	}

	/** What is wrong with them, a sentence each, in the order of their sources. */
	public static List<String> faults(ConfigurableEnvironment environment) {
		Map<String, String> known = known();
		List<String> faults = new ArrayList<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					if (name.startsWith("jfp.")) {
						check(name, enumerable, environment, known, faults);
					}
				}
			}
		}
		return faults;
	}

	private static void check(String name, EnumerablePropertySource<?> source, ConfigurableEnvironment environment,
			Map<String, String> known, List<String> faults) {
		String plain = INDEX.matcher(name).replaceAll("");
		String type = known.get(plain);
		boolean within = known.keySet().stream().anyMatch((each) -> plain.startsWith(each + "."));
		if (type == null && !within) {
			faults.add(where(name, source) + name + ": expected one of "
					+ String.join(", ", new TreeSet<>(known.keySet())) + "; found this name. Correct or delete it.");
		}
		else if (type != null && !type.contains("<") && !fits(name, type, environment)) {
			faults.add(where(name, source) + name + ": expected " + words(type) + ", found \""
					+ environment.getProperty(name) + "\". Correct the value.");
		}
	}

	private static boolean fits(String name, String type, ConfigurableEnvironment environment) {
		try {
			Binder.get(environment).bind(name, Class.forName(type));
			return true;
		}
		catch (ClassNotFoundException | BindException ex) {
			return false;
		}
	}

	private static String words(String type) {
		return switch (type) {
			case "java.lang.Boolean" -> "true or false";
			case "java.lang.Integer", "java.lang.Long" -> "a whole number";
			case "java.time.Duration" -> "a length of time such as 30s or 5m";
			case "java.time.LocalTime" -> "a time such as 02:30";
			case "java.time.LocalDate" -> "a day such as 2025-05-15";
			default -> "a value that can be read";
		};
	}

	@SuppressWarnings("unchecked")
	private static String where(String name, PropertySource<?> source) {
		Origin origin = (source instanceof OriginLookup<?> lookup) ? ((OriginLookup<String>) lookup).getOrigin(name)
				: null;
		return (origin != null) ? origin + ": " : "";
	}

	private static Map<String, String> known() {
		try {
			List<URL> files = Collections.list(Settings.class.getClassLoader().getResources(METADATA));
			Map<String, String> known = new HashMap<>();
			for (URL file : files) {
				try (var content = file.openStream()) {
					for (JsonNode property : JsonMapper.shared().readTree(content).path("properties")) {
						String name = property.path("name").asString();
						if (name.startsWith("jfp.")) {
							known.put(name, property.path("type").asString());
						}
					}
				}
			}
			return known;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
