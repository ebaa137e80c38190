package org.jfpmonitor.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class IntakePropertiesTest {

	@Test
	void haveDefaults() {
		IntakeProperties properties = bind(Map.of());

		assertThat(properties.data()).isEqualTo(Path.of("data"));
		assertThat(properties.config()).isEqualTo(Path.of("config"));
		assertThat(properties.inbox().quiet()).isEqualTo(Duration.ofSeconds(3));
		assertThat(properties.reading().shared()).isFalse();
		assertThat(properties.reading().readers()).isBetween(1, 4);
	}

	@Test
	void arriveAsTheyAreSet() {
		IntakeProperties properties = bind(Map.of("jfp.data", "/srv/jfp", "jfp.config", "ours", "jfp.inbox.quiet", "1m",
				"jfp.reading.threads", "7", "jfp.reading.shared", "true"));

		assertThat(properties.data()).isEqualTo(Path.of("/srv/jfp"));
		assertThat(properties.config()).isEqualTo(Path.of("ours"));
		assertThat(properties.inbox().quiet()).isEqualTo(Duration.ofMinutes(1));
		assertThat(properties.reading()).isEqualTo(new IntakeProperties.ReadingProperties(7, true));
		assertThat(properties.reading().readers()).isEqualTo(7);
	}

	private static IntakeProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("jfp", IntakeProperties.class);
	}

}
