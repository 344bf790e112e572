package io.watchfloor.action.aws.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.model.Answers;
import io.watchfloor.action.aws.model.ServiceModel;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Writes down every call that the SDK makes in this JVM, whatever client makes it; the
 * SDK finds it by a file of the test's resources.
 */
public final class CallLog implements ExecutionInterceptor {

	private static final List<AwsCall> CALLS = new ArrayList<>();

	private static final ThreadLocal<Boolean> ASIDE = ThreadLocal.withInitial(() -> false);

	private static final List<String> SERVICES = List.of("acm", "apigateway", "application-autoscaling", "ce",
			"cloudformation", "cloudwatch", "dynamodb", "ec2", "ecs", "elasticache", "lambda", "logs", "rds", "route53",
			"s3api", "secretsmanager", "sns", "sqs", "sts");

	@Override
	public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
		if (ASIDE.get()) {
			return;
		}
		SdkRequest request = context.request();
		String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
		String region = attributes.getAttribute(AwsExecutionAttribute.AWS_REGION).id();
		synchronized (CALLS) {
			CALLS.add(new AwsCall(service(request), kebab(service(request), operation), Answers.of((SdkPojo) request),
					region));
		}
	}

	/** By the package that its client stands in. */
	private static String service(SdkRequest request) {
		String at = request.getClass().getPackageName().replaceFirst("\\.model$", "");
		return SERVICES.stream()
			.filter((name) -> ServiceModel.named(name).orElseThrow().client().getPackageName().equals(at))
			.findFirst()
			.orElse(at);
	}

	private static String kebab(String service, String operation) {
		return ServiceModel.named(service)
			.flatMap((model) -> model.operations()
				.stream()
				.filter((each) -> each.name().equals(operation))
				.map((each) -> each.cliName())
				.findFirst())
			.orElseGet(() -> operation.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT));
	}

	/** What somebody else does meanwhile. */
	public static void aside(Runnable work) {
		ASIDE.set(true);
		try {
			work.run();
		}
		finally {
			ASIDE.set(false);
		}
	}

	/** How many calls there were until now. */
	public static int size() {
		synchronized (CALLS) {
			return CALLS.size();
		}
	}

	/** Those since then. */
	public static List<AwsCall> since(int size) {
		synchronized (CALLS) {
			return List.copyOf(CALLS.subList(size, CALLS.size()));
		}
	}

}
