package org.jfpmonitor.publication.comments;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may write about what, and what becomes of it. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.today=2025-05-15", "jfp.access.reading=" })
class CommentsOverHttpTest {

	private static final String PASSWORD = "a quiet corner of the ward";

	/** As the plan names the owner of 6b, but for the capitals. */
	private static final String OWNER = "UEC-Lead@example.org";

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		String[][] users = { { OWNER, "" }, { "office", "editor" }, { "reader", "" } };
		for (int i = 0; i < users.length; i++) {
			String[] user = users[i];
			properties.add("jfp.access.users[" + i + "].name", () -> user[0]);
			properties.add("jfp.access.users[" + i + "].password", () -> hash);
			properties.add("jfp.access.users[" + i + "].roles", () -> user[1]);
		}
	}

	@Test
	void anOwnerWritesAboutTheirOwnObjectiveAndNoOther() throws Exception {
		FormBrowser owner = signedIn(OWNER);

		assertThat(owner.get("/objectives/6b").body()).contains("Write a comment for");
		assertThat(owner.get("/objectives/3a").body()).doesNotContain("Write a comment for");
		assertThat(owner.get("/objectives/3a/comments/2025-04").statusCode()).isEqualTo(403);
		assertThat(write(owner, "6b", "2025-04", Map.of("state", "draft")).statusCode()).isEqualTo(200);
		assertThat(
				owner.post("/objectives/3a/comments/2025-04", owner.token("/"), Map.of("state", "draft")).statusCode())
			.isEqualTo(403);
		assertThat(owner.post("/objectives/6b/override", owner.token("/"), Map.of()).statusCode()).isEqualTo(403);
	}

	@Test
	void anOwnerHasTheirOwnObjectivesInOneAddressAndNobodyElseIsOfferedIt() throws Exception {
		assertThat(signedIn(OWNER).get("/").body())
			.contains("<a href=\"/?owner=uec-lead%40example.org\">My objectives</a>");
		assertThat(signedIn(OWNER).get("/?owner=uec-lead%40example.org").body()).contains(" objectives shown.",
				"Virtual ward");
		assertThat(signedIn("reader").get("/").body()).doesNotContain("My objectives");
	}

	@Test
	void aCommentMayBeFullInAnyScript() throws Exception {
		String full = "\u8b77".repeat(4000);

		assertThat(write(signedIn("office"), "6c", "2025-03",
				Map.of("state", "draft", "figures", full, "cause", full, "action", full, "expected", full))
			.body()).contains("The draft was saved.");
	}

	@Test
	void aReaderWritesNothing() throws Exception {
		FormBrowser reader = signedIn("reader");

		assertThat(reader.get("/objectives/6b").body()).doesNotContain("Write a comment for", "Annotate the chart");
		assertThat(reader.get("/objectives/6b/comments/2025-04").statusCode()).isEqualTo(403);
		assertThat(reader.post("/objectives/6b/comments/2025-04", reader.token("/"), Map.of("state", "final"))
			.statusCode()).isEqualTo(403);
		assertThat(reader.post("/objectives/6b/annotations", reader.token("/"), Map.of("measure", "virtual-ward-beds"))
			.statusCode()).isEqualTo(403);
		assertThat(program("reader", "/api/comments", "{\"objective\":\"6b\"}").statusCode()).isEqualTo(403);
		assertThat(program("reader", "/api/annotations", "{\"measure\":\"virtual-ward-beds\"}").statusCode())
			.isEqualTo(403);
		assertThat(program("reader", "/api/annotations/1/withdrawal", "").statusCode()).isEqualTo(403);
	}

	@Test
	void aDraftIsSeenByThoseWhoMayWriteAndTheFinalVersionByAll() throws Exception {
		FormBrowser office = signedIn("office");
		FormBrowser reader = signedIn("reader");

		assertThat(write(office, "6c", "2025-04", Map.of("state", "draft", "figures", "Beds are full")).body())
			.contains("The draft was saved. Only editors and the owner see it.",
					"A draft for <span>April 2025</span> waits");
		assertThat(reader.get("/objectives/6c").body()).doesNotContain("Beds are full", "A draft for");
		assertThat(office.get("/objectives/6c/comments/2025-04").body()).contains("Beds are full");

		assertThat(write(office, "6c", "2025-04",
				Map.of("state", "final", "version", "1", "figures",
						"Beds are full <b>again</b>.\r\n\r\n- ward one\r\n- ward two", "action", "Open ten beds",
						"actionBy-day", "30", "actionBy-month", "6", "actionBy-year", "2025"))
			.body()).contains("The comment is final.");

		assertThat(reader.get("/objectives/6c").body()).contains("Beds are full &lt;b&gt;again&lt;/b&gt;.")
			.contains("<li>ward one</li><li>ward two</li>")
			.contains("Action, by 30 June 2025")
			.contains("version <span>2</span>");
		assertThat(reader.json("/api/objectives/6c")).contains(
				"\"comments\":[{\"objective\":\"6c\",\"measure\":null,\"month\":\"2025-04\",\"version\":2,\"state\":\"final\",\"figures\":\"Beds are full <b>again</b>.\\n\\n- ward one\\n- ward two\"");
		assertThat(reader.json("/api/objectives/6c?as-of=2025-04-29")).contains("\"comments\":[]");
		assertThat(office.get("/audit").body()).contains("Wrote a comment",
				"Objective 6c, April 2025: version 2, final");
	}

	@Test
	void twoEditorsAtOnceSeeBothTextsAndLoseNone() throws Exception {
		FormBrowser first = signedIn("office");
		FormBrowser second = signedIn("office");
		write(first, "7a", "2025-04", Map.of("state", "draft", "figures", "What the first wrote"));

		HttpResponse<String> clash = write(second, "7a", "2025-04",
				Map.of("state", "final", "figures", "What the second wrote", "version", "0"));

		assertThat(clash.statusCode()).isEqualTo(409);
		assertThat(clash.body()).contains("<title>Error: Comment on 7a, April 2025")
			.contains("<a href=\"#theirs\">Version 1 by office was saved while you wrote.")
			.contains("What the first wrote", "What the second wrote")
			.contains("name=\"version\" value=\"1\"");
		assertThat(write(second, "7a", "2025-04",
				Map.of("state", "final", "figures", "What the second wrote", "version", "1"))
			.body()).contains("The comment is final.");
		assertThat(second.get("/objectives/7a/comments/2025-04").body()).contains("What the first wrote",
				"What the second wrote");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			figures  | NUL        | #figures">What the figures say must not include control characters
			figures  | NONCHAR    | #figures">What the figures say must not include control characters
			action   | BIDI       | #action">Action must not include control characters
			figures  | INVISIBLE  | #figures">Enter what the figures say before you make the comment final
			cause    | Patient 9434765919 waited | #cause">Cause must not include an NHS number
			cause    | LONG       | #cause">Cause must be 4,000 characters or fewer. You have 1 too many
			figures  | NOTHING    | #figures">Enter what the figures say before you make the comment final
			action   | Recruit    | #actionBy-day">Enter the date by which the action is done
			""")
	void whatCannotBeTakenIsToldAtItsField(String field, String value, String fault) throws Exception {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("figures", "170 beds", "state", "final"));
		fields.put(field, switch (value) {
			case "NUL" -> "Ward\0closed";
			case "NONCHAR" -> "Ward\uFFFEclosed";
			case "BIDI" -> "Ward \u202Edesolc";
			case "INVISIBLE" -> "\u200B \u2060";
			case "LONG" -> "a".repeat(4001);
			case "NOTHING" -> " ";
			default -> value;
		});

		HttpResponse<String> refused = write(signedIn("office"), "1a", "2025-03", fields);

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("<title>Error: ", "There is a problem", fault, "nhsuk-form-group--error");
	}

	@Test
	void aMonthThatHasNotEndedOrIsNoneIsRefused() throws Exception {
		FormBrowser office = signedIn("office");

		assertThat(write(office, "1a", "2025-05", Map.of("state", "draft", "figures", "x")).body())
			.contains("Choose a month that has ended");
		assertThat(office.get("/objectives/1a/comments/2025-05").body()).contains(
				"A comment speaks of a month that has ended, April 2025 at the latest; found &quot;2025-05&quot;.");
		assertThat(office.get("/objectives/1a/comments/2025-13").statusCode()).isEqualTo(404);
		assertThat(office.get("/objectives/9z/comments/2025-04").statusCode()).isEqualTo(404);
		assertThat(office.get("/objectives/6b/comments/2025-04?measure=unheard-of").statusCode()).isEqualTo(404);
	}

	@Test
	void aMonthBeforeThePlanIsRefused() throws Exception {
		FormBrowser office = signedIn("office");

		assertThat(program("office", "/api/comments",
				"{\"objective\":\"1a\",\"month\":\"2020-01\",\"state\":\"draft\",\"figures\":\"x\"}")
			.body()).contains("month: expected a month of the plan, which runs from ");
		HttpResponse<String> form = office.get("/objectives/1a/comments/2020-01");
		assertThat(form.statusCode()).isEqualTo(404);
		assertThat(form.body()).contains("A comment speaks of a month of the plan, which runs from ");
	}

	@Test
	void anActionThatIsDueBeforeTheMonthOfTheCommentIsASlip() throws Exception {
		FormBrowser office = signedIn("office");

		assertThat(write(office, "1a", "2025-03",
				Map.of("state", "draft", "action", "Recruit", "actionBy-day", "28", "actionBy-month", "2",
						"actionBy-year", "2025"))
			.body()).contains(
					"#actionBy-day\">The date of the action must be on or after 1 March 2025, when the month of the comment begins");
		assertThat(
				write(office, "1a", "2025-03", Map.of("state", "draft", "action", "Recruit", "actionBy-year", "2025"))
					.body())
			.contains("#actionBy-day\">The date of the action must include a day and a month");
	}

	@Test
	void aProgramIsToldOfAClashWithTheNewestText() throws Exception {
		String json = "{\"objective\":\"8a\",\"month\":\"2025-04\",\"state\":\"final\",\"figures\":\"Well\",\"version\":%d}";

		assertThat(program("office", "/api/comments", json.formatted(0)).statusCode()).isEqualTo(201);
		HttpResponse<String> clash = program("office", "/api/comments", json.formatted(0));

		assertThat(clash.statusCode()).isEqualTo(409);
		assertThat(clash.body()).contains("Expected a change of version 0, found version 1 by office.",
				"\"newestVersion\":1", "\"figures\":\"Well\"");
		assertThat(program("office", "/api/comments", "{}").body())
			.contains("objective: expected the code of an objective of the plan, found nothing.")
			.contains("month: expected a month that has ended, such as 2025-04, found nothing.")
			.contains("state: expected draft or final, found nothing.");
	}

	@Test
	void anAnnotationIsListedBesideTheChartAndCanBeWithdrawn() throws Exception {
		FormBrowser owner = signedIn(OWNER);

		assertThat(annotate(owner, "", "2024").body()).contains("#virtual-ward-beds-words\">Enter what happened");
		assertThat(annotate(owner, "strike", "2026").body())
			.contains("#virtual-ward-beds-from-day\">First day must be from 1 January 2000 to today");
		assertThat(annotate(owner, "strike", "1999").body())
			.contains("#virtual-ward-beds-from-day\">First day must be from 1 January 2000 to today");
		assertThat(annotate(owner, "strike", "").body())
			.contains("#virtual-ward-beds-from-day\">First day must include a year");
		assertThat(annotate(owner, "strike <b>", "2024").body()).contains(
				"The annotation was added. No figure is for these days, so it stands in the list of annotations alone.")
			.contains("<li> <span>12 August 2024</span>: <span>strike &lt;b&gt;</span>");
		String found = owner.json("/api/annotations");
		assertThat(found)
			.contains("\"measure\":\"virtual-ward-beds\",\"from\":\"2024-08-12\",\"until\":\"2024-08-12\"");

		String number = found.replaceAll(".*\"number\":([0-9]+).*", "$1");
		String withdraw = "/objectives/6b/annotations/" + number + "/withdraw";
		assertThat(owner.post(withdraw, owner.token("/"), Map.of()).body()).contains("The annotation was withdrawn.")
			.doesNotContain("strike &lt;b&gt;");
		assertThat(owner.json("/api/annotations")).isEqualTo("[]");
	}

	private static HttpResponse<String> annotate(FormBrowser browser, String words, String year) throws Exception {
		return browser.post("/objectives/6b/annotations", browser.token("/objectives/6b"), Map.of("measure",
				"virtual-ward-beds", "words", words, "from-day", "12", "from-month", "8", "from-year", year));
	}

	private static HttpResponse<String> write(FormBrowser browser, String code, String month,
			Map<String, String> fields) throws Exception {
		String address = "/objectives/" + code + "/comments/" + month;
		return browser.post(address, browser.token("/"), fields);
	}

	private FormBrowser signedIn(String user) throws Exception {
		return FormBrowser.of(this.port, user, PASSWORD);
	}

	private HttpResponse<String> program(String user, String address, String json) throws Exception {
		return new FormBrowser(this.port).program(user, PASSWORD, address, json);
	}

}
