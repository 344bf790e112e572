package io.watchfloor.action.aws;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Reading;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reads, plans, changes and undoes against moto. */
class MotoTests {

	private static final Clock CLOCK = Clock.systemUTC();

	private static Moto moto;

	private static Target target;

	private static AwsSessions sessions;

	@BeforeAll
	static void start() throws IOException {
		moto = new Moto();
		target = moto.target();
		sessions = new AwsSessions(new AwsClients(new NoSecrets()), CLOCK);
	}

	@AfterAll
	static void stop() {
		if (moto != null) {
			moto.close();
		}
	}

	private static Reading read(String line) {
		return switch (Lines.call(line, new AwsReader()).action()) {
			case AwsRead read -> new AwsReadHandler(sessions, CLOCK).read(read, target, RunContext.none());
			case S3List list -> new S3ListHandler(sessions, CLOCK).read(list, target, RunContext.none());
			case LogsTail tail -> new LogsTailHandler(sessions, CLOCK).read(tail, target, RunContext.none());
			case AwsWait wait -> new AwsWaitHandler(sessions, CLOCK).read(wait, target, RunContext.none());
			case Action other -> throw new AssertionError(other);
		};
	}

	private static AwsChangeHandler changes() {
		return new AwsChangeHandler(sessions, CLOCK);
	}

	private static AwsChange change(String line) {
		return (AwsChange) Lines.call(line, new AwsReader()).action();
	}

	private static Outcome run(AwsChange change) {
		Plan plan = changes().plan(change, target);
		return changes().execute(change, plan, target, new Recorder(plan));
	}

	private static Outcome run(String line) {
		Outcome outcome = run(change(line));
		assertThat(outcome).as(line).isInstanceOf(Outcome.Succeeded.class);
		return outcome;
	}

	private static String queue(String name) {
		run("aws sqs create-queue --queue-name " + name + " --attributes VisibilityTimeout=30");
		return String
			.valueOf(read("aws sqs get-queue-url --queue-name " + name + " --query QueueUrl --output text").text());
	}

	@Test
	void theAccountIsRead() {
		Reading reading = read("aws sts get-caller-identity --query Account --output text");
		assertThat(reading.known()).isTrue();
		assertThat(reading.text()).isEqualTo("123456789012");
	}

	@Test
	void anotherAccountIsRefusedBeforeAnythingIsSent() {
		Target wrong = moto.target("allowed-account", "999999999999");
		AwsRead read = (AwsRead) Lines.call("aws ecs list-clusters", new AwsReader()).action();
		assertThatThrownBy(() -> new AwsReadHandler(sessions, CLOCK).read(read, wrong, RunContext.none()))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("allows only 999999999999");
	}

	@Test
	void anEcsServiceIsScaledAndPutBack() {
		run("aws ecs create-cluster --cluster-name c");
		run("aws ecs register-task-definition --family web --container-definitions '[{\"name\":\"web\",\"image\":\"nginx\",\"memory\":64}]'");
		run("aws ecs create-service --cluster c --service-name web --task-definition web:1 --desired-count 2");
		AwsChange scale = change("aws ecs update-service --cluster c --service web --desired-count 1");
		Plan plan = changes().plan(scale, target);
		assertThat(plan.changes()).containsExactly(new Plan.Change("desiredCount", "2", "1"));
		assertThat(plan.warnings()).anyMatch((warning) -> warning.text().contains("scales down, from 2 to 1"));
		assertThat(plan.calls().getFirst().text()).startsWith("UpdateService").contains("\"desiredCount\":1");

		Outcome outcome = changes().execute(scale, plan, target, new Recorder(plan));

		assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
		assertThat(changes().plan(scale, target).markers()).as("a stale plan differs").isNotEqualTo(plan.markers());
		assertThat(changes().probe(scale, plan, target).finding()).isEqualTo(Settlement.Finding.HAPPENED);
		Optional<Action> undo = changes().undo(scale, plan);
		assertThat(undo).contains(change("aws ecs update-service --cluster c --service web --desired-count 2"));
		run((AwsChange) undo.orElseThrow());
		assertThat(
				read("aws ecs describe-services --cluster c --services web --query 'services[0].desiredCount'").value())
			.isEqualTo(2.0);
	}

