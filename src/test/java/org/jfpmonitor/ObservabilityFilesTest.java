package org.jfpmonitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The files for Prometheus, Alertmanager, Grafana and compose, asked of the programs that
 * read them.
 */
class ObservabilityFilesTest {

	private static final Path PROMETHEUS = Path.of("config/prometheus");

	private static final Path COMPOSE = Path.of("docker-compose.yml");

	private static final Path ALERTMANAGER = Path.of("config/alertmanager");

	@Test
	void rulesPassEveryLint() throws Exception {
		succeeds(command("promtool", "check", "rules", "--lint=all", "--lint-fatal").with(files("rules")));
	}

	@Test
	void everyAlertFiresOnItsSideOfTheThreshold() throws Exception {
		succeeds(command("promtool", "test", "rules").with(files("tests")));
	}

	/** Watchdog has one side only: it always fires. */
	@Test
	void everyAlertIsTestedOnBothSidesAndInItsWords() throws IOException {
		Map<String, Set<String>> tested = new TreeMap<>();
		for (Path file : files("tests")) {
			for (Object group : list(yaml(file).get("tests"))) {
				for (Object each : list(map(group).get("alert_rule_test"))) {
					String alert = String.valueOf(map(each).get("alertname"));
					List<?> expected = list(map(each).get("exp_alerts"));
					tested.computeIfAbsent(alert, (none) -> new TreeSet<>())
						.add(expected.isEmpty() ? "silent" : "fires");
					assertThat(expected).as(alert)
						.allSatisfy((one) -> assertThat(map(map(one).get("exp_annotations")))
							.containsOnlyKeys("summary", "description", "dashboard_url", "runbook_url"));
				}
			}
		}
		assertThat(alerts()).allSatisfy((alert) -> assertThat(tested.get(String.valueOf(alert.get("alert"))))
			.as(String.valueOf(alert.get("alert")))
			.isEqualTo(alert.get("alert").equals("Watchdog") ? Set.of("fires") : Set.of("fires", "silent")));
	}

