package org.jfpmonitor.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that a night leaves, but for moments and what the store numbers by itself: files,
 * rows, and what a reader is told.
 *
 * @param port where a service answers
 */
record NightRemains(DataSource store, Path data, int port) {

	private static final HttpClient READER = HttpClient.newHttpClient();

	private static final Pattern MOMENT = Pattern
		.compile("(20\\d\\d-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d)?)[\\d.]*(Z|[+-]\\d\\d(?::\\d\\d)?)?");

	private static final List<String> TABLES = List.of("select to_jsonb(delivery) - 'took_millis' from delivery",
			"select to_jsonb(delivery_period) from delivery_period", "select to_jsonb(reject) from reject",
			"select to_jsonb(reject_count) from reject_count", "select to_jsonb(arrival) - 'id' - 'stamp' from arrival",
			"""
					select (to_jsonb(covered) - 'id') || coalesce(to_jsonb(said) - 'coverage', '{}')
					  from coverage covered left join observation said on said.coverage = covered.id
					""", "select to_jsonb(assessment_run) - 'number' from assessment_run",
			"select to_jsonb(objective_status) - 'run' from objective_status",
			"select to_jsonb(measure_status) - 'run' from measure_status",
			"select to_jsonb(assessment_change) - 'run' from assessment_change",
			"select to_jsonb(chart_point) - 'run' from chart_point",
			"select jsonb_build_array(recipient, subject, plain) from mail",
			"select to_jsonb(told) - 'mail' from told");

	private static final List<String> PAGES = List.of("/api/objectives?as-of=2025-05-15",
			"/api/objectives?as-of=2025-05-15&known-on=2025-05-14", "/api/objectives?as-of=2024-09-30",
			"/api/measures/maternity-vacancy-rate/series");

	List<String> everything() throws IOException, InterruptedException {
		List<String> everything = new ArrayList<>();
		for (String folder : List.of("inbox", "archive", "refused")) {
			try (Stream<Path> files = Files.walk(this.data.resolve(folder))) {
				files.filter(Files::isRegularFile)
					.sorted()
					.forEach((file) -> everything.add(this.data.relativize(file) + " " + fingerprint(file)));
			}
		}
		for (String table : TABLES) {
			everything.addAll(JdbcClient.create(this.store).sql(table + " order by 1").query(String.class).list());
		}
		for (String page : PAGES) {
			HttpResponse<String> answer = READER.send(
					HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + page)).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(page).isEqualTo(200);
			everything.add(page + " " + answer.body());
		}
		everything.replaceAll((line) -> MOMENT.matcher(line).replaceAll(NightRemains::day));
		return everything;
	}

	/**
	 * The day of a moment, where the nights are: in summer it is another one in UTC for
	 * an hour.
	 */
	private static String day(MatchResult moment) {
		String offset = moment.group(3);
		return LocalDateTime.parse(moment.group(1) + "T" + moment.group(2))
			.atOffset((offset != null) ? ZoneOffset.of(offset) : ZoneOffset.UTC)
			.atZoneSameInstant(ZoneId.of("Europe/London"))
			.toLocalDate()
			.toString();
	}

	private static String fingerprint(Path file) {
		try {
			return DigestUtils.sha256Hex(Files.readString(file, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
