package io.watchfloor.action.aws.sqs;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.action.aws.iam.CallLog;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** In batches on moto, which has no move tasks; by the service's own on ElasticMQ. */
class SqsRedriveTests {

	/** As if the process ended here. */
	private static final class Died extends Error {

		private static final long serialVersionUID = 1;

	}

	private static AwsLab moto;

	private static ElasticQueues elastic;

	private static Trial<SqsRedrive> batches;

	private static Trial<SqsRedrive> tasks;

	@BeforeAll
	static void start() throws IOException {
		moto = new AwsLab();
		elastic = new ElasticQueues();
		batches = trial(moto);
		tasks = trial(elastic.aws);
	}

	private static Trial<SqsRedrive> trial(AwsLab aws) {
		return new Trial<>(new SqsRedriveHandler(aws.sessions(), Clock.systemUTC()), aws.target());
	}

	@AfterAll
	static void stop() {
		moto.close();
		elastic.close();
	}

	@AfterEach
	void mend() {
		moto.mend();
		elastic.aws.mend();
	}

	private static String[] bodies(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "body \"" + i + "\" ü\n").toArray(String[]::new);
	}

	@Test
	void planningReadsOnlyAndSaysWhatWaits() {
		Mail mail = Mail.make(moto, "planned");
		mail.dead(bodies(3));
		SqsRedrive action = mail.redrive();
		moto.asked();
		Plan plan = batches.plan(action);
		assertThat(moto.asked()).allMatch((call) -> call.matches("(Get|List).*"));
		assertThat(plan.changes().getFirst()).isEqualTo(new Plan.Change("planned-dlq, waiting", "3", "0"));
		assertThat(plan.warnings()).extracting(Plan.Warning::text)
			.contains("What failed before fails again unless its cause is mended.");
		assertThat(plan.undo()).startsWith("None");
	}

	@Test
	void everyMessageArrivesAsItWas() {
		Mail mail = Mail.make(moto, "whole");
		mail.dead(bodies(23));
		SqsRedrive action = mail.redrive();
		Plan plan = batches.plan(action);
		Recorder recorder = batches.run(action, plan);
		List<Message> arrived = mail.live();
		assertThat(arrived).extracting(Message::body).containsExactlyInAnyOrder(bodies(23));
		assertThat(arrived).allSatisfy((message) -> {
			assertThat(message.messageAttributes().get("type").stringValue()).isEqualTo("t-" + message.body());
			assertThat(message.messageAttributes().get("raw").binaryValue().asByteArray())
				.isEqualTo(new byte[] { 0, (byte) 0xff, 1 });
		});
		assertThat(recorder.kept).filteredOn((line) -> line.startsWith("copied")).hasSize(3);
		assertThat(batches.state(action, plan)).isEqualTo(State.HOLDS);
		mail.dead("one more");
		assertThat(batches.state(action, plan)).as("it is refilled").isEqualTo(State.NOT_YET);
	}

	@Test
	void groupsOfAFifoQueueAreKept() {
		Mail mail = Mail.make(moto, "grouped", true);
		mail.dead("a", "b");
		batches.run(mail.redrive());
		assertThat(mail.live())
			.extracting((message) -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
			.containsExactlyInAnyOrder("g-a", "g-b");
	}

	@Test
	void endingBetweenCopyAndDeleteLosesNothingAndTheLedgerTellsWhatIsThereTwice() {
		Mail mail = Mail.make(moto, "killed");
		mail.dead(bodies(12));
		SqsRedrive action = mail.redrive();
		Plan plan = batches.plan(action);
		Recorder dies = new Recorder(plan) {
			@Override
			public void keep(String line) {
				super.keep(line);
				if (line.startsWith("copied")) {
					throw new Died();
				}
			}
		};
		assertThatThrownBy(() -> batches.outcome(action, plan, dies)).isInstanceOf(Died.class);
		assertThat(mail.live()).as("copied").hasSize(10);
		assertThat(moto.asked()).doesNotContain("DeleteMessageBatch");
		var settled = batches.probe(action, plan, dies.kept.toArray(String[]::new));
		assertThat(settled.finding()).isEqualTo(Finding.CANNOT_TELL);
		assertThat(settled.evidence()).contains("0 moved", "perhaps there twice", "its copy:");
		assertThat(batches.probe(action, plan).finding()).as("with an empty ledger").isEqualTo(Finding.DID_NOT_HAPPEN);
	}

	@Test
	void aLineThatBreaksAfterTheCopyIsUnknownAndNothingIsDeleted() {
		Mail mail = Mail.make(moto, "broken");
		mail.dead(bodies(2));
		SqsRedrive action = mail.redrive();
		Plan plan = batches.plan(action);
		moto.breakAfter("SendMessageBatch");
		moto.asked();
		Outcome outcome = batches.outcome(action, plan);
		assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
		assertThat(outcome.message()).contains("sent without an answer");
		assertThat(moto.asked()).containsOnlyOnce("SendMessageBatch").doesNotContain("DeleteMessageBatch");
	}

	@Test
	void aCopyThatIsNotIdenticalIsNotDeletedAtItsSource() {
		Mail mail = Mail.make(moto, "altered");
		mail.dead("one");
		SqsRedrive action = mail.redrive();
		Plan plan = batches.plan(action);
		moto.answers("ReceiveMessage", (answer) -> answer.replaceAll("\"MD5OfMessageAttributes\": ?\"[0-9a-f]+\"",
				"\"MD5OfMessageAttributes\": \"0123456789abcdef0123456789abcdef\""));
		Outcome outcome = batches.outcome(action, plan);
		assertThat(outcome).isNotInstanceOf(Outcome.Succeeded.class);
		assertThat(moto.asked()).doesNotContain("DeleteMessageBatch");
	}

	@Test
	void whatComesBackAtOnceIsSetAside() {
		Mail mail = Mail.make(moto, "poison");
		mail.dead("poison");
		SqsRedrive action = mail.redrive();
		Plan plan = batches.plan(action);
		Recorder failing = new Recorder(plan) {
			@Override
			public void keep(String line) {
				super.keep(line);
				if (line.startsWith("deleted")) {
					CallLog.aside(() -> comeBack(mail));
				}
			}
		};
		Outcome outcome = batches.outcome(action, plan, failing);
		assertThat(outcome.message()).contains("1 moved").contains("1 came back at once");
		assertThat(failing.kept).anyMatch((line) -> line.startsWith("set aside"));
		assertThat(batches.state(action, plan)).isEqualTo(State.NOT_YET);
	}

	/** A consumer that fails until the queue gives the message up. */
	private static void comeBack(Mail mail) {
		String url = mail.url(mail.liveName());
		for (int i = 0; i < 5; i++) {
			mail.sqs((sqs) -> sqs.receiveMessage((r) -> r.queueUrl(url).visibilityTimeout(0)));
		}
	}

	@Test
	void itStopsOnRequestBetweenBatches() {
		Mail mail = Mail.make(moto, "stopped");
		mail.dead(bodies(15));
		SqsRedrive action = mail.redrive();
		Plan plan = batches.plan(action);
		Outcome outcome = batches.outcome(action, plan, new Recorder(plan, 10));
		assertThat(outcome.message()).startsWith("Stopped on request. 10 moved");
	}

	@Test
	void theServicesOwnMoveIsOrderedOnceAndWatched() {
		Mail mail = Mail.make(elastic.aws, "own");
		mail.dead(bodies(30));
		SqsRedrive action = mail.redrive();
		Plan plan = tasks.plan(action);
		assertThat(plan.calls().getFirst().text()).startsWith("StartMessageMoveTask");
		assertThat(tasks.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		tasks.run(action, plan);
		org.awaitility.Awaitility.await()
			.untilAsserted(() -> assertThat(tasks.state(action, plan)).isEqualTo(State.HOLDS));
		assertThat(tasks.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(mail.depth(mail.liveName())).isEqualTo(30);
	}

	@Test
	void aQueueThatIsNoOnesDeadLetterQueueNeedsADestination() {
		Mail mail = Mail.make(moto, "whose");
		SqsRedrive action = new SqsRedrive(mail.arn(mail.liveName()), "", 0, "");
		assertThatThrownBy(() -> batches.plan(action)).isInstanceOf(Problem.class)
			.hasMessageContaining("Say where the messages go");
		Mail other = Mail.make(moto, "stranger");
		assertThat(batches.plan(new SqsRedrive(mail.arn(mail.deadName()), other.arn("stranger"), 0, "")).warnings())
			.anyMatch((warning) -> warning.grave() && warning.text().contains("may not be meant for it"));
	}

}
