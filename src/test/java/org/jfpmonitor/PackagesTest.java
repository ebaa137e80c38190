package org.jfpmonitor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link RoomsTest} asks of the rooms, asked of every package inside them; and a
 * name stands for one thing, nested types included.
 */
class PackagesTest {

	private static final int MOST_TYPES = 15;

	/** Nested types that are the same kind of thing in several places. */
	private static final Set<String> ALIKE = Set.of("Analyzer", "Group", "Nothing");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.jfpmonitor");

	@Test
	void noPackageHasMoreThanFifteenTypes() {
		Map<String, Long> types = CLASSES.stream()
			.filter((each) -> !each.isNestedClass() && !each.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

		assertThat(types).isNotEmpty().allSatisfy((name, count) -> assertThat(count).isLessThanOrEqualTo(MOST_TYPES));
	}

	@Test
	void noPackagesNeedEachOther() {
		SlicesRuleDefinition.slices().matching("(org.jfpmonitor..)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void noTwoUnlikeTypesShareTheirSimpleName() {
		Map<String, List<String>> types = CLASSES.stream()
			.filter((each) -> !each.getSimpleName().isEmpty() && !each.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new,
					Collectors.mapping(JavaClass::getName, Collectors.toList())));

		types.values().removeIf((names) -> names.size() == 1);
		types.keySet().removeAll(ALIKE);
		assertThat(types).isEmpty();
	}

}
