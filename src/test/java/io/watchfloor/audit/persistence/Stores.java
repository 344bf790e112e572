package io.watchfloor.audit.persistence;

import javax.sql.DataSource;

import io.watchfloor.audit.AuditSettings;
import io.watchfloor.audit.ChainStore;

/** Hands tests the package's stores. */
public final class Stores {

	private Stores() {
	}

	public static ChainStore chain(DataSource source, AuditSettings settings) {
		return new JdbcChainStore(source, settings);
	}

}
