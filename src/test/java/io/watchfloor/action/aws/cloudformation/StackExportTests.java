package io.watchfloor.action.aws.cloudformation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement.Finding;
import io.watchfloor.action.Trial;
import io.watchfloor.action.Verification.State;
import io.watchfloor.action.aws.AwsLab;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A stack of moto's. */
class StackExportTests {

	private static final String TEMPLATE = """
			{"Resources": {"Dlq": {"Type": "AWS::SQS::Queue"}},
			 "Parameters": {"Stage": {"Type": "String", "Default": "prod"}},
			 "Outputs": {"Url": {"Value": {"Ref": "Dlq"}}}}""";

	@TempDir
	private static Path folder;

	private static AwsLab aws;

	private static Target target;

	private static Trial<StackExport> trial;

	@BeforeAll
	static void start() throws IOException {
		aws = new AwsLab();
		target = aws.target(folder);
		trial = new Trial<>(new StackExportHandler(aws.sessions(), Clock.systemUTC()), target);
		change("create-stack", Map.of("StackName", "responder", "TemplateBody", TEMPLATE, "Tags",
				List.of(Map.of("Key", "owner", "Value", "ops"))));
	}

	@AfterAll
	static void stop() {
		if (aws != null) {
			aws.close();
		}
	}

	private static void change(String operation, Map<String, Object> parameters) {
		aws.sessions().changing(aws.target()).call("cloudformation", operation, parameters, "");
	}

	@Test
	void theFileHoldsWhatTheStackWasMadeFrom() throws IOException {
		StackExport action = new StackExport("responder", "stack-1.json", "");
		aws.asked();
		Plan plan = trial.plan(action);
		assertThat(aws.asked()).as("planning reads").containsOnly("DescribeStacks", "GetTemplate");
		assertThat(folder.resolve("stack-1.json")).doesNotExist();
		assertThat(plan.effects()).contains("Parameters: Stage", "Outputs: Url");
		assertThat(plan.toString()).doesNotContain("AWS::SQS::Queue");
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.DID_NOT_HAPPEN);
		assertThat(trial.state(action, plan)).isEqualTo(State.FAILED);
		trial.run(action, plan);
		Map<?, ?> kept = JsonText.structure(Files.readString(folder.resolve("stack-1.json")));
		assertThat(kept.toString()).contains("AWS::SQS::Queue", "owner", "prod", "Url");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("stack-1.json"))))
			.isEqualTo("rw-------");
		assertThat(trial.state(action, plan)).isEqualTo(State.HOLDS);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.HAPPENED);
		assertThat(trial.hasNoUndo(action, plan)).isTrue();
		Files.writeString(folder.resolve("stack-1.json"), "{}");
		assertThat(trial.state(action, plan)).as("somebody wrote over it").isEqualTo(State.FAILED);
		assertThat(trial.probe(action, plan).finding()).isEqualTo(Finding.CANNOT_TELL);
		assertThatThrownBy(() -> trial.plan(action)).isInstanceOf(Problem.class).hasMessageContaining("overwritten");
	}

	@Test
	void aStackThatChangedIsNotWritten() throws IOException {
		change("create-stack", Map.of("StackName", "moving", "TemplateBody", TEMPLATE));
		StackExport action = new StackExport("moving", "stack-2.json", "");
		Plan plan = trial.plan(action);
		change("update-stack", Map.of("StackName", "moving", "TemplateBody", TEMPLATE.replace("prod", "dev")));
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Refused.class);
		assertThat(folder.resolve("stack-2.json")).doesNotExist();
	}

	@Test
	void aFileThatCameMeanwhileStays() throws IOException {
		StackExport action = new StackExport("responder", "stack-3.json", "");
		Plan plan = trial.plan(action);
		Files.writeString(folder.resolve("stack-3.json"), "mine");
		assertThat(trial.outcome(action, plan)).isInstanceOf(Outcome.Failed.class);
		assertThat(folder.resolve("stack-3.json")).hasContent("mine");
		assertThat(folder.resolve(".stack-3.json.watchfloor-part")).doesNotExist();
	}

	@Test
	void otherPlacesAndStacksAreRefused() {
		assertThatThrownBy(() -> trial.plan(new StackExport("nobody", "x.json", ""))).isInstanceOf(Problem.class);
		assertThatThrownBy(() -> new StackExport("responder", "../x", "")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Trial<>(new StackExportHandler(aws.sessions(), Clock.systemUTC()), aws.target())
			.plan(new StackExport("responder", "x.json", ""))).hasMessageContaining("no setting 'files'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "save-stack responder a/stack.json", "save-stack responder a --region eu-west-1" })
	void aLineIsReadAndShownAsTheSame(String line) {
		Action action = Lines.call(line, new StackExportLines()).action();
		assertThat(action.commandLine()).isEqualTo(line);
	}

	@ParameterizedTest
	@ValueSource(strings = { "save-stack", "save-stack a", "save-stack a b c", "save-stack a /etc/b",
			"save-stack a b --profile x", "save-stack $A b" })
	void anotherWordIsNotUnderstood(String line) {
		assertThat(Lines.reason(line, new StackExportLines())).isNotBlank();
	}

}
