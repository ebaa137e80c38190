package org.jfpmonitor.store;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The database with its tables and nothing that would read or fill them: for commands
 * that work on it as a whole, also where plan or layouts are broken. No annotation that a
 * scan looks for, so the service does not find it.
 */
@Import(StoreConfiguration.class)
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
@EnableConfigurationProperties(StoreProperties.class)
public class DatabaseAlone {

}
