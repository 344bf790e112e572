package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lists revisions, or shows the pod template of one. */
@Component
class RolloutHistoryHandler extends KubeRead<RolloutHistory> {

	RolloutHistoryHandler(Clusters clusters, Clock clock) {
		super("kubernetes.rollout-history", RolloutHistory.class, RolloutHistory::where, clusters, clock);
	}

	@Override
	Reading read(RolloutHistory action, Cluster cluster) {
		List<List<String>> rows = new ArrayList<>();
		List<String> templates = new ArrayList<>();
		for (Selection selection : Selection.of(cluster, action.where(), action.resources(), false, action.selector(),
				null)) {
			for (JsonNode workload : RolloutStatusHandler.objects(cluster, selection)) {
				Revisions revisions = Revisions.of(cluster, selection.type(), workload);
				String name = selection.type().qualified() + "/" + Pods.name(workload);
				if (action.revision() != null) {
					revisions.find(action.revision())
						.ifPresent((revision) -> templates.add(name + " with revision #" + revision.number() + "\n"
								+ YamlText.of(revision.template())));
				}
				revisions.all()
					.forEach((revision) -> rows.add(List.of(name, String.valueOf(revision.number()), revision.cause(),
							images(revision.template()))));
			}
		}
		if (action.revision() != null) {
			return templates.isEmpty()
					? unknown("There is no revision " + action.revision() + " any more", action, cluster)
					: text("Revision " + action.revision(), String.join("\n", templates), action, cluster);
		}
		return rows.isEmpty() ? unknown("No revision is kept", action, cluster)
				: table(rows.size() + ((rows.size() == 1) ? " revision" : " revisions"),
						new Reading.Table(List.of("WORKLOAD", "REVISION", "CHANGE-CAUSE", "IMAGES"), rows), true,
						action, cluster);
	}

	static String images(JsonNode template) {
		return String.join(",",
				Json.list(template.path("spec").path("containers"))
					.stream()
					.map((container) -> Json.text(container, "image"))
					.toList());
	}

	@Override
	public void needs(RolloutHistory action, Needs needs) {
		needs.looks(action.where(), false, action.resources());
		Revisions.needs(action.where(), action.resources(), needs);
	}

}
