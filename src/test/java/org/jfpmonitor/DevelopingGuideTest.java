package org.jfpmonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide for whoever changes the code speaks of the code as it is. */
class DevelopingGuideTest {

	private static final String GUIDE = read(Path.of("docs/developing.md"));

	@Test
	void thePictureNamesOnlyTypesThatThereAre() throws IOException {
		String picture = GUIDE.substring(GUIDE.indexOf("flowchart TD"), GUIDE.indexOf("```\n\n## Words"));
		String names = picture.replace("flowchart TD", "").replaceAll("\\|[^|]*\\|", " ");

		assertThat(Pattern.compile("[A-Z]\\w+").matcher(names).results().map(MatchResult::group)).hasSizeGreaterThan(30)
			.isSubsetOf(types());
	}

	@Test
	void everyRoomIsInTheList() throws IOException {
		try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/jfpmonitor"))) {
			assertThat(rooms.filter(Files::isDirectory).map((room) -> "| `" + room.getFileName() + "` |")).isNotEmpty()
				.allSatisfy((line) -> assertThat(GUIDE).contains(line));
		}
	}

	private static Set<String> types() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".java"))
				.map((name) -> name.substring(0, name.length() - 5))
				.collect(Collectors.toSet());
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
