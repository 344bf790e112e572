package io.watchfloor.action.aws;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Lines;
import io.watchfloor.action.TargetHint;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What lines mean, and which are not understood. */
class AwsReaderTests {

	private static ActionCall call(String line) {
		return Lines.call(line, new AwsReader());
	}

	private static String reason(String line) {
		return Lines.reason(line, new AwsReader());
	}

	@Test
	void aListOfServicesIsReadWithItsCluster() {
		ActionCall call = call(
				"aws ecs describe-services --cluster cs-mcp-prod --services cs-mcp api --region eu-west-1");
		AwsRead read = (AwsRead) call.action();
		assertThat(read.parameters()).containsEntry("cluster", "cs-mcp-prod")
			.containsEntry("services", java.util.List.of("cs-mcp", "api"));
		assertThat(read.region()).isEqualTo("eu-west-1");
		assertThat(read.risk()).isEqualTo(Risk.READ);
	}

	@Test
	void aProfileNamesTheTarget() {
		assertThat(call("aws --profile prod sts get-caller-identity").hint()).isEqualTo(new TargetHint.Written("prod"));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"aws ecs update-service --cluster c --service s --desired-count 4 --no-force-new-deployment",
			"aws ecs describe-services --cluster c --services a b --query 'services[0].deployments' --output text",
			"aws rds modify-db-instance --db-instance-identifier x --db-instance-class db.r6g.large --apply-immediately",
			"aws cloudwatch get-metric-statistics --namespace AWS/ECS --metric-name CPUUtilization --dimensions Name=ServiceName,Value=s --start-time 2026-01-01T00:00:00Z --end-time 2026-01-02T00:00:00Z --period 300 --statistics Average Maximum",
			"aws dynamodb get-item --table-name t --key '{\"id\":{\"S\":\"a\"}}' --consistent-read",
			"aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 5432-5433 --source-group sg-2",
			"aws ec2 run-instances --image-id ami-1 --count 1:2 --instance-type t3.micro",
			"aws logs filter-log-events --log-group-name g --start-time $(date -d '1 hour ago' +%s)000 --filter-pattern '?ERROR ?WARN'",
			"aws lambda invoke --function-name f --payload '{\"a\":1}' /dev/stdout",
			"aws sqs get-queue-attributes --queue-url https://sqs.eu-west-1.amazonaws.com/1/q --attribute-names All" })
	void aLineThatIsWrittenBackReadsTheSame(String line) {
		ActionCall first = call(line);
		assertThat(call(first.action().commandLine())).isEqualTo(first);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			aws secretsmanager get-secret-value --secret-id s | READ
			aws logs start-query --log-group-name g --start-time 1 --end-time 2 --query-string x | READ
			aws sqs receive-message --queue-url https://q/1 | DISRUPTIVE
			aws lambda invoke --function-name f o.json | DISRUPTIVE
			aws sqs purge-queue --queue-url https://q/1 | DESTRUCTIVE
			aws elasticache reboot-cache-cluster --cache-cluster-id c --cache-node-ids-to-reboot 0001 | DESTRUCTIVE
			aws ecs update-service --cluster c --service s --force-new-deployment | DISRUPTIVE
			aws ssm send-command --document-name AWS-RunShellScript --instance-ids i-1 | DESTRUCTIVE
			aws rds create-db-snapshot --db-instance-identifier i --db-snapshot-identifier s | REVERSIBLE
			""")
	void riskComesFromTheMeaning(String line, Risk risk) {
		assertThat(call(line).action().risk()).isEqualTo(risk);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			aws ecs describe-services --cluster c | --services is missing
			aws ecs describe-services --services s --nonsense | --nonsense is not known
			aws ecs describe-services --services | value of --services is missing
			aws ecs describe-services s --services a | 's' is not understood
			aws ecs update-service --service s --desired-count many | desiredCount must be a whole number
			aws ecs create-service --service-name s --launch-type MOON | launchType must be one of
			aws ecs execute-command --cluster c --task t --command sh --interactive | hands out
			aws ecs describe-services --services s --endpoint-url http://x | target's settings
			aws ecs describe-services --services s --query 'a[' | no JMESPath
			aws ecr get-login-password | prints a password
			aws secretsmanager put-secret-value --secret-id s --secret-string abc | secret SecretString
			aws lambda update-function-code --function-name f --zip-file fileb://f.zip | from a file
			aws secretsmanager put-secret-value --secret-id s --secret-string file://s.txt | secret SecretString
			aws ecs list-tasks --cli-input-json file://t.json | only reads
			aws ecs register-task-definition --cli-input-json "file://$(x)" | shell would change
			aws ecs register-task-definition --cli-input-json file://t.json --query a | what is shown
			aws cloudformation create-stack --template-body file://t.yaml | --stack-name is missing
			aws cloudformation create-stack --stack-name s --template-body file://t.yaml --nonsense | not known
			aws ecs wait services-stable --cluster c --services file://s | not understood
			aws rds modify-db-instance --db-instance-identifier x --enable-point-in-time-recovery | not known
			aws ecs describe-services --services a --services b | stands twice
			aws elasticache restore-cache-cluster-from-snapshot --snapshot-name s | does not exist
			aws moon describe-craters | not known here
			""")
	void whatIsNotKnownIsNotUnderstood(String line, String part) {
		assertThat(reason(line)).contains(part);
	}

}
