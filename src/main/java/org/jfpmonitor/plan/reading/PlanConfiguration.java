package org.jfpmonitor.plan.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.FaultyConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads organisations and plan when the service starts, or refuses to start. */
@Configuration(proxyBeanMethods = false)
public class PlanConfiguration {

	@Bean
	ConfiguredPlan configuredPlan(PlanProperties properties) {
		return ConfiguredPlan.read(properties.plan(), properties.organisations());
	}

	@Bean
	Organisations organisations(ConfiguredPlan configured) {
		return configured.organisations();
	}

	@Bean
	PlanVersions planVersions(ConfiguredPlan configured, JdbcClient jdbc, PlatformTransactionManager transactions,
			Today today) {
		JdbcPlanVersions versions = new JdbcPlanVersions(jdbc, new TransactionTemplate(transactions));
		versions.record(configured.files(), configured.plan(), today.now());
		return versions;
	}

	/**
	 * What the files say at the start, without a fault.
	 *
	 * @param organisations the register
	 * @param files the plan files
	 * @param plan the plan they say
	 */
	record ConfiguredPlan(Organisations organisations, PlanFiles files, Plan plan) {

		/**
		 * Reads register and plan.
		 * @throws FaultyConfiguration with all faults of both
		 */
		static ConfiguredPlan read(Path planDirectory, Path organisationsFile) {
			OrganisationsReading organisations = OrganisationsFile.read(organisationsFile);
			PlanFiles files = PlanFiles.in(planDirectory);
			PlanReading plan = files.read(organisations.organisations().orElse(null));
			List<Fault> faults = Stream.concat(organisations.faults().stream(), plan.faults().stream()).toList();
			if (!faults.isEmpty()) {
				throw new FaultyConfiguration(faults);
			}
			return new ConfiguredPlan(organisations.organisations().orElseThrow(), files, plan.plan().orElseThrow());
		}

	}

}
