package io.watchfloor.action.aws;

import java.util.List;
import java.util.Optional;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which lines are wrong or dangerous, and which are not. */
class AwsFindingsTests {

	private static List<String> findings(String line) {
		CommandLine command = new CommandLine(line, Optional.of(Lines.pipeline(line)),
				Lines.read(line, new AwsReader()), line, 0);
		return new AwsFindings().check(command).map(Finding::rule).map(Rule::id).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					aws logs insights query-logs --log-group-name g | aws/logs-insights
					aws elasticache restore-cache-cluster-from-snapshot --snapshot-name s | aws/unknown-operation
					aws rds modify-db-instance --db-instance-identifier x --enable-point-in-time-recovery | aws/point-in-time-flag
					aws ecs update-service --service s --replicas 3 | aws/unknown-flag
					aws rds restore-db-instance-from-db-snapshot --db-snapshot-identifier s --region us-west-2 | aws/missing-parameter
					aws logs tail /g --since 1h --until 30m | aws/logs-tail-until
					aws ce get-cost-and-usage --group-by Type=SERVICE | aws/cost-group-type
					aws s3 cp backup-*.dump s3://b/ | aws/copy-with-pattern
					aws secretsmanager update-secret --secret-id s --secret-string x | aws/secret-on-command-line
					aws secretsmanager get-secret-value --secret-id s | aws/secret-printed
					aws lambda update-function-configuration --function-name f --environment Variables={A=b} | aws/environment-replaced
					aws sqs purge-queue --queue-url https://q/1 | aws/purge-queue
					aws ec2 terminate-instances --instance-ids i-0abc123def4567890 | aws/machines-terminated
					aws elasticache reboot-cache-cluster --cache-cluster-id c --cache-node-ids-to-reboot 0001 | aws/cache-reboot
					aws logs put-retention-policy --log-group-name g --retention-in-days 7 | aws/retention-shortened
					aws rds modify-db-instance --db-instance-identifier x --db-instance-class c --apply-immediately | aws/class-change-now
					aws rds promote-read-replica --db-instance-identifier r --region us-west-2 | aws/promote-without-fence
					aws ecs update-service --cluster c --service s --desired-count 4 | aws/absolute-count
					aws ecs wait services-stable --cluster c --services s | aws/stable-is-not-new
					aws rds reboot-db-instance --db-instance-identifier x | aws/reboot-is-no-failover
					aws cloudformation cancel-update-stack --stack-name s | aws/cancel-is-no-rollback
					aws ecs wait services-settled --cluster c --services s | aws/unknown-condition
					""")
	void whatIsWrongIsFound(String line, String rule) {
		assertThat(findings(line)).contains(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "aws ecs describe-services --cluster c --services s",
			"aws rds describe-db-instances --db-instance-identifier x",
			"aws ecs update-service --cluster c --service s --force-new-deployment", "aws s3 ls s3://b/ --recursive",
			"aws logs tail /g --since 1h --follow", "aws eks update-kubeconfig --name c",
			"aws rds wait db-instance-available --db-instance-identifier x" })
	void whatIsWellIsLeftAlone(String line) {
		assertThat(findings(line)).isEmpty();
	}

	@Test
	void aCallInsideASubstitutionIsSeenToo() {
		String block = "KEY=$(aws secretsmanager get-secret-value --secret-id s --query SecretString --output text)";
		assertThat(WrittenCall.in(block, block)).singleElement()
			.satisfies((call) -> assertThat(call.is("secretsmanager get-secret-value")).isTrue());
	}

}
