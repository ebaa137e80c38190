package org.jfpmonitor.extract.layout.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.jfpmonitor.plan.yaml.Grammar;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.jfpmonitor.plan.yaml.YamlNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the layouts that come with the program name. A plan need not have it: a layout may
 * give more than a plan asks for, while any other name that a plan does not have is a
 * slip.
 *
 * @param measures the ids of the measures that they give
 * @param feeds the ids of the feeds that they belong to
 */
record ShippedLayouts(Set<String> measures, Set<String> feeds) {

	private static final String FILES = "classpath:shipped/layouts/*.yaml";

	ShippedLayouts {
		measures = Set.copyOf(measures);
		feeds = Set.copyOf(feeds);
	}

	/** Those inside the program. */
	static ShippedLayouts inside() {
		return Once.READ;
	}

	private static ShippedLayouts read() {
		Grammar grammar = Grammar.named("layout");
		Set<String> measures = new TreeSet<>();
		Set<String> feeds = new TreeSet<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
				grammar
					.read(new YamlFile(Path.of(String.valueOf(file.getFilename())),
							file.getContentAsString(StandardCharsets.UTF_8)))
					.root()
					.ifPresent((layout) -> {
						feeds.add(layout.text("feed"));
						layout.all("figures").stream().map((figure) -> figure.text("measure")).forEach(measures::add);
						layout.find("estimates")
							.ifPresent((block) -> block.all("measures")
								.stream()
								.map(YamlNode::text)
								.forEach(measures::add));
					});
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new ShippedLayouts(measures, feeds);
	}

	/** They are asked for only when a layout names what the plan does not have. */
	private static final class Once {

		private static final ShippedLayouts READ = read();

		private Once() {
		}

	}

}
