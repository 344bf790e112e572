package io.watchfloor.audit.persistence;

import javax.sql.DataSource;

import io.watchfloor.audit.AuditSettings;
import io.watchfloor.audit.ChainStore;
import io.watchfloor.audit.RecordSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Hands tests the package's stores. */
public final class Stores {

	private Stores() {
	}

	public static ChainStore chain(DataSource source, AuditSettings settings) {
		return new JdbcChainStore(source, settings);
	}

	public static RecordSource records(DataSource source) {
		return new JooqRecordSource(DSL.using(source, SQLDialect.POSTGRES));
	}

}
