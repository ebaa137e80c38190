package org.jfpmonitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.publication.page.StatusMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What SQL, Prometheus, Grafana and the style sheets say of a status is what
 * {@link Status} says of it.
 */
class StatusEverywhereTest {

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	private static final Path STYLES = Path.of("src/main/resources/static/css");

	/** {@link ReportViewsTest} asks that script in PostgreSQL. */
	@Test
	void sqlNamesAStatusInNoOtherScript() throws IOException {
		Pattern status = Pattern.compile("(?i)'(" + Arrays.stream(Status.values())
			.map((each) -> each.code() + "|" + each.words())
			.collect(Collectors.joining("|")) + ")'");
		Set<String> naming = new TreeSet<>();
		for (Path script : files(MIGRATIONS, ".sql")) {
			if (status.matcher(Files.readString(script)).find()) {
				naming.add(script.getFileName().toString());
			}
		}
		assertThat(naming).containsExactly("V090__report_views.sql");
	}

	@Test
	void theCodesOfTheRecordingRuleAreTheRollUpOrderWithTheWorstHighest() throws IOException {
		String rules = Files.readString(Path.of("config/prometheus/rules/recording.yaml"));
		Map<String, Integer> codes = new TreeMap<>();
		Pattern.compile("jfp_objective_status\\{status=\"([a-z_]+)\"}(?: \\* (\\d+))?")
			.matcher(rules)
			.results()
			.forEach((each) -> codes.put(each.group(1), (each.group(2) != null) ? Integer.parseInt(each.group(2)) : 1));
		assertThat(codes).isEqualTo(by(Status::code, worstLast()::indexOf));
	}

	@Test
	void thereIsAnAlertForEveryAdverseStatusAndForNoOther() throws IOException {
		String rules = Files.readString(Path.of("config/prometheus/rules/objectives.yaml"));
		assertThat(Pattern.compile("jfp_objective_status\\{status=\"([a-z_]+)\"}")
			.matcher(rules)
			.results()
			.map((each) -> each.group(1))).containsExactlyInAnyOrderElementsOf(
					Arrays.stream(Status.values()).filter(Status::isAdverse).map(Status::code).toList());
	}

	@Test
	void everyMappingOfGrafanaThatSaysAStatusSaysAllInTheirOrder() throws IOException {
		List<Map<String, String>> mappings = mappings();
		Map<String, String> byLevel = new LinkedHashMap<>();
		Map<String, String> byCode = new LinkedHashMap<>();
		for (Status status : worstLast()) {
			byLevel.put(String.valueOf(byLevel.size()), status.words());
			byCode.put(status.code(), status.words());
		}
		assertThat(mappings).isNotEmpty().allSatisfy((mapping) -> assertThat(mapping).isIn(List.of(byLevel, byCode)));
	}

	@Test
	void everySeriesOfGrafanaThatIsAStatusBearsItsWords() throws IOException {
		Map<String, String> names = new TreeMap<>();
		for (JsonNode override : boards("matcher")) {
			String series = override.path("matcher").path("options").asString("");
			for (JsonNode property : override.path("properties")) {
				if (Status.coded(series).isPresent() && property.path("id").asString().equals("displayName")) {
					names.put(series, property.path("value").asString());
				}
			}
		}
		assertThat(names).isEqualTo(by(Status::code, Status::words));
	}

	@Test
	void aStatusHasOneColourOnAllBoards() throws IOException {
		Map<String, Set<String>> colours = new TreeMap<>();
		for (JsonNode option : boards("text")) {
			if (statusWords().contains(option.path("text").asString(""))) {
				colours.computeIfAbsent(option.path("text").asString(""), (none) -> new TreeSet<>())
					.add(option.path("color").asString());
			}
		}
		for (JsonNode override : boards("matcher")) {
			Status.coded(override.path("matcher").path("options").asString(""))
				.ifPresent((status) -> override.path("properties").forEach((property) -> {
					if (property.path("id").asString().equals("color")) {
						colours.computeIfAbsent(status.words(), (none) -> new TreeSet<>())
							.add(property.path("value").path("fixedColor").asString());
					}
				}));
		}
		assertThat(colours.keySet()).isEqualTo(statusWords());
		assertThat(colours.values()).allSatisfy((each) -> assertThat(each).hasSize(1));
		assertThat(colours.values().stream().flatMap(Collection::stream)).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "board.css, jfp-square--", "report.css, mark--" })
	void theStyleSheetsHaveOneStyleForEachMarkAndNoneBesides(String sheet, String prefix) throws IOException {
		Set<String> styles = Pattern.compile("\\." + prefix + "([a-z-]+)")
			.matcher(Files.readString(STYLES.resolve(sheet)))
			.results()
			.map((each) -> each.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(styles).isEqualTo(Arrays.stream(StatusMark.values())
			.map((mark) -> prefix.equals("mark--") ? mark.colour() : mark.square().substring(prefix.length()))
			.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void everyStatusHasOneMarkWithAColourAndAShapeOfItsOwn() {
		assertThat(Arrays.stream(Status.values()).map(StatusMark::of)).doesNotHaveDuplicates();
		assertThat(Arrays.stream(StatusMark.values()).map(StatusMark::code)).containsExactlyInAnyOrderElementsOf(
				Stream.concat(Arrays.stream(Status.values()).map(Status::code), Stream.of("not_assessed")).toList());
		for (Function<StatusMark, String> part : List.<Function<StatusMark, String>>of(StatusMark::colour,
				StatusMark::shape)) {
			assertThat(Arrays.stream(StatusMark.values()).map(part)).doesNotHaveDuplicates();
		}
	}

	private static List<Status> worstLast() {
		List<Status> statuses = new ArrayList<>(List.of(Status.values()));
		Collections.reverse(statuses);
		return statuses;
	}

	private static <T> Map<String, T> by(Function<Status, String> name, Function<Status, T> value) {
		return Arrays.stream(Status.values()).collect(Collectors.toMap(name, value));
	}

	private static Set<String> statusWords() {
		return Arrays.stream(Status.values()).map(Status::words).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * The value mappings that say at least one status: value and words, in their order.
	 */
	private static List<Map<String, String>> mappings() throws IOException {
		List<Map<String, String>> mappings = new ArrayList<>();
		for (JsonNode mapping : boards("options")) {
			Map<String, String> words = new LinkedHashMap<>();
			mapping.path("options")
				.properties()
				.forEach((option) -> words.put(option.getKey(), option.getValue().path("text").asString("")));
			if (mapping.path("type").asString("").equals("value")
					&& words.values().stream().anyMatch(statusWords()::contains)) {
				mappings.add(words);
			}
		}
		return mappings;
	}

	/** Every object of the boards that has the key. */
	private static List<JsonNode> boards(String key) throws IOException {
		List<JsonNode> found = new ArrayList<>();
		for (Path file : files(Path.of("grafana/dashboards"), ".json")) {
			found.addAll(JsonMapper.shared().readTree(Files.readString(file)).findParents(key));
		}
		return found;
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((each) -> each.toString().endsWith(ending)).sorted().toList();
		}
	}

}
