package org.jfpmonitor.command.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import org.jfpmonitor.plan.yaml.WordList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import org.springframework.util.ClassUtils;
import org.springframework.util.ResourceUtils;

/** Finds what is wrong with the settings of the log itself. */
final class LogSettings {

	private static final List<String> FORMATS = List.of("ecs", "gelf", "logstash");

	/** A conversion word with its width, or an escaped sign. */
	private static final Pattern CONVERSION = Pattern.compile("\\\\.|%[-.0-9]*([A-Za-z_][A-Za-z0-9_]*)");

	/** Those that Spring Boot adds to Logback's. */
	private static final List<String> WORDS_OF_BOOT = List.of("applicationGroup", "applicationName", "clr",
			"correlationId", "esb", "wEx", "wex");

	private final SettingValues values;

	LogSettings(SettingValues values) {
		this.values = values;
	}

	/** Spring goes to its log with these before it looks whether it can. */
	void findUnusable() {
		for (String name : List.of("logging.structured.format.console", "logging.structured.format.file")) {
			this.values.text(name)
				.filter((format) -> FORMATS.stream().noneMatch(format::equalsIgnoreCase)
						&& !ClassUtils.isPresent(format, null))
				.ifPresent((format) -> this.values.addUnusable(name, WordList.either(FORMATS), format));
		}
		findUnknownWords();
		this.values.text("logging.config")
			.filter((file) -> !isXml(file))
			.ifPresent((file) -> this.values.addUnusable("logging.config", "a file that can be read and is XML", file));
		for (String name : List.of("logging.file.name", "logging.file.path")) {
			this.values.text(name)
				.filter((file) -> !isWritable(file))
				.ifPresent((file) -> this.values.addUnusable(name, "a place where this user may write", file));
		}
	}

	/**
	 * Logback writes an error into every line in place of a word that it does not know.
	 */
	private void findUnknownWords() {
		for (String name : List.of("logging.pattern.console", "logging.pattern.file", "logging.pattern.level",
				"logging.pattern.correlation")) {
			this.values.text(name).ifPresent((pattern) -> {
				Set<String> known = conversionWords();
				Matcher word = CONVERSION.matcher(pattern);
				while (word.find()) {
					if (word.group(1) != null && !known.contains(word.group(1))) {
						this.values.add(
								name + ": expected conversion words of Logback such as %d, %p, %c, %m and %n, found \"%"
										+ word.group(1) + "\". " + WordList.instead(word.group(1), known)
										+ " Without the setting the program's own pattern is used.");
					}
				}
			});
		}
		String name = "logging.pattern.dateformat";
		this.values.text(name)
			.filter((pattern) -> !isDateFormat(pattern))
			.ifPresent((pattern) -> this.values.addUnusable(name, "a pattern such as yyyy-MM-dd HH:mm:ss", pattern));
	}

	private static Set<String> conversionWords() {
		PatternLayout layout = new PatternLayout();
		layout.setContext(new LoggerContext());
		Set<String> known = new TreeSet<>(layout.getEffectiveConverterMap().keySet());
		known.addAll(WORDS_OF_BOOT);
		return known;
	}

	/** Logback takes a zone after a comma, and two formats by their names. */
	private static boolean isDateFormat(String pattern) {
		try {
			String format = pattern.replaceFirst(",[^,]*$", "");
			return List.of("ISO8601", "STRICT").contains(format)
					|| DateTimeFormatter.ofPattern(format, Locale.UK) != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** What Logback is configured by; what else is wrong in it, Logback says itself. */
	private static boolean isXml(String location) {
		try (InputStream file = ResourceUtils.getURL(location).openStream()) {
			SAXParserFactory.newDefaultInstance().newSAXParser().parse(file, new DefaultHandler());
			return true;
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			return false;
		}
	}

	/** Whether the file, or the folder in which it would be made, can be written. */
	private static boolean isWritable(String name) {
		try {
			Path file = Path.of(name).toAbsolutePath();
			while (!Files.exists(file) && file.getParent() != null) {
				file = file.getParent();
				if (Files.exists(file) && !Files.isDirectory(file)) {
					return false;
				}
			}
			return Files.isWritable(file);
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

}
