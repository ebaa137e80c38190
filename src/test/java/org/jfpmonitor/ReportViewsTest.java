package org.jfpmonitor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the views of schema report say, and to whom. */
class ReportViewsTest {

	private static final String SECRET = "uec-lead@example.org";

	private static Connection connection;

	private static JdbcClient reader;

	@BeforeAll
	static void signIn() throws SQLException {
		connection = TestDatabase.create().dataSource().getConnection();
		reader = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		fill();
		reader.sql("grant grafana_reader to current_user").update();
		reader.sql("set role grafana_reader").update();
	}

	@AfterAll
	static void signOut() throws SQLException {
		connection.close();
	}

	@Test
	void theReaderSelectsFromEveryView() {
		assertThat(relations("=")).hasSize(16)
			.allSatisfy(
					(view) -> assertThat(reader.sql("select count(*) from " + view).query(Long.class).single()).as(view)
						.isPositive());
	}

	@Test
	void theReaderSelectsFromNothingElse() {
		assertThat(relations("<>")).contains("public.plan_file", "public.mail")
			.allSatisfy((table) -> assertThatExceptionOfType(DataAccessException.class).as(table)
				.isThrownBy(() -> reader.sql("select 1 from " + table + " limit 1").query().listOfRows())
				.havingCause()
				.withMessageContaining("permission denied"));
	}

	@Test
	void theReaderMakesAndChangesNothing() {
		for (String attempt : List.of("create table report.mine (id int)", "create view report.mine as select 1",
				"create table public.mine (id int)", "delete from report.plan_version",
				"insert into report.plan_version values ('p', 1, now())")) {
			assertThatExceptionOfType(DataAccessException.class).as(attempt)
				.isThrownBy(() -> reader.sql(attempt).update())
				.havingCause()
				.withMessageContaining("permission denied");
		}
	}

	@Test
	void noViewShowsAddressesReasonsOrContents() {
		assertThat(relations("=")).allSatisfy((view) -> assertThat(
				reader.sql("select to_jsonb(shown)::text from " + view + " shown").query(String.class).list())
			.as(view)
			.noneMatch((row) -> row.contains(SECRET)));
	}

	@Test
	void aFigureIsTheNewestOfItsScopeUnlessItsOrganisationTookItBack() {
		assertThat(reader.sql("""
				select organisation || ' ' || period_end || ' ' || coalesce(value::text, mark)
				  from report.figure where measure = 'beds' order by organisation, period_end
				""").query(String.class).list()).containsExactly("QMM 2025-01-31 7", "QMM 2025-03-31 suppressed",
				"RM1 2025-02-28 6");
	}

	@Test
	void aCorrectionReplacesAFigureTakenBackAndAnOlderIssueDoesNot() {
		assertThat(reader.sql("""
				select period_end || ' ' || value from report.figure where measure = 'waits' order by period_end
				""").query(String.class).list()).containsExactly("2025-01-31 2");
	}

	@Test
	void whatAFigureTakenBackHadReplacedDoesNotComeBack() {
		assertThat(reader.sql("select organisation || ' ' || value from report.figure where measure = 'stays'")
			.query(String.class)
			.list()).containsExactly("RM1 9");
	}

	@Test
	void aMonthEndIsAsTheNewestRunThatLookedBackAtItKnewIt() {
		assertThat(reader.sql("""
				select month_end || ' ' || coalesce(status, 'none') || ' ' || coalesce(status_code, -1)
				  from report.objective_month where objective = '6b' order by month_end
				""").query(String.class).list()).containsExactly("2025-01-31 underperformance 4",
				"2025-02-28 delayed 3", "2025-03-31 none -1");
	}

	@Test
	void aSpecialCauseReadsAsWords() {
		assertThat(reader.sql("select meaning || ': ' || cause from report.chart_point").query(String.class).single())
			.isEqualTo("improvement: two in three above mean");
	}

	@Test
	void everyStatusHasItsWordsAndTheWorstHasTheHighestCode() {
		List<String> expected = new ArrayList<>();
		for (Status status : Status.values()) {
			expected.add(0, status.words() + " " + (Status.values().length - 1 - expected.size()));
		}
		assertThat(reader.sql("""
				select report.status_words(status) || ' ' || report.status_code(status)
				  from unnest(string_to_array(:statuses, ' ')) as status order by report.status_code(status)
				""")
			.param("statuses", Arrays.stream(Status.values()).map(Status::code).collect(Collectors.joining(" ")))
			.query(String.class)
			.list()).isEqualTo(expected);
	}

