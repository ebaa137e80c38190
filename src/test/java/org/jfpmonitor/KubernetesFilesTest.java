package org.jfpmonitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files for Kubernetes against the types of its interface, and against the program
 * that they start. No cluster has run them.
 */
class KubernetesFilesTest {

	private static final Path FOLDER = Path.of("deploy/kubernetes");

	private static final Map<String, Class<? extends HasMetadata>> OTHERS = Map.of("ServiceMonitor",
			ServiceMonitor.class);

	private final KubernetesSerialization kubernetes = new KubernetesSerialization();

	@ParameterizedTest
	@MethodSource("files")
	void everyFieldIsOneThatKubernetesKnows(Path file) throws Exception {
		HasMetadata read = read(file);

		assertThat(read.getMetadata().getName()).isNotBlank();
		Set<String> unknown = new TreeSet<>();
		collectUnknown(read, read.getKind(), unknown);
		assertThat(unknown).isEmpty();
	}

	@Test
	void aFieldThatIsMisspeltIsFound() throws Exception {
		String misspelt = Files.readString(FOLDER.resolve("deployment.yaml"))
			.replace("failureThreshold: 60", "retries: 3");
		Set<String> unknown = new TreeSet<>();
		collectUnknown(this.kubernetes.unmarshal(misspelt, Deployment.class), "Deployment", unknown);

		assertThat(unknown).singleElement().asString().endsWith("StartupProbe.retries");
	}

