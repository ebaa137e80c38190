package org.jfpmonitor.publication.page;

import java.util.Arrays;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.publication.Viewpoint;
import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

class FrameAdviceTest {

	@EveryCase
	@Test
	void aDayThatCannotBeUnderstoodIsAnsweredInWordsWhereverOneIsAskedFor() {
		List<String> answered = Arrays.asList(FrameAdvice.class.getAnnotation(ControllerAdvice.class).value());

		List<JavaClass> pages = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.jfpmonitor.publication")
			.stream()
			.filter((each) -> each.isAnnotatedWith(Controller.class))
			.filter((each) -> each.getMethods()
				.stream()
				.anyMatch((method) -> method.getRawParameterTypes()
					.stream()
					.anyMatch((type) -> type.isEquivalentTo(Viewpoint.class))))
			.toList();

		assertThat(pages).hasSizeGreaterThan(5)
			.allSatisfy((each) -> assertThat(answered).contains(each.getPackageName()));
	}

}
