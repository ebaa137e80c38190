package org.jfpmonitor.intake.run;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.extract.LayoutFolder;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.IntakeProperties;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the layouts when the service starts, or refuses to start. */
@Configuration(proxyBeanMethods = false)
class ExtractConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ExtractConfiguration.class);

	@Bean
	LayoutFolder layouts(IntakeProperties properties, PlanVersions plans, Catalogue catalogue) {
		return LayoutFolder.open(properties.config(), plans.current().asked(), catalogue);
	}

	@Bean
	ExtractParser reading(LayoutFolder layouts, Organisations organisations) {
		return new LayoutParser(layouts, organisations);
	}

	/** Reads by the layouts in force. */
	private static final class LayoutParser implements ExtractParser {

		private final LayoutFolder layouts;

		private final Organisations organisations;

		LayoutParser(LayoutFolder layouts, Organisations organisations) {
			this.layouts = layouts;
			this.organisations = organisations;
		}

		@Override
		public Extract read(Path file, String name, ReadingContext context, Consumer<Reject> rejects) {
			this.layouts.faults()
				.forEach((fault) -> logger.error("The layouts were edited, and those before the edit stay in force: {}",
						fault));
			return new ExtractReader(this.layouts.inForce(), this.organisations).read(file, name, context, rejects);
		}

		@Override
		public String version() {
			return this.layouts.inForce().fingerprint() + " " + this.organisations.fingerprint();
		}

	}

}