	@Test
	void kustomizeTakesEveryFile() throws IOException {
		Map<String, Object> kustomization = new Yaml().load(Files.readString(FOLDER.resolve("kustomization.yaml")));

		assertThat(kustomization.get("resources")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactlyInAnyOrderElementsOf(files().map((file) -> file.getFileName().toString()).toList());
		assertThat(Files.readString(FOLDER.resolve("kustomization.yaml")))
			.contains("- name: " + container().getImage() + "\n");
	}

	@Test
	void twoReplicasOfWhichOneAlwaysRuns() throws IOException {
		Deployment deployment = read("deployment.yaml", Deployment.class);

		assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
		assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
			.isEqualTo(new IntOrString(0));
		assertThat(read("poddisruptionbudget.yaml", PodDisruptionBudget.class).getSpec().getMinAvailable())
			.isEqualTo(new IntOrString(1));
		assertThat(read("persistentvolumeclaim.yaml", PersistentVolumeClaim.class).getSpec().getAccessModes())
			.containsExactly("ReadWriteMany");
	}

	@Test
	void whateverSelectsThePodsSelectsThese() throws IOException {
		Map<String, String> pods = read("deployment.yaml", Deployment.class).getSpec()
			.getTemplate()
			.getMetadata()
			.getLabels();
		Service service = read("service.yaml", Service.class);
		ServiceMonitor monitor = read("servicemonitor.yaml", ServiceMonitor.class);

		assertThat(read("deployment.yaml", Deployment.class).getSpec().getSelector().getMatchLabels()).isEqualTo(pods);
		assertThat(service.getSpec().getSelector()).isEqualTo(pods);
		assertThat(read("networkpolicy.yaml", NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
			.isEqualTo(pods);
		assertThat(read("poddisruptionbudget.yaml", PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
			.isEqualTo(pods);
		assertThat(service.getMetadata().getLabels())
			.containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
		assertThat(service.getMetadata().getLabels()).containsEntry(monitor.getSpec().getJobLabel(), "jfp");
	}

	@Test
	void thePodsAreAllowedNoMoreThanTheStandardForRestrictedOnes() throws IOException {
		PodSpec pod = pod();

		assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
		assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
		assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
		assertThat(pod.getAutomountServiceAccountToken()).isFalse();
		assertThat(container().getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
		assertThat(container().getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
		assertThat(container().getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
		assertThat(container().getResources().getRequests()).containsKeys("cpu", "memory");
		assertThat(container().getResources().getLimits()).containsKey("memory");
		assertThat(Files.readString(Path.of("pom.xml"))).contains("<user>10001:10001</user>");
	}

	@Test
	void onlyDataAndTemporaryFilesCanBeWritten() throws IOException {
		Set<String> volumes = pod().getVolumes().stream().map((volume) -> volume.getName()).collect(Collectors.toSet());

		assertThat(container().getVolumeMounts()).extracting(VolumeMount::getName)
			.containsExactlyInAnyOrderElementsOf(volumes);
		assertThat(container().getVolumeMounts()).filteredOn((mount) -> !Boolean.TRUE.equals(mount.getReadOnly()))
			.extracting(VolumeMount::getMountPath)
			.containsExactly("/jfp/data", "/tmp");
	}

	@Test
	void everyProbeAsksWhatTheProgramAnswersWithoutAUser() throws IOException {
		Map<String, Object> program = new Yaml().load(Files.readString(Path.of("src/main/resources/application.yaml")));
		String management = String.valueOf(program.get("management"));
		for (Probe probe : List.of(container().getStartupProbe(), container().getLivenessProbe(),
				container().getReadinessProbe())) {
			String path = probe.getHttpGet().getPath();
			assertThat(path).startsWith("/actuator/health/");
			assertThat(management).contains(path.substring("/actuator/health/".length()) + "={include=");
			assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("http"));
		}
		assertThat(container().getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
		// The start may take five minutes, as a migration of many figures would.
		assertThat(
				container().getStartupProbe().getPeriodSeconds() * container().getStartupProbe().getFailureThreshold())
			.isEqualTo(300);
	}

	/** As Spring binds them, which is how the program takes them in. */
	@Test
	void everyVariableIsASettingThatSomebodyReads() throws IOException {
		List<ConfigurationPropertyName> settings = new ArrayList<>();
		for (String file : List.of("META-INF/spring-configuration-metadata.json",
				"META-INF/additional-spring-configuration-metadata.json")) {
			for (URL url : Collections.list(getClass().getClassLoader().getResources(file))) {
				try (InputStream content = url.openStream()) {
					for (JsonNode property : JsonMapper.shared().readTree(content).path("properties")) {
						String name = property.path("name").asString();
						if (ConfigurationPropertyName.isValid(name)) {
							settings.add(ConfigurationPropertyName.of(name));
						}
					}
				}
			}
		}
		List<String> named = new ArrayList<>(container().getEnv().stream().map(EnvVar::getName).toList());
		named.addAll(read("settings.yaml", ConfigMap.class).getData().keySet());

		assertThat(named).doesNotHaveDuplicates().allSatisfy((name) -> {
			ConfigurationPropertySource variable = ConfigurationPropertySource
				.from(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(name, "x")));
			assertThat(settings.stream().anyMatch((each) -> variable.getConfigurationProperty(each) != null)).as(name)
				.isTrue();
		});
	}

	@Test
	void secretsComeFromSecretsAndNothingElseDoes() throws IOException {
		assertThat(container().getEnv()).filteredOn((each) -> each.getName().matches(".*(PASSWORD|TOKEN|SECRET).*"))
			.isNotEmpty()
			.allMatch((each) -> each.getValue() == null && each.getValueFrom().getSecretKeyRef() != null);
		assertThat(read("settings.yaml", ConfigMap.class).getData().keySet())
			.noneMatch((name) -> name.matches(".*(PASSWORD|TOKEN|SECRET).*"));
		assertThat(files().filter((file) -> contains(file, "kind: Secret\n"))).isEmpty();
	}

	@Test
	void portsMatchFromTheProgramToPrometheus() throws IOException {
		Service service = read("service.yaml", Service.class);
		Endpoint endpoint = read("servicemonitor.yaml", ServiceMonitor.class).getSpec().getEndpoints().get(0);
		String listens = container().getEnv()
			.stream()
			.filter((each) -> each.getName().equals("SERVER_PORT"))
			.map(EnvVar::getValue)
			.findFirst()
			.orElseThrow();

		assertThat(container().getPorts()).singleElement().satisfies((port) -> {
			assertThat(port.getName()).isEqualTo("http");
			assertThat(port.getContainerPort()).hasToString(listens);
		});
		assertThat(service.getSpec().getPorts()).singleElement()
			.satisfies((port) -> assertThat(port.getTargetPort()).isEqualTo(new IntOrString("http")));
		assertThat(endpoint.getPort()).isEqualTo(service.getSpec().getPorts().get(0).getName());
		assertThat(read("networkpolicy.yaml", NetworkPolicy.class).getSpec().getIngress().get(0).getPorts())
			.singleElement()
			.satisfies((port) -> assertThat(port.getPort()).isEqualTo(new IntOrString("http")));
	}

	@Test
	void prometheusShowsTheTokenThatTheServiceKnows() throws IOException {
		Endpoint endpoint = read("servicemonitor.yaml", ServiceMonitor.class).getSpec().getEndpoints().get(0);
		var token = container().getEnv()
			.stream()
			.filter((each) -> each.getName().equals("JFP_ACCESS_SCRAPE_TOKEN"))
			.map((each) -> each.getValueFrom().getSecretKeyRef())
			.findFirst()
			.orElseThrow();

		assertThat(endpoint.getPath()).isEqualTo("/actuator/prometheus");
		assertThat(endpoint.getAuthorization().getCredentials()).isEqualTo(token);
	}

	@Test
	void theGuideMakesWhatTheFilesTakeForGranted() throws IOException {
		String guide = Files.readString(Path.of("docs/operating.md"));

		assertThat(guide).contains("create configmap jfp-monitor-plan --from-file=")
			.contains("create secret generic jfp-monitor-settings --from-file=")
			.contains("create secret generic jfp-monitor --from-file=datasource-password=")
			.contains("--from-file=scrape-token=");
	}

	static Stream<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter((file) -> !file.endsWith("kustomization.yaml")).sorted().toList().stream();
		}
	}

	private HasMetadata read(Path file) throws IOException {
		String text = Files.readString(file);
		for (var other : OTHERS.entrySet()) {
			if (text.contains("kind: " + other.getKey() + "\n")) {
				return this.kubernetes.unmarshal(text, other.getValue());
			}
		}
		return this.kubernetes.unmarshal(text);
	}

	private <T> T read(String file, Class<T> type) throws IOException {
		return this.kubernetes.unmarshal(Files.readString(FOLDER.resolve(file)), type);
	}

	private PodSpec pod() throws IOException {
		return read("deployment.yaml", Deployment.class).getSpec().getTemplate().getSpec();
	}

	private Container container() throws IOException {
		return pod().getContainers().get(0);
	}

	private static boolean contains(Path file, String text) {
		try {
			return Files.readString(file).contains(text);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** What was written and has no place in the types is kept by them apart. */
	private static void collectUnknown(Object read, String place, Set<String> unknown)
			throws IllegalAccessException, InvocationTargetException {
		if (read instanceof Collection<?> several) {
			for (Object each : several) {
				collectUnknown(each, place, unknown);
			}
		}
		if (read == null || !read.getClass().getName().startsWith("io.fabric8.")) {
			return;
		}
		for (Method getter : read.getClass().getMethods()) {
			if (!getter.getName().startsWith("get") || getter.getParameterCount() > 0) {
				continue;
			}
			if (getter.getName().equals("getAdditionalProperties")) {
				((Map<?, ?>) getter.invoke(read)).keySet().forEach((key) -> unknown.add(place + "." + key));
			}
			else {
				collectUnknown(getter.invoke(read), place + "." + getter.getName().substring(3), unknown);
			}
		}
	}

}
