package io.watchfloor.action.aws.dynamo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Clears tables of moto. */
class DynamoClearTests {

	@TempDir
	private static Path folder;

	private static AwsLab aws;

	private static Trial<DynamoClear> trial;

	@BeforeAll
	static void start() throws IOException {
		aws = new AwsLab();
		trial = new Trial<>(new DynamoClearHandler(aws.sessions(), Clock.systemUTC()), aws.target(folder));
	}

	@AfterAll
	static void stop() {
		aws.close();
	}

	@AfterEach
	void mend() {
		aws.mend();
	}

	/** A table with items of two kinds. */
	private static DynamoClear table(String name, int old, int kept) {
		aws.run("aws dynamodb create-table --table-name " + name
				+ " --attribute-definitions AttributeName=id,AttributeType=S AttributeName=at,AttributeType=N"
				+ " --key-schema AttributeName=id,KeyType=HASH AttributeName=at,KeyType=RANGE --billing-mode PAY_PER_REQUEST");
		List<Object> puts = new ArrayList<>();
		for (int i = 0; i < old + kept; i++) {
			puts.add(Map.of("PutRequest",
					Map.of("Item", Map.of("id", Map.of("S", (i < old) ? "dedup#" + i : "keep#" + i), "at",
							Map.of("N", Integer.toString(i)), "note", Map.of("S", "n")))));
		}
		for (int from = 0; from < puts.size(); from += 25) {
			aws.sessions()
				.changing(aws.target())
				.call("dynamodb", "batch-write-item",
						Map.of("RequestItems", Map.of(name, puts.subList(from, Math.min(puts.size(), from + 25)))), "");
		}
		return new DynamoClear(name, "id", DynamoClear.Condition.PREFIX, "dedup#", 1_000, "");
	}

	private static long count(String table) {
		return aws.ask("dynamodb", "scan", Map.of("TableName", table, "Select", "COUNT")).number("Count");
	}

	@Test
	void exactlyTheItemsThatMatchAreCountedExportedAndDeleted() throws IOException {
		DynamoClear action = table("cache", 60, 5);
		aws.asked();
		Plan plan = trial.plan(action);
		assertThat(aws.asked()).allMatch((call) -> call.matches("DescribeTable|Scan"));
		assertThat(plan.changes()).containsExactly(new Plan.Change("items that match", "60", "0"));
		assertThat(plan.samples()).hasSize(20).allMatch((key) -> key.contains("dedup#") && !key.contains("note"));
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		trial.run(action, plan);
		assertThat(count("cache")).isEqualTo(5);
		Path export = folder.resolve("cache-export-1.jsonl");
		assertThat(Files.readAllLines(export)).hasSize(60)
			.allMatch((line) -> line.contains("dedup#") && line.contains("note"));
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(trial.hasNoUndo(action, plan)).isTrue();
		assertThat(plan.undo()).contains(export.toString());
		Files.delete(export);
		assertThat(trial.state(action, plan)).as("without its export it does not hold").isEqualTo(State.FAILED);
	}

	@Test
	void withoutAFolderForTheExportNothingIsPlannedAndNothingDeletedWhereItCannotBeWritten() throws IOException {
		DynamoClear action = table("kept", 2, 0);
		assertThatThrownBy(
				() -> new Trial<>(new DynamoClearHandler(aws.sessions(), Clock.systemUTC()), aws.target()).plan(action))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("no setting 'files'");
		Plan plan = trial.plan(action);
		Files.createDirectory(folder.resolve("kept-export-1.jsonl"));
		assertThat(trial.outcome(action, plan).message()).contains("cannot be begun").contains("Nothing was deleted");
		assertThat(count("kept")).isEqualTo(2);
		assertThat(trial.plan(action).calls().getFirst().text()).contains("kept-export-2.jsonl");
	}

	@Test
	void whatIsNotTakenIsSentAgain() {
		DynamoClear action = table("busy", 3, 0);
		AtomicInteger answers = new AtomicInteger();
		aws.answers("BatchWriteItem", (answer) -> (answers.getAndIncrement() > 0) ? answer
				: "{\"UnprocessedItems\":{\"busy\":[{\"DeleteRequest\":{\"Key\":{\"id\":{\"S\":\"dedup#1\"},\"at\":{\"N\":\"1\"}}}}]}}");
		Plan plan = trial.plan(action);
		assertThat(trial.outcome(action, plan).message()).isEqualTo("3 items were deleted.");
		assertThat(answers).hasValue(2);
	}

	@Test
	void anotherItemThatMatchesMeanwhileRefuses() {
		DynamoClear action = table("moved", 2, 0);
		Plan plan = trial.plan(action);
		aws.sessions()
			.changing(aws.target())
			.call("dynamodb", "put-item", Map.of("TableName", "moved", "Item",
					Map.of("id", Map.of("S", "dedup#new"), "at", Map.of("N", "9"))), "");
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		assertThat(count("moved")).isEqualTo(3);
	}

	@Test
	void moreThanAllowedMakeNoPlanAndNoneIsNotVerified() {
		DynamoClear action = table("many", 4, 1);
		assertThatThrownBy(
				() -> trial.plan(new DynamoClear("many", "id", DynamoClear.Condition.PREFIX, "dedup#", 3, "")))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("More than 3");
		DynamoClear none = new DynamoClear("many", "at", DynamoClear.Condition.BEFORE, "-1", 3, "");
		assertThat(trial.state(none, trial.run(none))).isEqualTo(State.UNKNOWN);
		DynamoClear before = new DynamoClear("many", "at", DynamoClear.Condition.BEFORE, "2", 3, "");
		assertThat(trial.plan(before).changes().getFirst().now()).isEqualTo("2");
		assertThat(trial.plan(action).changes().getFirst().now()).isEqualTo("4");
	}

	@Test
	void itStopsOnRequestAndABrokenLineIsUnknown() {
		DynamoClear action = table("stopped", 60, 0);
		Plan plan = trial.plan(action);
		assertThat(trial.outcome(action, plan, new Recorder(plan, 25)).message()).startsWith("Stopped on request. 25");
		Plan rest = trial.plan(action);
		aws.breakAfter("BatchWriteItem");
		assertThat(trial.outcome(action, rest)).isInstanceOf(Outcome.Unknown.class);
		aws.mend();
		assertThat(trial.probe(action, rest).finding()).isEqualTo(Finding.CANNOT_TELL);
	}

}
