package org.jfpmonitor.publication.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The JSON interface over HTTP, on the demonstration as it stands on 15 May 2025. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.demo=true", "spring.test.metrics.export=true" })
class InterfaceTest {

	private static final String PASSWORD = "seven wards and a lung check";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private RestTestClient client;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		properties.add("jfp.access.users[0].name", () -> "board-secretary");
		properties.add("jfp.access.users[0].password", () -> hash);
		properties.add("jfp.access.users[0].roles", () -> "editor");
	}

	@BeforeEach
	void open() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void givesAnObjectiveWithFigureRequirementAndPlaceInTheFile() {
		DocumentContext wards = json("/api/objectives/6b");

		assertThat(wards.<String>read("$.status")).isEqualTo("underperformance");
		assertThat(wards.<String>read("$.published.status")).isEqualTo("underperformance");
		assertThat(wards.<Boolean>read("$.agrees")).isTrue();
		assertThat(wards.<List<Map<String, Object>>>read("$.computed.because[?(@.rule == 'requirement_missed')]"))
			.singleElement()
			.satisfies((reason) -> assertThat(reason).containsEntry("observed", 170)
				.containsEntry("expected", 202)
				.containsKey("sources"));
	}

	@Test
	void leavesTheStatusOpenWhereNothingCouldBeAssessed() {
		DocumentContext measures = json("/api/objectives/4d");

		assertThat(measures.<List<Object>>read("$.measures[?(@.status == null)].id")).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "2025-01-31, 2025-01-31, on_track", "2025-03-31, 2025-04-14, delayed",
			"2025-01-31, 2025-05-15, delayed" })
	void looksFromTheDaysAskedFor(String asOf, String knownOn, String status) {
		DocumentContext heart = json("/api/objectives/1d?as-of=" + asOf + "&known-on=" + knownOn);

		assertThat(heart.<String>read("$.status")).isEqualTo(status);
		assertThat(heart.<String>read("$.asOf")).isEqualTo(asOf);
		assertThat(heart.<String>read("$.knownOn")).isEqualTo(knownOn);
	}

	@Test
	void givesASeriesWithWhatWasRequiredAndTheLimits() {
		DocumentContext series = json("/api/measures/diagnostics-within-6-weeks/series");

		assertThat(series.<String>read("$.unit")).isEqualTo("ratio");
		assertThat(series.<Double>read("$.points[-1].value")).isEqualTo(0.717);
		assertThat(series.<Double>read("$.points[-1].required")).isEqualTo(0.95);
		assertThat(series.<Integer>read("$.points[-1].numerator")).isEqualTo(22227);
		assertThat(series.<Double>read("$.points[-1].upperLimit")).isBetween(0.69, 0.72);
		assertThat(series.<String>read("$.chart.variationWords")).startsWith("Significant change for the better");
	}

	/** Boards have of each organisation what the chart of its page says. */
	@EveryCase
	@Test
	void theTablesHaveTheIconOfEachOrganisationBesideItsNewestFigure() {
		List<String> tables = this.jdbc.sql("""
				select measure || ' ' || organisation || ' ' || period_end || ' '
				       || regexp_replace(regexp_replace(variation, '^(improvement|concern)_.*', 'special_cause_\\1'),
				                         '^neutral', 'special_cause_neutral')
				       || ' ' || provisional
				  from organisation_chart
				""").query(String.class).list();
		List<String> pages = json("/api/measures").<List<String>>read("$[*].id")
			.stream()
			.flatMap((measure) -> text("/measures/" + measure + "/organisations.csv").lines()
				.skip(1)
				.map((line) -> line.split(",", -1))
				.filter((cells) -> !cells[cells.length - 2].isEmpty())
				.map((cells) -> measure + " " + cells[4] + " " + cells[2] + " " + cells[cells.length - 2] + " "
						+ cells[cells.length - 1].equals("yes")))
			.filter((line) -> tables.stream().anyMatch((each) -> sameFigure(each, line)))
			.toList();

		assertThat(pages).hasSizeGreaterThan(40)
			.anyMatch((each) -> each.contains("special_cause_improvement"))
			.anyMatch((each) -> each.contains("special_cause_concern"))
			.isSubsetOf(tables);
	}

	/** The page compares a period for which some may have newer figures. */
	private static boolean sameFigure(String one, String other) {
		return Arrays.equals(one.split(" ", -1), 0, 3, other.split(" ", -1), 0, 3);
	}

	@Test
	void givesFiguresAsDatapoints() {
		String all = text("/api/datapoints.csv?as-of=2025-03-31&known-on=2025-05-15");

		assertThat(text("/api/datapoints.csv?measure=virtual-ward-beds").lines()).anyMatch((line) -> line
			.startsWith("virtual-ward-beds:QMM:2025-03-01,virtual-ward-beds,,monthly,QMM,icb," + "2025-03-01 00:00:00,")
				&& line.endsWith(",170,"));
		assertThat(all.lines()).hasSizeGreaterThan(1000).noneMatch((line) -> line.contains(",2025-04-01 00:00:00,"));
	}

	@Test
	void knowsADeliveryFromTheDayOfItsArrival() {
		int newest = json("/api/deliveries?limit=1").<Integer>read("$[0].id");

		assertThat(status("/api/deliveries/" + newest + "?known-on=2025-05-15")).isEqualTo(200);
		assertThat(status("/api/deliveries/" + newest + "?known-on=2025-05-14")).isEqualTo(404);
		assertThat(json("/api/deliveries?limit=500&known-on=2024-06-13").<List<Object>>read("$")).isEmpty();
	}

	@Test
	void saysHowEachFeedStandsToday() {
		DocumentContext feeds = json("/api/feeds");

		assertThat(feeds.<List<Map<String, Object>>>read("$[?(@.id == 'dm01')]")).singleElement()
			.satisfies((feed) -> assertThat(feed).containsEntry("standing", "up_to_date")
				.containsEntry("cadence", "monthly")
				.containsEntry("latestPeriod", Map.of("start", "2025-03-01", "end", "2025-03-31"))
				.containsEntry("nextDue", "2025-06-16")
				.containsEntry("overdueAfter", "2025-06-30")
				.containsEntry("nothingNew", false));
		assertThat(feeds.<List<String>>read("$[*].standing")).isSubsetOf("up_to_date", "overdue", "never_arrived",
				"ended");
	}

	@Test
	void countsOfEveryDeliveryAddUp() {
		List<Map<String, Object>> deliveries = json("/api/deliveries?limit=500").read("$");

		assertThat(deliveries).hasSizeGreaterThan(100)
			.allSatisfy((each) -> assertThat(number(each, "read"))
				.isEqualTo(number(each, "used") + number(each, "leftOut") + number(each, "rejected")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/api/objectives/9z | 404 | Expected the code of an objective of the plan, such as 1a; found "9z". GET /api/objectives lists them.
					/api/objectives?as-of=May | 400 | as-of: expected a day such as 2025-05-15, found "May". Write the year, the month and the day as numbers.
					/api/measures/beds/series | 404 | Expected the id of a measure of the plan, such as smoking-at-delivery; found "beds". GET /api/measures lists them.
					/api/datapoints.csv?measure=beds | 404 | Expected the id of a measure of the plan, such as smoking-at-delivery; found "beds". GET /api/measures lists them.
					/api/measures/smoking-at-delivery/series?organisation=XXX | 400 | organisation: expected a code of the register, such as QMM; found "XXX".
					/api/deliveries?limit=0 | 400 | Expected offset 0 or more and limit 1 to 500; found offset 0 and limit 0.
					""")
	void saysWhatWasExpectedAndFound(String address, int status, String fault) {
		EntityExchangeResult<String> answer = asked(address);

		assertThat(answer.getStatus().value()).isEqualTo(status);
		assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(JsonPath.parse(answer.getResponseBody()).<List<String>>read("$.faults")).containsExactly(fault);
	}

	@Test
	void anOverrideIsShownWhereverTheStatusIsUntilItsLastDay() {
		EntityExchangeResult<String> set = send("""
				{"objective": "7b", "status": "delayed", "reason": "The supplier left.",
				 "from": "2025-04-01", "until": "2025-05-15"}""");
		assertThat(set.getStatus().value()).isEqualTo(201);

		DocumentContext now = json("/api/objectives/7b");
		assertThat(now.<String>read("$.status")).isEqualTo("delayed");
		assertThat(now.<String>read("$.computed.status")).isEqualTo("on_track");
		assertThat(now.<String>read("$.override.author")).isEqualTo("board-secretary");
		assertThat(json("/api/objectives/7b?as-of=2025-03-31").<Object>read("$.override")).isNull();
		assertThat(json("/api/objectives/7b?known-on=2025-05-14").<Object>read("$.override")).isNull();
		assertThat(List.of("/", "/objectives/7b", "/report"))
			.allSatisfy((page) -> assertThat(text(page)).contains("The supplier left.").contains("board-secretary"));
		assertThat(text("/actuator/prometheus"))
			.containsPattern("jfp_objective_status_overridden\\{[^}]*objective=\"7b\"[^}]*} 1");
	}

	@Test
	void refusesAnOverrideThatOverlapsAnother() {
		String first = """
				{"objective": "3a", "status": "delayed", "reason": "Sites closed.", "from": "2025-05-01", "until": "2025-06-30"}""";
		assertThat(send(first).getStatus().value()).isEqualTo(201);

		EntityExchangeResult<String> second = send(first.replace("Sites closed.", "Sites still closed."));

		assertThat(second.getStatus().value()).isEqualTo(409);
		assertThat(JsonPath.parse(second.getResponseBody()).<List<String>>read("$.faults")).containsExactly(
				"Objective 3a already has a status set manually from 1 May 2025 to 30 June 2025 by board-secretary;"
						+ " found one from 1 May 2025 to 30 June 2025. Choose days that do not overlap.");
		assertThat(json("/api/objectives/3a").<String>read("$.override.reason")).isEqualTo("Sites closed.");
	}

	@Test
	void namesEveryFaultOfAnOverrideAtOnce() {
		EntityExchangeResult<String> answer = send("""
				{"objective": "9z", "status": "fine", "until": "soon"}""");

		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(JsonPath.parse(answer.getResponseBody()).<List<String>>read("$.faults")).hasSize(4);
	}

	@Test
	void describesEveryAddressOfTheInterface() {
		DocumentContext described = json("/api/openapi.json");
		Map<String, Map<String, Object>> paths = described.read("$.paths");

		assertThat(described.<List<String>>read("$.servers[*].url")).as("whatever name a proxy has")
			.containsExactly("/");
		assertThat(paths.keySet()).isEqualTo(mapped());
		assertThat(paths.values()).allSatisfy((path) -> assertThat(path.values()).allSatisfy((operation) -> {
			assertThat(JsonPath.parse(operation).<String>read("$.summary")).isNotBlank();
			assertThat(JsonPath.parse(operation).<String>read("$.responses.default.description")).contains("RFC 9457");
		}));
		assertThat(described.<List<String>>read("$.paths['/api/objectives/{id}'].get.parameters[*].name"))
			.containsExactlyInAnyOrder("id", "as-of", "known-on", "edition");
		assertThat(described.<List<Object>>read("$.paths['/api/overrides'].post.security")).hasSize(1);
	}

	private Set<String> mapped() {
		return this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((pattern) -> pattern.startsWith("/api/") && !pattern.contains("openapi"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static long number(Map<String, Object> delivery, String name) {
		return ((Number) java.util.Objects.requireNonNull(delivery.get(name))).longValue();
	}

	private EntityExchangeResult<String> send(String override) {
		return this.client.post()
			.uri("/api/overrides")
			.headers((headers) -> headers.setBasicAuth("board-secretary", PASSWORD))
			.contentType(MediaType.APPLICATION_JSON)
			.body(override)
			.exchange()
			.returnResult(String.class);
	}

	private DocumentContext json(String address) {
		EntityExchangeResult<String> answer = asked(address);
		assertThat(answer.getStatus().value()).as(address).isEqualTo(200);
		return JsonPath.parse(answer.getResponseBody());
	}

	private String text(String address) {
		return String.valueOf(asked(address).getResponseBody());
	}

	private int status(String address) {
		return asked(address).getStatus().value();
	}

	private EntityExchangeResult<String> asked(String address) {
		return this.client.get().uri(address).exchange().returnResult(String.class);
	}

}
