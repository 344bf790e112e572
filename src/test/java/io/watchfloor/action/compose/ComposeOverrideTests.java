package io.watchfloor.action.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostCommand;
import io.watchfloor.action.host.LocalHosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Variables and limits against a real engine and Debian's docker-compose. */
class ComposeOverrideTests {

	private static LiveDocker docker;

	@BeforeAll
	static void start() {
		RealServers.optional("docker-compose", "docker-compose");
		docker = LiveDocker.start();
	}

	/** Two services that share the team's file, and the console's own behind it. */
	private static Target project(String name) {
		Target plain = docker.project(name, """
				version: "2.4"
				services:
				  web:
				    image: watchfloor-test:1
				    command: ["/bin/busybox", "sleep", "1000"]
				    network_mode: none
				    stop_signal: SIGKILL
				    environment:
				      CACHE_TTL: "15"
				      DB_POOL_SIZE: "5"
				    healthcheck:
				      test: ["CMD", "/bin/busybox", "true"]
				      interval: 1s
				""");
		Map<String, String> settings = new TreeMap<>(plain.settings());
		settings.put("files", "compose.yml, own.yml");
		settings.put("override", "own.yml");
		write(own(plain), "version: \"2.4\"\nservices: {}\n");
		return new Target(plain.id(), "compose", settings, Map.of(), List.of());
	}

