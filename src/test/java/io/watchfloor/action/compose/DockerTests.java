package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.Actions;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Targets;
import io.watchfloor.action.Verification;
import io.watchfloor.action.compose.ContainerChange.Verb;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostCommand;
import io.watchfloor.catalog.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Against a real engine. */
class DockerTests {

	private static LiveDocker docker;

	private static Actions actions;

	@BeforeAll
	static void start() {
		docker = LiveDocker.start();
		Engines engines = LiveDocker.engines();
		Clock clock = Clock.systemUTC();
		actions = Connectors.of(List.<ActionHandler<?>>of(new ListingHandler(engines, clock),
				new InspectionHandler(engines, clock), new LogsHandler(engines, clock),
				new EngineViewHandler(engines, clock), new ContainerChangeHandler(engines, clock),
				new RemovalHandler(engines, clock), new ImageChangeHandler(engines, clock),
				new PruneHandler(engines, clock), new NetworkChangeHandler(engines, clock)));
		docker.run("web");
	}

	private static Reading read(Action action) {
		return actions.read(action, docker.target(), RunContext.none());
	}

	@Test
	void listsWhatTheEngineHas() {
		Reading running = read(new Listing(Listing.Kind.CONTAINERS, "", List.of(), List.of("name=^/web$"), ""));
		assertThat(running.known()).isTrue();
		assertThat(running.value()).isEqualTo(1);
		assertThat(running.text()).contains("NAMES", "web", LiveDocker.IMAGE);
		assertThat(read(
				new Listing(Listing.Kind.CONTAINERS, "", List.of(), List.of("name=^/web$"), "{{.Names}}: {{.State}}"))
			.text()).isEqualTo("web: running\n");
		assertThat(read(new Listing(Listing.Kind.IMAGES, "watchfloor-test", List.of(), List.of(), "")).text())
			.contains("watchfloor-test");
		assertThat(read(new Listing(Listing.Kind.NETWORKS, "", List.of("--quiet"), List.of(), "")).known()).isTrue();
	}

	@Test
	void showsDetailsButNoSecrets() {
		Reading all = read(new Inspection(Inspection.Kind.ANY, List.of("web"), ""));
		assertThat(all.text()).contains("\"MODE=test\"", "PGPASSWORD=[hidden]").doesNotContain("hunter2");
		assertThat(read(new Inspection(Inspection.Kind.CONTAINER, List.of("web"), "{{.State.Status}}")).text())
			.isEqualTo("running\n");
		assertThat(read(new Inspection(Inspection.Kind.ANY, List.of("web"), "{{json .State.Running}}")).text())
			.isEqualTo("true\n");
		assertThat(read(new Inspection(Inspection.Kind.ANY, List.of("web"), "{{.State.Nonsense}}")).known()).isFalse();
		assertThat(read(new Inspection(Inspection.Kind.ANY, List.of("nobody"), "")).known()).isFalse();
	}

	@Test
	void readsLogsAndViews() {
		assertThat(read(new Logs("web", new LogOptions(10, "", "", false, false))).text()).isEqualTo("hello\n");
		assertThat(read(new Logs("web", new LogOptions(-1, "1h", "", true, true))).summary())
			.contains("a look at the newest");
		for (EngineView.View view : EngineView.View.values()) {
			List<String> names = switch (view) {
				case TOP, PORT, DIFF, STATS -> List.of("web");
				case HISTORY -> List.of(LiveDocker.IMAGE);
				case VERSION, INFO, DISK_USE -> List.of();
			};
			Reading reading = read(new EngineView(view, names, List.of(), ""));
			assertThat(reading.known()).as("%s: %s", view, reading.summary()).isTrue();
		}
	}

	@Test
	void anEngineThatIsNotThereIsAnUnknownReading() {
		Target nowhere = Targets.target("engine", "docker", java.util.Map.of("engine", "unix:///nowhere.sock"));
		Reading reading = actions.read(new Listing(Listing.Kind.VOLUMES, "", List.of(), List.of(), ""), nowhere,
				RunContext.none());
		assertThat(reading.known()).isFalse();
		assertThat(reading.summary()).contains("cannot be reached");
	}

	@Test
	void aContainerStopsAndItsUndoStartsItAgain() {
		docker.run("stopped");
		Action stop = new ContainerChange(Verb.STOP, List.of("stopped"), 1);
		Plan plan = done(stop);
		Action undo = actions.changes(stop).undo(stop, plan).orElseThrow();
		assertThat(undo).isEqualTo(new ContainerChange(Verb.START, List.of("stopped"), -1));
		done(undo);
		assertThat(ContainerState.of(docker.engine(), "stopped").running()).isTrue();
	}

