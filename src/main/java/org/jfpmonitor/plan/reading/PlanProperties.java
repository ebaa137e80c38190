package org.jfpmonitor.plan.reading;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the configuration is kept.
 *
 * @param config the folder that holds "plan", "plans", "layouts" and
 * "organisations.yaml"; a text, because a path would be made absolute and faults name
 * files as people write them
 */
@ConfigurationProperties("jfp")
public record PlanProperties(@DefaultValue("config") String config) {

	public PlanProperties {
		if (config.isBlank()) {
			throw new IllegalArgumentException(
					"jfp.config: expected a folder, found nothing. Name it, or delete the line" + " for \"config\".");
		}
	}

	/** The folder itself. */
	public Path folder() {
		return Path.of(this.config);
	}

	/** The register of organisations. */
	public Path organisations() {
		return Path.of(this.config, "organisations.yaml");
	}

}
