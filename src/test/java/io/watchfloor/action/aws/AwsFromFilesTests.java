package io.watchfloor.action.aws;

import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Asking;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Targets;
import io.watchfloor.command.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AwsFromFilesTests {

	private static final String TASK = "aws ecs register-task-definition --cli-input-json file://t.json";

	private static Action read(String line) {
		return switch (new AwsReader().read(Lines.pipeline(line))) {
			case Understanding.Understood<ActionCall>(ActionCall call) -> call.action();
			case Understanding.NotUnderstood<ActionCall>(String reason) -> throw new AssertionError(reason);
			case Understanding.ByHand<ActionCall>(var work) -> throw new AssertionError(work.sentence());
		};
	}

	private static Action filled(String line, String text) {
		Asking asking = (Asking) read(line);
		return asking.answered(Map.of(asking.asks().getFirst().name(), text));
	}

	@ParameterizedTest
	@ValueSource(strings = { TASK, "aws cloudformation create-stack --stack-name s --template-body file://a/t.yaml",
			"aws route53 change-resource-record-sets --hosted-zone-id Z1 --change-batch file://c.json --region eu-west-1",
			"aws application-autoscaling put-scaling-policy --policy-name p --service-namespace ecs"
					+ " --resource-id service/c/s --scalable-dimension ecs:service:DesiredCount"
					+ " --policy-type TargetTrackingScaling"
					+ " --target-tracking-scaling-policy-configuration=file://p.json" })
	void aLineIsReadBackAndAsksForItsFile(String line) {
		Action action = read(line);
		assertThat(action).isInstanceOf(AwsFromFiles.class);
		assertThat(read(action.commandLine())).isEqualTo(action);
		assertThat(((Asking) action).asks()).hasSize(1).allSatisfy((asked) -> assertThat(asked.fallback()).isNull());
		assertThatThrownBy(
				() -> new AwsFromFilesHandler().plan((AwsFromFiles) action, Targets.target("a", "aws", Map.of())))
			.hasMessageContaining("is missing");
	}

	@Test
	void withItsFileItIsTheCallThatTheTextMakes() {
		String text = "{\"family\":\"web\",\"containerDefinitions\":[{\"name\":\"a\",\"image\":\"i:1\"}]}";
		assertThat(filled(TASK, text))
			.isEqualTo(read("aws ecs register-task-definition --cli-input-json '" + text + "'"));
		assertThat(filled("aws cloudformation create-stack --stack-name s --template-body file://t", "A: 1\nB: 2\n"))
			.isInstanceOfSatisfying(AwsChange.class,
					(change) -> assertThat(change.parameters()).containsEntry("TemplateBody", "A: 1\nB: 2\n"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			family: web | JSON
			{"containerDefinitions":[]} | family
			{"family":"a","containerDefinitions":[],"nonsense":1} | nonsense
			{"family":"a","containerDefinitions":[{"environment":[{"name":"API_TOKEN","value":"x"}]}]} | secret
			""")
	void whatDoesNotFitTheCallIsRefused(String text, String part) {
		assertThatThrownBy(() -> filled(TASK, text)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining(part);
	}

}
