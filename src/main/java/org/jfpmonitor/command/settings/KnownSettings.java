package org.jfpmonitor.command.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Every setting under {@code jfp.} that the program reads: the components of the records
 * that settings are bound to.
 */
final class KnownSettings {

	static final String ROOT = "jfp";

	private static final String PROGRAM = "org.jfpmonitor.";

	private final List<SettingsRecord> records;

	private final SettingsLevel root = new SettingsLevel();

	private KnownSettings(List<SettingsRecord> records) {
		this.records = records;
		records.forEach((each) -> this.root.at(each.prefix()).add(each.type()));
	}

	/**
	 * As the compiler listed them. To look into each class for them, as Spring Boot does,
	 * would take a seventh of the time of a short command.
	 */
	static KnownSettings ofTheProgram() {
		return new KnownSettings(SpringSettings.lists()
			.map((list) -> records(list.path("groups")))
			.filter((records) -> !records.isEmpty())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The program was built without a list of its settings")));
	}

	/** What is a part of a record is no record of its own. */
	private static List<SettingsRecord> records(JsonNode groups) {
		return groups.valueStream()
			.filter((group) -> group.path("type").asString("").startsWith(PROGRAM) && !group.has("sourceMethod"))
			.map((group) -> new SettingsRecord(ConfigurationPropertyName.of(group.path("name").asString()),
					ClassUtils.resolveClassName(group.path("type").asString(), null)))
			.filter((group) -> group.type().isRecord() && group.prefix().getElement(0, Form.UNIFORM).equals(ROOT))
			.toList();
	}

	List<SettingsRecord> records() {
		return this.records;
	}

	/** The names of all, as the guide writes them, in the order of the alphabet. */
	List<String> names() {
		List<String> names = new ArrayList<>();
		this.root.collect("", names);
		return List.copyOf(names);
	}

	/** Whether the program reads a setting of that name, or one inside of it. */
	Meaning meaning(ConfigurationPropertyName name) {
		SettingsLevel section = this.root;
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			Setting setting = section.settings.get(name.getElement(i, Form.UNIFORM));
			if (setting == null) {
				return Meaning.UNKNOWN;
			}
			ResolvableType type = setting.type();
			if (type == null) {
				section = setting.below();
				continue;
			}
			int next = i + 1;
			if (Map.class.isAssignableFrom(type.toClass()) && next < name.getNumberOfElements()) {
				List<String> keys = keys(type);
				if (!keys.isEmpty() && !keys.contains(name.getElement(next, Form.DASHED))) {
					return Meaning.UNKNOWN;
				}
				type = type.getGeneric(1);
				next++;
			}
			if (Collection.class.isAssignableFrom(type.toClass()) && next < name.getNumberOfElements()) {
				if (!name.isNumericIndex(next)) {
					return Meaning.UNKNOWN;
				}
				next++;
			}
			if (next == name.getNumberOfElements()) {
				return Meaning.SETTING;
			}
			if (setting.below().settings.isEmpty()) {
				return Meaning.UNKNOWN;
			}
			section = setting.below();
			i = next - 1;
		}
		return Meaning.SECTION;
	}

	/** The names that a map has room for; none where it takes any. */
	private static List<String> keys(ResolvableType type) {
		Class<?> key = type.getGeneric(0).toClass();
		return (Map.class.isAssignableFrom(type.toClass()) && key.isEnum()) ? words(key) : List.of();
	}

	/** The constants as settings write them: {@code signed-in}. */
	static List<String> words(Class<?> choice) {
		return Arrays.stream(choice.getEnumConstants())
			.map((each) -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
	}

	/** What a name stands for. */
	enum Meaning {

		/** Something that has a value. */
		SETTING,
		/** Something that has settings below it and no value. */
		SECTION,
		/** Nothing. */
		UNKNOWN

	}

	/**
	 * A record that settings are bound to.
	 *
	 * @param prefix what the names of its settings begin with
	 * @param type the record
	 */
	record SettingsRecord(ConfigurationPropertyName prefix, Class<?> type) {

	}

	/**
	 * One name of a level.
	 *
	 * @param written as the guide writes it
	 * @param type what its value is bound to; null for a section
	 * @param below the settings of a section, or of each element of a list of records
	 */
	private record Setting(String written, @Nullable ResolvableType type, SettingsLevel below) {

	}

	/** One level of names, by the form in which names are compared. */
	private static final class SettingsLevel {

		private final Map<String, Setting> settings = new TreeMap<>();

		SettingsLevel at(ConfigurationPropertyName prefix) {
			SettingsLevel section = this;
			for (int i = 0; i < prefix.getNumberOfElements(); i++) {
				section = section.below(prefix.getElement(i, Form.DASHED));
			}
			return section;
		}

		private SettingsLevel below(String written) {
			return this.settings
				.computeIfAbsent(uniform(written), (name) -> new Setting(written, null, new SettingsLevel()))
				.below();
		}

		void add(Class<?> type) {
			for (RecordComponent component : type.getRecordComponents()) {
				String written = DataObjectPropertyName.toDashedForm(component.getName());
				if (component.getType().isRecord()) {
					below(written).add(component.getType());
				}
				else {
					ResolvableType value = ResolvableType.forType(component.getGenericType());
					SettingsLevel elements = new SettingsLevel();
					if (value.getGeneric(0).toClass().isRecord()) {
						elements.add(value.getGeneric(0).toClass());
					}
					this.settings.put(uniform(written), new Setting(written, value, elements));
				}
			}
		}

		void collect(String before, List<String> names) {
			this.settings.values().forEach((each) -> {
				if (each.type() != null && keys(each.type()).isEmpty()) {
					names.add(before + each.written());
				}
				else if (each.type() != null) {
					keys(each.type()).forEach((key) -> names.add(before + each.written() + "." + key));
				}
				each.below().collect(before + each.written() + ((each.type() != null) ? "[]." : "."), names);
			});
		}

		private static String uniform(String written) {
			return written.replace("-", "");
		}

	}

}
