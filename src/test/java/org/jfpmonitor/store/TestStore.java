package org.jfpmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Gives a test class that starts the application a {@link TestDatabase} and a data folder
 * of its own, both empty. What the test says itself with
 * {@code @SpringBootTest(properties = ...)} goes first. See {@link TestSettings} for what
 * else is different in tests.
 *
 * <pre>
 * &#64;SpringBootTest
 * &#64;TestStore
 * class ...
 * </pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TestStore {

	/** Found by the test framework through {@code META-INF/spring.factories}. */
	final class Factory implements ContextCustomizerFactory {

		@Override
		public ContextCustomizer createContextCustomizer(Class<?> testClass,
				List<ContextConfigurationAttributes> attributes) {
			boolean wanted = TestContextAnnotationUtils.hasAnnotation(testClass, TestStore.class);
			return wanted ? new Customizer(outermost(testClass)) : null;
		}

		private static Class<?> outermost(Class<?> testClass) {
			Class<?> enclosing = testClass.getEnclosingClass();
			return (enclosing != null) ? outermost(enclosing) : testClass;
		}

	}

	/** Equal only for the same class: no two test classes share a database. */
	record Customizer(Class<?> testClass) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			TestDatabase database = TestDatabase.create();
			Map<String, Object> settings = Map.of("spring.datasource.url", database.url(), "spring.datasource.username",
					database.user(), "spring.datasource.password", database.password(),
					"spring.datasource.hikari.maximum-pool-size", "5", "spring.datasource.hikari.minimum-idle", "1",
					"jfp.data", newFolder().toString());
			MapPropertySource source = new MapPropertySource("test store", settings);
			String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
			if (context.getEnvironment().getPropertySources().contains(inlined)) {
				context.getEnvironment().getPropertySources().addAfter(inlined, source);
			}
			else {
				context.getEnvironment().getPropertySources().addFirst(source);
			}
		}

		private static Path newFolder() {
			try {
				return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "data");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
