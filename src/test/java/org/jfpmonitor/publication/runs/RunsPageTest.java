package org.jfpmonitor.publication.runs;

import org.jfpmonitor.publication.board.PageText;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A night that is not over, as it is seen by whoever waits for it. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.access.reading=open", "jfp.schedule.enabled=false", "jfp.schedule.tick=PT10H" })
class RunsPageTest {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void showsHowFarARunHasComeUntilItIsFinished() {
		long run = this.jdbc.sql("""
				insert into run (kind, business_day, started_at) values ('nightly', '2025-05-15', '2025-05-15T01:30Z')
				returning id
				""").query(Long.class).single();
		String address = "/runs/" + run;
		assertThat(PageText.of(body(address))).contains("Nightly run for 15 May 2025",
				"Not finished yet. It has received no file yet.");

		this.jdbc
			.sql("""
					insert into delivery values (41, repeat('a', 64), 1, 'one.csv', null, null, null, '2025-05-15', 1, 'arrival',
					       '2025-05-15T01:30Z', null, 'published', 1234, 1000, 200, 34, 5, 5, 0, 0, 10, '{}', '{}', false)
					""")
			.update();
		this.jdbc
			.sql("""
					insert into run_file (run, number, uri, named, again, arrived_at, delivery, done, reading_since, trouble)
					select :run, number, 'file:///inbox/' || number || '.csv', false, false, '2025-05-15T01:30Z',
					       case when number = 1 then 41 end, number = 1,
					       case when number in (2, 3) then timestamptz '2025-05-15T01:31Z' end,
					       case when number = 4 then 'found "No space left on device".' end
					  from generate_series(1, 30) number
					""")
			.param("run", run)
			.update();
		this.jdbc.sql("insert into run_reading values (:run, 4, '', '', 5)").param("run", run).update();

		EntityExchangeResult<String> page = page(address);
		assertThat(page.getResponseHeaders().getFirst("Refresh")).isEqualTo("4");
		assertThat(page.getResponseBody()).contains("<progress id=\"done\" max=\"30\" value=\"1\">");
		assertThat(PageText.of(body(address))).contains(
				"Not finished yet. 1 of its 30 files is dealt with. This page looks again every few seconds",
				"Begun 15 May 2025, 2:30am Files received 30 Published, refused or known before 1"
						+ " Read, and waiting for their turn to be published 1"
						+ " Lines of the files dealt with, where they may be told 1,234",
				"Being read 2.csv, since 15 May 2025, 2:31am 3.csv, since 15 May 2025, 2:31am",
				"Next 4.csv, to be published found \"No space left on device\". 5.csv, to be published",
				"23.csv, to be published And 7 more files.");
		assertThat(PageText.of(body("/runs"))).contains(
				"Nightly run " + run + " For 15 May 2025 Begun 15 May 2025, 2:30am Finished Not yet Files 30 Left 29");
		assertThat(body("/deliveries")).contains("<a href=\"/runs\">Runs, and how far they are</a>");

		this.jdbc.sql("update run_file set done = true where run = :run").param("run", run).update();
		this.jdbc.sql("update run set finished_at = '2025-05-15T02:41:05Z' where id = :run").param("run", run).update();

		page = page(address);
		assertThat(page.getResponseHeaders().getFirst("Refresh")).isNull();
		assertThat(PageText.of(body(address))).contains("Finished. 30 of its 30 files are dealt with. Files dealt with",
				"Finished 15 May 2025, 3:41am, after 1 hour 11 minutes 5 seconds",
				"Published, refused or known before 1 Passed over: taken out of the inbox before their turn, or still being"
						+ " written 29. The log names them.");
	}

	@Test
	void saysWhatARunIsNamedBy() {
		assertThat(PageText.of(body("/runs/last"))).contains(
				"A run is named by its number, such as /runs/1; found \"last\". Choose one from the list of runs.");
		assertThat(PageText.of(body("/runs/999"))).contains("There is no run 999. Choose one from the list of runs.");
	}

	private String body(String address) {
		return page(address).getResponseBody();
	}

	private EntityExchangeResult<String> page(String address) {
		return RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri(address)
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

}