	@Test
	void aMissingServiceIsNoPlanAndNoTick() {
		run("aws ecs create-cluster --cluster-name empty");
		assertThat(read("aws ecs describe-services --cluster empty --services ghost").known()).isFalse();
		AwsChange scale = change("aws ecs update-service --cluster empty --service ghost --desired-count 1");
		assertThatThrownBy(() -> changes().plan(scale, target)).isInstanceOf(Problem.class)
			.hasMessageContaining("does not find it");
	}

	@Test
	void queueAttributesAreSetVerifiedAndPutBack() {
		String url = queue("attributes");
		AwsChange set = change(
				"aws sqs set-queue-attributes --queue-url " + url + " --attributes VisibilityTimeout=60");
		Plan plan = changes().plan(set, target);
		assertThat(plan.changes()).containsExactly(new Plan.Change("Attributes.VisibilityTimeout", "30", "60"));
		assertThat(changes().verify(set, plan, target).state()).isEqualTo(Verification.State.NOT_YET);
		changes().execute(set, plan, target, new Recorder(plan));
		assertThat(changes().verify(set, plan, target).state()).isEqualTo(Verification.State.HOLDS);
		run((AwsChange) changes().undo(set, plan).orElseThrow());
		assertThat(read("aws sqs get-queue-attributes --queue-url " + url
				+ " --attribute-names VisibilityTimeout --query Attributes.VisibilityTimeout --output text")
			.text()).isEqualTo("30");
	}

	@Test
	void purgingShowsHowManyGoAndLeavesNone() {
		String url = queue("purged");
		run("aws sqs send-message --queue-url " + url + " --message-body one");
		AwsChange purge = change("aws sqs purge-queue --queue-url " + url);
		Plan plan = changes().plan(purge, target);
		assertThat(plan.effects()).contains("ApproximateNumberOfMessages is 1");
		assertThat(plan.undo()).startsWith("None");
		changes().execute(purge, plan, target, new Recorder(plan));
		assertThat(changes().verify(purge, plan, target).state()).isEqualTo(Verification.State.HOLDS);
	}

	@Test
	void acceptedIsNotVerified() {
		String url = queue("accepted");
		for (String line : List.of("aws sqs send-message --queue-url " + url + " --message-body one",
				"aws sqs tag-queue --queue-url " + url + " --tags team=cs")) {
			AwsChange change = change(line);
			Plan plan = changes().plan(change, target);
			assertThat(changes().execute(change, plan, target, new Recorder(plan)))
				.isInstanceOf(Outcome.Succeeded.class);
			assertThat(changes().verify(change, plan, target).state()).as(line).isEqualTo(Verification.State.UNKNOWN);
			assertThat(plan.doneWhen().within()).as("a person is asked at once").isZero();
		}
	}

	@Test
	void aPlanThatComparedNothingIsNotVerified() {
		run("aws logs create-log-group --log-group-name /kept");
		run("aws logs put-retention-policy --log-group-name /kept --retention-in-days 30");
		AwsChange same = change("aws logs put-retention-policy --log-group-name /kept --retention-in-days 30");
		Plan plan = changes().plan(same, target);
		assertThat(plan.changes()).isEmpty();
		run(same);
		assertThat(changes().verify(same, plan, target).state()).isEqualTo(Verification.State.UNKNOWN);
		AwsChange other = change("aws logs put-retention-policy --log-group-name /kept --retention-in-days 60");
		Plan differs = changes().plan(other, target);
		run(other);
		assertThat(changes().verify(other, differs, target).state()).isEqualTo(Verification.State.HOLDS);
	}

	@Test
	void aLogGroupWhoseNameOnlyBeginsTheSameIsAnotherOne() {
		run("aws logs create-log-group --log-group-name /api-old");
		AwsChange change = change("aws logs put-retention-policy --log-group-name /api --retention-in-days 1");
		assertThatThrownBy(() -> changes().plan(change, target)).hasMessageContaining("does not find it");
	}

	@Test
	void aSecretIsNeverShownWhateverTheQueryAsksFor() {
		new AwsSessions(new AwsClients(new NoSecrets()), CLOCK).changing(target)
			.call("secretsmanager", "create-secret", java.util.Map.of("Name", "s", "SecretString", "opensesame"), "");
		assertThat(read("aws secretsmanager get-secret-value --secret-id s --query SecretString --output text").text())
			.isEqualTo("[hidden]");
		assertThat(read("aws secretsmanager get-secret-value --secret-id s").text()).doesNotContain("opensesame");
	}