	@Test
	void whatStandsNowCarriesTheNumberOfItsStatusAndNoneWhereItIsNotAssessed() {
		assertThat(reader
			.sql("""
					select status_code from report.objective_standing union all select status_code from report.measure_standing
					""")
			.query(Integer.class)
			.list()).containsExactly(3, null);
	}

	@Test
	void changesReadAsSentences() {
		assertThat(reader.sql("select what from report.status_change").query(String.class).list())
			.containsExactly("6b: On Track to Not assessed");
		assertThat(reader.sql("select what from report.restatement").query(String.class).list())
			.containsExactly("6b: restated from On Track to No Longer Applicable, found on 9 April 2025");
	}

	@Test
	void organisationsAreRankedWithinTheirKind() {
		assertThat(reader
			.sql("select name || ', ' || period_end || ': ' || coalesce(rank || ' of ' || ranked, 'not ranked')"
					+ " from report.comparison where plan = 'p' and measure = 'beds' order by period_end, name")
			.query(String.class)
			.list()).containsExactly("Norfolk and Waveney, 2025-01-31: 1 of 1",
					"Norfolk and Norwich, 2025-02-28: 1 of 1", "Norfolk and Waveney, 2025-03-31: not ranked");
	}

	@Test
	void measuresThatAreOnlyWatchedAreComparedAndNobodyIsRankedWithinABand() {
		assertThat(reader
			.sql("select measure || ', ' || name || ': ' || coalesce(rank::text, '-') from report.comparison"
					+ " where measure <> 'beds' and value is not null order by 1")
			.query(String.class)
			.list()).containsExactly("beds-low, Norfolk and Norwich: -", "beds-low, Norfolk and Waveney: -",
					"watched, Norfolk and Norwich: 1", "watched, Norfolk and Waveney: 1");
	}

	private static List<String> relations(String schemaIs) {
		return reader.sql("""
				select nspname || '.' || relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
				 where relkind in ('r', 'v', 'm', 'p') and nspname %s 'report'
				   and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
				""".formatted(schemaIs)).query(String.class).list();
	}

