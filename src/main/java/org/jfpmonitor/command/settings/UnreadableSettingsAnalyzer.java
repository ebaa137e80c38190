package org.jfpmonitor.command.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationNotFoundException;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.context.config.InvalidConfigDataPropertyException;
import org.springframework.boot.context.config.UnsupportedConfigDataLocationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.json.JsonParseException;
import org.springframework.core.NestedExceptionUtils;

/**
 * Says which settings Spring could not read, or could not begin with. The value of a
 * setting is quoted only where it can be no secret.
 */
final class UnreadableSettingsAnalyzer implements FailureAnalyzer {

	private static final Pattern UNLOADED = Pattern.compile("Unable to load config data from '(.*)'");

	/**
	 * Such as {@code ERROR in ch.qos.logback.core.FileAppender[FILE] - openFile failed}.
	 */
	private static final Pattern OF_THE_LOG = Pattern.compile("ERROR in \\S+ - (.+)");

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		String description = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.map(UnreadableSettingsAnalyzer::fault)
			.flatMap(Optional::stream)
			.findFirst()
			.orElseGet(() -> "Expected settings that the program can begin with, found others: " + reason(failure));
		return new FailureAnalysis(description,
				"Correct what is named above; the command \"check\" reads the settings again without starting the service.",
				failure);
	}

	private static Optional<String> fault(Throwable cause) {
		if (cause instanceof ConfigDataLocationNotFoundException missing) {
			return Optional.of(missing(missing.getLocation(), missing.getReferenceDescription()));
		}
		if (cause instanceof ConfigDataResourceNotFoundException missing) {
			return Optional.of(missing(missing.getLocation(), missing.getReferenceDescription()));
		}
		if (cause instanceof UnsupportedConfigDataLocationException unknown) {
			return Optional.of(unknown(unknown.getLocation().getValue()));
		}
		Matcher unloaded = UNLOADED.matcher(String.valueOf(cause.getMessage()));
		if (unloaded.matches()) {
			return Optional.of(unknown(unloaded.group(1)));
		}
		if (cause instanceof InvalidConfigDataPropertyException misplaced) {
			ConfigurationProperty setting = misplaced.getProperty();
			return Optional.of(SettingPlace.where(setting) + setting.getName()
					+ ": expected it in a file for every profile, found it in one for a single profile or under a name of"
					+ " old. "
					+ ((misplaced.getReplacement() != null)
							? "Write \"" + misplaced.getReplacement() + "\" in its place."
							: "Move it to config/application.yaml."));
		}
		if (cause instanceof JsonParseException) {
			return Optional
				.of("spring.application.json: expected settings as JSON, found something else or a part of it."
						+ " Correct the value, or delete it.");
		}
		if (cause instanceof BindException unfit) {
			ConfigurationProperty setting = unfit.getProperty();
			return Optional.of(SettingPlace.where(setting) + ((setting != null) ? setting.getName() : unfit.getName())
					+ ": expected a value that fits, found another. Correct the value, or delete it.");
		}
		return Optional.empty();
	}

	private static String missing(@Nullable ConfigDataLocation location, String otherwise) {
		String written = (location != null) ? location.getValue() : otherwise;
		String where = (location != null)
				? SettingPlace.of(location.getOrigin()).map((each) -> each + ": expected").orElse("Expected")
				: "Expected";
		return where + " settings at \"" + written + "\" (spring.config.import or location), found nothing there."
				+ " Correct it, or write \"optional:" + written + "\" if there may be none.";
	}

	private static String unknown(String written) {
		return "Expected the name of a file of settings that ends in .yaml or .properties, or of a folder that ends in /,"
				+ " perhaps with file:, classpath: or configtree: in front, found \"" + written
				+ "\" (spring.config.import or location). Correct it.";
	}

	private static String reason(Throwable failure) {
		String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
		String ofTheLog = OF_THE_LOG.matcher(message)
			.results()
			.map((each) -> each.group(1).strip())
			.distinct()
			.collect(Collectors.joining("; "));
		return ofTheLog.isEmpty() ? message : ofTheLog + " (settings under \"logging\").";
	}

}
