package org.jfpmonitor.store;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The application with no room in it but the store. */
@EnableAutoConfiguration
@EnableConfigurationProperties(StoreProperties.class)
@Import({ StoreConfiguration.class, BatchConfiguration.class })
class StoreAlone {

}
