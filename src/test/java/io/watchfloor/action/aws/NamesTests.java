package io.watchfloor.action.aws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.aws.model.CliNames;
import io.watchfloor.action.aws.model.Facts;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.OperationFacts;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.kernel.Risk;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/** Our names and tables against those of the aws command of the machine. */
class NamesTests {

	private static final List<String> SERVICES = List.of("acm", "apigateway", "application-autoscaling", "athena",
			"autoscaling", "backup", "budgets", "ce", "cloudformation", "cloudfront", "cloudwatch", "dynamodb", "ec2",
			"ecr", "ecs", "eks", "elasticache", "elbv2", "events", "iam", "kms", "lambda", "logs", "pricing", "rds",
			"route53", "s3api", "secretsmanager", "sns", "sqs", "ssm", "stepfunctions", "sts");

	@TempDir
	private Path folder;

	@Test
	void everyOperationAndFlagOfOursIsTheCommandsOwn() throws Exception {
		Map<String, Map<String, String>> table = table();
		List<String> unknown = new ArrayList<>();
		int flags = 0;
		for (String service : SERVICES) {
			for (Operation operation : ServiceModel.named(service).orElseThrow().operations()) {
				Map<String, String> theirs = table.get(service + " " + operation.cliName());
				if (theirs == null) {
					unknown.add(service + " " + operation.cliName());
					continue;
				}
				for (String member : operation.members().keySet()) {
					String flag = CliNames.flag(service, operation.cliName(), member);
					flags++;
					if (!theirs.containsKey(flag) && !CliNames.isNoFlag(service, operation.cliName(), member)) {
						unknown.add(service + " " + operation.cliName() + " --" + flag);
					}
				}
			}
		}
		assertThat(flags).isGreaterThan(10_000);
		assertThat(unknown).isEmpty();
	}

	/** The model says one thing, and the command another. */
	private static final Set<String> REQUIRED_OTHERWISE = Set.of("athena delete-named-query --named-query-id",
			"athena stop-query-execution --query-execution-id", "autoscaling launch-instances --client-token",
			"cloudfront create-distribution --distribution-config",
			"cloudfront create-invalidation --invalidation-batch",
			"cloudfront update-distribution --distribution-config", "ec2 bundle-instance --storage",
			"ec2 create-network-insights-access-scope --client-token",
			"ec2 create-network-insights-path --client-token",
			"ec2 start-network-insights-access-scope-analysis --client-token",
			"ec2 start-network-insights-analysis --client-token", "iam enable-mfa-device --authentication-code1",
			"iam enable-mfa-device --authentication-code2", "iam resync-mfa-device --authentication-code1",
			"iam resync-mfa-device --authentication-code2", "lambda create-function --code",
			"lambda publish-layer-version --content");

	@Test
	void whatTheCommandDemandsIsDemandedHere() throws Exception {
		Map<String, Map<String, String>> table = table();
		Set<String> differ = new TreeSet<>();
		for (String service : SERVICES) {
			for (Operation operation : ServiceModel.named(service).orElseThrow().operations()) {
				Map<String, String> theirs = table.getOrDefault(service + " " + operation.cliName(), Map.of());
				operation.members().values().forEach((member) -> {
					String flag = CliNames.flag(service, operation.cliName(), member.name());
					String required = theirs.get(flag);
					if (required != null && member.required() != required.equals("True")) {
						differ.add(service + " " + operation.cliName() + " --" + flag);
					}
				});
			}
		}
		assertThat(differ).isEqualTo(REQUIRED_OTHERWISE);
	}

	@Test
	void everyOperationHasARiskAndReadsAreOnlyThoseThatAreKnownToChangeNothing() {
		for (String service : SERVICES) {
			assertThat(ServiceModel.named(service).orElseThrow().operations()).as(service).isNotEmpty();
		}
		List.of("sqs receive-message", "stepfunctions get-activity-task", "ec2 get-flow-logs-integration-template",
				"sts get-session-token", "ecr get-authorization-token", "kms get-parameters-for-import",
				"ssm get-access-token", "apigateway test-invoke-method", "stepfunctions test-state",
				"cloudfront test-function", "elasticache test-failover", "iam generate-credential-report",
				"dynamodb execute-statement", "athena start-query-execution", "lambda invoke", "ecr batch-get-image")
			.forEach((call) -> assertThat(risk(call)).as(call).isNotEqualTo(Risk.READ));
		List.of("ecs delete-service", "rds delete-db-instance", "s3api delete-objects", "logs put-retention-policy",
				"ec2 terminate-instances", "sqs purge-queue", "dynamodb put-item", "kms schedule-key-deletion",
				"ssm send-command", "cloudformation delete-stack")
			.forEach((call) -> assertThat(risk(call)).as(call).isEqualTo(Risk.DESTRUCTIVE));
	}

	@Test
	void everyTwinIsAReadOfTheSameService() {
		Twins.all().forEach((call, twin) -> {
			String service = call.replaceFirst(" .*", "");
			assertThat(risk(call)).as(call).isNotEqualTo(Risk.READ);
			assertThat(risk(service + " " + twin.describe())).as(call).isEqualTo(Risk.READ);
			List.of(twin.parameters(), twin.state()).forEach(Query::demand);
			List.of(twin.done(), twin.failed()).stream().filter((text) -> !text.isEmpty()).forEach(Query::demand);
			Operation changed = ServiceModel.named(service)
				.flatMap((model) -> model.operation(call.substring(service.length() + 1)))
				.orElseThrow();
			assertThat(changed.members().keySet()).as(call).containsAll(twin.undo());
		});
	}

	private static Risk risk(String call) {
		List<String> words = List.of(call.split(" ", 2));
		return Facts.of(words.getFirst()).operation(words.getLast()).map(OperationFacts::risk).orElseThrow();
	}

	/** By operation: whether each flag is required. */
	private Map<String, Map<String, String>> table() throws Exception {
		RealServers.optional("aws", "awscli");
		Path python = RealServers.optional("python", "python3");
		Path out = this.folder.resolve("names");
		List<String> command = new ArrayList<>(
				List.of(python.toString(), "src/test/resources/io/watchfloor/action/aws/names.py"));
		command.addAll(SERVICES);
		Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
			throw new TestAbortedException("needs awscli as a module of " + python);
		}
		Map<String, Map<String, String>> table = new TreeMap<>();
		for (String line : Files.readAllLines(out)) {
			List<String> cells = List.of(line.split("\t", -1));
			Map<String, String> flags = new TreeMap<>();
			cells.stream().skip(3).map((cell) -> cell.split(":", -1)).forEach((parts) -> flags.put(parts[0], parts[2]));
			table.put(cells.get(0) + " " + cells.get(1), flags);
		}
		return table;
	}

}
