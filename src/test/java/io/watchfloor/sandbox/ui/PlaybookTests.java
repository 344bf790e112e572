package io.watchfloor.sandbox.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.Phase;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxSystem;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.security.Role;
import io.watchfloor.testing.SignedIn;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every fault of the sandbox has a shipped procedure that shows it and a step that cures
 * it, by the real connectors against the real targets.
 */
@ContextConfiguration(initializers = WithSandbox.class)
class PlaybookTests extends WholeConsole {

	private static final SystemId CUSTOMER_SUCCESS = new SystemId("customer-success-mcp");

	private static final SystemId ORDERDESK = new SystemId("orderdesk-mcp");

	@Autowired
	ApplicationContext context;

	@Autowired
	Sandbox sandbox;

	@Autowired
	Runbooks runbooks;

	@Autowired
	Catalog catalog;

	@Autowired
	Actions actions;

	@BeforeEach
	void signIn() {
		SignedIn.as(this.context, Role.ADMINISTRATOR);
		waiting("the sandbox runs").atMost(90, SECONDS)
			.until(() -> Stream.of(CUSTOMER_SUCCESS, ORDERDESK)
				.allMatch((system) -> environment(system).targets().size() == 4));
	}

	@AfterEach
	void putRight() {
		this.sandbox.systems()
			.forEach((system) -> system.faults()
				.stream()
				.filter(SandboxSystem.FaultState::injected)
				.forEach((fault) -> this.sandbox.clear(system.id(), fault.kind())));
		SecurityContextHolder.clearContext();
	}

	@ParameterizedTest
	@EnumSource
	void isSeenAndCuredByItsPlaybook(FaultKind fault) {
		List<SystemId> systems = List.of(CUSTOMER_SUCCESS, ORDERDESK);
		systems.forEach((system) -> this.sandbox.inject(system, fault));
		systems.forEach((system) -> {
			assertThat(injected(system, fault)).isTrue();
			waiting(system + ": some reading shows it").atMost(20, SECONDS)
				.until(() -> reads(system, fault).anyMatch((reading) -> shows(fault, reading)));
			cure(system, step(system, fault, (step) -> step.commandLine().contains(cure(system, fault))));
			waiting(system + ": it is gone").atMost(15, SECONDS).until(() -> !injected(system, fault));
			waiting(system + ": no reading shows it any more").atMost(30, SECONDS)
				.until(() -> reads(system, fault).noneMatch((reading) -> shows(fault, reading)));
		});
	}

	/** The person is signed in on this thread only. */
	private static ConditionFactory waiting(String what) {
		return await(what).pollInSameThread().ignoreExceptionsInstanceOf(Problem.class);
	}

	/** Without being told what to look for; only sessions are found by what they are. */
	private static boolean shows(FaultKind fault, Reading reading) {
		String rows = (reading.table() != null) ? reading.table().rows().toString() : "";
		return switch (fault) {
			case SLOW_QUERIES -> rows.contains("nightly-export");
			case IDLE_IN_TRANSACTION -> rows.contains("import-job") && rows.contains("idle in transaction");
			case SERVICE_DOWN, ERROR_RATE, SLOW_ANSWERS, CONNECTIONS_EXHAUSTED, REDIS_STOPPED, REDIS_KEYS_STALE,
					DISK_NEARLY_FULL ->
				!reading.known() || reading.judgement() == Reading.Judgement.NOT_AS_EXPECTED;
		};
	}

	private static String cure(SystemId system, FaultKind fault) {
		boolean docker = system.equals(ORDERDESK);
		return switch (fault) {
			case SERVICE_DOWN, ERROR_RATE, SLOW_ANSWERS ->
				docker ? "docker restart orderdesk-mcp" : "--force-new-deployment";
			case SLOW_QUERIES -> "nightly-export";
			case IDLE_IN_TRANSACTION, CONNECTIONS_EXHAUSTED -> "'idle in transaction'";
			case REDIS_STOPPED -> docker ? "docker restart orderdesk-redis" : "reboot-cache-cluster";
			case REDIS_KEYS_STALE -> docker ? "FLUSHALL" : "health_score:*";
			case DISK_NEARLY_FULL -> docker ? "docker container prune" : "--force-new-deployment";
		};
	}

	private Stream<Reading> reads(SystemId system, FaultKind fault) {
		return steps(system, fault)
			.filter((step) -> step.phase() == Phase.INVESTIGATE && step.call().action().risk() == Risk.READ)
			.map((step) -> this.actions.read(step.call().action(), step.call().filters(), target(system, step),
					RunContext.none()));
	}

	private void cure(SystemId system, ActionStep step) {
		Action action = step.call().action();
		assertThat(action.risk()).isNotEqualTo(Risk.READ);
		Target target = target(system, step);
		ChangeHandler<Action> handler = this.actions.changes(action);
		boolean byAge = step.commandLine().contains("interval '5 seconds'");
		waiting(system + ": the sessions are old enough").pollDelay(byAge ? 6 : 0, SECONDS)
			.atMost(15, SECONDS)
			.until(() -> !this.actions.preview(action, target).plan().calls().isEmpty());
		Plan plan = this.actions.preview(action, target).plan();
		assertThat(handler.execute(action, plan, target, new Announced(plan))).isInstanceOf(Outcome.Succeeded.class);
		waiting(system + ": " + plan.doneWhen().condition()).atMost(20, SECONDS)
			.until(() -> handler.verify(action, plan, target).state() == Verification.State.HOLDS);
	}

	private Stream<ActionStep> steps(SystemId system, FaultKind fault) {
		Playbooks.Playbook playbook = Playbooks.against(fault, system).orElseThrow();
		Procedure procedure = this.runbooks.find(new RunbookId(system, playbook.file()))
			.orElseThrow()
			.procedures()
			.stream()
			.filter((each) -> each.title().equals(playbook.title()))
			.findFirst()
			.orElseThrow();
		assertThat(playbook.location(system)).endsWith("/" + procedure.slug());
		return procedure.steps().stream().filter(ActionStep.class::isInstance).map(ActionStep.class::cast);
	}

	private ActionStep step(SystemId system, FaultKind fault, Predicate<ActionStep> wanted) {
		return steps(system, fault).filter(wanted).findFirst().orElseThrow();
	}

	private Target target(SystemId system, ActionStep step) {
		List<Target> candidates = this.actions.candidates(step.call(), environment(system));
		assertThat(candidates).as(step.commandLine()).hasSize(1);
		return candidates.getFirst();
	}

	private Environment environment(SystemId system) {
		return this.catalog.system(system)
			.flatMap((found) -> found.environment("sandbox"))
			.orElseGet(() -> new Environment("sandbox", false, Map.of(), List.of()));
	}

	private boolean injected(SystemId system, FaultKind fault) {
		return this.sandbox.systems()
			.stream()
			.filter((each) -> each.id().equals(system))
			.flatMap((each) -> each.faults().stream())
			.anyMatch((state) -> state.kind() == fault && state.injected());
	}

	/** Law 2: a call that the plan does not hold is none. */
	private record Announced(Plan plan) implements RunContext {

		@Override
		public void output(String line) {
			Objects.requireNonNull(line);
		}

		@Override
		public void progress(long done, long total, String unit) {
			assertThat(unit).isNotBlank();
		}

		@Override
		public void making(Plan.Call call) {
			assertThat(this.plan.calls()).contains(call);
		}

		@Override
		public void keep(String kept) {
			Objects.requireNonNull(kept);
		}

		@Override
		public boolean cancelled() {
			return false;
		}

	}

}
