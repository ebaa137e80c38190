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

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Gives a test class that starts the application a {@link TestDatabase} and a data folder
 * of its own, both empty; where the class sets {@code jfp.demo=true}, the year of the
 * demonstration is in them already. What the test says itself with
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

	/**
	 * Whether each test begins with the database as the application found it once it had
	 * started, or as a test kept it ({@link SwitchedDataSource#keep}). Nothing is
	 * emptied: each test has a copy of its own, and what still reads for the test before
	 * does not notice. Classes with the same settings share the application.
	 */
	boolean anewForEachTest() default false;

	/** Found by the test framework through {@code META-INF/spring.factories}. */
	final class Factory implements ContextCustomizerFactory {

		@Override
		public ContextCustomizer createContextCustomizer(Class<?> testClass,
				List<ContextConfigurationAttributes> attributes) {
			TestStore wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, TestStore.class);
			if (wanted == null) {
				return null;
			}
			return new Customizer(wanted.anewForEachTest() ? TestStore.class : outermost(testClass),
					wanted.anewForEachTest());
		}

		private static Class<?> outermost(Class<?> testClass) {
			Class<?> enclosing = testClass.getEnclosingClass();
			return (enclosing != null) ? outermost(enclosing) : testClass;
		}

	}

	/** Found by the test framework in the same way. */
	final class Renewal implements TestExecutionListener {

		@Override
		public void beforeTestMethod(TestContext test) {
			if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), TestStore.class)) {
				renew(test.getApplicationContext());
			}
		}

		/** Not under the feet of a run that the test before did not wait for. */
		private static void renew(ApplicationContext application) {
			application.getBeanProvider(SwitchedDataSource.class).ifAvailable((database) -> {
				application.getBean(RunLock.class).take(() -> true, false);
				database.renew();
			});
		}

	}

	/**
	 * Equal for the same class, and for all whose tests have a copy each: no two tests of
	 * different classes share a database, and no two applications are started where one
	 * does.
	 */
	record Customizer(Class<?> testClass, boolean anewForEachTest) implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			Path data = newFolder();
			boolean demonstration = List.of(merged.getPropertySourceProperties()).contains("jfp.demo=true");
			TestDatabase database = demonstration ? ImportedDemonstration.copy(data) : TestDatabase.create();
			if (this.anewForEachTest) {
				context.getBeanFactory().registerSingleton("dataSource", new SwitchedDataSource(database));
			}
			Map<String, Object> settings = Map.of("spring.datasource.url", database.url(), "spring.datasource.username",
					database.user(), "spring.datasource.password", database.password(),
					"spring.datasource.hikari.maximum-pool-size", "5", "spring.datasource.hikari.minimum-idle", "1",
					"jfp.data", data.toString());
			MapPropertySource source = new MapPropertySource("test store", settings);
			String inlined = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
			if (context.getEnvironment().getPropertySources().contains(inlined)) {
				context.getEnvironment().getPropertySources().addAfter(inlined, source);
			}
			else {
				context.getEnvironment().getPropertySources().addFirst(source);
			}
		}

		static Path newFolder() {
			try {
				return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "data");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
