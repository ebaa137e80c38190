package org.jfpmonitor.store;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database is kept.
 *
 * @param data the folder for everything the service keeps; the database takes the folder
 * "postgres" in it
 */
@ConfigurationProperties("jfp")
record StoreProperties(@DefaultValue("data") Path data) {

	Path postgres() {
		return this.data.resolve("postgres");
	}

}
