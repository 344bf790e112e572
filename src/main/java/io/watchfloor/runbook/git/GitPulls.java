package io.watchfloor.runbook.git;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.GitSource;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.runbook.Revision;
import io.watchfloor.runbook.RunbookEvent;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Pulls runbooks from the repositories that systems name. */
@Service
public class GitPulls {

	/** Longer than a pull may take. */
	private static final Duration CLAIM = Duration.ofMinutes(10);

	private final Catalog catalog;

	private final PullStore store;

	private final GitFetch fetch;

	private final GitDocuments documents;

	private final Authority authority;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	/**
	 * What the catalog named when it was last looked at: what is new is pulled by itself,
	 * once.
	 */
	private final Map<SystemId, GitSource> seen = new ConcurrentHashMap<>();

	/** When a refused hook was last put on record. */
	private final Map<SystemId, Instant> refused = new ConcurrentHashMap<>();

	GitPulls(Catalog catalog, PullStore store, GitFetch fetch, GitDocuments documents, Authority authority,
			ApplicationEventPublisher events, Clock clock) {
		this.catalog = catalog;
		this.store = store;
		this.fetch = fetch;
		this.documents = documents;
		this.authority = authority;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Has on record that somebody's hook was refused; once a minute for each system, so
	 * that nobody fills the log from outside.
	 * @param from the address it came from
	 */
	void refused(SystemId system, String from) {
		Instant now = this.clock.instant();
		Instant last = this.refused.put(system, now);
		if (last != null && now.isBefore(last.plus(Duration.ofMinutes(1)))) {
			this.refused.put(system, last);
			return;
		}
		this.events.publishEvent(new RunbookEvent(new Actor("webhook", "A webhook"), "runbook.hook", system, "REFUSED",
				Map.of("from", from, "why", "the signature or token does not fit")));
	}

	/** Whether the person who asks may pull. */
	public boolean allowed() {
		return this.authority.has(Permission.MANAGE_RUNBOOKS);
	}

	/** How a system's repository stands; empty before anything was asked of it. */
	public Optional<PullState> state(SystemId system) {
		this.authority.require(Permission.VIEW);
		return this.documents.state(system);
	}

	/**
	 * Pulls now.
	 * @return the commit that is shown now
	 * @throws Problem when the person may not, another pull is under way, or this one
	 * fails; what was shown before stays
	 */
	public Revision pull(SystemId system) {
		Actor actor = this.authority.require(Permission.MANAGE_RUNBOOKS);
		GitSource source = source(system);
		Instant now = this.clock.instant();
		this.store.want(system, source, now, actor.name());
		if (this.store.claim(system, now, now.plus(CLAIM)).isEmpty()) {
			throw new Problem(Category.STALE,
					"A pull of " + system + " is under way. It is repeated when it ends; wait a moment.");
		}
		return pull(system, source, actor, "asked for");
	}

	/**
	 * Asks for a pull on behalf of nobody.
	 * @param by what asks
	 * @throws RuntimeException when it cannot be stored
	 */
	void want(SystemId system, String by) {
		this.store.want(system, source(system), this.clock.instant(), by);
	}

	/** Does what is asked for, and what was never done. */
	void work() {
		for (OperatedSystem system : this.catalog.systems()) {
			GitSource source = system.git();
			if (source != null) {
				boolean shown = this.documents.state(system.id())
					.filter((state) -> state.of(source) && state.revision() != null)
					.isPresent();
				if (!source.equals(this.seen.put(system.id(), source)) && !shown) {
					this.store.want(system.id(), source, this.clock.instant(), "the catalog");
				}
				Instant now = this.clock.instant();
				this.store.claim(system.id(), now, now.plus(CLAIM)).ifPresent((by) -> quietly(system.id(), source, by));
			}
		}
	}

	private void quietly(SystemId system, GitSource source, String by) {
		try {
			pull(system, source, Actor.SYSTEM, by);
		}
		catch (Problem known) {
			// it stands in the state, where people see it
		}
	}

	private Revision pull(SystemId system, GitSource source, Actor actor, String by) {
		try {
			Revision before = this.documents.state(system)
				.filter((state) -> state.of(source))
				.map(PullState::revision)
				.orElse(null);
			Optional<Pulled> pulled = this.fetch.pull(source, (before != null) ? before.commit() : null);
			if (pulled.isPresent()) {
				store(system, source, actor, by, before, pulled.get());
			}
			else {
				this.store.same(system, this.clock.instant());
			}
			this.documents.refresh();
			return this.documents.state(system)
				.map(PullState::revision)
				.orElseThrow(() -> new Problem(Category.NOT_FOUND, "Nothing was pulled for " + system + "."));
		}
		catch (RuntimeException trouble) {
			Problem problem = Problem.in(trouble)
				.orElseGet(() -> new Problem(Category.UNREACHABLE,
						"The pull of " + system + " failed: " + trouble.getMessage() + ". Pull again.", trouble));
			this.store.failed(system, String.valueOf(problem.getMessage()), this.clock.instant());
			this.documents.refresh();
			throw problem;
		}
	}

	private void store(SystemId system, GitSource source, Actor actor, String by, @Nullable Revision before,
			Pulled pulled) {
		Map<String, String> details = Map.of("url", source.url(), "branch", source.branch(), "from",
				(before != null) ? before.commit() : "nothing", "to", pulled.revision().commit(), "by", by, "files",
				String.valueOf(pulled.files().size()));
		this.events.publishEvent(new RunbookEvent(actor, "runbook.pull", system, "INTENDED", details));
		this.store.pulled(system, source, pulled.revision(), pulled.files(), this.clock.instant());
		this.events.publishEvent(
				new RunbookEvent(actor, "runbook.pull", system, "SUCCEEDED", Map.of("to", pulled.revision().commit())));
	}

	private GitSource source(SystemId system) {
		return Optional.ofNullable(this.catalog.system(system).map(OperatedSystem::git).orElse(null))
			.orElseThrow(() -> new Problem(Category.NOT_FOUND,
					"The system " + system + " names no repository. Add git: with a url to its system.yaml."));
	}

	/** What the hook of a system must be signed with. */
	Optional<GitSource> hooked(String system) {
		return this.catalog.systems()
			.stream()
			.filter((known) -> known.id().value().equals(system))
			.flatMap((known) -> Optional.ofNullable(known.git()).stream())
			.filter((source) -> source.secrets().containsKey("webhook"))
			.findFirst();
	}

}
