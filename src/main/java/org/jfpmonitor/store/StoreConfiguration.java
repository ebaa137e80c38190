package org.jfpmonitor.store;

import org.jfpmonitor.store.embedded.EmbeddedStore;
import org.jfpmonitor.store.embedded.SharedStore;
import org.jfpmonitor.store.embedded.Store;
import org.jfpmonitor.store.embedded.StoreInUse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Offers the embedded database to the service when no other one is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
@Conditional(StoreConfiguration.NoDatabaseNamed.class)
class StoreConfiguration {

	/**
	 * A service has the database for itself; a one-shot command may use that of a service
	 * that is running.
	 */
	@Bean(destroyMethod = "close")
	Store embeddedStore(StoreProperties properties, Environment environment) {
		try {
			return EmbeddedStore.start(properties.postgres());
		}
		catch (StoreInUse held) {
			if (!environment.acceptsProfiles(Profiles.of("command"))) {
				throw held;
			}
			return SharedStore.join(properties.postgres(), held);
		}
	}

	/**
	 * The pool is made from these details, so it depends on the server: on the way down
	 * the pool closes first and the server stops last.
	 */
	@Bean
	JdbcConnectionDetails embeddedConnectionDetails(Store store) {
		return store.connectionDetails();
	}

	static class NoDatabaseNamed implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
		}

	}

}
