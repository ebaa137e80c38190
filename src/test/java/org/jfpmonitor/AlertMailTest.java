package org.jfpmonitor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

/** From a scrape to a mail, and what is mailed when the service stops and comes back. */
@EveryCase
class AlertMailTest {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Duration SEVERAL_GROUP_INTERVALS = Duration.ofSeconds(7);

	private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final long started = Instant.now().getEpochSecond();

	@TempDir
	private Path folder;

	private HttpServer service;

	private Monitoring monitoring;

	@BeforeEach
	void start() throws IOException {
		Programs.require("prometheus", "prometheus-alertmanager");
		this.mails.start();
		this.service = service(0);
		this.monitoring = Monitoring.start(this.folder, this.service.getAddress().getPort(),
				this.mails.getSmtp().getPort());
	}

	@AfterEach
	void stop() {
		if (this.monitoring != null) {
			this.monitoring.close();
			this.service.stop(0);
			this.mails.stop();
		}
	}

	@Test
	void anOverdueFeedMailsOnceAndAStoppedServiceMailsNoRecovery() throws Exception {
		int port = this.service.getAddress().getPort();
		assertThat(awaitSubjects(1)).singleElement().asString().contains("No new file of data source dm01");

		this.service.stop(0);

		assertThat(awaitSubjects(2)).hasSize(2).last().asString().contains("JFP Monitor exports no metrics");
		assertThat(comesAnother(3)).as("a third mail while the service is away").isFalse();

		this.service = service(port);

		assertThat(awaitSubjects(3)).hasSize(3).last().asString().contains("mended: JFP Monitor exports no metrics");
		assertThat(comesAnother(4)).as("a fourth mail, the feed being overdue as before").isFalse();
	}

	private HttpServer service(int port) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		server.createContext("/", (exchange) -> {
			byte[] body = scrape().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		return server;
	}

	private String scrape() {
		return """
				# TYPE jfp_feed_next_due_timestamp_seconds gauge
				jfp_feed_next_due_timestamp_seconds{feed="dm01"} %d
				# TYPE jfp_snapshot_timestamp_seconds gauge
				jfp_snapshot_timestamp_seconds %d
				""".formatted(this.started - Duration.ofHours(50).toSeconds(), this.started);
	}

	private boolean comesAnother(int number) {
		return this.mails.waitForIncomingEmail(SEVERAL_GROUP_INTERVALS.toMillis(), number);
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
