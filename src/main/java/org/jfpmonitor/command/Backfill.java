package org.jfpmonitor.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.publication.MetricsHistory;
import org.jfpmonitor.publication.MetricsHistory.Extent;

import org.springframework.context.ApplicationContext;

/** Writes the history of the metrics for a new Prometheus, then stops. */
class Backfill implements Command {

	private static final String OUT = "--out";

	private static final String JOB = "--job";

	private static final String INSTANCE = "--instance";

	@Override
	public String name() {
		return "backfill";
	}

	@Override
	public String form() {
		return "backfill --out FILE [--job jfp] [--instance 127.0.0.1:8080]";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		Map<String, String> options = Options.of(words);
		Optional<String> unknown = options.keySet()
			.stream()
			.filter((each) -> !List.of(OUT, JOB, INSTANCE).contains(each))
			.findFirst();
		if (unknown.isPresent()) {
			return wrong("Expected --out, --job or --instance, found \"" + unknown.get() + "\".");
		}
		if (words.size() % 2 == 1) {
			return wrong("Expected a value after " + words.get(words.size() - 1) + ", found none.");
		}
		if (!options.containsKey(OUT)) {
			return wrong("Expected --out and the file to write, found no --out.");
		}
		Path folder = Path.of(options.getOrDefault(OUT, "")).toAbsolutePath().getParent();
		return (folder != null && Files.isDirectory(folder)) ? Optional.empty()
				: wrong("Expected a file in a folder that exists, found \"" + options.getOrDefault(OUT, "") + "\".");
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Map<String, String> options = Options.of(words);
		Path file = Path.of(options.getOrDefault(OUT, ""));
		try (Writer writer = new BufferedWriter(new OutputStreamWriter(OutFile.open(file), StandardCharsets.UTF_8))) {
			Extent extent = context.getBean(MetricsHistory.class)
				.write(options.getOrDefault(JOB, "jfp"), options.getOrDefault(INSTANCE, "127.0.0.1:8080"), writer);
			out.println(told(extent, file));
			return CommandLine.DONE;
		}
		catch (IOException ex) {
			out.println("Expected a file that can be written, found that \"" + file + "\" cannot: " + ex.getMessage()
					+ ". Name another one.");
			return CommandLine.WRONG;
		}
	}

	private Optional<String> wrong(String what) {
		return Optional.of(what + " Write: " + form());
	}

	private static String told(Extent extent, Path file) {
		return (extent.samples() == 0) ? "No month of the plan has ended yet, so \"" + file + "\" holds no value."
				: "\"%s\" holds %d values, from %s to %s. Next: promtool tsdb create-blocks-from openmetrics --max-block-duration=744h %s blocks"
					.formatted(file, extent.samples(), extent.first(), extent.last(), file);
	}

}
