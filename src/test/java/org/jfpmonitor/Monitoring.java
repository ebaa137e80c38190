package org.jfpmonitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.store.FreePort;

/**
 * The real Prometheus and Alertmanager with the files of {@code config/}; only their
 * waiting times are cut down to seconds.
 */
final class Monitoring implements AutoCloseable {

	private final Path folder;

	private final Programs programs;

	private final int prometheus = FreePort.find();

	private final int alertmanager = FreePort.find();

	private Monitoring(Path folder) {
		this.folder = folder;
		this.programs = new Programs(folder);
	}

	/**
	 * Starts both.
	 * @param folder for their files; what lies in {@code prometheus} there is the data
	 * folder of Prometheus
	 * @param service the port that is scraped
	 * @param smtp the port that takes the mails
	 */
	static Monitoring start(Path folder, int service, int smtp) throws IOException {
		Monitoring monitoring = new Monitoring(folder);
		monitoring.startAlertmanager(service, smtp);
		monitoring.startPrometheus(service);
		return monitoring;
	}

	/** Where Prometheus answers. */
	String address() {
		return "http://127.0.0.1:" + this.prometheus;
	}

	private void startAlertmanager(int service, int smtp) throws IOException {
		Path templates = Files.createDirectory(this.folder.resolve("templates"));
		Files.copy(Path.of("config/alertmanager/templates/jfp.tmpl"), templates.resolve("jfp.tmpl"));
		Path file = this.folder.resolve("alertmanager.yml");
		Files.writeString(file,
				Files.readString(Path.of("config/alertmanager/alertmanager.yml"))
					.replace("127.0.0.1:1025", "127.0.0.1:" + smtp)
					.replace("https://heartbeat.example.org/ping", "http://127.0.0.1:" + service)
					.replace("group_wait: 1m", "group_wait: 1s")
					.replace("group_interval: 1h", "group_interval: 2s"));
		this.programs.start("prometheus-alertmanager", "--config.file=" + file,
				"--storage.path=" + this.folder.resolve("alertmanager"),
				"--web.listen-address=127.0.0.1:" + this.alertmanager, "--cluster.listen-address=");
	}

	private void startPrometheus(int service) throws IOException {
		Path rules = Files.createDirectory(this.folder.resolve("rules"));
		for (Path rule : rules()) {
			Files.writeString(rules.resolve(rule.getFileName()), Files.readString(rule)
				.replace("for: 15m", "for: 1s")
				// Longer than the first scrape takes to come.
				.replace("for: 10m", "for: 8s")
				.replace("keep_firing_for: 30m", "keep_firing_for: 5m"));
		}
		Path file = this.folder.resolve("prometheus.yml");
		Files.writeString(file,
				Files.readString(Path.of("config/prometheus/prometheus.yml"))
					.replace("interval: 30s", "interval: 1s")
					.replace("127.0.0.1:8080", "127.0.0.1:" + service)
					.replace("127.0.0.1:9090", "127.0.0.1:" + this.prometheus)
					.replace("127.0.0.1:9093", "127.0.0.1:" + this.alertmanager));
		this.programs.start("prometheus", "--config.file=" + file,
				"--storage.tsdb.path=" + this.folder.resolve("prometheus"), "--storage.tsdb.retention.time=20y",
				"--web.listen-address=127.0.0.1:" + this.prometheus, "--rules.alert.resend-delay=2s");
	}

	private static List<Path> rules() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("config/prometheus/rules"))) {
			return files.toList();
		}
	}

	@Override
	public void close() {
		this.programs.close();
	}

}
