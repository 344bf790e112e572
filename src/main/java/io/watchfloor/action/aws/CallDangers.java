package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.action.Plan;

/** What a call does beside what it says, seen from the state that is there. */
final class CallDangers {

	private CallDangers() {
	}

	static List<Plan.Warning> of(AwsChange action, CurrentState state) {
		List<Plan.Warning> warnings = new ArrayList<>();
		switch (action.service() + " " + action.operation()) {
			case "ecs update-service" -> count(action, state, warnings);
			case "rds modify-db-instance" -> rides(action, state, warnings);
			case "rds reboot-db-instance" -> reboot(action, state, warnings);
			case "elasticache reboot-cache-cluster" ->
				warnings.add(new Plan.Warning(true, "A reboot empties the cache: everything in memory is lost."));
			case "lambda update-function-configuration" -> variables(action, state, warnings);
			case "logs put-retention-policy" -> retention(action, state, warnings);
			case "cloudformation cancel-update-stack" -> stack(state, warnings);
			default -> {
				// nothing is known beside the request
			}
		}
		return warnings;
	}

	private static void count(AwsChange action, CurrentState state, List<Plan.Warning> warnings) {
		if (action.parameters().get("desiredCount") instanceof Integer after
				&& state.field("desiredCount").orElse(null) instanceof Integer now) {
			if (after == 0 && now > 0) {
				warnings.add(new Plan.Warning(true, "This stops the service: from " + now + " tasks to none."));
			}
			else if (after < now) {
				warnings.add(new Plan.Warning(true, "This scales down, from " + now + " to " + after + " tasks."));
			}
		}
	}

	private static void rides(AwsChange action, CurrentState state, List<Plan.Warning> warnings) {
		boolean now = Boolean.TRUE.equals(action.parameters().get("ApplyImmediately"));
		if (now && state.field("PendingModifiedValues").orElse(null) instanceof Map<?, ?> pending
				&& !pending.isEmpty()) {
			warnings.add(new Plan.Warning(true, "These pending changes ride along: " + pending.keySet() + "."));
		}
		if (action.parameters().containsKey("DBInstanceClass")) {
			warnings.add(new Plan.Warning(true,
					"Another class restarts the instance; without Multi-AZ that is minutes of outage."));
		}
		if (Integer.valueOf(0).equals(action.parameters().get("BackupRetentionPeriod"))) {
			warnings.add(new Plan.Warning(true, "Retention 0 switches backups off and deletes the automated ones."));
		}
	}

	private static void reboot(AwsChange action, CurrentState state, List<Plan.Warning> warnings) {
		boolean multi = Boolean.TRUE.equals(state.field("MultiAZ").orElse(false));
		if (multi && !Boolean.TRUE.equals(action.parameters().get("ForceFailover"))) {
			warnings.add(new Plan.Warning(false, "It reboots in place; only --force-failover changes to the standby."));
		}
		warnings.add(new Plan.Warning(true, "Every session is cut."));
	}

	private static void variables(AwsChange action, CurrentState state, List<Plan.Warning> warnings) {
		if (action.parameters().get("Environment") instanceof Map<?, ?> environment
				&& state.field("Environment").orElse(null) instanceof Map<?, ?> now) {
			Set<String> gone = new TreeSet<>(names(now.get("Variables")));
			gone.removeAll(names(environment.get("Variables")));
			if (!gone.isEmpty()) {
				warnings.add(new Plan.Warning(true, "The call replaces all variables; these vanish: " + gone + "."));
			}
		}
	}

	private static Set<String> names(@org.jspecify.annotations.Nullable Object variables) {
		Set<String> names = new TreeSet<>();
		if (variables instanceof Map<?, ?> map) {
			map.keySet().forEach((name) -> names.add(name.toString()));
		}
		return names;
	}

	private static void retention(AwsChange action, CurrentState state, List<Plan.Warning> warnings) {
		int after = (action.parameters().get("retentionInDays") instanceof Integer days) ? days : 0;
		Object now = state.field("retentionInDays").orElse(null);
		if (now == null || (now instanceof Integer days && after < days)) {
			warnings.add(new Plan.Warning(true, "Events older than " + after + " days are deleted for good; kept now: "
					+ ((now != null) ? now + " days." : "for ever.")));
		}
	}

	private static void stack(CurrentState state, List<Plan.Warning> warnings) {
		if (!"UPDATE_IN_PROGRESS".equals(state.field("StackStatus").orElse(""))) {
			warnings.add(new Plan.Warning(true, "Only an update in progress can be cancelled; the stack is "
					+ state.field("StackStatus").orElse("?") + "."));
		}
	}

}
