package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.watchfloor.action.Reading;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Waits for a roll-out, for as long as the line says or half a minute. */
@Component
class RolloutStatusHandler extends KubeRead<RolloutStatus> {

	private static final int OTHERWISE = 30;

	private final Patience patience;

	RolloutStatusHandler(Clusters clusters, Patience patience, Clock clock) {
		super("kubernetes.rollout-status", RolloutStatus.class, RolloutStatus::where, clusters, clock);
		this.patience = patience;
	}

	@Override
	Reading read(RolloutStatus action, Cluster cluster) {
		List<RolloutState> states = new java.util.ArrayList<>();
		Duration most = !action.watch() ? Duration.ZERO
				: Duration.ofSeconds(Objects.requireNonNullElse(action.timeout(), OTHERWISE));
		boolean over = this.patience.until(most, () -> {
			states.clear();
			states.addAll(look(action, cluster));
			return states.stream().noneMatch((state) -> state.stage() == RolloutState.Stage.UNDER_WAY);
		});
		String text = states.stream().map(RolloutState::message).collect(Collectors.joining("\n"));
		if (states.isEmpty() || states.stream().anyMatch(RolloutStatusHandler::untold)) {
			return unknown(states.isEmpty() ? "No workload was found" : text, action, cluster);
		}
		boolean well = over && states.stream().allMatch((state) -> state.stage() == RolloutState.Stage.COMPLETE);
		String worst = states.stream()
			.filter((state) -> state.stage() != RolloutState.Stage.COMPLETE)
			.findFirst()
			.orElse(states.getFirst())
			.message();
		return text(worst, text, action, cluster)
			.judged(well ? Reading.Judgement.AS_EXPECTED : Reading.Judgement.NOT_AS_EXPECTED);
	}

	private static boolean untold(RolloutState state) {
		return state.stage() == RolloutState.Stage.UNTOLD || state.stage() == RolloutState.Stage.NOT_ROLLED;
	}

	private static List<RolloutState> look(RolloutStatus action, Cluster cluster) {
		return Selection.of(cluster, action.where(), action.resources(), false, action.selector(), null)
			.stream()
			.flatMap((selection) -> objects(cluster, selection).stream()
				.map((object) -> state(action, selection.type(), object)))
			.toList();
	}

	static List<JsonNode> objects(Cluster cluster, Selection selection) {
		JsonNode answer = cluster.api().get(selection.path(), selection.single() ? Map.of() : selection.query());
		return selection.single() ? List.of(answer) : Json.list(answer.path("items"));
	}

	private static RolloutState state(RolloutStatus action, ResourceType type, JsonNode object) {
		String revision = Json
			.text(object.path("metadata").path("annotations").path("deployment.kubernetes.io/revision"));
		if (action.revision() != null && action.revision() > 0 && !revision.isEmpty()
				&& !revision.equals(String.valueOf(action.revision()))) {
			throw new Problem(Problem.Category.STALE, "Revision " + revision + " is rolled out by now, not "
					+ action.revision() + ". Look at the history.");
		}
		return RolloutState.of(type, object);
	}

	@Override
	public void needs(RolloutStatus action, Needs needs) {
		needs.looks(action.where(), false, action.resources());
	}

}
