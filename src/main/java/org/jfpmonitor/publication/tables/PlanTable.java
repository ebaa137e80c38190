package org.jfpmonitor.publication.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Plan;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Tables that hold what the newest run found of each plan, and nothing of the runs
 * before.
 */
final class PlanTable {

	/** So that a large plan does not stand in memory row by row. */
	private static final int AT_ONCE = 1000;

	private final NamedParameterJdbcTemplate batches;

	PlanTable(NamedParameterJdbcTemplate batches) {
		this.batches = batches;
	}

	/** Puts the rows in the place of all that the table holds of the plan. */
	void replace(Plan plan, String table, String insert, Stream<SqlParameterSource> rows) {
		this.batches.update("delete from " + table + " where plan = :plan",
				new MapSqlParameterSource("plan", plan.id().value()));
		List<SqlParameterSource> batch = new ArrayList<>(AT_ONCE);
		rows.forEach((row) -> {
			batch.add(row);
			if (batch.size() == AT_ONCE) {
				write(insert, batch);
			}
		});
		write(insert, batch);
	}

	private void write(String insert, List<SqlParameterSource> batch) {
		if (!batch.isEmpty()) {
			this.batches.batchUpdate(insert, batch.toArray(SqlParameterSource[]::new));
			batch.clear();
		}
	}

}
