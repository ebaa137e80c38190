package org.jfpmonitor.plan.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files that come inside the program and hold where a configuration has none of its
 * own. In faults they lie in a folder {@code shipped}.
 */
public final class ShippedFiles {

	private ShippedFiles() {
	}

	/**
	 * All of one kind, in the order of their names.
	 * @param folder {@code layouts} or {@code catalogue}
	 */
	public static List<YamlFile> in(String folder) {
		try {
			List<YamlFile> files = new ArrayList<>();
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath:shipped/" + folder + "/*.yaml")) {
				files.add(read(Path.of("shipped", folder, String.valueOf(file.getFilename())), file));
			}
			files.sort(Comparator.comparing(YamlFile::name));
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The one of the name, such as {@code organisations.yaml}. */
	public static YamlFile named(String name) {
		return read(Path.of("shipped", name), new ClassPathResource("shipped/" + name));
	}

	private static YamlFile read(Path path, Resource file) {
		try {
			return new YamlFile(path, file.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
