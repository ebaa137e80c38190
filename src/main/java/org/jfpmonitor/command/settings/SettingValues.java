package org.jfpmonitor.command.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.plan.yaml.WordList;
import org.jspecify.annotations.Nullable;

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
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * The values that settings have, bound as a start binds them, and what is found wrong
 * with them, each fault with the place where its setting stands.
 */
final class SettingValues {

	/** Which Spring takes for thousandths of a second. */
	private static final Pattern WITHOUT_UNIT = Pattern.compile("\\s*[1-9][0-9]*\\s*");

	private final ConfigurableEnvironment environment;

	private final Set<String> faults = new LinkedHashSet<>();

	SettingValues(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/** What was found so far, each fault once. */
	List<String> faults() {
		return List.copyOf(this.faults);
	}

	/** Takes down faults that name their settings and places themselves. */
	void addAll(List<String> found) {
		this.faults.addAll(found);
	}

	/** Takes down a fault, which begins with the name of its setting. */
	void add(String fault) {
		this.faults.add(where(fault) + fault);
	}

	/** Takes down a fault of a setting that was found. */
	void add(@Nullable ConfigurationProperty setting, String fault) {
		this.faults.add(SettingPlace.where(setting) + fault);
	}

	/** Takes down that the value cannot be used. */
	void addUnusable(String name, String expected, String found) {
		this.faults.add(where(name) + name + ": expected " + expected + ", found \"" + found
				+ "\". Correct the value, or delete it.");
	}

	/** The value as a text; empty where there is none or it is blank. */
	Optional<String> text(String name) {
		return value(ConfigurationPropertyName.of(name), Bindable.of(String.class)).filter((each) -> !each.isBlank());
	}

	/** Binds the record as a start does, and goes on after what does not fit. */
	void bind(ConfigurationPropertyName prefix, Bindable<?> settings) {
		Binder.get(this.environment).bindOrCreate(prefix, settings, addingFaults());
	}

	/** The value of the setting; empty where there is none or it does not fit. */
	<T> Optional<T> value(ConfigurationPropertyName name, Bindable<T> target) {
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

			@Override
			public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
					Object result) {
				ConfigurationProperty found = context.getConfigurationProperty();
				if (result instanceof Duration && found != null && name.toString().startsWith(KnownSettings.ROOT + ".")
						&& WITHOUT_UNIT.matcher(String.valueOf(found.getValue())).matches()) {
					add(found, name + ": expected " + expected(target.getType()) + ", found \"" + found.getValue()
							+ "\", which has no unit and would be thousandths of a second. Write the unit behind it.");
				}
				return result;
			}

		};
	}

	private void add(ConfigurationPropertyName name, ResolvableType type, @Nullable ConfigurationProperty found,
			Exception error) {
		String root = String.valueOf(NestedExceptionUtils.getMostSpecificCause(error).getMessage());
		if (root.startsWith(KnownSettings.ROOT + ".")) {
			root.lines().forEach(this::add);
		}
		else if (found != null && type.toClass() == String.class) {
			// It may be a secret, so it is not quoted.
			add(found,
					found.getName() + ": expected a text, found ${...} in it that names no setting." + " Correct it.");
		}
		else if (found != null) {
			add(found, found.getName() + ": expected " + expected(type) + ", found \"" + found.getValue()
					+ "\". Correct the value, or delete it.");
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

	/** Where the setting stands with whose name the text begins. */
	String where(String fault) {
		String name = fault.replaceFirst(":.*", "");
		return ConfigurationPropertyName.isValid(name)
				? find(ConfigurationPropertyName.of(name)).map(SettingPlace::where).orElse("") : "";
	}

	/** The setting, wherever it is said first. */
	Optional<ConfigurationProperty> find(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return Optional.of(found);
			}
		}
		return Optional.empty();
	}

}