	@Test
	void aRestartIsToldFromNone() {
		docker.run("restarted");
		Action restart = new ContainerChange(Verb.RESTART, List.of("restarted"), 1);
		Plan plan = actions.preview(restart, docker.target()).plan();
		ChangeHandler<Action> handler = actions.changes(restart);
		assertThat(handler.probe(restart, plan, docker.target()).finding())
			.isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		assertThat(handler.execute(restart, plan, docker.target(), new Recorder(plan)))
			.isInstanceOf(Outcome.Succeeded.class);
		assertThat(handler.probe(restart, plan, docker.target()).finding()).isEqualTo(Settlement.Finding.HAPPENED);
		String first = actions.preview(restart, docker.target()).fingerprint();
		done(restart);
		assertThat(actions.preview(restart, docker.target()).fingerprint()).isNotEqualTo(first);
	}

	@Test
	void aFailureAfterSuccessIsNoticed() {
		docker.run("fragile");
		Action restart = new ContainerChange(Verb.RESTART, List.of("fragile"), 1);
		Plan plan = done(restart);
		docker.engine().post("/containers/fragile/kill", null, Duration.ofSeconds(10));
		await().until(() -> actions.changes(restart)
			.verify(restart, plan, docker.target())
			.state() == Verification.State.NOT_YET);
	}

	@Test
	void aRunningContainerIsNotRemovedWithoutForce() {
		docker.run("kept");
		Action remove = new Removal(Removal.Kind.CONTAINERS, List.of("kept"), false, false);
		Plan plan = actions.preview(remove, docker.target()).plan();
		assertThat(plan.warnings()).anyMatch((warning) -> warning.text().contains("Stop it first"));
		Outcome outcome = actions.changes(remove).execute(remove, plan, docker.target(), new Recorder(plan));
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("Nothing was changed");
		done(new Removal(Removal.Kind.CONTAINERS, List.of("kept"), true, false));
	}

	@Test
	void volumesAndNamesComeAndGo() {
		Action create = new NetworkChange(NetworkChange.Verb.CREATE_VOLUME, "data", "");
		Plan plan = done(create);
		Action remove = actions.changes(create).undo(create, plan).orElseThrow();
		assertThat(actions.preview(remove, docker.target()).plan().warnings()).anyMatch(Plan.Warning::grave);
		done(remove);
		Action tag = new ImageChange(ImageChange.Verb.TAG, LiveDocker.IMAGE, "watchfloor-test:other");
		Plan tagged = done(tag);
		done(actions.changes(tag).undo(tag, tagged).orElseThrow());
	}

	@Test
	void whatAPruneTakesIsListedFirst() {
		docker.run("crashed");
		done(new ContainerChange(Verb.KILL, List.of("crashed"), -1));
		Action prune = new Prune(Prune.What.CONTAINERS, false, false, List.of());
		Plan plan = done(prune);
		assertThat(plan.samples()).contains("container crashed");
		assertThat(ContainerState.find(docker.engine(), "crashed")).isEmpty();
	}

	@Test
	void aProgramRunsInAContainerWithoutAShell() {
		Target inside = Targets.target("inside", "host",
				java.util.Map.of("via", "docker", "engine", docker.address(), "container", "web"));
		HostAnswer answer = new DockerVia(LiveDocker.engines()).run(inside,
				new HostCommand(List.of("/bin/busybox", "echo", "$HOME; it's"), null));
		assertThat(answer.output()).isEqualTo("$HOME; it's\n");
		assertThat(
				new DockerVia(LiveDocker.engines()).run(inside, new HostCommand(List.of("/bin/busybox", "false"), null))
					.exit())
			.isEqualTo(1);
		assertThatExceptionOfType(io.watchfloor.kernel.Problem.class)
			.isThrownBy(() -> new DockerVia(LiveDocker.engines()).run(inside,
					new HostCommand(List.of("/bin/busybox", "sleep", "60"), null, Duration.ofMillis(400))));
	}

	/** Plans, executes exactly that, and waits until it is verified. */
	private static Plan done(Action action) {
		Plan plan = actions.preview(action, docker.target()).plan();
		ChangeHandler<Action> handler = actions.changes(action);
		Recorder recorder = new Recorder(plan);
		Outcome outcome = handler.execute(action, plan, docker.target(), recorder);
		assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> handler.verify(action, plan, docker.target()).state() == Verification.State.HOLDS);
		return plan;
	}

}
