package io.watchfloor.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.watchfloor.db.IdleTransactions;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.TargetHint;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.LineRedaction;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.db.Broadcast;
import io.watchfloor.db.StoreStatus;
import io.watchfloor.kernel.Risk;
import io.watchfloor.command.Understanding;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.run.output.OutputStore;
import io.watchfloor.run.output.Outputs;
import io.watchfloor.runbook.Inputs;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.StepInput;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.runbook.Step;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Rights;
import io.watchfloor.testing.MutableClock;
import io.watchfloor.testing.TestStore;
import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.FilterType;

import static org.assertj.core.api.Assertions.assertThat;

/** The run module in a world of its own: real PostgreSQL, hand-written neighbours. */
public class RunHouse implements AutoCloseable {

	static final SystemId SHOP = new SystemId("shop");

	static final RunbookId BOOK = new RunbookId(SHOP, "book.md");

	final Shelf shelf = new Shelf();

	final FakeAuthority authority = new FakeAuthority();

	final FakeRights rights = new FakeRights();

	final FakeAudit audit = new FakeAudit();

	final MutableClock clock = MutableClock.at("2026-03-01T03:00:00Z");

	final AtomicReference<Optional<String>> storeTrouble = new AtomicReference<>(Optional.empty());

	private final AtomicReference<Secrets> hiding = new AtomicReference<>(new FakeSecrets());

	private final List<Step> steps = new ArrayList<>();

	private @Nullable HikariDataSource pool;

	private @Nullable Actions actions;

	private final Map<String, Target> targets = new LinkedHashMap<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	public RunHouse(TestStore store) {
		this(pool(store));
	}

	/** Hides secrets in another way from now on. */
	RunHouse hides(Secrets secrets) {
		this.hiding.set(secrets);
		return this;
	}

	RunHouse(HikariDataSource pool) {
		this(DSL.using(pool, SQLDialect.POSTGRES));
		this.pool = pool;
	}

	private static HikariDataSource pool(TestStore store) {
		return pool(store.jdbcUrl());
	}

