package org.jfpmonitor.intake.run;

import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.extract.LayoutFolder;
import org.jfpmonitor.intake.IntakeProperties;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.PlanVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the layouts when the service starts, or refuses to start. */
@Configuration(proxyBeanMethods = false)
class ExtractConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ExtractConfiguration.class);

	@Bean
	LayoutFolder layouts(IntakeProperties properties, PlanVersions plans) {
		return LayoutFolder.open(properties.config().resolve("layouts"), plans.current().asked());
	}

	@Bean
	ExtractParser reading(LayoutFolder layouts, Organisations organisations) {
		return (file, name, context, rejects) -> {
			layouts.faults()
				.forEach((fault) -> logger.error("The layouts were edited, and those before the edit stay in force: {}",
						fault));
			return new ExtractReader(layouts.inForce(), organisations).read(file, name, context, rejects);
		};
	}

}