	@Test
	void allPagesAreReadAndTheirNumberIsBounded() {
		for (int i = 0; i < 7; i++) {
			run("aws ssm put-parameter --name /p/" + i + " --type String --value v");
		}
		assertThat(read("aws ssm get-parameters-by-path --path /p --page-size 2 --query 'length(Parameters)'").value())
			.isEqualTo(7.0);
		assertThat(read("aws ssm get-parameters-by-path --path /p --max-items 3 --query 'length(Parameters)'").value())
			.isEqualTo(3.0);
		assertThat(
				read("aws ssm get-parameters-by-path --path /p --max-results 2 --query 'length(Parameters)'").value())
			.isEqualTo(2.0);
	}

	@Test
	void objectsAreListedAndRemoved() {
		run("aws s3api create-bucket --bucket backups");
		AwsClients clients = new AwsClients(new NoSecrets());
		((software.amazon.awssdk.services.s3.S3Client) clients.client(target, "s3api", "us-east-1", true)).putObject(
				(request) -> request.bucket("backups").key("daily/db.gz"),
				software.amazon.awssdk.core.sync.RequestBody.fromString("hello"));
		assertThat(read("aws s3 ls s3://backups/").text()).isEqualTo(" ".repeat(27) + "PRE daily/");
		Reading listed = read("aws s3 ls s3://backups/daily/");
		assertThat(listed.text()).endsWith("         5 db.gz");
		assertThat(listed.value()).isEqualTo(1.0);
		S3Remove remove = (S3Remove) Lines.call("aws s3 rm s3://backups/daily/ --recursive", new AwsReader()).action();
		S3RemoveHandler handler = new S3RemoveHandler(sessions, CLOCK);
		Plan plan = handler.plan(remove, target);
		assertThat(plan.samples()).containsExactly("daily/db.gz");
		assertThat(handler.execute(remove, plan, target, new Recorder(plan))).isInstanceOf(Outcome.Succeeded.class);
		assertThat(handler.verify(remove, plan, target).state()).isEqualTo(Verification.State.HOLDS);
	}

	@Test
	void aConditionThatHoldsIsAsExpected() {
		run("aws dynamodb create-table --table-name t --attribute-definitions AttributeName=id,AttributeType=S --key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST");
		assertThat(read("aws dynamodb wait table-exists --table-name t").judgement())
			.isEqualTo(Reading.Judgement.AS_EXPECTED);
	}

	@Test
	void aRefusalIsFailedAndSaysWhy() {
		AwsChange change = change("aws logs put-retention-policy --log-group-name gone --retention-in-days 30");
		assertThatThrownBy(() -> changes().plan(change, target)).hasMessageContaining("does not find it");
		AwsChange tag = change("aws sns publish --topic-arn arn:aws:sns:us-east-1:123456789012:gone --message m");
		Plan plan = new ChangePlan(tag, sessions.reading(target)).blind(CLOCK.instant());
		assertThat(changes().execute(tag, plan, target, new Recorder(plan))).isInstanceOf(Outcome.Failed.class);
	}

	@Test
	void theLastLogEventsAreRead() {
		run("aws logs create-log-group --log-group-name /app");
		run("aws logs create-log-stream --log-group-name /app --log-stream-name s");
		long now = CLOCK.millis();
		run("aws logs put-log-events --log-group-name /app --log-stream-name s --log-events timestamp=" + now
				+ ",message=hello");
		Reading reading = read("aws logs tail /app --since 5m --follow");
		assertThat(reading.value()).isEqualTo(1.0);
		assertThat(reading.text()).endsWith(" s hello");
	}

	@Test
	void nobodyThereIsUnknown() {
		Target nowhere = new Target(target.id(), "aws",
				java.util.Map.of("region", "us-east-1", "endpoint", "http://127.0.0.1:1"), target.secrets(),
				target.writtenAs());
		AwsRead read = (AwsRead) Lines.call("aws ecs list-clusters", new AwsReader()).action();
		assertThatThrownBy(() -> new AwsReadHandler(sessions, CLOCK).read(read, nowhere, RunContext.none()))
			.isInstanceOfSatisfying(Problem.class,
					(problem) -> assertThat(problem.category()).isEqualTo(Problem.Category.UNREACHABLE));
	}

}
