package org.jfpmonitor.command.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URL;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.plan.yaml.WordList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * The settings of Spring Boot that the guide names: what their values are bound to, and
 * all names that there are, as the libraries themselves list them.
 */
final class SpringSettings {

	/** What a start binds by itself, the more telling first. */
	static final Map<String, Class<?>> BOUND = Map.of("server", ServerProperties.class, "spring.mail",
			MailProperties.class, "spring.servlet.multipart", MultipartProperties.class, "spring.datasource",
			DataSourceProperties.class);

	private static final String LISTS = "META-INF/spring-configuration-metadata.json";

	private static final ConfigurationPropertyName FILES = ConfigurationPropertyName.of("spring.config");

	/** Those of the pool of connections, which the pool itself judges. */
	static final ConfigurationPropertyName POOL = ConfigurationPropertyName.of("spring.datasource.hikari");

	private static final String LEVEL = "org.springframework.boot.logging.LogLevel";

	/** How Spring calls what it reads from files of ours. */
	private static final String OF_THE_PROGRAM = "'class path resource [application";

	private static final List<String> ROOTS = List.of("server", "spring", "management", "logging");

	/** What their lists leave open, and a start does not. */
	private static final Map<String, String> TYPES = Map.of("logging.level",
			"java.util.Map<java.lang.String," + LEVEL + ">", "logging.threshold.console", LEVEL,
			"logging.threshold.file", LEVEL);

	private static final Pattern SEVERAL = Pattern.compile("(java\\.util\\.(?:List|Set|Collection))<([\\w.$]+)>");

	private static final Pattern NAMED = Pattern.compile("java\\.util\\.Map<java\\.lang\\.String,([\\w.$]+)>");

	/** What can be tried without a reader of its own. */
	private static final List<Class<?>> PLAIN = List.of(Boolean.class, Number.class, Enum.class, Duration.class,
			Period.class, DataSize.class, Charset.class, InetAddress.class, Class.class);

	/**
	 * Each name in the form in which names are compared, with whether it has others below
	 * it.
	 */
	private final Map<String, Boolean> known = new TreeMap<>();

	/** What the value of each name is bound to, in the words of Java. */
	private final Map<ConfigurationPropertyName, String> types = new TreeMap<>();

	private final List<String> written = new ArrayList<>();

	private SpringSettings() {
	}

	/** As found in the libraries that the program is made of; read when first asked. */
	static SpringSettings ofTheLibraries() {
		return Lists.READ;
	}

	/**
	 * Whether the environment has any that {@link #BOUND} leaves out, beside the
	 * program's own. Most have none, and a start need not read what all are called.
	 */
	static boolean areIn(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.filter((source) -> !source.getName().contains(OF_THE_PROGRAM))
			.map(ConfigurationPropertySource::from)
			.anyMatch((source) -> source instanceof IterableConfigurationPropertySource named
					&& named.stream().anyMatch(SpringSettings::isLeftOut));
	}

	/** Where the files of settings are is read, and judged, before they are. */
	private static boolean isLeftOut(ConfigurationPropertyName name) {
		return ROOTS.contains(name.getElement(0, Form.UNIFORM)) && !FILES.isAncestorOf(name) && (POOL.isAncestorOf(name)
				|| BOUND.keySet().stream().noneMatch((each) -> ConfigurationPropertyName.of(each).isAncestorOf(name)));
	}

	private static SpringSettings read() {
		SpringSettings settings = new SpringSettings();
		lists().forEach((list) -> list.path("properties").forEach(settings::add));
		return settings;
	}

