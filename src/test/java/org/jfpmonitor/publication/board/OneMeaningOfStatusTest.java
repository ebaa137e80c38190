package org.jfpmonitor.publication.board;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.publication.comments.FormBrowser;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever says how many objectives have a status says the same number as all others. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.demo=true", "spring.test.metrics.export=true" })
class OneMeaningOfStatusTest {

	private static final String PASSWORD = "a quiet corner of the ward";

	private static final Pattern COUNT = Pattern
		.compile("jfp-count__number\">([0-9]+)</span> <span>([A-Za-z ]+)</span>");

	private static final Pattern METRIC = Pattern
		.compile("jfp_objective_status\\{[^}]*objective=\"([^\"]+)\"[^}]*status=\"([^\"]+)\"[^}]*} 1(?:\\.0)?\n");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		properties.add("jfp.access.users[0].name", () -> "office");
		properties.add("jfp.access.users[0].password", () -> hash);
		properties.add("jfp.access.users[0].roles", () -> "editor");
	}

	@Test
	void boardFilterInterfaceMetricsTablesAndMailAgreeAfterAnOverrideAndAfterItsEnd() throws Exception {
		FormBrowser office = FormBrowser.of(this.port, "office", PASSWORD);
		Map<String, Long> before = agreed(office);
		assertStatus(office, "6b", "underperformance");

		HttpResponse<String> set = office.post("/objectives/6b/override", office.token("/objectives/6b"),
				Map.of("status", "on_track", "reason", "Thirty beds open on Monday", "until-day", "30", "until-month",
						"6", "until-year", "2025"));
		assertThat(set.statusCode()).isEqualTo(200);

		assertThat(agreed(office)).isEqualTo(moved(before, "underperformance", "on_track"));
		assertStatus(office, "6b", "on_track");
		assertThat(office.get("/?only=set-manually").body()).contains("id=\"objective-6b\"");
		assertThat(newestSubject(office)).isEqualTo("6b Virtual wards: set manually to On Track");

		HttpResponse<String> ended = office.post("/objectives/6b/override/revoke", office.token("/objectives/6b"),
				Map.of("reason", "They did not open", "from-day", "15", "from-month", "5", "from-year", "2025"));
		assertThat(ended.statusCode()).isEqualTo(200);

		assertThat(agreed(office)).isEqualTo(before);
		assertStatus(office, "6b", "underperformance");
		assertThat(office.get("/?only=set-manually").body()).doesNotContain("id=\"objective-6b\"");
		assertThat(newestSubject(office))
			.startsWith("6b Virtual wards: status set manually ended, now Underperformance");
	}

	/** How many objectives have each status, once all have said the same. */
	private Map<String, Long> agreed(FormBrowser browser) throws Exception {
		Map<String, Long> counted = new TreeMap<>();
		for (JsonNode each : JSON.readTree(browser.json("/api/objectives"))) {
			counted.merge(each.path("status").asString("not_assessed"), 1L, Long::sum);
		}
		assertThat(onTheBoard(browser)).as("board").isEqualTo(counted);
		assertThat(filtered(browser, counted)).as("filter").isEqualTo(counted);
		assertThat(inMetrics(browser)).as("metrics").isEqualTo(counted);
		assertThat(inTables()).as("tables").isEqualTo(counted);
		return counted;
	}

	private static Map<String, Long> onTheBoard(FormBrowser browser) throws Exception {
		Map<String, Long> counts = new TreeMap<>();
		Matcher count = COUNT.matcher(browser.get("/").body());
		while (count.find()) {
			if (!count.group(1).equals("0")) {
				counts.put(count.group(2).toLowerCase(Locale.ROOT).replace(' ', '_'), Long.valueOf(count.group(1)));
			}
		}
		return counts;
	}

	private static Map<String, Long> filtered(FormBrowser browser, Map<String, Long> statuses) throws Exception {
		Map<String, Long> counts = new TreeMap<>();
		for (String status : statuses.keySet()) {
			counts.put(status,
					Pattern.compile("id=\"objective-")
						.matcher(browser.get("/?status=" + status).body())
						.results()
						.count());
		}
		return counts;
	}

	/** What cannot be assessed has no series, and is the rest. */
	private static Map<String, Long> inMetrics(FormBrowser browser) throws Exception {
		String metrics = browser.any("/actuator/prometheus");
		Map<String, Long> counts = new TreeMap<>();
		List<String> assessed = new ArrayList<>();
		Matcher series = METRIC.matcher(metrics);
		while (series.find()) {
			assessed.add(series.group(1));
			counts.merge(series.group(2), 1L, Long::sum);
		}
		long all = Pattern.compile("\njfp_objective_info\\{").matcher(metrics).results().count();
		if (all > assessed.size()) {
			counts.put("not_assessed", all - assessed.size());
		}
		return counts;
	}

	private Map<String, Long> inTables() {
		Map<String, Long> counts = new TreeMap<>();
		this.jdbc.sql("""
				select distinct on (objective) objective, status from report.objective_status
				 order by objective, as_of desc
				""").query((row) -> {
			String status = row.getString("status");
			counts.merge((status != null) ? status : "not_assessed", 1L, Long::sum);
		});
		return counts;
	}

	private static void assertStatus(FormBrowser browser, String objective, String status) throws Exception {
		assertThat(JSON.readTree(browser.json("/api/objectives/" + objective)).path("status").asString())
			.isEqualTo(status);
		assertThat(browser.get("/?status=" + status).body()).contains("id=\"objective-" + objective + "\"");
	}

	private static String newestSubject(FormBrowser browser) throws Exception {
		String newest = "";
		long number = 0;
		for (JsonNode each : JSON.readTree(browser.json("/api/mails"))) {
			if (each.path("number").asLong() > number && each.path("subject").asString().startsWith("6b")) {
				number = each.path("number").asLong();
				newest = each.path("subject").asString();
			}
		}
		return newest;
	}

	private static Map<String, Long> moved(Map<String, Long> counts, String from, String to) {
		Map<String, Long> moved = new TreeMap<>(counts);
		moved.merge(from, -1L, Long::sum);
		moved.merge(to, 1L, Long::sum);
		moved.values().removeIf((count) -> count == 0);
		return moved;
	}

}