	private static Path own(Target project) {
		return Path.of(project.setting("folder"), "own.yml");
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException failed) {
			throw new java.io.UncheckedIOException(failed);
		}
	}

	private static Trial<ComposeSetEnv> variables(Target project) {
		return new Trial<>(new ComposeSetEnvHandler(LiveDocker.engines(), new ComposeTool(LocalHosts.create()),
				LocalHosts.create(), Clock.systemUTC()), project);
	}

	private static Trial<ComposeSetResources> limits(Target project) {
		return new Trial<>(new ComposeSetResourcesHandler(LiveDocker.engines(), new ComposeTool(LocalHosts.create()),
				LocalHosts.create(), Clock.systemUTC()), project);
	}

	private static void up(Target project) {
		HostAnswer answer = LocalHosts.create()
			.run(project,
					new HostCommand(List.of("docker-compose", "-H", project.setting("engine"), "-p",
							project.setting("project"), "-f", "compose.yml", "-f", "own.yml", "up", "-d"),
							project.setting("folder")));
		assertThat(answer.exit()).as(answer.errors()).isZero();
	}

	/** As a run does: what stands for the case of a refusal is not called. */
	private static <A extends Action> Recorder run(Trial<A> trial, A action, Plan plan) {
		Recorder recorder = new Recorder(plan);
		Outcome outcome = trial.outcome(action, plan, recorder);
		assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Succeeded.class);
		assertThat(recorder.calls).isEqualTo(plan.calls().subList(0, 5));
		return recorder;
	}

	private static <A extends Action> void settled(Trial<A> trial, A action, Plan plan) {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertThat(trial.verify(action, plan).state()).as(trial.verify(action, plan).observed())
						.isEqualTo(State.HOLDS));
	}

	@SuppressWarnings("unchecked")
	private static <A extends Action> A undo(Trial<A> trial, A action, Plan plan) {
		return (A) trial.undoOf(action, plan).orElseThrow();
	}

	@Test
	void aVariableIsSetInTheContainerAndTheTeamsValueComesBack() throws IOException {
		Target project = project("vars");
		up(project);
		String before = Files.readString(own(project));
		Trial<ComposeSetEnv> trial = variables(project);
		ComposeSetEnv action = new ComposeSetEnv("", "web", Map.of("CACHE_TTL", "6$0 s", "DB_POOL_SIZE", "20"),
				List.of());
		Plan plan = trial.plan(action);
		assertThat(Files.readString(own(project))).as("planning writes nothing").isEqualTo(before);
		assertThat(plan.changes()).containsExactly(new Plan.Change("CACHE_TTL", "15", "6$0 s"),
				new Plan.Change("DB_POOL_SIZE", "5", "20"));
		assertThat(plan.warnings()).anyMatch((warning) -> warning.text().contains("DB_POOL_SIZE × 1 container = 20"));
		assertThat(plan.warnings()).noneMatch(Plan.Warning::grave);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
		run(trial, action, plan);
		settled(trial, action, plan);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		ComposeSetEnv back = undo(trial, action, plan);
		assertThat(back.remove()).containsExactly("CACHE_TTL", "DB_POOL_SIZE");
		Plan backPlan = trial.plan(back);
		assertThat(backPlan.changes().getFirst().now()).isEqualTo("6$0 s");
		run(trial, back, backPlan);
		settled(trial, back, backPlan);
		assertThat(trial.state(action, plan)).as("what was undone does not hold").isEqualTo(State.NOT_YET);
		assertThat(variables(project).plan(action).changes().getFirst().now()).isEqualTo("15");
	}

	@Test
	void aContainerMadeByHandAfterwardsIsSeen() {
		Target project = project("drift");
		Trial<ComposeSetEnv> trial = variables(project);
		ComposeSetEnv action = new ComposeSetEnv("", "web", Map.of("CACHE_TTL", "60"), List.of());
		Plan plan = trial.plan(action);
		run(trial, action, plan);
		settled(trial, action, plan);
		write(own(project), "version: \"2.4\"\nservices: {}\n");
		assertThat(trial.verify(action, plan).observed()).contains("the files no longer say so for CACHE_TTL");
		up(project);
		assertThat(trial.verify(action, plan).observed()).contains("CACHE_TTL is 15");
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
	}

	@Test
	void whatComposeRefusesPutsTheFileBack() throws IOException {
		Target project = project("refused");
		String team = Files.readString(Path.of(project.setting("folder"), "compose.yml"));
		Trial<ComposeSetEnv> trial = variables(project);
		ComposeSetEnv action = new ComposeSetEnv("", "web", Map.of("CACHE_TTL", "60"), List.of());
		Plan plan = trial.plan(action);
		String before = Files.readString(own(project));
		Recorder breaking = new Recorder(plan) {

			@Override
			public void making(Plan.Call call) {
				super.making(call);
				if (call.text().contains("config --quiet")) {
					write(Path.of(project.setting("folder"), "compose.yml"), team + "nonsense: [");
				}
			}

		};
		Outcome outcome = trial.outcome(action, plan, breaking);
		assertThat(outcome).isInstanceOf(Outcome.Failed.class);
		assertThat(outcome.message()).contains("The file was put back; no container was changed.");
		assertThat(Files.readString(own(project))).isEqualTo(before);
	}

	@Test
	void anOverrideThatSomebodyElseChangedIsNotOverwritten() throws IOException {
		Target project = project("race");
		Trial<ComposeSetEnv> trial = variables(project);
		ComposeSetEnv action = new ComposeSetEnv("", "web", Map.of("CACHE_TTL", "60"), List.of());
		Plan plan = trial.plan(action);
		write(own(project), "version: \"2.4\"\nservices: {web: {labels: {a: b}}}\n");
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		assertThat(Files.readString(own(project))).contains("labels");
	}

	@Test
	void withoutAFileOfItsOwnOrBesideTheListOrWithASecretThereIsNoPlan() {
		Target project = docker.project("none", "version: \"2.4\"\nservices: {web: {image: \"watchfloor-test:1\"}}\n");
		ComposeSetEnv action = new ComposeSetEnv("", "web", Map.of("CACHE_TTL", "60"), List.of());
		assertThatThrownBy(() -> variables(project).plan(action)).isInstanceOf(Problem.class)
			.hasMessageContaining("The console changes no file of the team's");
		Target narrow = project("narrow");
		Map<String, String> settings = new TreeMap<>(narrow.settings());
		settings.put("variables", "LOG_LEVEL");
		assertThatThrownBy(
				() -> variables(new Target(narrow.id(), "compose", settings, Map.of(), List.of())).plan(action))
			.hasMessageContaining("CACHE_TTL may not be set here");
		assertThatThrownBy(() -> new ComposeSetEnv("", "web", Map.of("API_TOKEN", "x"), List.of()))
			.hasMessageContaining("looks like a secret");
		assertThatThrownBy(() -> new ComposeSetEnv("", "web", Map.of("URL", "redis://u:p@h/0"), List.of()))
			.hasMessageContaining("looks like a secret");
	}

	@Test
	void aLimitIsSetAndTakenBack() {
		Target project = project("limits");
		Trial<ComposeSetResources> trial = limits(project);
		ComposeSetResources action = new ComposeSetResources("", "web", "0.5", "64m");
		Plan plan = trial.plan(action);
		assertThat(plan.changes()).containsExactly(new Plan.Change("cpus", null, "0.5"),
				new Plan.Change("memory", null, "64m"));
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
		run(trial, action, plan);
		settled(trial, action, plan);
		ComposeSetResources back = undo(trial, action, plan);
		assertThat(back).isEqualTo(new ComposeSetResources("", "web", "none", "none"));
		Plan backPlan = trial.plan(back);
		assertThat(backPlan.changes().getLast().now()).isEqualTo("64m");
		run(trial, back, backPlan);
		settled(trial, back, backPlan);
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
	}

	@Test
	void moreThanTheMachineHasIsRefused() {
		assertThatThrownBy(() -> limits(project("greedy")).plan(new ComposeSetResources("", "web", "", "900000g")))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("The machine has");
		assertThatThrownBy(() -> new ComposeSetResources("", "web", "-1", ""))
			.isInstanceOf(IllegalArgumentException.class);
	}

}
