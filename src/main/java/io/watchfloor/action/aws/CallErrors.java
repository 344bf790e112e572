package io.watchfloor.action.aws;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.line.NotCalls;
import io.watchfloor.action.aws.model.Facts;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.action.aws.model.Waiter;

/** Lines that cannot work, or do other than they say. */
final class CallErrors {

	private static final Pattern CUSTOM = Pattern.compile("wait|tail|help");

	static final List<CallRule> RULES = List.of(CallRule
		.error("logs-insights", "There is no command for Insights queries",
				"Insights is two calls: logs start-query gives an id, logs get-query-results the answer.",
				(call) -> call.is("logs insights"))
		.instead("aws logs start-query --log-group-name GROUP --start-time START --end-time END --query-string QUERY"),
			CallRule.error("unknown-operation", "The service has no such operation",
					"The API of the service knows no call of that name, so the line fails as it stands.",
					CallErrors::unknownOperation),
			CallRule.error("unknown-condition", "There is nothing of that name to wait for",
					"The aws command knows no such waiter for the service.", CallErrors::unknownCondition),
			CallRule
				.error("logs-tail-until", "logs tail has no end",
						"logs tail knows --since but not --until; a span of time is read with logs filter-log-events.",
						(call) -> call.is("logs tail") && call.has("until"))
				.instead("aws logs filter-log-events --log-group-name GROUP --start-time START --end-time END"),
			CallRule
				.error("point-in-time-flag", "Point-in-time recovery is no flag of its own",
						"For RDS, a backup retention above 0 days is what makes point-in-time recovery possible.",
						(call) -> call.is("rds modify-db-instance") && call.has("enable-point-in-time-recovery"))
				.instead("aws rds modify-db-instance --db-instance-identifier INSTANCE --backup-retention-period 7"),
			CallRule
				.error("cost-group-type", "Costs cannot be grouped by Type=SERVICE",
						"The type is DIMENSION, TAG or COST_CATEGORY; the service is a key of DIMENSION.",
						(call) -> call.service().equals("ce") && call.matches("Type=SERVICE"))
				.instead("aws ce get-cost-and-usage --group-by Type=DIMENSION,Key=SERVICE"),
			CallRule.error("copy-with-pattern", "s3 cp copies one file",
					"A pattern that matches several files becomes several arguments, which s3 cp refuses. Copy a folder with --recursive and --include.",
					(call) -> call.is("s3 cp") && call.matches("^\\s+[^\\s\"'-][^\\s\"']*\\*\\S*\\s")));

	private CallErrors() {
	}

	private static boolean unknownOperation(WrittenCall call) {
		boolean known = Facts.of(call.service()).operation(call.command()).isPresent()
				|| CUSTOM.matcher(call.command()).matches();
		boolean real = NotCalls.reason(call.service(), call.command())
			.filter((reason) -> !reason.contains("does not exist"))
			.isPresent();
		return !known && !real && !call.is("logs insights") && ServiceModel.named(call.service()).isPresent();
	}

	private static boolean unknownCondition(WrittenCall call) {
		Optional<ServiceModel> service = ServiceModel.named(call.service());
		String name = call.rest().strip().replaceFirst("\\s.*", "");
		return call.command().equals("wait") && service.isPresent() && name.matches("[a-z0-9-]+")
				&& Waiter.named(service.get(), name).isEmpty();
	}

}
