package org.jfpmonitor.publication.tables;

import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the names and kinds of the organisations as the newest run knew them. */
@Repository
class OrganisationTable {

	private final NamedParameterJdbcTemplate batches;

	private final Organisations register;

	OrganisationTable(NamedParameterJdbcTemplate batches, Organisations register) {
		this.batches = batches;
		this.register = register;
	}

	/** Once where one transaction assesses several plans. */
	@EventListener
	void on(PlanAssessed run) {
		if (TransactionSynchronizationManager.hasResource(this)) {
			return;
		}
		TransactionSynchronizationManager.bindResource(this, run);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				TransactionSynchronizationManager.unbindResource(OrganisationTable.this);
			}

		});
		this.batches.batchUpdate("""
				insert into organisation (code, name, kind)
				values (:code, :name, :kind)
				on conflict (code) do update set name = excluded.name, kind = excluded.kind
				 where (organisation.name, organisation.kind) is distinct from (excluded.name, excluded.kind)
				""", this.register.all().stream().map(OrganisationTable::row).toArray(SqlParameterSource[]::new));
	}

	private static SqlParameterSource row(Organisation organisation) {
		return new MapSqlParameterSource("code", organisation.code().value()).addValue("name", organisation.name())
			.addValue("kind", organisation.kind().code());
	}

}
