package io.watchfloor.action.aws.ecs;

import java.io.IOException;
import java.time.Clock;
import java.util.function.UnaryOperator;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Scales services of moto, which starts no tasks: the line says how many run. */
class EcsScaleTests {

	private static AwsLab aws;

	private static Trial<EcsScale> trial;

	@BeforeAll
	static void start() throws IOException {
		aws = new AwsLab();
		trial = new Trial<>(new EcsScaleHandler(aws.sessions(), Clock.systemUTC()), aws.target());
		aws.run("aws ecs create-cluster --cluster-name c");
		aws.run("aws ecs register-task-definition --family web --cpu 1024 --memory 2048 --container-definitions"
				+ " '[{\"name\":\"web\",\"image\":\"nginx\",\"memory\":64,\"environment\":[{\"name\":\"DB_POOL_SIZE\",\"value\":\"20\"}]}]'");
	}

	@AfterAll
	static void stop() {
		aws.close();
	}

	@AfterEach
	void mend() {
		aws.mend();
	}

	private static EcsScale service(String name, int from, int to) {
		aws.run("aws ecs create-service --cluster c --service-name " + name
				+ " --task-definition web:1 --launch-type FARGATE --desired-count " + from);
		return new EcsScale("c", name, to, "");
	}

	/** As many tasks run, and the deployment is as far. */
	private static UnaryOperator<String> running(int count, String rollout) {
		return (answer) -> answer.replaceAll("\"(running)Count\": ?[0-9]+", "\"$1Count\": " + count)
			.replaceAll("\"pendingCount\": ?[0-9]+", "\"pendingCount\": 0")
			.replaceAll("\"rolloutState\": ?\"[A-Z_]+\"", "\"rolloutState\": \"" + rollout + "\"");
	}

	@Test
	void theDirectionTheCostAndThePoolAreSaidAndPlanningOnlyReads() {
		EcsScale action = service("down", 6, 4);
		aws.asked();
		Plan plan = trial.plan(action);
		assertThat(aws.asked()).allMatch((call) -> call.startsWith("Describe"));
		assertThat(plan.changes()).containsExactly(new Plan.Change("desired tasks", "6", "4"));
		assertThat(plan.warnings()).extracting(Plan.Warning::text).contains("This scales DOWN, from 6 to 4 tasks.");
		assertThat(plan.effects()).contains(
				"All tasks together: 6.0 vCPU and 12288 MiB now, 4.0 vCPU and 8192 MiB after",
				"About $0.30 an hour now, $0.20 after (list price of Fargate, Linux/x86, us-east-1)",
				"DB_POOL_SIZE is 20: all tasks hold up to 120 connections now, 80 after; the database's max_connections must be above.");
		assertThat(plan.calls().getFirst().text())
			.isEqualTo("UpdateService {\"cluster\":\"c\",\"desiredCount\":4,\"service\":\"down\"} to ecs in us-east-1");
	}

	@Test
	void itIsDoneWhenAsManyRunAndAFailureAfterwardsIsSeen() {
		EcsScale action = service("watched", 1, 3);
		Plan plan = trial.run(action);
		assertThat(plan.doneWhen().holdFor()).hasMinutes(1);
		aws.answers("DescribeServices", running(1, "IN_PROGRESS"));
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
		aws.answers("DescribeServices", running(3, "COMPLETED"));
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		aws.answers("DescribeServices", running(2, "COMPLETED"));
		assertThat(trial.state(action, plan)).as("a task died").isEqualTo(State.NOT_YET);
		aws.answers("DescribeServices", running(2, "FAILED"));
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
	}

	@Test
	void anotherNumberSetMeanwhileCanNoLongerHold() {
		EcsScale action = service("fought", 1, 3);
		Plan plan = trial.run(action);
		trial.run(new EcsScale("c", "fought", 5, ""));
		Verification seen = trial.verify(action, plan);
		assertThat(seen.state()).isEqualTo(State.FAILED);
		assertThat(seen.observed()).contains("5 wanted");
	}

	@Test
	void undoingSetsTheRecordedNumber() {
		EcsScale action = service("undone", 2, 0);
		Plan plan = trial.run(action);
		assertThat(plan.warnings().getFirst())
			.isEqualTo(new Plan.Warning(true, "This stops the service: from 2 to 0 tasks."));
		trial.undo(action, plan,
				(back) -> assertThat(back.changes()).containsExactly(new Plan.Change("desired tasks", "0", "2")));
	}

	@Test
	void autoScalingThatWouldSetItBackIsGraveAndASuspendedOneIsNot() {
		EcsScale action = service("scaled", 4, 1);
		String register = "aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/c/scaled"
				+ " --scalable-dimension ecs:service:DesiredCount --min-capacity 2 --max-capacity 8";
		aws.run(register);
		assertThat(trial.plan(action).warnings()).contains(new Plan.Warning(true,
				"Auto-scaling keeps it between 2 and 8 and will set 1 back. Change its range, or suspend it first."));
		aws.run(register
				+ " --suspended-state DynamicScalingInSuspended=true,DynamicScalingOutSuspended=true,ScheduledScalingSuspended=true");
		assertThat(trial.plan(action).effects())
			.contains("Auto-scaling keeps it between 2 and 8, but is suspended; resume it afterwards.");
	}

	@Test
	void aLineThatBreaksAfterTheCallIsUnknownAndProbed() {
		EcsScale action = service("cut", 1, 2);
		Plan plan = trial.plan(action);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		aws.breakAfter("UpdateService");
		aws.asked();
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Unknown.class);
		assertThat(aws.asked()).as("never sent again by itself").containsOnlyOnce("UpdateService");
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(trial.plan(action).markers()).as("the plan is stale").isNotEqualTo(plan.markers());
	}

	@Test
	void whatIsNotThereHasNoPlan() {
		assertThatThrownBy(() -> trial.plan(new EcsScale("c", "ghost", 1, ""))).isInstanceOf(Problem.class)
			.hasMessageContaining("no active service 'ghost'");
	}

}