	/** What each part of the program lists, the program itself first; read one by one. */
	static Stream<JsonNode> lists() {
		try {
			return Collections.list(SpringSettings.class.getClassLoader().getResources(LISTS))
				.stream()
				.map(SpringSettings::list);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode list(URL list) {
		try (InputStream in = list.openStream()) {
			return JsonMapper.shared().readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void add(JsonNode property) {
		String name = property.path("name").asString("");
		String type = property.path("type").asString("");
		this.written.add(name);
		this.types.put(ConfigurationPropertyName.of(name), TYPES.getOrDefault(name, type));
		this.known.merge(uniform(ConfigurationPropertyName.of(name)),
				Stream.of("java.util.Map<", "java.util.List<", "java.util.Set<", "java.util.Properties")
					.anyMatch(type::startsWith) || type.endsWith("[]"),
				Boolean::logicalOr);
	}

	/**
	 * Those that are set and whose value can be tried, with what it is bound to. A
	 * section of names is there when one of them is.
	 */
	Map<ConfigurationPropertyName, ResolvableType> set(ConfigurableEnvironment environment) {
		Map<ConfigurationPropertyName, ResolvableType> set = new TreeMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			this.types.forEach((name, type) -> {
				boolean several = type.startsWith("java.util.") || type.endsWith("[]");
				if (source.getConfigurationProperty(name) != null
						|| (several && source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT)) {
					type(type).ifPresent((bound) -> set.put(name, bound));
				}
			});
		}
		return set;
	}

	private static Optional<ResolvableType> type(String written) {
		Matcher several = SEVERAL.matcher(written);
		if (several.matches()) {
			return plain(several.group(2)).map((each) -> ResolvableType.forClassWithGenerics(List.class, each));
		}
		if (written.endsWith("[]")) {
			return plain(written.substring(0, written.length() - 2))
				.map((each) -> ResolvableType.forClassWithGenerics(List.class, each));
		}
		Matcher named = NAMED.matcher(written);
		if (named.matches()) {
			return plain(named.group(1))
				.map((each) -> ResolvableType.forClassWithGenerics(Map.class, String.class, each));
		}
		return plain(written).map(ResolvableType::forClass);
	}

	private static Optional<Class<?>> plain(String written) {
		return ClassUtils.isPresent(written, null)
				? Optional.<Class<?>>of(ClassUtils.resolveClassName(written, null))
					.filter((type) -> PLAIN.stream().anyMatch((each) -> each.isAssignableFrom(type)))
				: Optional.empty();
	}

	/** Names in files that no library lists, each with its place and what to write. */
	static List<String> unknownIn(ConfigurableEnvironment environment) {
		List<ConfigurationProperty> written = environment.getPropertySources()
			.stream()
			.filter((source) -> !(source instanceof SystemEnvironmentPropertySource)
					&& !source.getName().contains(OF_THE_PROGRAM))
			.map(ConfigurationPropertySource::from)
			.filter(IterableConfigurationPropertySource.class::isInstance)
			.map(IterableConfigurationPropertySource.class::cast)
			.flatMap((named) -> named.stream()
				.filter((name) -> ROOTS.contains(name.getElement(0, Form.UNIFORM)))
				.map(named::getConfigurationProperty)
				.filter(Objects::nonNull))
			.filter((setting) -> SettingPlace.of(setting).isPresent())
			.toList();
		return written.isEmpty() ? List.of() : ofTheLibraries().unknown(written);
	}

	private List<String> unknown(List<ConfigurationProperty> settings) {
		return settings.stream()
			.filter((setting) -> !isKnown(setting.getName()) && !isEmptySection(setting))
			.map((setting) -> SettingPlace.of(setting).orElseThrow() + ": " + setting.getName()
					+ ": expected a setting that there is, found this name. "
					+ WordList.instead(setting.getName().toString(), this.written) + " It is not read.")
			.toList();
	}

	/** An unknown name stays one without a value; a section that is known does not. */
	private boolean isEmptySection(ConfigurationProperty setting) {
		String section = uniform(setting.getName()) + ".";
		return Settings.isEmptySection(setting)
				&& this.known.keySet().stream().anyMatch((each) -> each.startsWith(section));
	}

	private boolean isKnown(ConfigurationPropertyName name) {
		if (this.known.containsKey(uniform(name))) {
			return true;
		}
		for (int length = name.getNumberOfElements() - 1; length > 0; length--) {
			if (Boolean.TRUE.equals(this.known.get(uniform(name.chop(length))))) {
				return true;
			}
		}
		return false;
	}

	private static String uniform(ConfigurationPropertyName name) {
		List<String> elements = new ArrayList<>();
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			elements.add(name.getElement(i, Form.UNIFORM));
		}
		return String.join(".", elements);
	}

	/** Many and long, so not read before they are needed. */
	private static final class Lists {

		private static final SpringSettings READ = read();

	}

}
