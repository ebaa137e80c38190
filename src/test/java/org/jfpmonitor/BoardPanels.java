package org.jfpmonitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the boards of {@code grafana/} ask, panel by panel. */
final class BoardPanels {

	private BoardPanels() {
	}

	/** Every query of every panel, annotation and variable. */
	static List<Query> queries() throws IOException {
		List<Query> queries = new ArrayList<>();
		try (Stream<Path> files = Files.list(Path.of("grafana/dashboards"))) {
			for (Path file : files.sorted().toList()) {
				JsonNode board = JsonMapper.shared().readTree(Files.readString(file));
				for (JsonNode panel : board.path("panels")) {
					String title = board.path("uid").asString() + ", " + panel.path("title").asString();
					panel.path("targets").forEach((target) -> queries.add(query(title, target)));
				}
				for (JsonNode annotation : board.path("annotations").path("list")) {
					if (annotation.has("target")) {
						queries.add(query(
								board.path("uid").asString() + ", annotation " + annotation.path("name").asString(),
								annotation.path("target")));
					}
				}
				for (JsonNode variable : board.path("templating").path("list")) {
					if (variable.path("query").asString("").startsWith("SELECT")) {
						queries.add(new Query(
								board.path("uid").asString() + ", variable " + variable.path("name").asString(),
								variable.path("query").asString(), true));
					}
				}
			}
		}
		return queries;
	}

	private static Query query(String place, JsonNode target) {
		boolean sql = target.has("rawSql");
		return new Query(place + ", " + target.path("refId").asString(),
				target.path(sql ? "rawSql" : "expr").asString(), sql);
	}

	/**
	 * One query.
	 *
	 * @param place board, panel and letter
	 * @param text as it stands in the board
	 * @param sql whether it is SQL rather than PromQL
	 */
	record Query(String place, String text, boolean sql) {

		/**
		 * As Grafana sends it when everything is chosen, and the objective and measure
		 * named.
		 */
		String asked(String plan, String objective, String measure) {
			String chosen = this.text.replace("$job", ".+")
				.replace("${ambition:pipe}", ".+")
				.replace("$ambition", ".+")
				.replace("${feed:pipe}", ".+")
				.replace("$feed", ".+")
				.replace("$plan", plan)
				.replace("$objective", objective)
				.replace("$measure", measure)
				.replace("$period", "2025-03-31")
				.replace("${beside:singlequote}", "'QMM'")
				.replace("$__rate_interval", "1m")
				.replace("$__range", "1h");
			return chosen.replaceAll("\\$__timeFilter\\(([\\w.]+)\\)", "$1 BETWEEN '2024-04-01' AND '2029-03-31'");
		}

	}

}
