package org.jfpmonitor.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What the catalogue of the database says of its tables. */
final class Tables {

	/** Written by the migrations; a restored database has its own. */
	private static final String HISTORY = "flyway_schema_history";

	private Tables() {
	}

	/** Each script that made the tables, with its checksum. */
	static List<String> schema(Connection connection) throws SQLException {
		return texts(connection,
				"select version || ' ' || checksum from " + HISTORY + " where success order by installed_rank");
	}

	/**
	 * Every table with its columns, each after those that it refers to.
	 */
	static Map<String, List<String>> inOrder(Connection connection) throws SQLException {
		Map<String, List<String>> references = new LinkedHashMap<>();
		for (String table : texts(connection, """
				select table_name from information_schema.tables
				 where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> '%s'
				 order by table_name
				""".formatted(HISTORY))) {
			references.put(table, texts(connection, """
					select distinct target.relname
					  from pg_constraint
					       join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
					 where contype = 'f' and source.relname = ? and target.relname <> source.relname
					   and source.relnamespace = current_schema()::regnamespace
					""", table));
		}
		Map<String, List<String>> ordered = new LinkedHashMap<>();
		while (ordered.size() < references.size()) {
			int before = ordered.size();
			for (Map.Entry<String, List<String>> each : references.entrySet()) {
				if (!ordered.containsKey(each.getKey()) && ordered.keySet().containsAll(each.getValue())) {
					ordered.put(each.getKey(), columns(connection, each.getKey()));
				}
			}
			if (ordered.size() == before) {
				throw new IllegalStateException("Tables refer to each other in a circle: " + references.keySet());
			}
		}
		return ordered;
	}

	/** Every sequence that has given a number, with the last one. */
	static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
		List<Manifest.Sequence> sequences = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement("""
				select sequencename, last_value from pg_sequences
				 where schemaname = current_schema() and last_value is not null order by sequencename
				"""); ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				sequences.add(new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
			}
		}
		return sequences;
	}

	static CopyManager copies(Connection connection) throws SQLException {
		return connection.unwrap(PGConnection.class).getCopyAPI();
	}

	/** A table with its columns as COPY names them. */
	static String named(String table, List<String> columns) {
		return quoted(table) + " (" + String.join(", ", columns.stream().map(Tables::quoted).toList()) + ")";
	}

	static String quoted(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

	private static List<String> columns(Connection connection, String table) throws SQLException {
		return texts(connection, """
				select column_name from information_schema.columns
				 where table_schema = current_schema() and table_name = ? and is_generated = 'NEVER'
				 order by ordinal_position
				""", table);
	}

	static List<String> texts(Connection connection, String sql, String... parameters) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setString(i + 1, parameters[i]);
			}
			List<String> texts = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					texts.add(rows.getString(1));
				}
			}
			return texts;
		}
	}

}
