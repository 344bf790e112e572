package io.watchfloor.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

import io.watchfloor.audit.persistence.Stores;
import io.watchfloor.db.StoreStatus;
import io.watchfloor.kernel.Actor;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The log as Spring would put it together. */
public final class AuditFixture {

	public static final AuditSettings SETTINGS = new AuditSettings(Duration.ofSeconds(2), 1000, Duration.ofMinutes(10),
			Duration.ofHours(24));

	private AuditFixture() {
	}

	public static AuditLog log(DataSource source) {
		return log(source, SETTINGS);
	}

	public static AuditLog log(DataSource source, AuditSettings settings, Redaction... redactions) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		for (Redaction redaction : redactions) {
			beans.addBean("redaction" + System.identityHashCode(redaction), redaction);
		}
		return new GroupCommitAuditLog(new EntryPreparation(beans.getBeanProvider(Redaction.class)),
				Stores.chain(source, settings), beans.getBeanProvider(StoreStatus.class), settings, Clock.systemUTC());
	}

	public static AuditEntry entry(String action) {
		return entry(action, "cs-mcp/production/cache", "Redis keys stale");
	}

	public static AuditEntry entry(String action, String target, String reason) {
		return new AuditEntry(new Actor("0192f0c1", "Olga Petrova"), action, target, "ab".repeat(32), reason,
				"INTENDED", Map.of("run", "42", "step", "3"));
	}

}
