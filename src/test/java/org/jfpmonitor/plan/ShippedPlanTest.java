package org.jfpmonitor.plan;

import java.nio.file.Path;

import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.OrganisationsReading;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedPlanTest {

	private static final Path CONFIG = Path.of("config");

	private final OrganisationsReading organisations = OrganisationsFile.read(CONFIG.resolve("organisations.yaml"));

	@Test
	void registerHasNoFault() {
		assertThat(this.organisations.faults()).extracting(Fault::toString).isEmpty();
	}

	@Test
	void planHasNoFault() {
		assertThat(PlanFiles
			.read(CONFIG.resolve("plan"), this.organisations.organisations().orElseThrow(),
					CatalogueReading.in(Path.of("config")).catalogue())
			.faults()).extracting(Fault::toString).isEmpty();
	}

}
