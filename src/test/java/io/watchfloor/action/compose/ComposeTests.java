package io.watchfloor.action.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
import io.watchfloor.action.Verification;
import io.watchfloor.action.compose.ContainerChange.Verb;
import io.watchfloor.action.host.LocalHosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Against a real engine and Debian's docker-compose. */
class ComposeTests {

	private static LiveDocker docker;

	private static Actions actions;

	@BeforeAll
	static void start() {
		RealServers.optional("docker-compose", "docker-compose");
		docker = LiveDocker.start();
		Engines engines = LiveDocker.engines();
		Clock clock = Clock.systemUTC();
		ComposeTool tool = new ComposeTool(LocalHosts.create());
		actions = Connectors.of(List.<ActionHandler<?>>of(new ComposePsHandler(engines, tool, clock),
				new ComposeLogsHandler(engines, clock), new ComposeViewHandler(tool, clock),
				new ComposeUpHandler(engines, tool, clock), new ComposePullHandler(engines, tool, clock),
				new ComposeBuildHandler(engines, tool, clock), new ComposeServicesHandler(engines, tool, clock),
				new ComposeDownHandler(engines, tool, clock)));
	}

	@Test
	void aProjectComesUpIsReadAndGoesDown() {
		Target project = docker.project("whole");
		Action up = new ComposeUp("", List.of(), List.of(), List.of());
		Plan plan = done(up, project);
		assertThat(plan.changes()).anyMatch((change) -> change.property().equals("web") && change.now() == null);
		Reading ps = actions.read(new ComposePs("", List.of(), List.of()), project, RunContext.none());
		assertThat(ps.judgement()).as(ps.summary()).isEqualTo(Reading.Judgement.AS_EXPECTED);
		assertThat(ps.value()).isEqualTo(2);
		Reading logs = actions.read(
				new ComposeLogs("", List.of("worker"), new LogOptions(10, "", "", false, false), true), project,
				RunContext.none());
		assertThat(logs.text()).contains("| at work");
		Action down = new ComposeDown("", true, false, 1);
		Plan going = done(down, project);
		assertThat(going.warnings()).anyMatch((warning) -> warning.grave() && warning.text().contains("whole_data"));
		assertThat(actions.changes(down).undo(down, going)).isEmpty();
	}

	@Test
	void whatIsBuiltIsThereAndNothingElseChanges() throws Exception {
		Target project = docker.project("built");
		Path folder = Path.of(project.setting("folder"));
		Files.writeString(folder.resolve("compose.yml"),
				"services:\n  web:\n    build: .\n  other:\n    image: nowhere/other\n");
		Files.writeString(folder.resolve(".env"), "COMPOSE_DOCKER_CLI_BUILD=0\n");
		Files.writeString(folder.resolve("Dockerfile"), "FROM watchfloor-test:1\nLABEL made=here\n");
		ComposeBuild build = new ComposeBuild("", List.of(), true, false);
		Plan plan = done(build, project);
		assertThat(plan.changes()).singleElement()
			.satisfies((change) -> assertThat(change.now()).isEqualTo("not here yet"));
		Plan again = actions.preview(build, project).plan();
		assertThat(again.changes()).singleElement()
			.satisfies((change) -> assertThat(change.now()).startsWith("sha256:"));
		assertThat(actions.changes(build).verify(build, again, project).observed()).contains("1 of them as before");
	}

	@Test
	void aServiceThatIsMissingIsNotWell() {
		Target project = docker.project("half");
		done(new ComposeUp("", List.of("web"), List.of(), List.of("--no-deps")), project);
		Reading ps = actions.read(new ComposePs("", List.of(), List.of()), project, RunContext.none());
		assertThat(ps.judgement()).isEqualTo(Reading.Judgement.NOT_AS_EXPECTED);
		assertThat(ps.summary()).contains("without a container: worker");
	}

