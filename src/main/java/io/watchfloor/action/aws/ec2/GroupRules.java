package io.watchfloor.action.aws.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.CallKnowledge;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Who may come in: the rules of a security group that a call adds or takes away. */
@Component
class GroupRules implements CallKnowledge {

	private static final String ALLOW = "authorize-security-group-ingress";

	private static final String REVOKE = "revoke-security-group-ingress";

	@Override
	public boolean knows(AwsChange call) {
		return (call.is("ec2 " + ALLOW) || call.is("ec2 " + REVOKE)) && call.parameters().containsKey("GroupId")
				&& rules(new Told(call.parameters())).findAny().isPresent();
	}

	/** "tcp 5432-5433 from sg-2". */
	private static Stream<String> rules(Told from) {
		return from.list("IpPermissions").stream().flatMap((permission) -> {
			String what = permission.text("IpProtocol").replace("-1", "everything");
			String ports = permission.text("FromPort").equals(permission.text("ToPort")) ? permission.text("FromPort")
					: permission.text("FromPort") + "-" + permission.text("ToPort");
			return sources(permission).map((source) -> (what + " " + ports).strip() + " from " + source);
		});
	}

	private static Stream<String> sources(Told permission) {
		return Stream
			.of(of(permission, "UserIdGroupPairs", "GroupId"), of(permission, "IpRanges", "CidrIp"),
					of(permission, "Ipv6Ranges", "CidrIpv6"), of(permission, "PrefixListIds", "PrefixListId"))
			.flatMap((part) -> part);
	}

	private static Stream<String> of(Told permission, String list, String name) {
		return permission.list(list).stream().map((each) -> each.text(name)).filter((text) -> !text.isEmpty());
	}

	private static Told group(AwsChange call, AwsSession session) {
		return session
			.ask("ec2", "describe-security-groups", Map.of("GroupIds", List.of(call.parameters().get("GroupId"))),
					call.region())
			.first("SecurityGroups");
	}

	@Override
	public SortedMap<String, String> now(AwsChange call, AwsSession session) {
		List<String> wanted = rules(new Told(call.parameters())).toList();
		SortedMap<String, String> now = new TreeMap<>();
		rules(group(call, session)).filter(wanted::contains).forEach((rule) -> now.put(rule, "allowed"));
		return now;
	}

	@Override
	public List<AwsCall> calls(AwsChange call) {
		return List.of(new AwsCall("ec2", "describe-security-groups", call.parameters(), call.region()),
				new AwsCall("ec2", call.is("ec2 " + ALLOW) ? REVOKE : ALLOW, call.parameters(), call.region()));
	}

	@Override
	public SortedMap<String, String> after(AwsChange call, SortedMap<String, String> now) {
		SortedMap<String, String> after = new TreeMap<>(now);
		rules(new Told(call.parameters())).forEach((rule) -> {
			if (call.is("ec2 " + ALLOW)) {
				after.put(rule, "allowed");
			}
			else {
				after.remove(rule);
			}
		});
		return after;
	}

	@Override
	public void note(AwsChange call, SortedMap<String, String> now, AwsSession session, PlanDraft draft) {
		if (call.is("ec2 " + ALLOW) && rules(new Told(call.parameters())).anyMatch(GroupRules::fromEverywhere)) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					"The rule lets the whole internet in. Name the group or the network that is meant.");
		}
		rules(group(call, session)).forEach((rule) -> draft.sample("now: " + rule));
		draft.warn("The team's templates do not know of it: the next deployment of them may set it back.");
	}

	private static boolean fromEverywhere(String rule) {
		return rule.endsWith(" from 0.0.0.0/0") || rule.endsWith(" from ::/0");
	}

	/** Only what was not there before is taken away again, and the other way round. */
	@Override
	public Optional<AwsChange> undo(AwsChange call, SortedMap<String, String> now) {
		boolean exact = call.is("ec2 " + ALLOW) ? now.isEmpty()
				: now.size() == rules(new Told(call.parameters())).count();
		return exact ? Optional.of(call.with(call.is("ec2 " + ALLOW) ? REVOKE : ALLOW, call.parameters()))
				: Optional.empty();
	}

}
