package io.watchfloor.action.compose;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.host.LocalHosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Against a real engine, Debian's docker-compose and a registry. */
class ComposeDeployTests {

	private static LiveDocker docker;

	private static TinyRegistry registry;

	private static String one;

	private static String two;

	@BeforeAll
	static void start() throws IOException {
		RealServers.optional("docker-compose", "docker-compose");
		docker = LiveDocker.start();
		registry = new TinyRegistry();
		one = registry.publish("1");
		two = registry.publish("2");
	}

	@AfterAll
	static void stop() {
		if (registry != null) {
			registry.close();
		}
	}

	private static Target project(String name) {
		return docker.project(name, """
				version: "2.4"
				services:
				  web:
				    image: %s:live
				    command: ["/bin/busybox", "sleep", "1000"]
				    network_mode: none
				    healthcheck:
				      test: ["CMD", "/bin/busybox", "true"]
				      interval: 1s
				  worker:
				    image: watchfloor-test:1
				    command: ["/bin/busybox", "sleep", "1000"]
				    network_mode: none
				    stop_signal: SIGKILL
				""".formatted(registry.repository(name)));
	}

	private static Trial<ComposeDeploy> trial(Target project) {
		return new Trial<>(
				new ComposeDeployHandler(LiveDocker.engines(), new ComposeTool(LocalHosts.create()), Clock.systemUTC()),
				project);
	}

	private static ComposeDeploy deploy(String name, String version) {
		return new ComposeDeploy("", "web", registry.repository(name) + version);
	}

	private static void settled(Trial<ComposeDeploy> trial, ComposeDeploy action, Plan plan) {
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS));
	}

	@Test
	void aTagIsSettledToItsDigestDeployedVerifiedAndTakenBack() {
		Target project = project("shop");
		Trial<ComposeDeploy> trial = trial(project);
		ComposeDeploy first = deploy("shop", ":1");
		Plan began = trial.run(first);
		assertThat(began.changes())
			.containsExactly(new Plan.Change("web", null, registry.repository("shop") + "@" + one + ", fetched first"));
		assertThat(trial.hasNoUndo(first, began)).isTrue();
		settled(trial, first, began);
		ComposeDeploy second = deploy("shop", ":2");
		Plan plan = trial.plan(second);
		assertThat(plan.changes()).singleElement()
			.satisfies((change) -> assertThat(change.now()).contains(one))
			.satisfies((change) -> assertThat(change.after()).contains(two));
		assertThat(plan.calls()).hasSize(4);
		assertThat(plan.calls().get(1).text()).contains("before-");
		assertThat(trial.probe(second, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		trial.run(second, plan);
		settled(trial, second, plan);
		assertThat(trial.probe(second, plan).finding()).isEqualTo(Finding.HAPPENED);
		trial.undo(second, plan, (back) -> {
			assertThat(back.changes().getFirst().now()).contains(two);
			assertThat(back.calls()).as("nothing is fetched").hasSize(3);
		});
		settled(trial, first, began);
	}

	@Test
	void aContainerThatFallsOverAfterwardsIsSeen() {
		Target project = project("fragile");
		Trial<ComposeDeploy> trial = trial(project);
		ComposeDeploy action = deploy("fragile", "@" + one);
		Plan plan = trial.run(action);
		settled(trial, action, plan);
		String web = ComposeState.of(docker.engine(), "fragile", List.of("web")).containers().getFirst().id();
		docker.engine().post("/containers/" + web + "/kill", null, Duration.ofSeconds(20));
		await().untilAsserted(() -> assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET));
	}

	@Test
	void aVersionThatNobodyKnowsOrAFileThatFixesItHasNoPlan() {
		Trial<ComposeDeploy> trial = trial(project("unknown"));
		assertThatThrownBy(() -> trial.plan(deploy("unknown", ":9"))).isInstanceOf(Problem.class)
			.hasMessageContaining("Neither its registry nor the engine");
		assertThatThrownBy(() -> trial.plan(new ComposeDeploy("", "ghost", "a:1")))
			.hasMessageContaining("name no service 'ghost'");
	}

	@Test
	void aRegistryThatIsSilentIsSaid() {
		Target project = docker.project("local", """
				version: "2.4"
				services:
				  web: {image: "127.0.0.1:1/app:live", network_mode: none}
				""");
		docker.engine()
			.post("/images/" + LiveDocker.IMAGE + "/tag?repo=127.0.0.1%3A1%2Fapp&tag=new", null,
					Duration.ofSeconds(20));
		assertThat(trial(project).plan(new ComposeDeploy("", "web", "127.0.0.1:1/app:new")).warnings())
			.anyMatch((warning) -> warning.grave() && warning.text().startsWith("The registry did not say"));
	}

}
