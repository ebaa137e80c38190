package org.jfpmonitor.plan.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.EditorSchema;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Feed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever writes a plan finds each measure of the catalogue on one page. */
class CatalogueDocumentTest {

	private static final Catalogue CATALOGUE = CatalogueReading.in(Path.of("none")).catalogue();

	@Test
	void thePageListsEveryMeasureAsTheCatalogueSaysIt() throws IOException {
		List<String> written = Files.readAllLines(Path.of("docs/catalogue.md"))
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.toList();
		assertThat(written)
			.containsExactlyElementsOf(CATALOGUE.measures().stream().map(CatalogueDocumentTest::line).toList());
	}

	private static String line(CatalogueMeasure measure) {
		Feed feed = CATALOGUE.feed(measure.feed()).orElseThrow();
		String kinds = measure.kinds()
			.stream()
			.sorted()
			.map((kind) -> EditorSchema.words(new Organisation.Type[] { kind }).get(0))
			.collect(Collectors.joining(", "));
		return "| `%s` | %s | %s, %s | %s | %s (`%s`), %s |".formatted(measure.id(), measure.title(),
				measure.unit().word(), measure.direction().code(), kinds, feed.title(), feed.id(),
				measure.cadence().word());
	}

}
