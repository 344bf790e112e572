package io.watchfloor.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import io.watchfloor.audit.persistence.Stores;
import io.watchfloor.db.DataFolder;
import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Permission;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The module as Spring would put it together, on a database and a folder of its own. */
public final class AuditFixture implements AutoCloseable {

	public static final AuditSettings SETTINGS = new AuditSettings(Duration.ofSeconds(2), 1000, Duration.ofMinutes(10),
			Duration.ofHours(24));

	private final DataFolder data;

	private final List<AutoCloseable> toClose = new ArrayList<>();

	final RecordSource source;

	final FakeAuthority authority = new FakeAuthority(Permission.values());

	final Clock clock;

	final AuditSettings settings;

	final Checkpoints checkpoints;

	final GroupCommitAuditLog log;

	final ChainVerifier verifier;

	final ChainState state;

	public AuditFixture(DataSource database, Path folder) {
		this(database, folder, SETTINGS, Clock.systemUTC());
	}

	AuditFixture(DataSource database, Path folder, AuditSettings settings, Clock clock, Redaction... redactions) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		for (Redaction redaction : redactions) {
			beans.addBean("redaction" + System.identityHashCode(redaction), redaction);
		}
		this.clock = clock;
		this.settings = settings;
		this.data = DataFolder.open(folder);
		this.source = Stores.records(database);
		this.checkpoints = new Checkpoints(this.data, settings, clock);
		ChainStore chain = Stores.chain(database, settings);
		this.log = new GroupCommitAuditLog(new EntryPreparation(beans.getBeanProvider(Redaction.class)), chain,
				Optional::empty, this.checkpoints, settings, clock);
		this.verifier = new ChainVerifier(this.source, this.checkpoints, clock);
		this.state = new ChainState(this.checkpoints, this.log);
		this.toClose.add(this.log::destroy);
		this.toClose.add(this.checkpoints::destroy);
		this.toClose.add(() -> ((DisposableBean) chain).destroy());
		this.toClose.add(this.data);
	}

	public AuditLog log() {
		return this.log;
	}

	public AuditExport export() {
		return new AuditExport(this.source, this.log, this.authority);
	}

	AuditWatch watch() {
		return new AuditWatch(this.verifier, this.source, this.checkpoints, this.state, this.settings, this.clock);
	}

	/** In the order in which Spring destroys the beans. */
	@Override
	public void close() {
		try {
			for (AutoCloseable bean : this.toClose) {
				bean.close();
			}
		}
		catch (Exception failure) {
			throw new IllegalStateException(failure);
		}
	}

	public static AuditEntry entry(String action) {
		return entry(action, "cs-mcp/production/cache", "Redis keys stale");
	}

	public static AuditEntry entry(String action, String target, String reason) {
		return new AuditEntry(new Actor("0192f0c1", "Olga Petrova"), action, target, "ab".repeat(32), reason,
				"INTENDED", Map.of("run", "42", "step", "3"));
	}

}
