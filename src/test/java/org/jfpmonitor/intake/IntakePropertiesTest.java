package org.jfpmonitor.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.jfpmonitor.intake.inbox.DataFolders;
import org.jfpmonitor.intake.inbox.UnusableFolderAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class IntakePropertiesTest {

	@Test
	void haveDefaults() {
		IntakeProperties properties = bind(Map.of());

		assertThat(properties.data()).isEqualTo(Path.of("data"));
		assertThat(properties.config()).isEqualTo(Path.of("config"));
		assertThat(properties.inbox().quiet()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void arriveAsTheyAreSet() {
		IntakeProperties properties = bind(
				Map.of("jfp.data", "/srv/jfp", "jfp.config", "ours", "jfp.inbox.quiet", "1m"));

		assertThat(properties.data()).isEqualTo(Path.of("/srv/jfp"));
		assertThat(properties.config()).isEqualTo(Path.of("ours"));
		assertThat(properties.inbox().quiet()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void makeTheFoldersOrSayWhyNot(@TempDir Path data) throws IOException {
		assertThat(DataFolders.in(data.resolve("new")).made().inbox()).isDirectory();
		Path file = Files.createFile(data.resolve("file"));

		Throwable failure = catchThrowable(() -> DataFolders.in(file).made());
		FailureAnalysis analysis = new UnusableFolderAnalyzer().analyze(failure);

		assertThat(analysis.getDescription()).isEqualTo("Expected a folder at " + file.resolve("inbox")
				+ ", or the room and the permission to make one; found \"Not a directory\".");
		assertThat(analysis.getAction())
			.isEqualTo("Make that folder writable for this user, or name another place with jfp.data.");
	}

	private static IntakeProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("jfp", IntakeProperties.class);
	}

}
