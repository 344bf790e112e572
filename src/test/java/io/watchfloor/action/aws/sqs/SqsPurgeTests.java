package io.watchfloor.action.aws.sqs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Queues of ElasticMQ, emptied into files. */
class SqsPurgeTests {

	@TempDir
	private static Path folder;

	private static ElasticQueues elastic;

	private static Trial<SqsPurge> trial;

	@BeforeAll
	static void start() throws IOException {
		elastic = new ElasticQueues();
		trial = new Trial<>(new SqsPurgeHandler(elastic.aws.sessions(), Clock.systemUTC()), elastic.aws.target(folder));
	}

	@AfterAll
	static void stop() {
		elastic.close();
	}

	@AfterEach
	void mend() {
		elastic.aws.mend();
	}

	private static SqsPurge purge(Mail mail) {
		return new SqsPurge(mail.url(mail.deadName()), "");
	}

	private static String[] bodies(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "body \"" + i + "\" ü\n").toArray(String[]::new);
	}

	@Test
	void everyMessageStandsInTheFileBeforeItIsDeleted() throws IOException {
		Mail mail = Mail.make(elastic.aws, "emptied");
		mail.dead(bodies(23));
		SqsPurge action = purge(mail);
		elastic.aws.asked();
		Plan plan = trial.plan(action);
		assertThat(elastic.aws.asked()).as("planning only looks").allMatch((call) -> call.startsWith("Get"));
		assertThat(plan.changes()).containsExactly(new Plan.Change("emptied-dlq, waiting", "23", "0"));
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		Recorder recorder = trial.run(action, plan);
		assertThat(recorder.kept).hasSizeGreaterThanOrEqualTo(3).allMatch((line) -> line.startsWith("exported "));
		assertThat(elastic.aws.asked()).contains("DeleteMessageBatch").doesNotContain("PurgeQueue");
		Path export = folder.resolve("emptied-dlq-export-1.jsonl");
		List<String> lines = Files.readAllLines(export);
		assertThat(lines).hasSize(23)
			.allMatch((line) -> line.contains("\"BinaryValue\":\"AP8B\"") && line.contains("\"StringValue\":\"t-body"));
		assertThat(Files.getPosixFilePermissions(export)).hasSize(2);
		assertThat(mail.depth(mail.deadName())).isZero();
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan, recorder.kept.toArray(String[]::new)).finding())
			.isEqualTo(Finding.HAPPENED);
		assertThat(trial.hasNoUndo(action, plan)).isTrue();
		assertThat(plan.undo()).contains(export.toString());
		mail.dead("one more");
		assertThat(trial.state(action, plan)).as("it is refilled").isEqualTo(State.NOT_YET);
		Files.delete(export);
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
	}

	@Test
	void whatCannotBeWrittenIsNotDeleted() throws IOException {
		Mail mail = Mail.make(elastic.aws, "refused");
		mail.dead("a", "b");
		SqsPurge action = purge(mail);
		Plan plan = trial.plan(action);
		Files.createDirectory(folder.resolve("refused-dlq-export-1.jsonl"));
		Outcome outcome = trial.outcome(action, plan);
		assertThat(outcome.message()).contains("cannot be begun").contains("Nothing was deleted");
		assertThat(mail.depth(mail.deadName())).isEqualTo(2);
		assertThat(trial.plan(action).markers()).containsEntry("export", "refused-dlq-export-2.jsonl");
		assertThatThrownBy(
				() -> new Trial<>(new SqsPurgeHandler(elastic.aws.sessions(), Clock.systemUTC()), elastic.aws.target())
					.plan(action))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("no setting 'files'");
	}

	@Test
	void aLineThatBreaksAfterADeletionIsUnknownAndNothingIsLost() throws IOException {
		Mail mail = Mail.make(elastic.aws, "broken");
		mail.dead(bodies(12));
		SqsPurge action = purge(mail);
		Plan plan = trial.plan(action);
		elastic.aws.breakAfter("DeleteMessageBatch");
		Recorder recorder = new Recorder(plan);
		assertThat(trial.outcome(action, plan, recorder)).isInstanceOf(Outcome.Unknown.class);
		elastic.aws.mend();
		assertThat(Files.readAllLines(folder.resolve("broken-dlq-export-1.jsonl"))).hasSize(10);
		assertThat(mail.depth(mail.deadName())).isEqualTo(2);
		assertThat(trial.probe(action, plan, recorder.kept.toArray(String[]::new)).finding())
			.isEqualTo(Finding.CANNOT_TELL);
	}

	@Test
	void itStopsOnRequestAndNothingWaitingIsNotVerified() {
		Mail mail = Mail.make(elastic.aws, "stopped");
		SqsPurge action = purge(mail);
		assertThat(trial.state(action, trial.run(action))).isEqualTo(State.UNKNOWN);
		mail.dead(bodies(25));
		Plan plan = trial.plan(action);
		assertThat(trial.outcome(action, plan, new Recorder(plan, 10)).message()).startsWith("Stopped on request. 10");
		assertThat(mail.depth(mail.deadName())).isEqualTo(15);
	}

	@Test
	void theServicesOwnCallIsThisAction() {
		SqsCalls calls = new SqsCalls();
		String url = "https://sqs.eu-west-1.amazonaws.com/1/dlq";
		AwsChange call = new AwsChange("sqs", "purge-queue", java.util.Map.of("QueueUrl", url), "", "", "json");
		assertThat(calls.of(call)).isEqualTo(Optional.of(new SqsPurge(url, "")));
		assertThat(new SqsPurge(url, "").commandLine()).isEqualTo("aws sqs purge-queue --queue-url " + url);
		assertThatThrownBy(() -> new SqsPurge("--help", "")).isInstanceOf(IllegalArgumentException.class);
	}

}
