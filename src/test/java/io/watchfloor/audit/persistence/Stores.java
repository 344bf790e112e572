package io.watchfloor.audit.persistence;

import java.util.function.Consumer;

import javax.sql.DataSource;

import io.watchfloor.audit.AuditSettings;
import io.watchfloor.audit.ChainStore;
import io.watchfloor.audit.RecordSource;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

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

	/** As above, and tells of each statement with its values in it. */
	public static RecordSource records(DataSource source, Consumer<String> statements) {
		Configuration told = new DefaultConfiguration().set(source)
			.set(SQLDialect.POSTGRES)
			.set(ExecuteListener.onExecuteStart(
					(context) -> statements.accept(String.valueOf(context.query().getSQL(ParamType.INLINED)))));
		return new JooqRecordSource(DSL.using(told));
	}

}
