package org.jfpmonitor.variation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of the reference's results: the input, and what came out of it. */
record GoldenFile(String name, List<Point> points, ControlChartSettings settings, JsonNode expected, boolean rejected) {

	static List<GoldenFile> all() {
		try (Stream<Path> files = Files
			.list(Path.of(Objects.requireNonNull(GoldenFile.class.getResource("/variation/golden")).toURI()))) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().map(GoldenFile::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GoldenFile read(Path file) {
		JsonNode json = JsonMapper.shared().readTree(file);
		JsonNode expected = json.has("tolerant_expected") ? json.get("tolerant_expected") : json.get("expected");
		boolean rejected = expected.has("error") && expected.get("error").get("kind").asString().equals("rejected");
		return new GoldenFile(json.get("name").asString(), points(json.get("input")), settings(json.get("input")),
				expected, rejected);
	}

	private static List<Point> points(JsonNode input) {
		JsonNode target = input.get("target");
		List<Point> points = new ArrayList<>();
		for (JsonNode point : input.get("points")) {
			JsonNode own = target.isArray() ? target.get(points.size()) : target;
			points
				.add(new Point(LocalDate.parse(point.get("date").asString()), number(point.get("value")), number(own)));
		}
		return points;
	}

	private static ControlChartSettings settings(JsonNode input) {
		List<LocalDate> rebases = new ArrayList<>();
		input.get("rebase").forEach((date) -> rebases.add(LocalDate.parse(date.asString())));
		JsonNode fixAfter = input.get("fix_after_n_points");
		return new ControlChartSettings(
				ImprovementDirection.valueOf(input.get("improvement_direction").asString().toUpperCase(Locale.ROOT)),
				rebases, fixAfter.isNull() ? null : fixAfter.intValue(), input.get("screen_outliers").booleanValue());
	}

	static Double number(JsonNode node) {
		return node.isNull() ? null : Double.valueOf(node.doubleValue());
	}

	/** The largest absolute value of the series, which numbers are compared by. */
	double scale() {
		return this.points.stream()
			.filter((point) -> point.value() != null)
			.mapToDouble((point) -> Math.abs(point.value()))
			.max()
			.orElse(0);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
