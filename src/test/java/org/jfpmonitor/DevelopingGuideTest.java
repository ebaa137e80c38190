package org.jfpmonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide for whoever changes the code speaks of the code as it is. */
class DevelopingGuideTest {

	private static final String GUIDE = read(Path.of("docs/developing.md"));

	private static final String PICTURE = GUIDE.substring(GUIDE.indexOf("flowchart TD") + "flowchart TD".length(),
			GUIDE.indexOf("```\n\n## Words"));

	@Test
	void thePictureNamesOnlyTypesThatThereAre() throws IOException {
		assertThat(names(PICTURE)).hasSizeGreaterThan(30).isSubsetOf(types());
	}

	@Test
	void aLineReachesItsStatusThroughAtMostThirtyFiles() {
		String status = "--> " + MeasureAssessment.class.getSimpleName();

		assertThat(names(PICTURE.substring(0, PICTURE.indexOf(status) + status.length()))).startsWith("Inbox")
			.endsWith("MeasureAssessment")
			.hasSizeBetween(10, 30);
	}

	/** Each once, in the order in which they are met. */
	private static List<String> names(String picture) {
		return Pattern.compile("[A-Z]\\w+")
			.matcher(picture.replaceAll("\\|[^|]*\\|", " "))
			.results()
			.map(MatchResult::group)
			.distinct()
			.toList();
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
