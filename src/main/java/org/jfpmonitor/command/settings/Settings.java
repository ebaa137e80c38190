package org.jfpmonitor.command.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import org.jfpmonitor.access.settings.AccessSettings;
import org.jfpmonitor.notification.MailSettings;
import org.jfpmonitor.plan.yaml.WordList;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ResourceUtils;
import org.springframework.util.unit.DataSize;

/**
 * Finds everything that is wrong with the settings: names under {@code jfp.} that nobody
 * reads, values that do not fit or are out of bounds, and combinations that are refused.
 */
public final class Settings {

	private static final KnownSettings KNOWN = KnownSettings.ofTheProgram();

	private static final List<String> FORMATS = List.of("ecs", "gelf", "logstash");

	/** A conversion word with its width, or an escaped sign. */
	private static final Pattern CONVERSION = Pattern.compile("\\\\.|%[-.0-9]*([A-Za-z_][A-Za-z0-9_]*)");

	private static final Set<String> OWN_HOSTS = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

	/** Those that Spring Boot adds to Logback's. */
	private static final List<String> WORDS_OF_BOOT = List.of("applicationGroup", "applicationName", "clr",
			"correlationId", "esb", "wEx", "wex");

	private final ConfigurableEnvironment environment;

	private final Set<String> faults = new LinkedHashSet<>();

	private Settings(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * What is wrong, a sentence or two each: where it stands, what was expected and
	 * found, and what to do; nothing when they can be used.
	 */
	public static List<String> faults(ConfigurableEnvironment environment) {
		Settings settings = new Settings(environment);
		settings.findUnknownNames();
		KNOWN.records().forEach((each) -> settings.findUnfitValues(each.prefix(), Bindable.of(each.type())));
		SpringSettings.BOUND.forEach(
				(prefix, type) -> settings.findUnfitValues(ConfigurationPropertyName.of(prefix), Bindable.of(type)));
		settings.findUnfitValuesOfSpring("");
		settings.findPort();
		settings.findUnusableDatabase();
		settings.findUnusableLog();
		settings.text("spring.main.sources")
			.ifPresent((found) -> settings.addUnusable("spring.main.sources", "nothing", found));
		settings.faults.addAll(MailSettings.faults(environment));
		settings.faults.addAll(AccessSettings.faults(environment));
		return List.copyOf(settings.faults);
	}

	/**
	 * What Spring would stumble over before there is a log to say it in, and before a
	 * command could look at anything else.
	 */
	static List<String> faultsOfTheStart(ConfigurableEnvironment environment) {
		Settings settings = new Settings(environment);
		Stream.of("logging", "spring.main", "spring.output", "spring.banner")
			.forEach(settings::findUnfitValuesOfSpring);
		settings.findUnusableLog();
		return List.copyOf(settings.faults);
	}

	/**
	 * Not among the variables of the environment, which other programs read as well.
	 */
	private void findUnknownNames() {
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			ConfigurationPropertySource settings = (source instanceof SystemEnvironmentPropertySource) ? null
					: ConfigurationPropertySource.from(source);
			if (settings instanceof IterableConfigurationPropertySource named) {
				named.stream()
					.filter((name) -> name.toString().startsWith(KnownSettings.ROOT + "."))
					.forEach((name) -> findUnknownName(name, named));
			}
		}
	}

	private void findUnknownName(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		ConfigurationProperty setting = source.getConfigurationProperty(name);
		switch (KNOWN.meaning(name)) {
			case UNKNOWN ->
				this.faults.add(where(setting) + name + ": expected a setting that there is, found this name. "
						+ WordList.instead(name.toString(), KNOWN.names()) + " docs/operating.md names all.");
			case SECTION -> {
				if (setting != null && !isEmptySection(setting)) {
					this.faults.add(where(setting) + name + ": expected settings below it, found \""
							+ setting.getValue() + "\". docs/operating.md names them.");
				}
			}
			case SETTING -> {
			}
		}
	}

	/** A section whose lines are all comments has an empty value. */
	static boolean isEmptySection(ConfigurationProperty setting) {
		return String.valueOf(setting.getValue()).isBlank();
	}

	private void findUnfitValuesOfSpring(String section) {
		if (!SpringSettings.areIn(this.environment)) {
			return;
		}
		ConfigurationPropertyName above = ConfigurationPropertyName.of(section);
		SpringSettings.ofTheLibraries().set(this.environment).forEach((name, type) -> {
			if (above.isEmpty() || above.isAncestorOf(name)) {
				value(name, Bindable.of(type));
			}
		});
	}

