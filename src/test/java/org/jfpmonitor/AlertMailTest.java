package org.jfpmonitor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a scrape to a mail through the real Prometheus and Alertmanager, with the rules
 * and routes of {@code config/}; only their waiting times are cut down to seconds.
 */
class AlertMailTest {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Duration SEVERAL_GROUP_INTERVALS = Duration.ofSeconds(7);

	private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@TempDir
	private Path folder;

	private HttpServer service;

	private Programs programs;

	@BeforeEach
	void start() throws IOException {
		Programs.require("prometheus", "prometheus-alertmanager");
		this.programs = new Programs(this.folder);
		this.mails.start();
		this.service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.service.createContext("/", (exchange) -> {
			byte[] body = scrape().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.service.start();
		int alertmanager = Programs.freePort();
		startAlertmanager(alertmanager);
		startPrometheus(alertmanager);
	}

	@AfterEach
	void stop() {
		if (this.programs == null) {
			return;
		}
		this.programs.close();
		this.service.stop(0);
		this.mails.stop();
	}

	@Test
	void anOverdueFeedMailsOnceAndAStoppedServiceMailsNoRecovery() throws Exception {
		List<String> first = awaitSubjects(1);
		assertThat(first).singleElement().asString().contains("No new extract of feed dm01");

		this.service.stop(0);

		assertThat(awaitSubjects(2)).hasSize(2).last().asString().contains("JFP Monitor exports no metrics");
		assertThat(this.mails.waitForIncomingEmail(SEVERAL_GROUP_INTERVALS.toMillis(), 3)).as("a third mail").isFalse();
	}

	private static String scrape() {
		return """
				# TYPE jfp_feed_next_due_timestamp_seconds gauge
				jfp_feed_next_due_timestamp_seconds{feed="dm01"} %d
				# TYPE jfp_snapshot_timestamp_seconds gauge
				jfp_snapshot_timestamp_seconds %d
				""".formatted(Instant.now().minus(Duration.ofHours(50)).getEpochSecond(),
				Instant.now().getEpochSecond());
	}

	private void startAlertmanager(int port) throws IOException {
		Path templates = Files.createDirectory(this.folder.resolve("templates"));
		Files.copy(Path.of("config/alertmanager/templates/jfp.tmpl"), templates.resolve("jfp.tmpl"));
		Path file = this.folder.resolve("alertmanager.yml");
		Files.writeString(file, Files.readString(Path.of("config/alertmanager/alertmanager.yml"))
			.replace("127.0.0.1:1025", "127.0.0.1:" + this.mails.getSmtp().getPort())
			.replace("https://heartbeat.example.org/ping", "http://127.0.0.1:" + this.service.getAddress().getPort())
			.replace("group_wait: 1m", "group_wait: 1s")
			.replace("group_interval: 1h", "group_interval: 2s"));
		this.programs.start("prometheus-alertmanager", "--config.file=" + file,
				"--storage.path=" + this.folder.resolve("alertmanager"), "--web.listen-address=127.0.0.1:" + port,
				"--cluster.listen-address=");
	}

	private void startPrometheus(int alertmanager) throws IOException {
		Path rules = Files.createDirectory(this.folder.resolve("rules"));
		for (String name : List.of("feeds.yaml", "pipeline.yaml")) {
			Files.writeString(rules.resolve(name),
					Files.readString(Path.of("config/prometheus/rules", name))
						.replace("for: 15m", "for: 1s")
						// Longer than the first scrape takes to come.
						.replace("for: 10m", "for: 8s")
						.replace("keep_firing_for: 30m", "keep_firing_for: 5m"));
		}
		Path file = this.folder.resolve("prometheus.yml");
		Files.writeString(file,
				Files.readString(Path.of("config/prometheus/prometheus.yml"))
					.replace("interval: 30s", "interval: 1s")
					.replace("127.0.0.1:8080", "127.0.0.1:" + this.service.getAddress().getPort())
					.replace("127.0.0.1:9093", "127.0.0.1:" + alertmanager));
		this.programs.start("prometheus", "--config.file=" + file,
				"--storage.tsdb.path=" + this.folder.resolve("prometheus"),
				"--web.listen-address=127.0.0.1:" + Programs.freePort(), "--rules.alert.resend-delay=2s");
	}

	private List<String> awaitSubjects(int count) {
		this.mails.waitForIncomingEmail(PATIENCE.toMillis(), count);
		return Stream.of(this.mails.getReceivedMessages()).map(AlertMailTest::subject).toList();
	}

	private static String subject(MimeMessage mail) {
		try {
			return mail.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
