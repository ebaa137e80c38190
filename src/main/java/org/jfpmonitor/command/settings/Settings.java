package org.jfpmonitor.command.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariConfig;
import java.beans.PropertyDescriptor;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.MethodInvocationException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.jfpmonitor.access.settings.AccessFaults;
import org.jfpmonitor.access.settings.AccessSettings;
import org.jfpmonitor.notification.MailSettings;
import org.jfpmonitor.plan.yaml.WordList;
import org.postgresql.Driver;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds everything that is wrong with the settings: names under {@code jfp.} that nobody
 * reads, values that do not fit or are out of bounds, and combinations that are refused.
 */
public final class Settings {

	private static final KnownSettings KNOWN = KnownSettings.ofTheProgram();

	private static final Set<String> OWN_HOSTS = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

	private static final List<String> TIMES_OF_MAIL = List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout",
			"mail.smtp.writetimeout");

	private final ConfigurableEnvironment environment;

	private final SettingValues values;

	private Settings(ConfigurableEnvironment environment) {
		this.environment = environment;
		this.values = new SettingValues(environment);
	}

	/**
	 * What is wrong, a sentence or two each: where it stands, what was expected and
	 * found, and what to do; nothing when they can be used.
	 */
	public static List<String> faults(ConfigurableEnvironment environment) {
		Settings settings = new Settings(environment);
		settings.findUnknownNames();
		KNOWN.records().forEach((each) -> settings.values.bind(each.prefix(), Bindable.of(each.type())));
		SpringSettings.BOUND
			.forEach((prefix, type) -> settings.values.bind(ConfigurationPropertyName.of(prefix), Bindable.of(type)));
		settings.findUnfitValuesOfSpring("");
		settings.findUnfitPool();
		settings.findPort("server.port", -1);
		settings.findPort("management.server.port", -1);
		settings.findPort("spring.mail.port", 1);
		settings.findUnfitTimesOfMail();
		settings.findUnusableDatabase();
		new LogSettings(settings.values).findUnusable();
		settings.values.text("spring.main.sources")
			.ifPresent((found) -> settings.values.addUnusable("spring.main.sources", "nothing", found));
		settings.values.addAll(MailSettings.faults(environment));
		settings.values.addAll(AccessFaults.in(environment));
		return settings.values.faults();
	}

	/**
	 * What Spring would stumble over before there is a log to say it in, and before a
	 * command could look at anything else.
	 */
	static List<String> faultsOfTheStart(ConfigurableEnvironment environment) {
		Settings settings = new Settings(environment);
		Stream.of("logging", "spring.main", "spring.output", "spring.banner")
			.forEach(settings::findUnfitValuesOfSpring);
		new LogSettings(settings.values).findUnusable();
		return settings.values.faults();
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
			case UNKNOWN -> this.values.add(setting, name + ": expected a setting that there is, found this name. "
					+ WordList.instead(name.toString(), KNOWN.names()) + " docs/operating.md names all.");
			case SECTION -> {
				if (setting != null && !isEmptySection(setting)) {
					this.values.add(setting, name + ": expected settings below it, found \"" + setting.getValue()
							+ "\". docs/operating.md names them.");
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
				this.values.value(name, Bindable.of(type));
			}
		});
	}

	/** The pool refuses values when it is made, one by one. */
	private void findUnfitPool() {
		if (!SpringSettings.areIn(this.environment)) {
			return;
		}
		BeanWrapper pool = PropertyAccessorFactory.forBeanPropertyAccess(new HikariConfig());
		for (PropertyDescriptor each : pool.getPropertyDescriptors()) {
			ConfigurationPropertyName name = SpringSettings.POOL
				.append(DataObjectPropertyName.toDashedForm(each.getName()));
			if (each.getWriteMethod() != null && BeanUtils.isSimpleValueType(each.getPropertyType())) {
				this.values.find(name).ifPresent((found) -> setInPool(pool, each.getName(), found));
			}
		}
	}

	/** What has not the right form is said already. */
	private void setInPool(BeanWrapper pool, String name, ConfigurationProperty found) {
		try {
			pool.setPropertyValue(name, found.getValue());
		}
		catch (MethodInvocationException refused) {
			this.values.add(found, found.getName() + ": expected a value that the pool of connections takes, found \""
					+ found.getValue() + "\": " + NestedExceptionUtils.getMostSpecificCause(refused).getMessage()
					+ ". Correct the value, or delete it.");
		}
		catch (TypeMismatchException said) {
			// Of another form.
		}
	}

	/**
	 * A number that no port has is found by the server alone, when all else stands.
	 * @param least the least number that says something; -1 for no port
	 */
	private void findPort(String name, int least) {
		this.values.find(ConfigurationPropertyName.of(name)).ifPresent((found) -> {
			String port = String.valueOf(found.getValue());
			if (port.matches("-?[0-9]{1,9}") && (Integer.parseInt(port) < least || Integer.parseInt(port) > 65_535)) {
				this.values.add(found, name + ": expected a port from " + Math.max(0, least) + " to 65535, found \""
						+ port + "\". Correct the value, or delete it.");
			}
		});
	}

	/** What is no number the mail library takes for no limit, and says nothing. */
	private void findUnfitTimesOfMail() {
		for (String time : TIMES_OF_MAIL) {
			String name = "spring.mail.properties." + time;
			this.values.find(ConfigurationPropertyName.of(name)).ifPresent((found) -> {
				String value = String.valueOf(found.getValue());
				if (!value.matches("[1-9][0-9]{0,8}")) {
					this.values.add(found, name + ": expected a number of milliseconds such as 10000, found \"" + value
							+ "\". Correct the value, or delete it.");
				}
			});
		}
	}

	/** It may hold a password, so it is not quoted. */
	private void findUnusableDatabase() {
		String name = "spring.datasource.url";
		this.values.text(name)
			.filter((url) -> Driver.parseURL(url, null) == null)
			.ifPresent((url) -> this.values
				.add(name + ": expected an address such as jdbc:postgresql://localhost:5432/jfp, found something else."
						+ " Correct the value, or delete it; without it the embedded database is used."));
	}

	/**
	 * What can be used and may not be meant, a sentence or two each: names of Spring
	 * Boot's own settings in files of settings that nobody reads, reading without a
	 * sign-in, and a database elsewhere that need not prove that it is one.
	 */
	public static List<String> warnings(ConfigurableEnvironment environment) {
		return Stream
			.of(SpringSettings.unknownIn(environment), AccessSettings.warnings(environment),
					new Settings(environment).unprotectedDatabase())
			.flatMap(List::stream)
			.toList();
	}

	/** The address may hold a password, so it is not quoted. */
	private List<String> unprotectedDatabase() {
		String name = "spring.datasource.url";
		return this.values.text(name)
			.map((url) -> Driver.parseURL(url, null))
			.filter((parts) -> !OWN_HOSTS.containsAll(List.of(parts.getProperty("PGHOST", "localhost").split(",", -1)))
					&& !parts.getProperty("sslmode", "").startsWith("verify-"))
			.map((parts) -> this.values.where(name) + name
					+ ": expected sslmode=verify-full for a database on another machine, found "
					+ parts.getProperty("sslmode", "none")
					+ ": its name and certificate are not checked, and without TLS everything can be read on the way.")
			.stream()
			.toList();
	}

}
