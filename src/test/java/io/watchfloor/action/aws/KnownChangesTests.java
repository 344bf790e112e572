package io.watchfloor.action.aws;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Calls whose properties somebody knows: compared, verified, undone, on moto. */
class KnownChangesTests {

	private static AwsLab aws;

	private static Trial<AwsChange> trial;

	@BeforeAll
	static void start() throws IOException {
		aws = new AwsLab();
		trial = new Trial<>(new AwsChangeHandler(aws.sessions(), knowledge(), Clock.systemUTC()), aws.target());
	}

	private static List<CallKnowledge> knowledge() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.scan("io.watchfloor.action.aws.route53", "io.watchfloor.action.aws.ec2",
					"io.watchfloor.action.aws.secrets", "io.watchfloor.action.aws.ecs");
			context.registerBean(AwsSessions.class, aws::sessions);
			context.registerBean(Secrets.class, NoSecrets::new);
			context.registerBean(Clock.class, Clock::systemUTC);
			context.refresh();
			return List.copyOf(context.getBeansOfType(CallKnowledge.class).values());
		}
	}

	@AfterAll
	static void stop() {
		aws.close();
	}

	private static AwsChange change(String line) {
		return (AwsChange) Lines.call(line, new AwsReader()).action();
	}

	/** The whole way there and back. */
	private static Plan thereAndBack(AwsChange action) {
		aws.asked();
		Plan plan = trial.plan(action);
		assertThat(aws.asked()).allMatch((call) -> call.matches("(Describe|List|Get).*|GET .*"));
		assertThat(plan.changes()).isNotEmpty();
		assertThat(trial.state(action, plan)).isEqualTo(State.NOT_YET);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		trial.run(action, plan);
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		trial.undo(action, plan, (back) -> assertThat(back.changes()).isNotEmpty());
		assertThat(trial.plan(action).markers()).as("all is as it was").isEqualTo(plan.markers());
		return plan;
	}

	private static String zone() {
		return String
			.valueOf(aws.sessions()
				.changing(aws.target())
				.ask("route53", "create-hosted-zone", Map.of("Name", "example.com", "CallerReference", "r"), "")
				.at("HostedZone")
				.text("Id"))
			.replaceFirst(".*/", "");
	}

	@Test
	void aRecordSetLeadsElsewhereAndBack() {
		String set = "aws route53 change-resource-record-sets --hosted-zone-id " + zone() + " --change-batch ";
		String to = "'{\"Changes\":[{\"Action\":\"UPSERT\",\"ResourceRecordSet\":{\"Name\":\"www.example.com\",\"Type\":\"A\",\"TTL\":60,\"ResourceRecords\":[{\"Value\":\"%s\"}]}}]}'";
		AwsChange first = change(set + to.formatted("10.0.0.1"));
		Plan made = thereAndBack(first);
		assertThat(made.changes().getFirst().now()).isNull();
		trial.run(first);
		Plan moved = thereAndBack(change(set + to.formatted("10.0.0.2")));
		assertThat(moved.changes()).containsExactly(
				new Plan.Change("www.example.com. A", "{\"ResourceRecords\":[{\"Value\":\"10.0.0.1\"}],\"TTL\":60}",
						"{\"ResourceRecords\":[{\"Value\":\"10.0.0.2\"}],\"TTL\":60}"));
		assertThat(moved.effects()).anyMatch((text) -> text.contains("for 60 s"));
		Plan same = trial.run(first);
		assertThat(same.changes()).isEmpty();
		assertThat(trial.state(first, same)).as("nothing was compared").isEqualTo(State.UNKNOWN);
	}

	@Test
	void aRuleOfASecurityGroupIsSeenAndTakenAway() {
		String id = aws.sessions()
			.changing(aws.target())
			.ask("ec2", "create-security-group", Map.of("GroupName", "g", "Description", "d"), "")
			.text("GroupId");
		String allow = "aws ec2 authorize-security-group-ingress --group-id " + id
				+ " --protocol tcp --port 5432 --cidr ";
		Plan plan = thereAndBack(change(allow + "10.0.0.0/24"));
		assertThat(plan.changes()).containsExactly(new Plan.Change("tcp 5432 from 10.0.0.0/24", null, "allowed"));
		assertThatThrownBy(() -> trial.plan(change(allow + "0.0.0.0/0"))).isInstanceOf(Problem.class)
			.hasMessageContaining("whole internet");
	}

	@Test
	void theVersionOfASecretIsPutBackWithoutItsValueBeingRead() {
		AwsSession session = aws.sessions().changing(aws.target());
		String old = session.ask("secretsmanager", "create-secret", Map.of("Name", "s", "SecretString", "one"), "")
			.text("VersionId");
		String now = session
			.ask("secretsmanager", "put-secret-value", Map.of("SecretId", "s", "SecretString", "two"), "")
			.text("VersionId");
		AwsChange back = change(
				"aws secretsmanager update-secret-version-stage --secret-id s --version-stage AWSCURRENT"
						+ " --move-to-version-id " + old + " --remove-from-version-id " + now);
		Plan plan = thereAndBack(back);
		assertThat(plan.changes()).containsExactly(new Plan.Change("AWSCURRENT", now, old));
		assertThat(aws.asked()).doesNotContain("GetSecretValue");
	}

	@Test
	void aNewRevisionIsComparedWithTheNewestOne() {
		String register = "aws ecs register-task-definition --family web --container-definitions"
				+ " '[{\"name\":\"web\",\"image\":\"nginx:%s\",\"memory\":64}]'";
		Plan first = trial.run(change(register.formatted("1")));
		assertThat(first.changes()).containsExactly(new Plan.Change("newest revision", null, "web:1"));
		Plan plan = trial.plan(change(register.formatted("2")));
		assertThat(plan.changes()).containsExactly(new Plan.Change("newest revision", "web:1", "web:2"),
				new Plan.Change("web image", "nginx:1", "nginx:2"));
		trial.run(change(register.formatted("2")), plan);
		assertThat(trial.state(change(register.formatted("2")), plan)).isEqualTo(State.HOLDS);
		assertThat(trial.undoOf(change(register.formatted("2")), plan))
			.contains(change("aws ecs deregister-task-definition --task-definition web:2"));
	}

	@Test
	void onlyAStoppedInstanceGetsAnotherType() {
		AwsSession session = aws.sessions().changing(aws.target());
		String id = session
			.ask("ec2", "run-instances",
					Map.of("ImageId", "ami-12c6146b", "MinCount", 1, "MaxCount", 1, "InstanceType", "t3.micro"), "")
			.first("Instances")
			.text("InstanceId");
		AwsChange grow = change(
				"aws ec2 modify-instance-attribute --instance-id " + id + " --instance-type Value=t3.large");
		assertThatThrownBy(() -> trial.plan(grow)).hasMessageContaining("only a stopped one");
		session.call("ec2", "stop-instances", Map.of("InstanceIds", List.of(id)), "");
		assertThat(thereAndBack(grow).changes()).containsExactly(new Plan.Change("type", "t3.micro", "t3.large"));
	}

}
