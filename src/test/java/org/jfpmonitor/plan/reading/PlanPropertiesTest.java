package org.jfpmonitor.plan.reading;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class PlanPropertiesTest {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withUserConfiguration(Settings.class);

	@Test
	void readsTheFolderConfigUnlessToldOtherwise() {
		this.service.run((context) -> {
			assertThat(context.getBean(PlanProperties.class).folder()).isEqualTo(Path.of("config"));
			assertThat(context.getBean(PlanProperties.class).organisations())
				.isEqualTo(Path.of("config", "organisations.yaml"));
		});
	}

	@Test
	void readsTheFolderNamed() {
		this.service.withPropertyValues("jfp.config=/srv/jfp")
			.run((context) -> assertThat(context.getBean(PlanProperties.class).folder())
				.isEqualTo(Path.of("/srv/jfp")));
	}

	@EnableConfigurationProperties(PlanProperties.class)
	static class Settings {

	}

}
