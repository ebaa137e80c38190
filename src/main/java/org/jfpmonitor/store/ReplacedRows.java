package org.jfpmonitor.store;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Rows that were replaced or deleted and still take room, such as the charts and lists
 * that each run writes anew. PostgreSQL sweeps them by itself in time; after a night with
 * many of them it need not wait.
 */
@Component
public class ReplacedRows {

	/** Fewer of a table are not worth a look at it. */
	private static final int MANY = 1000;

	private final JdbcTemplate jdbc;

	ReplacedRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Gives their room back, outside any transaction.
	 * @return about how many there were, as PostgreSQL counts them
	 */
	public int sweep() {
		Map<String, Long> replaced = new TreeMap<>();
		this.jdbc.query("""
				select quote_ident(relname) as name, n_dead_tup as replaced from pg_stat_user_tables
				 where schemaname = current_schema() and n_dead_tup >= ?
				""", (row) -> {
			replaced.put(row.getString("name"), row.getLong("replaced"));
		}, MANY);
		replaced.keySet().forEach((table) -> this.jdbc.execute("vacuum (analyze) " + table));
		return Math.toIntExact(replaced.values().stream().mapToLong(Long::longValue).sum());
	}

}