	@Test
	void everyAlertSaysWhatWhereAndWhatToDo() throws IOException {
		String runbook = Files.readString(Path.of("docs/runbook.md"));
		assertThat(alerts()).isNotEmpty().allSatisfy((alert) -> {
			Map<String, Object> annotations = map(alert.get("annotations"));
			assertThat(annotations).containsOnlyKeys("summary", "description", "dashboard_url", "runbook_url");
			assertThat(map(alert.get("labels")).get("severity")).isIn("critical", "warning", "info", "none");
			assertThat(runbook).contains("## " + alert.get("alert") + "\n");
			assertThat(annotations.get("runbook_url")).asString()
				.isEqualTo("docs/runbook.md#" + String.valueOf(alert.get("alert")).toLowerCase(java.util.Locale.ROOT));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "prometheus.yml", "prometheus-compose.yml" })
	void prometheusTakesItsConfiguration(String file) throws Exception {
		succeeds(command("promtool", "check", "config", "--syntax-only", PROMETHEUS.resolve(file).toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "alertmanager.yml", "alertmanager-compose.yml" })
	void alertmanagerTakesItsConfigurationAndTemplates(String file) throws Exception {
		succeeds(command("amtool", "check-config", ALERTMANAGER.resolve(file).toString()));
	}

	@ParameterizedTest
	@CsvSource({ "data-team, alertname=JfpFeedOverdue scope=feed severity=warning feed=dm01",
			"nobody, alertname=JfpObjectiveUnderperforming scope=objective severity=warning ambition=6",
			"plan-office, alertname=JfpObjectiveUnassessed scope=pipeline severity=warning plan=nw-jfp-2024",
			"data-team, alertname=JfpMetricsAbsent scope=pipeline severity=critical",
			"heartbeat, alertname=Watchdog scope=meta severity=none" })
	void alertsReachWhoeverCanMendThem(String receiver, String labels) throws Exception {
		succeeds(command("amtool", "config", "routes", "test",
				"--config.file=" + ALERTMANAGER.resolve("alertmanager.yml"), "--verify.receivers=" + receiver)
			.with(List.of(labels.split(" "))));
	}

	@Test
	void composeRoutesAlertsAsAnyOtherInstallation() throws IOException {
		String usual = settings(ALERTMANAGER.resolve("alertmanager.yml"));
		assertThat(settings(ALERTMANAGER.resolve("alertmanager-compose.yml")))
			.isEqualTo(usual.replace("127.0.0.1:1025", "mail:1025"));
	}

	@Test
	void composeNamesOnlyWhatIsThereAndPublishesOnThisMachineOnly() throws IOException {
		Map<String, Object> compose = yaml(COMPOSE);
		Set<String> secrets = map(compose.get("secrets")).keySet();
		Set<String> volumes = map(compose.get("volumes")).keySet();
		services().forEach((name, service) -> {
			for (Object secret : list(service.get("secrets"))) {
				assertThat(secrets).as(name)
					.contains(String.valueOf((secret instanceof Map<?, ?> named) ? named.get("source") : secret));
			}
			for (Object volume : list(service.get("volumes"))) {
				String source = String.valueOf(volume).split(":", 2)[0];
				assertThat(volumes.contains(source) || (source.startsWith("./") && Files.isDirectory(Path.of(source))))
					.as("%s: %s", name, source)
					.isTrue();
			}
			assertThat(list(service.get("ports"))).as(name)
				.allMatch((port) -> String.valueOf(port).startsWith("127.0.0.1:"));
			assertThat(service).as(name).doesNotContainKeys("network_mode", "privileged");
		});
	}

	@Test
	void composePinsEveryImage() throws IOException {
		List<String> images = new ArrayList<>();
		services().forEach((name, service) -> {
			if (service.containsKey("image")) {
				images.add(String.valueOf(service.get("image")));
			}
		});
		Pattern.compile("(?m)^FROM (\\S+)")
			.matcher(imageOfTheService())
			.results()
			.forEach((from) -> images.add(from.group(1)));

		assertThat(images).hasSize(7).allMatch((image) -> image.matches("[\\w./-]+:v?\\d+(\\.\\d+)+[\\w.-]*"));
	}

	@Test
	void composeRunsTheServiceWithNoMoreThanItNeeds() throws IOException {
		Map<String, Object> service = services().get("service");

		assertThat(service).containsEntry("read_only", true)
			.containsEntry("cap_drop", List.of("ALL"))
			.containsEntry("security_opt", List.of("no-new-privileges:true"));
		assertThat(imageOfTheService()).contains("\nUSER 10001:10001\n", "eclipse-temurin:25.", "fonts-dejavu-core")
			.doesNotContain("ENV ", "ARG ");
	}

	@Test
	void composeWaitsForHealthyNeighbours() throws IOException {
		Map<String, Map<String, Object>> services = services();
		services.forEach((name, service) -> {
			assertThat(service).as(name).containsKeys("healthcheck", "restart");
			if (service.containsKey("depends_on")) {
				assertThat(map(service.get("depends_on"))).as(name).allSatisfy((needed, how) -> {
					assertThat(services).containsKey(needed);
					assertThat(map(how)).containsEntry("condition", "service_healthy");
				});
			}
		});
	}

	@Test
	void composeTakesEverySecretFromAFile() throws IOException {
		assertThat(map(yaml(COMPOSE).get("secrets"))).isNotEmpty()
			.allSatisfy((name, secret) -> assertThat(map(secret)).containsOnlyKeys("file"));
		services().forEach((name, service) -> {
			if (service.containsKey("environment")) {
				assertThat(map(service.get("environment")).keySet()).as(name)
					.filteredOn((key) -> key.matches(".*(PASSWORD|TOKEN|SECRET).*"))
					.allMatch((key) -> key.endsWith("_FILE"));
			}
		});
	}

	private static String imageOfTheService() throws IOException {
		return String.valueOf(map(services().get("service").get("build")).get("dockerfile_inline"));
	}

	private static Map<String, Map<String, Object>> services() throws IOException {
		Map<String, Map<String, Object>> services = new TreeMap<>();
		map(yaml(COMPOSE).get("services")).forEach((name, body) -> services.put(name, map(body)));
		return services;
	}

	private static List<Map<String, Object>> alerts() throws IOException {
		List<Map<String, Object>> alerts = new ArrayList<>();
		for (Path file : files("rules")) {
			for (Object group : list(yaml(file).get("groups"))) {
				list(map(group).get("rules")).stream()
					.map(ObservabilityFilesTest::map)
					.filter((rule) -> rule.containsKey("alert"))
					.forEach(alerts::add);
			}
		}
		return alerts;
	}

	private static List<Path> files(String folder) throws IOException {
		try (Stream<Path> files = Files.list(PROMETHEUS.resolve(folder))) {
			return files.sorted().toList();
		}
	}

	private static String settings(Path file) throws IOException {
		return Files.readAllLines(file)
			.stream()
			.dropWhile((line) -> line.startsWith("#"))
			.collect(Collectors.joining("\n"));
	}

	private static Map<String, Object> yaml(Path file) throws IOException {
		return map(new Yaml().load(Files.readString(file)));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	private static List<?> list(Object value) {
		return (value != null) ? (List<?>) value : List.of();
	}

	private static void succeeds(Command command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command.words()).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
	}

	private static Command command(String program, String... arguments) {
		assumeTrue(
				Stream.of(System.getenv("PATH").split(":"))
					.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program))),
				program + " is not here: apt-get install prometheus prometheus-alertmanager");
		return new Command(program, List.of(arguments));
	}

	private record Command(String program, List<String> arguments) {

		Command with(Collection<?> more) {
			return new Command(this.program,
					Stream.concat(this.arguments.stream(), more.stream().map(String::valueOf)).toList());
		}

		List<String> words() {
			return Stream.concat(Stream.of(this.program), this.arguments.stream()).toList();
		}

	}

}
