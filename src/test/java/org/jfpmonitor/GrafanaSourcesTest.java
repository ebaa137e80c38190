package org.jfpmonitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class GrafanaSourcesTest {

	@Test
	@SuppressWarnings("unchecked")
	void aGrafanaThatExistsKeepsItsOwnDataSourcesAndItsDefault() throws IOException {
		Map<String, Object> provisioned = new Yaml()
			.load(Files.readString(Path.of("grafana/provisioning/datasources/jfp.yaml")));

		assertThat(provisioned).containsEntry("prune", false).doesNotContainKey("deleteDatasources");
		assertThat((List<Map<String, Object>>) provisioned.get("datasources")).hasSize(2).allSatisfy((source) -> {
			assertThat((String) source.get("name")).startsWith("JFP ");
			assertThat((String) source.get("uid")).startsWith("jfp-");
			assertThat(source.getOrDefault("isDefault", false)).isEqualTo(false);
		});
	}

}
