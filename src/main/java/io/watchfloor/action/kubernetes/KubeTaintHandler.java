package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets and removes taints of nodes; the list is written as a whole, as kubectl does. */
@Component
class KubeTaintHandler extends PatchChange<KubeTaint> {

	KubeTaintHandler(Clusters clusters, Clock clock) {
		super("kubernetes.taint", KubeTaint.class, KubeTaint::where, clusters, clock);
	}

	@Override
	List<Touched> touched(KubeTaint action, Cluster cluster) {
		return Touched.all(cluster, action.where(), action.nodes().stream().map((node) -> "nodes/" + node).toList(),
				null, null);
	}

	@Override
	ApiCall patch(KubeTaint action, Touched touched, Cluster cluster, Instant at) {
		List<JsonNode> taints = new ArrayList<>();
		List<ObjectNode> wanted = action.set().stream().map(KubeTaintHandler::taint).toList();
		taints.addAll(wanted);
		for (JsonNode now : Json.list(touched.object().path("spec").path("taints"))) {
			boolean same = wanted.stream().anyMatch((each) -> sameKind(each, now));
			if (same && !action.overwrite() && !wanted.contains(now)) {
				throw new Problem(Problem.Category.TARGET_SAID_NO, touched.name() + " has " + NodeDescription.taint(now)
						+ " already, and the line does not say --overwrite.");
			}
			if (!same && action.remove().stream().noneMatch((each) -> removes(each, now))) {
				taints.add(now);
			}
		}
		ObjectNode patch = Json.object();
		if (taints.isEmpty()) {
			patch.withObject("/spec").putNull("taints");
		}
		else {
			ArrayNode list = patch.withObject("/spec").putArray("taints");
			taints.forEach(list::add);
		}
		return ApiCall.patch(touched.path(), KubePatch.Kind.STRATEGIC, patch.toString());
	}

	private static ObjectNode taint(String text) {
		String[] effect = text.split(":", 2);
		String[] pair = effect[0].split("=", 2);
		ObjectNode taint = Json.object().put("effect", effect[1]).put("key", pair[0]);
		return (pair.length > 1 && !pair[1].isEmpty()) ? taint.put("value", pair[1]) : taint;
	}

	private static boolean sameKind(JsonNode left, JsonNode right) {
		return Json.text(left, "key").equals(Json.text(right, "key"))
				&& Json.text(left, "effect").equals(Json.text(right, "effect"));
	}

	private static boolean removes(String text, JsonNode taint) {
		String[] parts = text.split(":", 2);
		return Json.text(taint, "key").equals(parts[0])
				&& (parts.length == 1 || Json.text(taint, "effect").equals(parts[1]));
	}

	@Override
	void note(KubeTaint action, Draft draft, List<Touched> touched, Cluster cluster) {
		if (action.set().stream().anyMatch((taint) -> taint.endsWith(":NoExecute"))) {
			draft.danger(
					"NoExecute throws out at once every pod that does not tolerate it, past all disruption budgets.");
		}
		draft.undo("Set the taints shown under 'now' again");
	}

	@Override
	public void needs(KubeTaint action, Needs needs) {
		needs.changes(action.where(), action.nodes().stream().map((node) -> "nodes/" + node).toList(), "patch");
	}

}
