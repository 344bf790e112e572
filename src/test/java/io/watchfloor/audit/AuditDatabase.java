package io.watchfloor.audit;

import javax.sql.DataSource;

import io.watchfloor.testing.TestStore;
import org.jooq.DSLContext;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own, and what somebody who owns it can do to the log. */
public final class AuditDatabase implements AutoCloseable {

	private final TestStore store = TestStore.create();

	public DataSource source() {
		return this.store.dataSource();
	}

	public DSLContext jooq() {
		return this.store.jooq();
	}

	public String url() {
		return this.store.jdbcUrl();
	}

	/** The same database through another port. */
	public DataSource source(int port) {
		PGSimpleDataSource other = new PGSimpleDataSource();
		other.setUrl(url());
		other.setServerNames(new String[] { "localhost" });
		other.setPortNumbers(new int[] { port });
		other.setConnectTimeout(1);
		return other;
	}

	public int port() {
		PGSimpleDataSource same = new PGSimpleDataSource();
		same.setUrl(url());
		return same.getPortNumbers()[0];
	}

	/** Runs it as the table's owner. */
	public void execute(String sql) {
		jooq().execute(sql);
	}

	/** Runs it with the triggers put aside, as only an owner can. */
	public void tamper(String sql) {
		execute("alter table audit.record disable trigger all");
		execute(sql);
		execute("alter table audit.record enable always trigger only_grows");
		execute("alter table audit.record enable always trigger chained");
	}

	@Override
	public void close() {
		this.store.close();
	}

}
