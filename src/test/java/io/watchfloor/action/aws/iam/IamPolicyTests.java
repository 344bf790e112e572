package io.watchfloor.action.aws.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.AccessDocument;
import io.watchfloor.action.ActionHandler;
import io.watchfloor.action.ActionUse;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Targets;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsRead;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.action.aws.ecs.EcsScale;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What a policy says for calls whose names or resources are known. */
class IamPolicyTests {

	private final Target target = Targets.target("cloud", "aws",
			Map.of("region", "eu-west-1", "allowed-account", "123456789012"));

	private AccessDocument document(ActionUse... uses) {
		return new AwsAccess(List.of()).needed(this.target, List.of(uses));
	}

	private static AwsRead read(String service, String operation, Map<String, Object> parameters) {
		return new AwsRead(service, operation, parameters, "", "", "json", -1, true);
	}

	private static AwsChange change(String service, String operation, Map<String, Object> parameters) {
		return new AwsChange(service, operation, parameters, "", "", "json");
	}

	@ParameterizedTest
	@CsvSource({ "s3api,list-objects-v2,s3:ListBucket", "s3api,head-object,s3:GetObject",
			"s3api,list-buckets,s3:ListAllMyBuckets", "s3api,delete-objects,s3:DeleteObject",
			"lambda,invoke,lambda:InvokeFunction", "sqs,send-message-batch,sqs:SendMessage",
			"logs,start-query,logs:StartQuery", "logs,get-query-results,logs:GetQueryResults",
			"elbv2,describe-target-health,elasticloadbalancing:DescribeTargetHealth",
			"rds,describe-db-instances,rds:DescribeDBInstances", "apigateway,get-rest-apis,apigateway:GET",
			"apigateway,update-stage,apigateway:PATCH", "cloudwatch,get-metric-data,cloudwatch:GetMetricData",
			"application-autoscaling,describe-scalable-targets,application-autoscaling:DescribeScalableTargets",
			"budgets,describe-budgets,budgets:ViewBudget", "ce,get-cost-and-usage,ce:GetCostAndUsage" })
	void theActionIsTheOperationExceptWhereTheTableSaysOtherwise(String service, String operation, String action) {
		assertThat(IamActions.of(new AwsCall(service, operation, Map.of(), ""))).containsExactly(action);
	}

	@Test
	void whoRunsATaskPassesItsRoleOn() {
		assertThat(IamActions.of(new AwsCall("ecs", "run-task", Map.of(), ""))).containsExactly("ecs:RunTask",
				"iam:PassRole");
		assertThat(IamActions.of(new AwsCall("sts", "get-caller-identity", Map.of(), ""))).isEmpty();
	}

	@Test
	void scalingNamesItsServiceAndMayNothingElse() {
		AccessDocument document = document(new ActionUse(new EcsScale("prod", "web", 3, "")));
		Granted granted = new Granted(document.text());
		String web = "arn:aws:ecs:eu-west-1:123456789012:service/prod/web";
		assertThat(granted.allows("ecs:UpdateService", web)).isTrue();
		assertThat(granted.allows("ecs:UpdateService", web + "2")).isFalse();
		assertThat(granted.allows("ecs:DeleteService", web)).isFalse();
		assertThat(document.notes()).anyMatch((note) -> note.contains("ecs:DescribeTaskDefinition"))
			.noneMatch((note) -> note.contains("account"));
	}

	@Test
	void whatAPersonFillsInLaterIsAnyNameOfItsKind() {
		ActionUse use = new ActionUse(
				change("ecs", "update-service", Map.of("cluster", "prod", "service", "sampleaa", "desiredCount", 2)),
				Set.of("sampleaa"));
		assertThat(document(use).text()).contains("arn:aws:ecs:eu-west-1:123456789012:service/prod/*")
			.doesNotContain("sampleaa");
	}

	@Test
	void anArnIsTakenAsItIsAndASecretHasItsTail() {
		String text = document(new ActionUse(read("secretsmanager", "describe-secret", Map.of("SecretId", "team/db"))),
				new ActionUse(read("sns", "get-topic-attributes",
						Map.of("TopicArn", "arn:aws:sns:eu-west-1:123456789012:alerts"))),
				new ActionUse(read("sqs", "get-queue-attributes",
						Map.of("QueueUrl", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders"))),
				new ActionUse(read("s3api", "list-objects-v2", Map.of("Bucket", "logs"))))
			.text();
		assertThat(text).contains("arn:aws:secretsmanager:eu-west-1:123456789012:secret:team/db-??????",
				"arn:aws:sns:eu-west-1:123456789012:alerts", "arn:aws:sqs:eu-west-1:123456789012:orders",
				"\"arn:aws:s3:::logs\"");
	}

	@Test
	void whatNamesNothingIsEverythingAndSaysWhy() {
		AccessDocument document = document(new ActionUse(read("rds", "describe-db-instances", Map.of())),
				new ActionUse(read("cloudwatch", "list-metrics", Map.of())));
		assertThat(document.notes())
			.anyMatch((note) -> note.contains("no runbook says on which resource")
					&& note.contains("rds:DescribeDBInstances"))
			.anyMatch((note) -> note.contains("everything or not at all") && note.contains("cloudwatch:ListMetrics"));
	}

	@Test
	void withoutACallNothingIsGranted() {
		assertThat(document().text()).isEmpty();
	}

	/** An action that does not say what it calls could not be granted. */
	@Test
	void everyActionOfAwsSaysWhatItCalls() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Secrets.class, NoSecrets::new);
			context.registerBean(java.time.Clock.class, java.time.Clock::systemUTC);
			context.scan("io.watchfloor.action");
			context.refresh();
			assertThat(context.getBeansOfType(ActionHandler.class).values())
				.filteredOn((handler) -> handler.type().targetKind().equals("aws"))
				.hasSizeGreaterThan(10)
				.allMatch((handler) -> Calling.class.isAssignableFrom(handler.type().type()));
		}
	}

}
