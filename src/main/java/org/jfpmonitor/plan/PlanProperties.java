package org.jfpmonitor.plan;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the configuration is kept.
 *
 * @param config the folder that holds "plan", "layouts" and "organisations.yaml"
 */
@ConfigurationProperties("jfp")
record PlanProperties(@DefaultValue("config") Path config) {

	Path plan() {
		return this.config.resolve("plan");
	}

	Path organisations() {
		return this.config.resolve("organisations.yaml");
	}

}
