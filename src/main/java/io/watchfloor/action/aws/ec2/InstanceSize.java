package io.watchfloor.action.aws.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.CallKnowledge;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** The type of an instance, which only a stopped one can change. */
@Component
class InstanceSize implements CallKnowledge {

	private static final String TYPE = "InstanceType";

	@Override
	public boolean knows(AwsChange call) {
		return call.is("ec2 modify-instance-attribute")
				&& call.parameters().keySet().equals(Set.of("InstanceId", TYPE));
	}

	private static Told instance(AwsChange call, AwsSession session) {
		Told found = session
			.ask("ec2", "describe-instances", Map.of("InstanceIds", List.of(call.parameters().get("InstanceId"))),
					call.region())
			.first("Reservations")
			.first("Instances");
		if (!found.there()) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no instance " + call.parameters().get("InstanceId")
					+ " in " + session.region(call.region()) + ".");
		}
		return found;
	}

	@Override
	public SortedMap<String, String> now(AwsChange call, AwsSession session) {
		return new TreeMap<>(Map.of("type", instance(call, session).text(TYPE)));
	}

	@Override
	public List<AwsCall> calls(AwsChange call) {
		return List.of(new AwsCall("ec2", "describe-instances", call.parameters(), call.region()));
	}

	@Override
	public SortedMap<String, String> after(AwsChange call, SortedMap<String, String> now) {
		return new TreeMap<>(Map.of("type", new Told(call.parameters()).at(TYPE).text("Value")));
	}

	@Override
	public void note(AwsChange call, SortedMap<String, String> now, AwsSession session, PlanDraft draft) {
		Told instance = instance(call, session);
		String state = instance.at("State").text("Name");
		if (!state.equals("stopped")) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The instance is " + state
					+ "; only a stopped one can get another type. Stop it first, which is an outage of minutes.");
		}
		if (instance.text("PublicIpAddress").isEmpty()) {
			draft.warn("Without an Elastic IP it comes up with another public address.");
		}
		if (instance.text("RootDeviceType").equals("instance-store")) {
			draft.danger("Its disks are instance store: what is on them went when it stopped.");
		}
		draft.effect("It stays stopped until it is started.");
	}

	@Override
	public Optional<AwsChange> undo(AwsChange call, SortedMap<String, String> now) {
		Map<String, Object> parameters = new TreeMap<>(call.parameters());
		parameters.put(TYPE, Map.of("Value", now.getOrDefault("type", "")));
		return Optional.of(call.with(call.operation(), parameters));
	}

}
