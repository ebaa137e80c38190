package org.jfpmonitor.command.settings;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/** Where a setting stands. */
final class SettingPlace {

	private SettingPlace() {
	}

	/**
	 * Where the setting stands, such as {@code config/application.yaml:12:9} with line
	 * and column, or the name of a variable; empty when neither is known.
	 */
	static Optional<String> of(@Nullable ConfigurationProperty setting) {
		return of((setting != null) ? setting.getOrigin() : null);
	}

	/** The same of anything that knows where it stands. */
	static Optional<String> of(@Nullable Origin origin) {
		if (origin instanceof PropertySourceOrigin named) {
			return of(named.getOrigin());
		}
		if (origin instanceof TextResourceOrigin text && unwrapped(text.getResource()) instanceof UrlResource file
				&& text.getLocation() != null) {
			return Optional.of(file.getURL().getPath() + ":" + text.getLocation());
		}
		return (origin instanceof TextResourceOrigin || origin instanceof SystemEnvironmentOrigin)
				? Optional.of(origin.toString()) : Optional.empty();
	}

	private static @Nullable Resource unwrapped(@Nullable Resource resource) {
		return (resource instanceof OriginTrackedResource tracked) ? tracked.getResource() : resource;
	}

	/** The place as a message begins with it; empty when it is not known. */
	static String where(@Nullable ConfigurationProperty setting) {
		return of(setting).map((place) -> place + ": ").orElse("");
	}

}
