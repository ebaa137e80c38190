package org.jfpmonitor.command.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What Spring reads before anything of ours is there is refused in our words all the
 * same.
 */
@ExtendWith(OutputCaptureExtension.class)
class SettingsCheckTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					logging.structured.format.console       | nonsense           | logging.structured.format.console: expected ecs, gelf or logstash, found "nonsense". Correct the value, or delete it.
					logging.level.org.jfpmonitor            | loud               | logging.level.org.jfpmonitor: expected trace, debug, info, warn, error, fatal or off, found "loud". Correct the value, or delete it.
					logging.threshold.console               | loud               | logging.threshold.console: expected trace, debug, info, warn, error, fatal or off, found "loud". Correct the value, or delete it.
					logging.charset.console                 | utf-99             | logging.charset.console: expected a character set such as UTF-8, found "utf-99". Correct the value, or delete it.
					logging.config                          | /no/such/file.xml  | logging.config: expected a file that can be read and is XML, found "/no/such/file.xml". Correct the value, or delete it.
					logging.file.name                       | /dev/null/jfp.log  | logging.file.name: expected a place where this user may write, found "/dev/null/jfp.log". Correct the value, or delete it.
					logging.logback.rollingpolicy.max-file-size | big            | logging.logback.rollingpolicy.max-file-size: expected a size such as 20MB, found "big". Correct the value, or delete it.
					spring.main.banner-mode                 | loud               | spring.main.banner-mode: expected off, console or log, found "loud". Correct the value, or delete it.
					spring.main.web-application-type        | soap               | spring.main.web-application-type: expected none, servlet or reactive, found "soap". Correct the value, or delete it.
					spring.main.lazy-initialization         | perhaps            | spring.main.lazy-initialization: expected true or false, found "perhaps". Correct the value, or delete it.
					spring.config.import                    | file:/no/such.yaml | Expected settings at "file:/no/such.yaml" (spring.config.import or location), found nothing there. Correct it, or write "optional:file:/no/such.yaml" if there may be none.
					spring.config.import                    | vault:jfp          | Expected the name of a file of settings that ends in .yaml or .properties, or of a folder that ends in /, perhaps with file:, classpath: or configtree: in front, found "vault:jfp" (spring.config.import or location). Correct it.
					spring.profiles.active                  | a/!b               | Profile 'a/!b' must contain a letter, digit or allowed char
					spring.application.json                 | {                  | spring.application.json: expected settings as JSON, found something else or a part of it. Correct the value, or delete it.
					""")
	void aStartIsRefusedInWordsBeforeThereIsALog(String setting, String value, String words, CapturedOutput output) {
		fails("--" + setting + "=" + value);

		assertThat(output.getErr()).contains(words).doesNotContain("\tat ", "Exception", "springframework");
	}

	@Test
	void everythingElseThatIsWrongIsSaidWithIt(CapturedOutput output) {
		fails("--logging.level.root=loud", "--jfp.today=yesterday", "--server.port=99999");

		assertThat(output.getErr()).contains("logging.level.root: expected ", "jfp.today: expected ",
				"server.port: expected ");
	}

	@Test
	void aFileOfSettingsThatIsNoYamlIsNamedWithItsLine(CapturedOutput output) throws IOException {
		Path file = Files.writeString(this.folder.resolve("own.yaml"), "jfp:\n  today: [\n");

		fails("--spring.config.import=file:" + file);

		assertThat(output.getErr()).contains("Expected YAML in config/application.yaml, or in a file that it imports,")
			.doesNotContain("\tat ");
	}

	private static void fails(String... arguments) {
		SpringApplication program = new SpringApplication(NoApplication.class);
		program.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> program.run(arguments));
	}

}
