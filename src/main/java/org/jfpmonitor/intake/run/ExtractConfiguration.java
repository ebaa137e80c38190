package org.jfpmonitor.intake.run;

import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.extract.Layouts;
import org.jfpmonitor.extract.LayoutsReading;
import org.jfpmonitor.intake.IntakeProperties;
import org.jfpmonitor.intake.run.DeliveryImporter.ExtractParser;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.yaml.FaultyConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the layouts when the service starts, or refuses to start. */
@Configuration(proxyBeanMethods = false)
class ExtractConfiguration {

	@Bean
	ExtractParser reading(IntakeProperties properties, PlanVersions plans, Organisations organisations) {
		LayoutsReading read = Layouts.read(properties.config().resolve("layouts"), plans.current().plan());
		Layouts layouts = read.layouts();
		if (layouts == null) {
			throw new FaultyConfiguration(read.faults());
		}
		return new ExtractReader(layouts, organisations)::read;
	}

}
