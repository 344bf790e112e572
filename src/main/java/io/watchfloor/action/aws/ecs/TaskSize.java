package io.watchfloor.action.aws.ecs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;

/** What every task takes: processor, memory, money, connections of a pool. */
final class TaskSize {

	/** List prices of Fargate, Linux on x86 in us-east-1, in USD for an hour. */
	private static final BigDecimal VCPU = new BigDecimal("0.04048");

	private static final BigDecimal GIGABYTE = new BigDecimal("0.004445");

	private static final BigDecimal UNITS = new BigDecimal(1024);

	private static final Pattern POOL = Pattern.compile(
			"(?i)(DB|DATABASE|POSTGRES|PG|SQLALCHEMY)?_?(MAX_)?(POOL_?SIZE|POOL_MAX|MAX_POOL(_SIZE)?|CONNECTIONS)");

	private TaskSize() {
	}

	static void note(EcsScale action, EcsService now, AwsSession session, PlanDraft draft) {
		Told definition = session
			.ask("ecs", "describe-task-definition", Map.of("taskDefinition", now.taskDefinition()), action.region())
			.at("taskDefinition");
		long cpu = definition.number("cpu");
		long memory = definition.number("memory");
		if (cpu > 0 && memory > 0) {
			draft.effect("All tasks together: " + size(cpu, memory, now.desired()) + " now, "
					+ size(cpu, memory, action.count()) + " after");
			cost(action, now, session, cpu, memory, draft);
		}
		definition.list("containerDefinitions")
			.stream()
			.flatMap((container) -> container.list("environment").stream())
			.filter((variable) -> POOL.matcher(variable.text("name")).matches() && variable.number("value") > 0)
			.forEach((variable) -> pool(variable, action, now, draft));
	}

	private static String size(long cpu, long memory, int tasks) {
		return cpu * tasks / 1024.0 + " vCPU and " + memory * tasks + " MiB";
	}

	private static void cost(EcsScale action, EcsService now, AwsSession session, long cpu, long memory,
			PlanDraft draft) {
		if (!now.told().text("launchType").equals("FARGATE") || !session.region(action.region()).equals("us-east-1")) {
			draft.effect("What that costs is not known here.");
			return;
		}
		BigDecimal task = VCPU.multiply(BigDecimal.valueOf(cpu))
			.add(GIGABYTE.multiply(BigDecimal.valueOf(memory)))
			.divide(UNITS, 6, RoundingMode.HALF_UP);
		draft.effect("About " + dollars(task, now.desired()) + " an hour now, " + dollars(task, action.count())
				+ " after (list price of Fargate, Linux/x86, us-east-1)");
	}

	private static String dollars(BigDecimal task, int tasks) {
		return "$" + task.multiply(BigDecimal.valueOf(tasks)).setScale(2, RoundingMode.HALF_UP);
	}

	private static void pool(Told variable, EcsScale action, EcsService now, PlanDraft draft) {
		long size = variable.number("value");
		String line = variable.text("name") + " is " + size + ": all tasks hold up to " + size * now.desired()
				+ " connections now, " + size * action.count()
				+ " after; the database's max_connections must be above.";
		if (action.count() > now.desired()) {
			draft.warn(line);
		}
		else {
			draft.effect(line);
		}
	}

}