	/** Spring goes to its log with these before it looks whether it can. */
	private void findUnusableLog() {
		for (String name : List.of("logging.structured.format.console", "logging.structured.format.file")) {
			text(name)
				.filter((format) -> FORMATS.stream().noneMatch(format::equalsIgnoreCase)
						&& !ClassUtils.isPresent(format, null))
				.ifPresent((format) -> addUnusable(name, WordList.either(FORMATS), format));
		}
		findUnknownWordsOfTheLog();
		text("logging.config").filter((file) -> !isXml(file))
			.ifPresent((file) -> addUnusable("logging.config", "a file that can be read and is XML", file));
		for (String name : List.of("logging.file.name", "logging.file.path")) {
			text(name).filter((file) -> !isWritable(file))
				.ifPresent((file) -> addUnusable(name, "a place where this user may write", file));
		}
	}

	/**
	 * Logback writes an error into every line in place of a word that it does not know.
	 */
	private void findUnknownWordsOfTheLog() {
		for (String name : List.of("logging.pattern.console", "logging.pattern.file", "logging.pattern.level",
				"logging.pattern.correlation")) {
			text(name).ifPresent((pattern) -> {
				Set<String> known = conversionWords();
				Matcher word = CONVERSION.matcher(pattern);
				while (word.find()) {
					if (word.group(1) != null && !known.contains(word.group(1))) {
						this.faults.add(where(name) + name
								+ ": expected conversion words of Logback such as %d, %p, %c, %m and %n, found \"%"
								+ word.group(1) + "\". " + WordList.instead(word.group(1), known)
								+ " Without the setting the program's own pattern is used.");
					}
				}
			});
		}
		String name = "logging.pattern.dateformat";
		text(name).filter((pattern) -> !isDateFormat(pattern))
			.ifPresent((pattern) -> addUnusable(name, "a pattern such as yyyy-MM-dd HH:mm:ss", pattern));
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

	private void addUnusable(String name, String expected, String found) {
		this.faults.add(where(name) + name + ": expected " + expected + ", found \"" + found
				+ "\". Correct the value, or delete it.");
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

	private Optional<String> text(String name) {
		return value(ConfigurationPropertyName.of(name), Bindable.of(String.class)).filter((each) -> !each.isBlank());
	}

	/** A number that no port has is found by the server alone, when all else stands. */
	private void findPort() {
		find(ConfigurationPropertyName.of("server.port")).ifPresent((found) -> {
			String port = String.valueOf(found.getValue());
			if (port.matches("-?[0-9]{1,9}") && (Integer.parseInt(port) < -1 || Integer.parseInt(port) > 65_535)) {
				this.faults.add(where(found) + "server.port: expected a port from 0 to 65535, found \"" + port
						+ "\". Correct the value, or delete it.");
			}
		});
	}

	/** It may hold a password, so it is not quoted. */
	private void findUnusableDatabase() {
		String name = "spring.datasource.url";
		text(name).filter((url) -> Driver.parseURL(url, null) == null)
			.ifPresent((url) -> this.faults.add(where(name) + name
					+ ": expected an address such as jdbc:postgresql://localhost:5432/jfp, found something else."
					+ " Correct the value, or delete it; without it the embedded database is used."));
	}

	/**
	 * What can be used and may not be meant, a sentence or two each: names of Spring
	 * Boot's own settings in files of settings that nobody reads, reading without a
	 * sign-in, and a database elsewhere that need not prove that it is one.
	 */
	public static List<String> warnings(ConfigurableEnvironment environment) {
		return Stream
			.of(SpringSettings.ofTheLibraries().unknown(environment), AccessSettings.warnings(environment),
					new Settings(environment).unprotectedDatabase())
			.flatMap(List::stream)
			.toList();
	}

	/** The address may hold a password, so it is not quoted. */
	private List<String> unprotectedDatabase() {
		String name = "spring.datasource.url";
		return text(name).map((url) -> Driver.parseURL(url, null))
			.filter((parts) -> !OWN_HOSTS.containsAll(List.of(parts.getProperty("PGHOST", "localhost").split(",", -1)))
					&& !parts.getProperty("sslmode", "").startsWith("verify-"))
			.map((parts) -> where(name) + name
					+ ": expected sslmode=verify-full for a database on another machine, found "
					+ parts.getProperty("sslmode", "none")
					+ ": its name and certificate are not checked, and without TLS everything can be read on the way.")
			.stream()
			.toList();
	}

	/** Binds the record as a start does, and goes on after what does not fit. */
	private void findUnfitValues(ConfigurationPropertyName prefix, Bindable<?> settings) {
		Binder.get(this.environment).bindOrCreate(prefix, settings, addingFaults());
	}

	/** The value of the setting; empty where there is none or it does not fit. */
	private <T> Optional<T> value(ConfigurationPropertyName name, Bindable<T> target) {
		BindResult<T> value = Binder.get(this.environment).bind(name, target, addingFaults());
		return value.isBound() ? Optional.of(value.get()) : Optional.empty();
	}

	private BindHandler addingFaults() {
		return new AbstractBindHandler() {

			@Override
			public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
					Exception error) {
				add(name, target.getType(), context.getConfigurationProperty(), error);
				return null;
			}

		};
	}

	private void add(ConfigurationPropertyName name, ResolvableType type, @Nullable ConfigurationProperty found,
			Exception error) {
		String root = String.valueOf(NestedExceptionUtils.getMostSpecificCause(error).getMessage());
		if (root.startsWith(KnownSettings.ROOT + ".")) {
			root.lines().forEach((each) -> this.faults.add(where(each) + each));
		}
		else if (found != null && type.toClass() == String.class) {
			// It may be a secret, so it is not quoted.
			this.faults.add(where(found) + found.getName()
					+ ": expected a text, found ${...} in it that names no setting." + " Correct it.");
		}
		else if (found != null) {
			this.faults.add(where(found) + found.getName() + ": expected " + expected(type) + ", found \""
					+ found.getValue() + "\". Correct the value, or delete it.");
		}
		else if (this.faults.isEmpty()) {
			this.faults.add(name + ": expected settings that can be read, found others: " + root + ". Correct them.");
		}
	}

	private static String expected(ResolvableType type) {
		Class<?> plain = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
		if (Collection.class.isAssignableFrom(plain)) {
			return expected(type.getGeneric(0));
		}
		if (Map.class.isAssignableFrom(plain)) {
			return "names with " + expected(type.getGeneric(1));
		}
		if (plain.isEnum()) {
			return WordList.either(KnownSettings.words(plain));
		}
		return Stream
			.of(Map.entry(Boolean.class, "true or false"), Map.entry(Number.class, "a whole number"),
					Map.entry(DataSize.class, "a size such as 20MB"),
					Map.entry(Duration.class, "a length of time such as 30s or 5m"),
					Map.entry(LocalTime.class, "a time such as 02:30"),
					Map.entry(LocalDate.class, "a day such as 2025-05-15"),
					Map.entry(Period.class, "a number of days such as 30d"),
					Map.entry(Charset.class, "a character set such as UTF-8"),
					Map.entry(InetAddress.class, "an address such as 127.0.0.1"),
					Map.entry(Class.class, "the name of a class that there is"),
					Map.entry(URI.class, "an address such as https://jfp.example.org"))
			.filter((each) -> each.getKey().isAssignableFrom(plain))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("a text");
	}

	/** Where the setting stands with whose name a fault begins. */
	private String where(String fault) {
		String name = fault.replaceFirst(":.*", "");
		return ConfigurationPropertyName.isValid(name)
				? find(ConfigurationPropertyName.of(name)).map(Settings::where).orElse("") : "";
	}

	private Optional<ConfigurationProperty> find(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return Optional.of(found);
			}
		}
		return Optional.empty();
	}

	private static String where(@Nullable ConfigurationProperty setting) {
		return place(setting).map((place) -> place + ": ").orElse("");
	}

	/**
	 * Where the setting stands, such as {@code config/application.yaml:12:9} with line
	 * and column, or the name of a variable; empty when neither is known.
	 */
	static Optional<String> place(@Nullable ConfigurationProperty setting) {
		return place((setting != null) ? setting.getOrigin() : null);
	}

	/** The same of anything that knows where it stands. */
	static Optional<String> place(@Nullable Origin origin) {
		if (origin instanceof PropertySourceOrigin named) {
			return place(named.getOrigin());
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

}
