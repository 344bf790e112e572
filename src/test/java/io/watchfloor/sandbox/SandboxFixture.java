package io.watchfloor.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.db.DataFolder;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.sandbox.app.RunningSystem;
import io.watchfloor.sandbox.sample.SampleSystem;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.FileSystemUtils;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

/** One sandbox with real servers for all tests: starting it is what takes the time. */
public final class SandboxFixture {

	private static SandboxFixture shared;

	public final List<AuditEntry> recorded = new CopyOnWriteArrayList<>();

	public final Set<Permission> permissions = EnumSet.allOf(Permission.class);

	public final SandboxEnvironments environments = new SandboxEnvironments();

	public final List<Object> events = new CopyOnWriteArrayList<>();

	public final SandboxHost host;

	public final Sandbox sandbox;

	volatile boolean auditWritable = true;

	private SandboxFixture(Path folder) {
		this.host = new SandboxHost(new SandboxSettings(null, Duration.ofSeconds(2)), new MockEnvironment(),
				DataFolder.open(folder), this.environments, new NoFiles(), this.events::add, Clock.systemUTC());
		this.sandbox = new Sandbox(this.host, new Person(), new Recorder());
	}

	/** Returns the sandbox, running and without faults. */
	public static synchronized SandboxFixture healthy() {
		if (shared == null) {
			shared = start();
		}
		shared.permissions.addAll(EnumSet.allOf(Permission.class));
		shared.auditWritable = true;
		shared.recorded.clear();
		for (SampleSystem system : SampleSystem.values()) {
			shared.host.installation(system.id()).orElseThrow().change((running, faults) -> faults.clear());
		}
		shared.host.refresh();
		return shared;
	}

	public RunningSystem running(SampleSystem system) {
		return this.host.installation(system.id()).orElseThrow().running().system();
	}

	private static SandboxFixture start() {
		try {
			Path folder = Files.createTempDirectory("watchfloor-sandbox");
			SandboxFixture fixture = new SandboxFixture(folder);
			fixture.host.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(fixture, folder)));
			await().atMost(60, SECONDS)
				.until(() -> fixture.events.stream().filter(CatalogChanged.class::isInstance).count() == 2);
			return fixture;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static void stop(SandboxFixture fixture, Path folder) {
		fixture.host.stop();
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException leftBehind) {
			// The temporary folder is the machine's to clean.
		}
	}

	private final class Person implements Authority {

		@Override
		public Actor require(Permission permission) {
			if (!has(permission)) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, "You may not " + permission);
			}
			return new Actor("ada", "Ada");
		}

		@Override
		public boolean has(Permission permission) {
			return SandboxFixture.this.permissions.contains(permission);
		}

		@Override
		public boolean steppedUp() {
			return false;
		}

		@Override
		public void stepUp(String password) {
			throw new UnsupportedOperationException();
		}

	}

	private final class Recorder implements AuditLog {

		@Override
		public long append(AuditEntry entry) {
			if (!writable()) {
				throw new Problem(Problem.Category.UNREACHABLE, "The audit log cannot be written");
			}
			SandboxFixture.this.recorded.add(entry);
			return SandboxFixture.this.recorded.size();
		}

		@Override
		public boolean writable() {
			return SandboxFixture.this.auditWritable;
		}

	}

	private static final class NoFiles implements Catalog {

		@Override
		public List<OperatedSystem> systems() {
			return List.of();
		}

		@Override
		public List<CatalogError> errors() {
			return List.of();
		}

	}

}
