package org.jfpmonitor.store;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.postgresql.PGConnection;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of all tables of a database in one packed file of text: of each table a line
 * with its name and columns, what {@code copy ... to stdout} gives, and {@code \\.}.
 */
final class CopiedTables {

	/** Those that no column belongs to, with what was numbered by them. */
	private static final List<String> BATCH = List.of("job_instance", "job_execution", "step_execution");

	private CopiedTables() {
	}

	/**
	 * Writes them in the order in which they were made, so that none refers to a later
	 * one.
	 */
	static void write(TestDatabase database, Path file) throws IOException, SQLException {
		List<String> tables = JdbcClient.create(database.dataSource()).sql("""
				select format('%I(%s)', relname, (select string_agg(quote_ident(attname), ', ' order by attnum)
				                                    from pg_attribute
				                                   where attrelid = class.oid and attnum > 0 and not attisdropped
				                                     and attgenerated = ''))
				  from pg_class class
				 where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'
				 order by oid
				""").query(String.class).list();
		try (Connection connection = database.dataSource().getConnection();
				Writer text = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)),
						StandardCharsets.UTF_8)) {
			for (String table : tables) {
				ByteArrayOutputStream rows = new ByteArrayOutputStream();
				connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
				text.write(table + "\n" + rows.toString(StandardCharsets.UTF_8) + "\\.\n");
			}
		}
	}

	/**
	 * Reads them into a database that has the tables and no rows; goes on numbering
	 * behind them.
	 */
	static void read(TestDatabase database, Path file) throws IOException, SQLException {
		try (Connection connection = database.dataSource().getConnection();
				BufferedReader lines = new BufferedReader(new InputStreamReader(
						new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
			for (String table = lines.readLine(); table != null; table = lines.readLine()) {
				StringBuilder rows = new StringBuilder();
				for (String row = lines.readLine(); !row.equals("\\."); row = lines.readLine()) {
					rows.append(row).append('\n');
				}
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
			}
		}
		JdbcClient jdbc = JdbcClient.create(database.dataSource());
		jdbc.sql("""
				select format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
				              table_name, column_name, column_name, table_name)
				  from information_schema.columns where table_schema = 'public' and is_identity = 'YES'
				""").query(String.class).list().forEach((sql) -> jdbc.sql(sql).query().singleRow());
		BATCH.forEach((each) -> jdbc
			.sql("select setval('batch_%1$s_seq', coalesce(max(%1$s_id), 0) + 1, false) from batch_%1$s"
				.formatted(each))
			.query()
			.singleRow());
		jdbc.sql("analyze").update();
	}

}
