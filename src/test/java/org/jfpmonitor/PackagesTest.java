package org.jfpmonitor;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@link RoomsTest} asks of the rooms, asked of every package inside them. */
class PackagesTest {

	private static final int MOST_TYPES = 15;

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

}