	private static void fill() {
		for (String statement : """
				insert into plan_version (plan, number, fingerprint, known_from, format, document)
				values ('p', 1, 'f', '2025-01-01', 1, '{}');
				insert into plan_file values (1, 'plan.yaml', '{secret}');
				insert into assessment_run (plan, plan_version, plan_fingerprint, as_of, quiet, recorded_at, month_ends)
				values ('p', 1, 'f', '2025-03-09', true, '2025-03-09', '{"days": {
				          "2025-01-31": {"6b": {"status": "underperformance", "parts": {}}},
				          "2025-02-28": {"6b": {"status": "on_track", "parts": {}}}}}'),
				       ('p', 1, 'f', '2025-04-09', true, '2025-04-09', '{"days": {
				          "2025-02-28": {"6b": {"status": "delayed", "parts": {}}},
				          "2025-03-31": {"6b": {"status": null, "parts": {}}}}}');
				insert into objective_status
				values (2, '6b', null, null, 'completed', false, false, '2025-04-09', '["{secret}"]');
				insert into measure_status
				values (2, '6b', 'beds', 'on_track', 'MET', 5, 4, '2025-02-01', '2025-02-28', 0, null, null);
				insert into assessment_change
				values ('a', 2, 'status_change', '6b', null, 'on_track', null, '2025-04-09', true),
				       ('b', 2, 'restatement', '6b', null, 'on_track', 'no_longer_applicable', '2025-02-28', true),
				       ('c', 2, 'override_lapsing', '6b', null, null, null, '2025-04-09', true);
				insert into chart_point
				values ('p', '6b', 'beds', '2025-02-01', '2025-02-28', 5, 4, 2, 6, 4, 'two_in_three_above_mean',
				        'special_cause_improvement');
				insert into target_path values ('p', '6b', 'beds', '2025-03-01', '2025-03-31', 7);
				insert into objective_standing
				values ('p', 0, '6', 'Urgent care', '6b', 'Beds', 'delayed', 'delayed', null, null, false, 'Late.', 'Beds', '5',
				        'Feb 2025', '4 or more', '', 'February 2025', '');
				insert into measure_standing
				values ('p', 0, '6', '6b', 'beds', 'beds', 'Virtual ward beds', 'Beds', null, '5', 'Feb 2025', '4 or more', 'higher', '', '', '', false,
				        'number', 1);
				insert into plan_measure
				values ('p', 0, 'beds', 'beds', 'Virtual ward beds', 'Beds', 'higher', 'number', 1),
				       ('p', 1, 'beds-low', 'beds', 'Virtual ward beds, not too low', 'Beds', 'within', 'number', 1),
				       ('p', 2, 'watched', 'beds', 'Beds watched', 'Beds', 'lower', 'number', 1);
				insert into organisation
				values ('QMM', 'Norfolk and Waveney', 'icb'), ('RM1', 'Norfolk and Norwich', 'trust');
				insert into delivery
				select each, lpad(each::text, 64, '0'), 1, 'f.csv', 'wards', 'l', 'l', '2025-04-01', 1, 'publisher', '2025-04-09', null, 'published',
				       2, 1, 0, 1, 1, 1, 0, 0, 5, '{}', '{"{secret}"}'
				  from generate_series(1, 4) each;
				insert into reject values (1, 1, 1, 'not_a_number', 'value', '{secret}', 'a number');
				insert into reject_count values (1, 'not_a_number', 1);
				insert into figure_set
				select each, 'f.csv', 'figures', date '2025-04-01' + each, 1, 'publisher', '2025-04-09' from generate_series(1, 4) each;
				insert into withdrawn_reading values (4, '2025-04-09');
				insert into coverage
				       (delivery, measure, scope, period_start, period_end, of_one_organisation, rank, precedence)
				values (1, 'beds', 'provider', '2025-01-01', '2025-01-31', false, '', '1'),
				       (2, 'beds', 'provider', '2025-01-01', '2025-01-31', false, '', '2'),
				       (4, 'beds', 'provider', '2025-01-01', '2025-01-31', false, '', '4'),
				       (2, 'beds', 'provider', '2025-02-01', '2025-02-28', false, '', '2'),
				       (3, 'beds', 'QMM', '2025-02-01', '2025-02-28', true, '', '3'),
				       (1, 'beds', 'provider', '2025-03-01', '2025-03-31', false, '', '1');
				insert into observation
				values (1, 'QMM', 8, null, null, 'none', 1, 1), (1, 'RM1', 9, null, null, 'none', 1, 1),
				       (2, 'QMM', 7, null, null, 'none', 1, 1), (3, 'QMM', 1, null, null, 'none', 1, 1),
				       (4, 'QMM', 5, null, null, 'none', 1, 1), (4, 'RM1', 6, null, null, 'none', 1, 1),
				       (6, 'QMM', null, 3, 4, 'suppressed', 1, 1);
				insert into figure_set
				select each, 'f.csv', 'figures', '2025-01-31', 1, 'latest_period', '2025-04-10' from generate_series(11, 14) each;
				insert into coverage
				       (id, delivery, measure, scope, period_start, period_end, of_one_organisation, rank, precedence)
				       overriding system value
				values (11, 11, 'waits', 'icb', '2025-01-01', '2025-01-31', false, '', '5'),
				       (12, 12, 'waits', 'QMM', '2025-01-01', '2025-01-31', true, '', '5 line'),
				       (13, 13, 'waits', 'icb', '2025-01-01', '2025-01-31', false, '', '6'),
				       (14, 11, 'waits', 'icb', '2025-02-01', '2025-02-28', false, '', '5'),
				       (15, 12, 'waits', 'QMM', '2025-02-01', '2025-02-28', true, '', '5 line'),
				       (16, 14, 'waits', 'icb', '2025-02-01', '2025-02-28', false, '', '4');
				insert into observation
				values (11, 'QMM', 1, null, null, 'none', 1, 1), (13, 'QMM', 2, null, null, 'none', 1, 1),
				       (14, 'QMM', 3, null, null, 'none', 1, 1), (16, 'QMM', 4, null, null, 'none', 1, 1);
				insert into coverage
				       (id, delivery, measure, scope, period_start, period_end, of_one_organisation, rank, precedence)
				       overriding system value
				values (21, 11, 'stays', 'QMM', '2025-01-01', '2025-01-31', true, '', '1'),
				       (22, 12, 'stays', 'icb', '2025-01-01', '2025-01-31', false, '', '2'),
				       (23, 13, 'stays', 'icb', '2025-01-01', '2025-01-31', false, '', '3'),
				       (24, 11, 'stays', 'RM1', '2025-01-01', '2025-01-31', true, '', '1');
				insert into observation
				values (21, 'QMM', 88, null, null, 'none', 1, 1), (22, 'QMM', 90, null, null, 'none', 1, 1),
				       (24, 'RM1', 9, null, null, 'none', 1, 1);
				insert into mail (message_id, run, recipient, subject, plain, html) values ('m', 2, '{secret}', 's', 'p', 'h')
				"""
			.replace("{secret}", SECRET)
			.split(";\n", -1)) {
			reader.sql(statement).update();
		}
	}

}
