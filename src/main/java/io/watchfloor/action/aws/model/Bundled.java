package io.watchfloor.action.aws.model;

import java.util.Arrays;
import java.util.Optional;

import software.amazon.awssdk.awscore.AwsClient;

/** The services whose command lines are read: each is one module of the SDK. */
enum Bundled {

	ACM("acm", "acm.AcmClient"), APIGATEWAY("apigateway", "apigateway.ApiGatewayClient"),
	APPLICATION_AUTOSCALING("application-autoscaling", "applicationautoscaling.ApplicationAutoScalingClient"),
	ATHENA("athena", "athena.AthenaClient"), AUTOSCALING("autoscaling", "autoscaling.AutoScalingClient"),
	BACKUP("backup", "backup.BackupClient"), BUDGETS("budgets", "budgets.BudgetsClient"),
	CE("ce", "costexplorer.CostExplorerClient"),
	CLOUDFORMATION("cloudformation", "cloudformation.CloudFormationClient"),
	CLOUDFRONT("cloudfront", "cloudfront.CloudFrontClient"), CLOUDWATCH("cloudwatch", "cloudwatch.CloudWatchClient"),
	DYNAMODB("dynamodb", "dynamodb.DynamoDbClient"), EC2("ec2", "ec2.Ec2Client"), ECR("ecr", "ecr.EcrClient"),
	ECS("ecs", "ecs.EcsClient"), EKS("eks", "eks.EksClient"),
	ELASTICACHE("elasticache", "elasticache.ElastiCacheClient"),
	ELBV2("elbv2", "elasticloadbalancingv2.ElasticLoadBalancingV2Client"),
	EVENTS("events", "eventbridge.EventBridgeClient"), IAM("iam", "iam.IamClient"), KMS("kms", "kms.KmsClient"),
	LAMBDA("lambda", "lambda.LambdaClient"), LOGS("logs", "cloudwatchlogs.CloudWatchLogsClient"),
	PRICING("pricing", "pricing.PricingClient"), RDS("rds", "rds.RdsClient"),
	ROUTE53("route53", "route53.Route53Client"), S3API("s3api", "s3.S3Client"),
	SECRETSMANAGER("secretsmanager", "secretsmanager.SecretsManagerClient"), SNS("sns", "sns.SnsClient"),
	SQS("sqs", "sqs.SqsClient"), SSM("ssm", "ssm.SsmClient"), STEPFUNCTIONS("stepfunctions", "sfn.SfnClient"),
	STS("sts", "sts.StsClient");

	private final String cliName;

	private final String client;

	Bundled(String cliName, String client) {
		this.cliName = cliName;
		this.client = client;
	}

	String cliName() {
		return this.cliName;
	}

	/** Loads the client's interface, and with it nothing else of the SDK. */
	Class<? extends AwsClient> client() {
		try {
			return Class.forName("software.amazon.awssdk.services." + this.client).asSubclass(AwsClient.class);
		}
		catch (ClassNotFoundException missing) {
			throw new IllegalStateException("the SDK's module for " + this.cliName + " is not packaged", missing);
		}
	}

	static Optional<Bundled> named(String cliName) {
		return Arrays.stream(values()).filter((service) -> service.cliName.equals(cliName)).findFirst();
	}

}
