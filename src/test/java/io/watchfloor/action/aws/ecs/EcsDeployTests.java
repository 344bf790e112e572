package io.watchfloor.action.aws.ecs;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsLab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Deploys to services of moto; the line says how far a deployment is. */
class EcsDeployTests {

	private static AwsLab aws;

	private static Trial<EcsDeploy> trial;

	@BeforeAll
	static void start() throws IOException {
		aws = new AwsLab();
		trial = new Trial<>(new EcsDeployHandler(aws.sessions(), Clock.systemUTC()), aws.target());
		aws.run("aws ecs create-cluster --cluster-name c");
		revision("nginx:1", "info", "opensesame");
		revision("nginx:2", "debug", "sesameopen");
	}

	private static void revision(String image, String level, String token) {
		aws.sessions()
			.changing(aws.target())
			.call("ecs", "register-task-definition", Map.of("family", "web", "containerDefinitions",
					List.of(Map.of("name", "web", "image", image, "memory", 64, "environment", List
						.of(Map.of("name", "LEVEL", "value", level), Map.of("name", "API_TOKEN", "value", token))))),
					"");
	}

	@AfterAll
	static void stop() {
		aws.close();
	}

	@AfterEach
	void mend() {
		aws.mend();
	}

	private static void service(String name) {
		aws.run("aws ecs create-service --cluster c --service-name " + name
				+ " --task-definition web:1 --desired-count 2");
	}

	/** All tasks run; whichever deployment it is, moto's or another one. */
	private static void settled(String deployment) {
		aws.answers("DescribeServices",
				(answer) -> answer.replaceAll("\"runningCount\": ?[0-9]+", "\"runningCount\": 2")
					.replaceAll("\"pendingCount\": ?[0-9]+", "\"pendingCount\": 0")
					.replaceAll("\"rolloutState\": ?\"[A-Z_]+\"", "\"rolloutState\": \"COMPLETED\"")
					.replaceAll("\"id\": ?\"ecs-svc[^\"]*\"", "\"id\": \"" + deployment + "\""));
	}

	@Test
	void thePlanComparesRevisionsWithoutSecretsAndSaysHowItRolls() {
		service("compared");
		aws.asked();
		Plan plan = trial.plan(new EcsDeploy("c", "compared", "web:2", false, ""));
		assertThat(aws.asked()).allMatch((call) -> call.startsWith("Describe"));
		assertThat(plan.changes()).contains(new Plan.Change("revision", "web:1", "web:2"),
				new Plan.Change("web image", "nginx:1", "nginx:2"), new Plan.Change("web LEVEL", "info", "debug"),
				new Plan.Change("web API_TOKEN", "[hidden]", "[hidden]"));
		assertThat(plan.toString()).doesNotContain("sesame");
		assertThat(plan.effects()).contains("While it rolls, from 2 to 4 tasks run, each with its own connections");
		assertThat(plan.warnings()).extracting(Plan.Warning::text)
			.contains("nginx:2 is a tag: tasks that start later may get another image than the first.");
	}

	@Test
	void aRevisionCountsWhenItsDeploymentIsThroughAndIsTakenBack() {
		service("rolled");
		EcsDeploy action = new EcsDeploy("c", "rolled", "web:2", false, "");
		Plan plan = trial.plan(action);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		trial.run(action, plan);
		settled("ecs-svc/new");
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		aws.mend();
		trial.undo(action, plan,
				(back) -> assertThat(back.changes()).contains(new Plan.Change("revision", "web:2", "web:1")));
		assertThat(trial.state(action, plan)).as("it runs the one before again").isEqualTo(State.FAILED);
	}

	@Test
	void tasksAnewOfTheSameRevisionNeedAnotherDeployment() {
		service("anew");
		EcsDeploy action = new EcsDeploy("c", "anew", "", true, "");
		settled("ecs-svc/old");
		Plan plan = trial.plan(action);
		assertThat(plan.undo()).startsWith("Not needed");
		assertThat(trial.hasNoUndo(action, plan)).isTrue();
		trial.run(action, plan);
		assertThat(trial.state(action, plan)).as("all is as before: nothing begun yet").isEqualTo(State.NOT_YET);
		settled("ecs-svc/new");
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
	}

	@Test
	void aLineThatBreaksIsUnknown() {
		service("cut");
		EcsDeploy action = new EcsDeploy("c", "cut", "web:2", false, "");
		Plan plan = trial.plan(action);
		aws.breakAfter("UpdateService");
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Unknown.class);
	}

	@Test
	void whatIsDeregisteredIsNotDeployed() {
		service("late");
		revision("nginx:3", "", "x");
		aws.run("aws ecs deregister-task-definition --task-definition web:3");
		assertThatThrownBy(() -> trial.plan(new EcsDeploy("c", "late", "web:3", false, "")))
			.hasMessageContaining("deregistered");
	}

}
