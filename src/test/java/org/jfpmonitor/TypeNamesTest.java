package org.jfpmonitor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A name stands for one thing, nested types included. */
class TypeNamesTest {

	/** Nested types that are the same kind of thing in several places. */
	private static final Set<String> ALIKE = Set.of("Analyzer", "Group", "Nothing");

	@Test
	void noTwoUnlikeTypesShareTheirSimpleName() {
		Map<String, List<String>> types = new ClassFileImporter()
			.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.jfpmonitor")
			.stream()
			.filter((each) -> !each.getSimpleName().isEmpty() && !each.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new,
					Collectors.mapping(JavaClass::getName, Collectors.toList())));

		types.values().removeIf((names) -> names.size() == 1);
		types.keySet().removeAll(ALIKE);
		assertThat(types).isEmpty();
	}

}