	@Test
	void aRestartStopAndScaleAreVerifiedAndPutBack() {
		Target project = docker.project("changed");
		done(new ComposeUp("", List.of(), List.of(), List.of()), project);
		Action restart = new ComposeServices("--file compose.yml", Verb.RESTART, List.of("web"), 1);
		Plan before = actions.preview(restart, project).plan();
		assertThat(actions.changes(restart).probe(restart, before, project).finding())
			.isEqualTo(Settlement.Finding.DID_NOT_HAPPEN);
		done(restart, project);
		Action stop = new ComposeServices("", Verb.STOP, List.of("worker"), 1);
		Plan plan = done(stop, project);
		done(actions.changes(stop).undo(stop, plan).orElseThrow(), project);
		Action scale = new ComposeUp("", List.of("worker"), List.of(new ComposeUp.Scale("worker", 2)),
				List.of("--no-deps"));
		Plan more = done(scale, project);
		Optional<Action> back = actions.changes(scale).undo(scale, more);
		assertThat(back).contains(
				new ComposeUp("", List.of("worker"), List.of(new ComposeUp.Scale("worker", 1)), List.of("--no-deps")));
		done(back.orElseThrow(), project);
	}

	@Test
	void onlyWhatChangedIsMadeAnew() throws Exception {
		Target project = docker.project("edited");
		done(new ComposeUp("", List.of(), List.of(), List.of()), project);
		Path file = Path.of(project.setting("folder"), "compose.yml");
		Files.writeString(file, Files.readString(file).replace("at work", "at other work"));
		Plan plan = actions.preview(new ComposeUp("", List.of(), List.of(), List.of()), project).plan();
		assertThat(plan.changes()).filteredOn((change) -> change.property().contains("worker"))
			.allMatch((change) -> String.valueOf(change.after()).contains("its settings changed"));
		assertThat(plan.changes()).filteredOn((change) -> change.property().contains("web"))
			.allMatch((change) -> String.valueOf(change.after()).equals("stays as it is"));
	}

	@Test
	void theToolShowsTheFilesWithoutSecrets() {
		Target project = docker.project("shown");
		Reading config = actions.read(new ComposeView("", ComposeView.View.CONFIG, List.of()), project,
				RunContext.none());
		assertThat(config.known()).as(config.summary()).isTrue();
		assertThat(config.text()).contains("watchfloor-test:1", "API_TOKEN: [hidden]").doesNotContain("hunter2");
		assertThat(
				actions.read(new ComposeView("", ComposeView.View.CONFIG_CHECK, List.of()), project, RunContext.none())
					.judgement())
			.isEqualTo(Reading.Judgement.AS_EXPECTED);
	}

	@Test
	void aLineForOtherFilesIsRefused() {
		Target project = docker.project("own");
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> actions.preview(new ComposeDown("--file other.yml", false, false, -1), project))
			.withMessageContaining("'other.yml'");
		assertThat(actions.read(new ComposePs("--project-name else", List.of(), List.of()), project, RunContext.none())
			.known()).isFalse();
	}

	@Test
	void aToolThatRefusesSaysSoAndWhatChanged() throws Exception {
		Target project = docker.project("refused");
		done(new ComposeUp("", List.of("web"), List.of(), List.of("--no-deps")), project);
		Action stop = new ComposeServices("", Verb.STOP, List.of("web"), 1);
		Plan plan = actions.preview(stop, project).plan();
		Files.writeString(Path.of(project.setting("folder"), "compose.yml"), "services: [");
		Outcome outcome = actions.changes(stop).execute(stop, plan, project, new Recorder(plan));
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("Nothing was changed");
	}

	private static Plan done(Action action, Target project) {
		Plan plan = actions.preview(action, project).plan();
		ChangeHandler<Action> handler = actions.changes(action);
		Recorder recorder = new Recorder(plan);
		Outcome outcome = handler.execute(action, plan, project, recorder);
		assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls());
		await().atMost(Duration.ofSeconds(20))
			.until(() -> handler.verify(action, plan, project).state() == Verification.State.HOLDS);
		return plan;
	}

}
