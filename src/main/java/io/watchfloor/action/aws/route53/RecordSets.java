package io.watchfloor.action.aws.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.CallKnowledge;
import io.watchfloor.action.aws.Told;
import io.watchfloor.action.aws.line.JsonText;
import org.springframework.stereotype.Component;

/**
 * The record sets that a change of a zone is about, each by its name, type and
 * identifier.
 */
@Component
class RecordSets implements CallKnowledge {

	@Override
	public boolean knows(AwsChange call) {
		return call.is("route53 change-resource-record-sets") && !changes(call).isEmpty();
	}

	private static List<Told> changes(AwsChange call) {
		return new Told(call.parameters()).at("ChangeBatch").list("Changes");
	}

	private static String key(Told set) {
		String name = set.text("Name").toLowerCase(Locale.ROOT);
		return name + (name.endsWith(".") ? " " : ". ") + set.text("Type")
				+ (set.at("SetIdentifier").there() ? " " + set.text("SetIdentifier") : "");
	}

	/** What it says, beside the name and type that find it. */
	private static String value(Told set) {
		Map<String, Object> rest = new TreeMap<>();
		if (set.value() instanceof Map<?, ?> map) {
			map.forEach((name, value) -> {
				boolean empty = value == null || (value instanceof List<?> list && list.isEmpty());
				if (!empty && !List.of("Name", "Type", "SetIdentifier").contains(name.toString())) {
					rest.put(name.toString(), value);
				}
			});
		}
		return JsonText.write(rest);
	}

	@Override
	public SortedMap<String, String> now(AwsChange call, AwsSession session) {
		SortedMap<String, String> now = new TreeMap<>();
		for (Told change : changes(call)) {
			Told wanted = change.at("ResourceRecordSet");
			session
				.ask("route53", "list-resource-record-sets",
						Map.of("HostedZoneId", Objects.requireNonNull(call.parameters().get("HostedZoneId")),
								"StartRecordName", wanted.text("Name"), "StartRecordType", wanted.text("Type")),
						call.region())
				.list("ResourceRecordSets")
				.stream()
				.filter((set) -> key(set).equals(key(wanted)))
				.findFirst()
				.ifPresent((set) -> now.put(key(set), value(set)));
		}
		return now;
	}

	@Override
	public List<AwsCall> calls(AwsChange call) {
		return List.of(new AwsCall("route53", "list-resource-record-sets", call.parameters(), call.region()));
	}

	@Override
	public SortedMap<String, String> after(AwsChange call, SortedMap<String, String> now) {
		SortedMap<String, String> after = new TreeMap<>(now);
		changes(call).forEach((change) -> {
			Told set = change.at("ResourceRecordSet");
			if (change.text("Action").equals("DELETE")) {
				after.remove(key(set));
			}
			else {
				after.put(key(set), value(set));
			}
		});
		return after;
	}

	@Override
	public void note(AwsChange call, SortedMap<String, String> now, AwsSession session, PlanDraft draft) {
		now.forEach((name, value) -> {
			Object ttl = JsonText.structure(value).get("TTL");
			draft.effect((ttl != null) ? name + " is kept by resolvers for " + ttl + " s: so long some go where it led"
					: name + " is an alias; resolvers keep it for a minute or so");
		});
		draft.warn("Whether what the name will lead to is up, and can take the load, nobody has looked at here.");
	}

	/** The old sets again; what was not there is deleted. */
	@Override
	public Optional<AwsChange> undo(AwsChange call, SortedMap<String, String> now) {
		List<Object> back = new ArrayList<>();
		for (Told change : changes(call)) {
			Told set = change.at("ResourceRecordSet");
			String before = now.get(key(set));
			Map<String, Object> old = new TreeMap<>(Map.of("Name", set.text("Name"), "Type", set.text("Type")));
			if (set.at("SetIdentifier").there()) {
				old.put("SetIdentifier", set.text("SetIdentifier"));
			}
			JsonText.structure((before != null) ? before : value(set))
				.forEach((name, value) -> old.put(name.toString(), value));
			back.add(Map.of("Action", (before != null) ? "UPSERT" : "DELETE", "ResourceRecordSet", old));
		}
		Map<String, Object> parameters = new TreeMap<>(call.parameters());
		parameters.put("ChangeBatch", Map.of("Changes", back));
		return Optional.of(call.with(call.operation(), parameters));
	}

}
