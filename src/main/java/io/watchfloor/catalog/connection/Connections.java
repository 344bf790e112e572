package io.watchfloor.catalog.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.ConnectionProbe;
import io.watchfloor.catalog.Endpoint;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.catalog.connection.Attempt.Result;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.kernel.Risk;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Tries out targets stage by stage, so that what does not work is told apart: the name,
 * the way, TLS, the sign-in, the permission. Nothing is changed.
 */
@Service
public class Connections {

	private static final Logger log = LoggerFactory.getLogger(Connections.class);

	/** After which a stage is given up. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Catalog catalog;

	private final Duration patience;

	private final Authority authority;

	private final AuditLog audit;

	private final Map<String, ConnectionProbe> probes;

	@Autowired
	Connections(Catalog catalog, Authority authority, List<ConnectionProbe> probes, AuditLog audit) {
		this(catalog, authority, probes, audit, PATIENCE);
	}

	Connections(Catalog catalog, Authority authority, List<ConnectionProbe> probes, AuditLog audit, Duration patience) {
		this.patience = patience;
		this.audit = audit;
		this.catalog = catalog;
		this.authority = authority;
		this.probes = probes.stream().collect(Collectors.toUnmodifiableMap(ConnectionProbe::kind, Function.identity()));
	}

	/** Whether the person at hand may. */
	public boolean allowed() {
		return this.authority.hasSomewhere(Permission.TEST_CONNECTIONS);
	}

	/**
	 * Tries a target out, and has on record who did and what came of it.
	 * @param told of each stage as soon as it has ended, on this thread
	 * @throws Problem when the person may not, the catalog has no such target, or nobody
	 * connects to its kind
	 */
	public void test(TargetId id, Consumer<Attempt> told) {
		Actor actor = this.authority.require(Permission.TEST_CONNECTIONS,
				new Scope(id.system().value(), id.environment(), Risk.READ));
		Target target = target(id);
		ConnectionProbe probe = this.probes.get(target.kind());
		if (probe == null) {
			throw new Problem(Category.NOT_FOUND, "Nothing connects to targets of the kind '" + target.kind() + "'.");
		}
		List<Attempt> all = new ArrayList<>();
		stages(target, probe, new Attempts((attempt) -> {
			all.add(attempt);
			told.accept(attempt);
		}, this.patience));
		this.audit.append(record(actor, id, all));
	}

	private static void stages(Target target, ConnectionProbe probe, Attempts attempts) {
		Optional<Endpoint> endpoint = endpoint(probe, target, attempts);
		String direct = "not reached by name and port";
		attempts.run(Stage.NAME, direct, endpoint.map((where) -> () -> Optional.of(Network.name(where, target))));
		attempts.run(Stage.ROUTE, direct, endpoint.map((where) -> () -> Optional.of(Network.route(where, target))));
		attempts.run(Stage.TLS, "no TLS before the sign-in",
				endpoint.filter(Endpoint::tls).map((where) -> () -> Optional.of(Network.tls(where, target))));
		attempts.run(Stage.SIGN_IN, "", Optional.of(() -> Optional.of(probe.signIn(target))));
		attempts.run(Stage.PERMISSION, "", Optional.of(() -> probe.permission(target)));
	}

	private static AuditEntry record(Actor actor, TargetId id, List<Attempt> all) {
		Optional<Attempt> failed = all.stream().filter((attempt) -> attempt.result() == Result.FAILS).findFirst();
		Map<String, String> details = new TreeMap<>();
		details.put("stages",
				all.stream()
					.filter((attempt) -> attempt.result() == Result.WORKS)
					.map((attempt) -> attempt.stage().label())
					.collect(Collectors.joining(", ")));
		failed.ifPresent((attempt) -> {
			details.put("failed at", attempt.stage().label());
			details.put("why", attempt.detail());
		});
		return new AuditEntry(actor, "connection.tested", id.toString(), null, null,
				failed.isPresent() ? "FAILED" : "SUCCEEDED", details);
	}

	private static Optional<Endpoint> endpoint(ConnectionProbe probe, Target target, Attempts attempts) {
		try {
			return probe.endpoint(target);
		}
		catch (Problem wrong) {
			attempts.tell(new Attempt(Stage.NAME, Result.FAILS, String.valueOf(wrong.getMessage()), Duration.ZERO));
			return Optional.empty();
		}
	}

	private Target target(TargetId id) {
		return this.catalog.target(id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "The catalog no longer has the target " + id + "."));
	}

	/** One after another, until one fails. */
	private static final class Attempts {

		private final Consumer<Attempt> told;

		private final Duration patience;

		private boolean failed;

		private Attempts(Consumer<Attempt> told, Duration patience) {
			this.told = told;
			this.patience = patience;
		}

		private void tell(Attempt attempt) {
			this.failed |= attempt.result() == Result.FAILS;
			this.told.accept(attempt);
		}

		private void run(Stage stage, String without, Optional<Supplier<Optional<String>>> work) {
			if (this.failed) {
				return;
			}
			if (work.isEmpty()) {
				tell(new Attempt(stage, Result.NOT_TRIED, without, Duration.ZERO));
				return;
			}
			long start = System.nanoTime();
			try {
				Optional<String> found = within(work.get());
				tell(new Attempt(stage, found.isPresent() ? Result.WORKS : Result.NOT_TRIED,
						found.orElse("cannot be asked"), since(start)));
			}
			catch (Problem problem) {
				tell(new Attempt(stage, Result.FAILS, String.valueOf(problem.getMessage()), since(start)));
			}
		}

		private static Duration since(long start) {
			return Duration.ofNanos(System.nanoTime() - start);
		}

		/** A name server or a connector that does not come back keeps nobody waiting. */
		private Optional<String> within(Supplier<Optional<String>> work) {
			FutureTask<Optional<String>> task = new FutureTask<>(work::get);
			Thread.ofVirtual().name("connection test").start(task);
			try {
				return task.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException late) {
				task.cancel(true);
				throw new Problem(Category.UNREACHABLE, "No answer within " + this.patience.toSeconds() + " s.", late);
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw new Problem(Category.UNREACHABLE, "The test was broken off.", interrupted);
			}
			catch (ExecutionException failure) {
				throw Problem.thrownIn(failure).orElseGet(() -> {
					log.warn("A connection test failed in a way that nobody foresaw", failure);
					return new Problem(Category.UNREACHABLE,
							"It failed in a way that nobody foresaw; the console's log says how.", failure);
				});
			}
		}

	}

}
