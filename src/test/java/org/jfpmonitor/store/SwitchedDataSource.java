package org.jfpmonitor.store;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The database of the moment, so that one application can serve tests that each have a
 * database of their own.
 */
public final class SwitchedDataSource extends AbstractDataSource {

	private volatile TestDatabase first;

	private volatile TestDatabase current;

	/** Leads to this database until told otherwise. */
	public SwitchedDataSource(TestDatabase first) {
		this.first = first;
		this.current = first;
	}

	/** Leads to another database from now on. */
	public void to(TestDatabase other) {
		this.current = other;
	}

	/** What is there now is what each of the next tests begins with. */
	public void keep() {
		this.first = this.current.copy();
	}

	/** Leads to a new copy of what tests begin with from now on. */
	void renew() {
		to(this.first.copy());
	}

	/** Address of the database of the moment. */
	public String url() {
		return this.current.url();
	}

	@Override
	public Connection getConnection() throws SQLException {
		return this.current.dataSource().getConnection();
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return getConnection();
	}

}
