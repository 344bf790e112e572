package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.watchfloor.action.Reading;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Looks until all objects have come to the state, or the time is over. */
@Component
class KubeWaitHandler extends KubeRead<KubeWait> {

	private static final int OTHERWISE = 30;

	private final Patience patience;

	KubeWaitHandler(Clusters clusters, Patience patience, Clock clock) {
		super("kubernetes.wait", KubeWait.class, KubeWait::where, clusters, clock);
		this.patience = patience;
	}

	@Override
	Reading read(KubeWait action, Cluster cluster) {
		WaitCondition condition = WaitCondition.parse(action.condition());
		List<String> met = new ArrayList<>();
		List<String> open = new ArrayList<>();
		boolean over = this.patience.until(Duration.ofSeconds(Objects.requireNonNullElse(action.timeout(), OTHERWISE)),
				() -> {
					met.clear();
					open.clear();
					look(action, cluster, condition, met, open);
					return open.isEmpty() && (!met.isEmpty() || condition.kind() == WaitCondition.Kind.DELETED);
				});
		if (met.isEmpty() && open.isEmpty() && condition.kind() != WaitCondition.Kind.DELETED) {
			return unknown("Nothing matches that could be waited for", action, cluster);
		}
		String summary = over ? "All have come to " + action.condition()
				: String.join(", ", open) + " not yet at " + action.condition();
		List<String> lines = new ArrayList<>(met.stream().map((name) -> name + " condition met").toList());
		open.forEach((name) -> lines.add("timed out waiting for " + action.condition() + " on " + name));
		return text(summary, lines.isEmpty() ? summary : String.join("\n", lines), action, cluster)
			.judged(over ? Reading.Judgement.AS_EXPECTED : Reading.Judgement.NOT_AS_EXPECTED);
	}

	private static void look(KubeWait action, Cluster cluster, WaitCondition condition, List<String> met,
			List<String> open) {
		for (Selection selection : Selection.of(cluster, action.where(), action.resources(), action.allNamespaces(),
				action.selector(), null)) {
			for (JsonNode object : objects(cluster, selection, condition, met, open)) {
				String name = selection.type().qualified() + "/" + Pods.name(object);
				(condition.met(object) ? met : open).add(name);
			}
		}
	}

	/** One that is not there (any more) is what a deletion waits for. */
	private static List<JsonNode> objects(Cluster cluster, Selection selection, WaitCondition condition,
			List<String> met, List<String> open) {
		try {
			return RolloutStatusHandler.objects(cluster, selection);
		}
		catch (Problem problem) {
			if (problem.category() != Problem.Category.NOT_FOUND) {
				throw problem;
			}
			String name = selection.path().substring(selection.path().lastIndexOf('/') + 1);
			switch (condition.kind()) {
				case DELETED -> met.add(name);
				case CREATED -> open.add(name);
				case CONDITION, PATH -> throw problem;
			}
			return List.of();
		}
	}

	@Override
	public void needs(KubeWait action, Needs needs) {
		needs.looks(action.where(), action.allNamespaces(), action.resources());
	}

}
