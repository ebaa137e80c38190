package org.jfpmonitor.publication.gauges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What rules and boards ask for is exported under that very name. */
class CatalogueTest {

	// Not after a colon: those are recorded by rules.
	private static final Pattern METRIC = Pattern.compile("(?<![:\\w/])jfp_[a-z_]+(?![\\w:])");

	/** Exported by the rooms that send the mails and keep the store. */
	private static final Set<String> OF_OTHER_ROOMS = Set.of("jfp_mail_dead_letters", "jfp_mail_waiting",
			"jfp_mail_oldest_waiting_timestamp_seconds", "jfp_database_up");

	@ParameterizedTest
	@ValueSource(strings = { "config/prometheus/rules", "grafana/dashboards" })
	void everyMetricThatIsAskedForIsExported(String folder) throws IOException {
		Set<String> asked = new TreeSet<>();
		try (Stream<Path> files = Files.list(Path.of(folder))) {
			for (Path file : files.toList()) {
				METRIC.matcher(Files.readString(file)).results().forEach((match) -> asked.add(match.group()));
			}
		}
		Set<String> exported = Stream.of(Family.values()).map((family) -> family.metric() + switch (family.kind()) {
			case GAUGE -> "";
			case COUNTER -> "_total";
			case INFO -> "_info";
		}).collect(Collectors.toCollection(TreeSet::new));
		exported.addAll(OF_OTHER_ROOMS);
		assertThat(asked).isNotEmpty().isSubsetOf(exported);
	}

}
