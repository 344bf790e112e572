package io.watchfloor.catalog.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.EnvironmentContributor;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.TargetKind;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The catalog of a folder. It is read when somebody first asks, so that connectors and
 * contributors may themselves depend on it.
 */
@Component
class FolderCatalog implements Catalog {

	private static final Logger logger = LoggerFactory.getLogger(FolderCatalog.class);

	private final CatalogProperties properties;

	private final SystemSchema schema;

	private final ObjectProvider<TargetKind> kinds;

	private final ObjectProvider<EnvironmentContributor> contributors;

	private final ObjectProvider<AuditLog> audit;

	private final ApplicationEventPublisher events;

	private final ReentrantLock reading = new ReentrantLock();

	private volatile @Nullable CatalogState state;

	FolderCatalog(CatalogProperties properties, SystemSchema schema, ObjectProvider<TargetKind> kinds,
			ObjectProvider<EnvironmentContributor> contributors, ObjectProvider<AuditLog> audit,
			ApplicationEventPublisher events) {
		this.properties = properties;
		this.schema = schema;
		this.kinds = kinds;
		this.contributors = contributors;
		this.audit = audit;
		this.events = events;
	}

	@Override
	public List<OperatedSystem> systems() {
		return state().systems()
			.values()
			.stream()
			.map(this::contributed)
			.sorted(Comparator.comparing(OperatedSystem::name, String.CASE_INSENSITIVE_ORDER))
			.toList();
	}

	@Override
	public List<CatalogError> errors() {
		return state().errors();
	}

	/** Reads the folder again when a file differs, and tells who listens. */
	void refresh() {
		CatalogState before = state();
		CatalogState now = read(before);
		CatalogDifference difference = CatalogDifference.between(before, now);
		if (difference.any()) {
			now.errors()
				.forEach((error) -> logger.warn("{}: {}; expected {}", error.place(), error.message(),
						error.expected()));
			record(difference, now);
			this.events.publishEvent(new CatalogChanged());
		}
	}

	/** What would keep a system's file from being in force. */
	List<CatalogError> check(SystemId system, byte[] file) {
		return folder().check(system, file)
			.stream()
			.filter((error) -> error.level() == CatalogError.Level.ERROR)
			.toList();
	}

	private OperatedSystem contributed(OperatedSystem system) {
		List<Environment> environments = new ArrayList<>(system.environments());
		this.contributors.orderedStream()
			.flatMap((contributor) -> contributor.environments(system.id()).stream())
			.filter((environment) -> system.environment(environment.name()).isEmpty())
			.forEach(environments::add);
		return system.withEnvironments(environments);
	}

	private CatalogState state() {
		CatalogState known = this.state;
		return (known != null) ? known : first();
	}

	private CatalogState first() {
		this.reading.lock();
		try {
			CatalogState known = this.state;
			if (known == null) {
				CatalogSeed.plant(this.properties.folderPath(), this.schema);
				known = read(CatalogState.EMPTY);
			}
			return known;
		}
		finally {
			this.reading.unlock();
		}
	}

	/** The files' state is taken first: what changes while reading is read again. */
	private CatalogState read(CatalogState before) {
		this.reading.lock();
		try {
			CatalogFolder folder = folder();
			Map<Path, FileState> files = folder.states();
			CatalogState now = files.equals(before.files()) ? before : before.after(folder.read(), files);
			this.state = now;
			return now;
		}
		finally {
			this.reading.unlock();
		}
	}

	private CatalogFolder folder() {
		TargetRules rules = new TargetRules(this.kinds.orderedStream().toList(), this.schema.plannedKinds());
		return new CatalogFolder(this.properties.folderPath(), this.properties.runbooksPath(), this.schema, rules);
	}

	/**
	 * A change of files touches no target: it stands even while the log is out of reach.
	 */
	private void record(CatalogDifference difference, CatalogState now) {
		AuditEntry entry = new AuditEntry(Actor.SYSTEM, "catalog.reloaded", "catalog", null, null, "SUCCEEDED",
				difference.details(now.errors()));
		try {
			this.audit.ifAvailable((log) -> log.append(entry));
		}
		catch (Problem unreachable) {
			logger.warn("The catalog was reloaded without a record: {}", unreachable.getMessage());
		}
	}

}