	static HikariDataSource pool(String jdbcUrl) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(jdbcUrl);
		pool.setMaximumPoolSize(4);
		pool.setConnectionInitSql(IdleTransactions.LIMIT);
		return pool;
	}

	/** With people who are not made up. */
	RunHouse(TestStore store, Authority caller, Rights rights) {
		this(DSL.using(store.dataSource(), SQLDialect.POSTGRES), null, null, RunTimes.standard(), caller, rights);
	}

	/** With real connectors and these targets, by their names. */
	RunHouse(HikariDataSource pool, Actions actions, Map<String, Target> targets) {
		this.actions = actions;
		this.targets.putAll(targets);
		this.pool = pool;
		open(DSL.using(pool, SQLDialect.POSTGRES), Clock.systemUTC(), null, RunTimes.standard(), null, null);
	}

	RunHouse(DSLContext jooq) {
		this(jooq, null, null, RunTimes.standard());
	}

	/**
	 * With what else it shall use.
	 * @param realClock instead of the one that the test moves
	 * @param realAudit instead of the one that the test stops
	 */
	RunHouse(DSLContext jooq, @Nullable Clock realClock, @Nullable AuditLog realAudit, RunTimes times) {
		this(jooq, realClock, realAudit, times, null, null);
	}

	private RunHouse(DSLContext jooq, @Nullable Clock realClock, @Nullable AuditLog realAudit, RunTimes times,
			@Nullable Authority caller, @Nullable Rights known) {
		open(jooq, realClock, realAudit, times, caller, known);
	}

	private void open(DSLContext jooq, @Nullable Clock realClock, @Nullable AuditLog realAudit, RunTimes times,
			@Nullable Authority caller, @Nullable Rights known) {
		Clock now = (realClock != null) ? realClock : this.clock;
		this.context.registerBean(DSLContext.class, () -> jooq);
		this.context.registerBean(Clock.class, () -> now);
		this.context.registerBean(Authority.class, () -> (caller != null) ? caller : this.authority);
		this.context.registerBean(Rights.class, () -> (known != null) ? known : this.rights);
		this.context.registerBean(AuditLog.class, () -> (realAudit != null) ? realAudit : this.audit);
		this.context.registerBean(Actions.class,
				() -> (this.actions != null) ? this.actions : new FakeActions(this.shelf, now));
		this.context.registerBean(Inputs.class, () -> RunHouse::bind);
		this.context.registerBean(Broadcast.class, FakeBroadcast::new);
		this.context.registerBean(RunTimes.class, () -> times);
		this.context.registerBean(StoreStatus.class, () -> this.storeTrouble::get);
		this.context.registerBean(Catalog.class, () -> new FakeCatalog(this.targets));
		this.context.registerBean(Secrets.class, () -> new Hiding(this.hiding));
		this.context.registerBean(Runbooks.class, () -> new FakeRunbooks(this.steps));
		this.context.register(Module.class);
		this.context.refresh();
	}

	/** Any service of the module. */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public Runs runs() {
		return this.context.getBean(Runs.class);
	}

	public RunSteps steps() {
		return this.context.getBean(RunSteps.class);
	}

	public RunInputs inputs() {
		return this.context.getBean(RunInputs.class);
	}

	public Confirmations confirmations() {
		return this.context.getBean(Confirmations.class);
	}

	public Approvals approvals() {
		return this.context.getBean(Approvals.class);
	}

	public GoingAlone goingAlone() {
		return this.context.getBean(GoingAlone.class);
	}

	public ApprovalQueue queue() {
		return this.context.getBean(ApprovalQueue.class);
	}

	/** The one request that a step waits with. */
	public Approval waiting(RunId run, String key) {
		return bean(ApprovalStore.class).waiting(new StepRef(run, key)).orElseThrow();
	}

	/** As if everything that waits had been asked for so much earlier. */
	public void allRequestsAge(Duration by) {
		this.context.getBean(DSLContext.class)
			.execute(
					"update run.approval set asked_at = asked_at - {0}::interval, expires_at = expires_at - {0}::interval, alone_from = alone_from - {0}::interval where state = 'WAITING'",
					DSL.val(by.toSeconds() + " seconds"));
	}

	public StepAftermath aftermath() {
		return this.context.getBean(StepAftermath.class);
	}

	public RunRecords records() {
		return this.context.getBean(RunRecords.class);
	}

	OutputStore outputStore() {
		return this.context.getBean(OutputStore.class);
	}

	/** Lets output find no room, or room again. */
	void outputTrouble(boolean trouble) {
		DSLContext jooq = this.context.getBean(DSLContext.class);
		jooq.execute(trouble ? "ALTER TABLE run.output ADD CONSTRAINT no_room CHECK (false) NOT VALID"
				: "ALTER TABLE run.output DROP CONSTRAINT no_room");
	}

	/** What steps print. */
	public Outputs outputs() {
		return this.context.getBean(Outputs.class);
	}

	/** Lets the next steps print something while they are sent. */
	public void prints(Consumer<Consumer<String>> printer) {
		this.shelf.sending = (put, context) -> printer.accept(context::output);
	}

	StepStore stepStore() {
		return this.context.getBean(StepStore.class);
	}

	/** Tells who watches. */
	public RunFeed feed() {
		return this.context.getBean(RunFeed.class);
	}

	/** Who may what. */
	public Authority authority() {
		return this.authority;
	}

	/** The systems. */
	public Catalog catalog() {
		return this.context.getBean(Catalog.class);
	}

	/** What is on the shelf. */
	public Map<String, String> shelfValues() {
		return this.shelf.values;
	}

	/** What happened to the shelf. */
	public List<String> shelfJournal() {
		return this.shelf.journal;
	}

	/**
	 * Whether an answer comes; without one the outcome is unknown, and the probe cannot
	 * tell.
	 */
	public void answers(boolean answers) {
		this.shelf.answer = answers ? new Outcome.Succeeded("put", Map.of()) : new Outcome.Unknown("no answer came");
	}

	/** Moves the clock on. */
	public void later(Duration duration) {
		this.clock.advance(duration);
	}

	/** As if the last sign of life of every node were long enough ago. */
	void allNodesFallSilent() {
		this.context.getBean(DSLContext.class)
			.execute("UPDATE run.claim SET heartbeat_at = heartbeat_at - make_interval(secs => {0})",
					DSL.val(RunTimes.standard().silence().toSeconds() + 1.0));
	}

	/** Stops the audit log, or lets it go on. */
	public void audit(boolean works) {
		this.audit.down = !works;
	}

	/** Somebody else calls from now on, on this thread. */
	public void callerBecomes(String name, Permission... permissions) {
		this.authority.becomes(name, permissions);
	}

	/** Somebody calls from now on, on every thread, as behind a page. */
	public void callerIsEverywhere(String name, Permission... permissions) {
		this.authority.isEverywhere(name, permissions);
	}

	/** A step that puts a value. */
	public RunHouse put(String key, Risk risk) {
		return action(key, new Shelf.Put(key, "new", risk), new TargetHint.Written("front"));
	}

	/** A step that reads a value. */
	public RunHouse look(String key) {
		return action(key, new Shelf.Look(key), new TargetHint.Written("front"));
	}

	RunHouse action(String key, Action action, TargetHint hint) {
		this.steps.add(new Step.ActionStep(key, "Step " + key, Phase.MITIGATE, new LineRange(1, 1),
				action.commandLine(), new ActionCall(action, hint), null));
		return this;
	}

	/** A step that puts a value under a key that a person names. */
	public RunHouse putOpen(String key, String input) {
		StepInput open = new StepInput(input, "<" + input + ">", StepInput.Kind.TEXT, List.of("/key"), null, List.of());
		this.steps
			.add(new Step.ActionStep(key, "Step " + key, Phase.MITIGATE, new LineRange(1, 1), "", "put <" + input + ">",
					new ActionCall(new Shelf.Put("sample", "new", Risk.REVERSIBLE), new TargetHint.Written("front")),
					"Put <" + input + ">", null, null, List.of(open), Map.of()));
		return this;
	}

	private static Understanding<ActionCall> bind(String language, String line, Map<String, String> constants,
			Map<String, String> values) {
		String value = values.values().iterator().next();
		return value.startsWith("-") ? new Understanding.NotUnderstood<>("The value may not start with '-'.")
				: new Understanding.Understood<>(
						new ActionCall(new Shelf.Put(value, "new", Risk.REVERSIBLE), new TargetHint.Written("front")));
	}

	/** A manual step that is to be done under a condition. */
	public RunHouse manualIf(String key, String condition) {
		this.steps.add(new Step.ManualStep(key, "Step " + key, Phase.STEPS, new LineRange(1, 1), "Do it", false, null,
				null, condition, null));
		return this;
	}

	/** A reading that is to be made under a condition. */
	public RunHouse lookIf(String key, String condition) {
		Shelf.Look look = new Shelf.Look(key);
		this.steps.add(new Step.ActionStep(key, "Step " + key, Phase.MITIGATE, new LineRange(1, 1), "",
				look.commandLine(), new ActionCall(look, new TargetHint.Written("front")), look.title(), null,
				condition, List.of(), Map.of()));
		return this;
	}

	public RunHouse manual(String key) {
		this.steps.add(new Step.ManualStep(key, "Step " + key, Phase.STEPS, new LineRange(1, 1), "Do it", false, null));
		return this;
	}

	public RunHouse decision(String key, String... causes) {
		List<Step.Choice> choices = java.util.Arrays.stream(causes)
			.map((cause) -> new Step.Choice(cause, "mend it"))
			.toList();
		this.steps.add(new Step.DecisionStep(key, "Step " + key, Phase.DECIDE, new LineRange(1, 1), choices));
		return this;
	}

	/** Starts a walk through the steps added so far and forgets them. */
	public RunId start(String environment) {
		RunId run = runs().start(BOOK, "fix", environment);
		this.steps.clear();
		return run;
	}

	/** As above, a drill. */
	public RunId startDrill(String environment) {
		RunId run = bean(Drills.class).start(BOOK, "fix", environment, null);
		this.steps.clear();
		return run;
	}

	/** Does at once what is done twice a second anyway. */
	public void beat() {
		this.context.getBean(Heart.class).beat();
	}

	/** Waits until a step is in a state. */
	public StepRun awaitState(RunId run, String key, StepState state) {
		Awaitility.await(key + " is " + state)
			.atMost(Duration.ofSeconds(10))
			.pollInterval(Duration.ofMillis(10))
			.untilAsserted(() -> {
				beat();
				assertThat(step(run, key)).extracting(StepRun::state).isEqualTo(state);
			});
		return step(run, key);
	}

	/** Waits for the plan, without a beat. */
	StepRun awaitPlan(RunId run, String key) {
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.until(() -> step(run, key).state() == StepState.PLANNED);
		return step(run, key);
	}

	public StepRun step(RunId run, String key) {
		return stepStore().find(new StepRef(run, key)).orElseThrow();
	}

	/** Confirms the plan that is stored. */
	void confirm(RunId run, String key, String reason) {
		StepRun planned = awaitState(run, key, StepState.PLANNED);
		confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), reason, "");
	}

	public List<String> timeline(RunId run) {
		return records().timeline(run, 100).reversed().stream().map(TimelineEntry::text).toList();
	}

	@Override
	public void close() {
		this.context.close();
		if (this.pool != null) {
			this.pool.close();
		}
	}

	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "io.watchfloor.run",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = { ".*\\.ui\\..*", ".*Tests.*" }))
	static class Module {

	}

	private record FakeCatalog(Map<String, Target> real) implements Catalog {

		@Override
		public List<OperatedSystem> systems() {
			return List.of(new OperatedSystem(SHOP, "Shop", "Sells.", "team", "here", List.of(), List.of(),
					List.of(environment("sandbox", false), environment("production", true)), List.of()));
		}

		@Override
		public List<CatalogError> errors() {
			return List.of();
		}

		private Environment environment(String name, boolean production) {
			return new Environment(name, production, Map.of(), targets(name));
		}

		private List<Target> targets(String environment) {
			List<Target> all = new ArrayList<>(List.of(target(environment, "front"), target(environment, "back")));
			this.real.forEach((name, target) -> all.add(new Target(new TargetId(SHOP, environment, name), target.kind(),
					target.settings(), Map.of(), List.of())));
			return all;
		}

		private static Target target(String environment, String name) {
			return new Target(new TargetId(SHOP, environment, name), "shelf", Map.of(), Map.of(), List.of());
		}

	}

	private record Hiding(AtomicReference<Secrets> now) implements Secrets {

		@Override
		public String resolve(SecretReference reference) {
			return this.now.get().resolve(reference);
		}

		@Override
		public String redact(String text) {
			return this.now.get().redact(text);
		}

		@Override
		public LineRedaction lines() {
			return this.now.get().lines();
		}

	}

	private static final class FakeSecrets implements Secrets {

		@Override
		public String resolve(SecretReference reference) {
			return "s3cret";
		}

		@Override
		public String redact(String text) {
			return text.replace("s3cret", "[hidden]");
		}

	}

	private record FakeRunbooks(List<Step> steps) implements Runbooks {

		@Override
		public List<Runbook> all() {
			Procedure procedure = new Procedure("fix", "Fix it", List.of(), new LineRange(1, 9), this.steps);
			return List.of(new Runbook(BOOK, "Book", "", "0123456789ab", List.of(procedure)));
		}

		@Override
		public Optional<Runbook> find(RunbookId id) {
			return all().stream().filter((book) -> book.id().equals(id)).findFirst();
		}

	}

}
