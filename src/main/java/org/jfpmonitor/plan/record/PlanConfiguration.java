package org.jfpmonitor.plan.record;

import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.EditionFiles;
import org.jfpmonitor.plan.reading.EditionsReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.OrganisationsReading;
import org.jfpmonitor.plan.reading.PlanProperties;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.FaultyConfiguration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads organisations and plan when the service starts, or refuses to start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanProperties.class)
public class PlanConfiguration {

	@Bean
	ConfiguredPlan configuredPlan(PlanProperties properties) {
		return ConfiguredPlan.read(properties);
	}

	@Bean
	Organisations organisations(ConfiguredPlan configured) {
		return configured.organisations();
	}

	@Bean
	Catalogue catalogue(ConfiguredPlan configured) {
		return configured.catalogue();
	}

	@Bean
	PlanVersions planVersions(ConfiguredPlan configured, JdbcClient jdbc, PlatformTransactionManager transactions,
			Today today) {
		JdbcPlanVersions versions = new JdbcPlanVersions(jdbc, new TransactionTemplate(transactions));
		versions.record(configured.editions(), today.now());
		return versions;
	}

	/**
	 * What the files say at the start, without a fault.
	 *
	 * @param organisations the register
	 * @param catalogue what plans may refer to
	 * @param editions the editions of the plan
	 */
	record ConfiguredPlan(Organisations organisations, Catalogue catalogue, List<EditionsReading.Edition> editions) {

		/**
		 * Reads register, catalogue and plan.
		 * @throws FaultyConfiguration with all faults of all
		 */
		static ConfiguredPlan read(PlanProperties properties) {
			OrganisationsReading organisations = OrganisationsFile.read(properties.organisations());
			CatalogueReading catalogue = CatalogueReading.in(properties.folder());
			EditionsReading plan = EditionFiles.in(properties.folder())
				.read(organisations.organisations().orElse(null), catalogue.catalogue());
			List<Fault> faults = Stream.of(organisations.faults(), catalogue.faults(), plan.faults())
				.flatMap(List::stream)
				.toList();
			if (!faults.isEmpty()) {
				throw new FaultyConfiguration(faults);
			}
			return new ConfiguredPlan(organisations.organisations().orElseThrow(), catalogue.catalogue(),
					plan.editions());
		}

	}

}
