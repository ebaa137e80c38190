package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.plan.record.PlanConfiguration;
import org.jfpmonitor.plan.reading.PlanProperties;
import org.jfpmonitor.plan.yaml.FaultyConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What someone reads who starts the service with faults in its configuration. */
@ExtendWith(OutputCaptureExtension.class)
class FaultyStartTest {

	@TempDir
	private Path config;

	@Test
	void listsTheFaultsOfAllFilesInPlainWords(CapturedOutput output) throws IOException {
		GoodPlan.in(this.config.resolve("plan"))
			.change("        better: lower\n", "")
			.change("lowest: 10", "lowest: 0")
			.change("        highest: 400", "")
			.change("code: 6c", "code: 6b");
		Files.writeString(this.config.resolve("organisations.yaml"), "organisations:\n  - {code: QMM, kind: icb}\n");
		Throwable refusal = start();
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("3 faults in the configuration:")
			.contains(this.config + "/organisations.yaml:2:5: organisation QMM: expected name: a text, found nothing.")
			.contains(this.config + "/plan/ambition-6.yaml:10:9: objective 6a, measure category-2: expected better")
			.contains(
					this.config + "/plan/ambition-6.yaml:71:5: objective 6b: expected code: used by one objective only")
			.contains("Correct the lines named above. The command \"check\" lists all faults")
			.doesNotContain("\tat org.");
		assertThat(refusal).hasRootCauseInstanceOf(FaultyConfiguration.class);
	}

	@Test
	void endsWithExitCodeTwo() throws IOException {
		GoodPlan.in(this.config.resolve("plan")).change("code: 6c", "code: 6b");
		Files.writeString(this.config.resolve("organisations.yaml"), "organisations: []\n");
		assertThat(start()).rootCause()
			.isInstanceOfSatisfying(FaultyConfiguration.class,
					(refusal) -> assertThat(refusal.getExitCode()).isEqualTo(2));
	}

	private Throwable start() {
		return catchThrowable(() -> new SpringApplicationBuilder(OnlyThePlan.class).web(WebApplicationType.NONE)
			.run("--jfp.config=" + this.config));
	}

	@TestConfiguration(proxyBeanMethods = false)
	@EnableConfigurationProperties(PlanProperties.class)
	@Import(PlanConfiguration.class)
	static class OnlyThePlan {

	}

}
