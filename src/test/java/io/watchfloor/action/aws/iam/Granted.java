package io.watchfloor.action.aws.iam;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionUse;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.CallKnowledge;
import io.watchfloor.catalog.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads a policy as IAM does: an action on a resource is allowed by some statement. */
public final class Granted {

	/** Where the stand-ins' queues are. */
	private static final String MOTO = ":us-east-1:123456789012:";

	private static final String ELASTIC_MQ = ":elasticmq:000000000000:";

	private static final List<CallKnowledge> KNOWLEDGE = knowledge();

	private final JsonNode statements;

	/** What a document grants; nothing when it is empty. */
	public Granted(String json) {
		JsonMapper mapper = JsonMapper.builder().build();
		this.statements = json.isEmpty() ? mapper.createArrayNode() : mapper.readTree(json).path("Statement");
	}

	/** What an action is granted, as the Systems page shows it. */
	public static Granted to(Action action, Target target) {
		String policy = new AwsAccess(KNOWLEDGE).needed(target, List.of(new ActionUse(action))).text();
		return new Granted(policy.replace(ELASTIC_MQ, MOTO));
	}

	private static List<CallKnowledge> knowledge() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			for (String name : List.of("ecs.Revisions", "ec2.GroupRules", "ec2.InstanceSize", "route53.RecordSets",
					"secrets.VersionStages")) {
				context.registerBean(Class.forName("io.watchfloor.action.aws." + name));
			}
			context.refresh();
			return List.copyOf(context.getBeansOfType(CallKnowledge.class).values());
		}
		catch (ClassNotFoundException gone) {
			throw new IllegalStateException(gone);
		}
	}

	/** Whether a call may be made. */
	public boolean allows(AwsCall call, Target target) {
		Set<String> arns = Resources.of(call, Place.of(target, call.region()), Set.of()).arns();
		return IamActions.of(call)
			.stream()
			.allMatch((action) -> arns.stream()
				.map((arn) -> arn.replace(":us-east-1:*:", MOTO).replace(ELASTIC_MQ, MOTO))
				.allMatch((arn) -> allows(action, arn)));
	}

	/** Whether some statement names both. */
	public boolean allows(String action, String arn) {
		for (JsonNode statement : this.statements) {
			if (covers(statement.path("Action"), action) && covers(statement.path("Resource"), arn)) {
				return true;
			}
		}
		return false;
	}

	private static boolean covers(JsonNode patterns, String text) {
		for (JsonNode pattern : patterns) {
			String expression = pattern.stringValue()
				.chars()
				.mapToObj((c) -> (c == '*') ? ".*" : (c == '?') ? "." : Pattern.quote(String.valueOf((char) c)))
				.collect(Collectors.joining());
			if (text.matches(expression)) {
				return true;
			}
		}
		return false;
	}

	/** Fails for a call that the policy of its action does not allow. */
	public static void demand(Action action, Target target, List<AwsCall> made) {
		Granted granted = to(action, target);
		assertThat(made).as("the policy for %s allows every call that was made", action.commandLine())
			.allMatch((call) -> granted.allows(call, target));
	}

}
