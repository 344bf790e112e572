package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.CanonicalJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks for what the plan listed; what would go is worked out from what is in use. */
@Component
class PruneHandler extends EngineChange<Prune> {

	PruneHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<Prune> type() {
		return new ActionType<>("docker.prune", Prune.class, "docker");
	}

	@Override
	List<EngineCall> calls(Prune action, Map<String, String> markers) {
		List<EngineCall> calls = new ArrayList<>();
		boolean system = action.what() == Prune.What.SYSTEM;
		if (system || action.what() == Prune.What.CONTAINERS) {
			calls.add(call(action, "containers", Map.of()));
		}
		if (system || action.what() == Prune.What.NETWORKS) {
			calls.add(call(action, "networks", Map.of()));
		}
		if (action.takesVolumes()) {
			calls.add(call(action, "volumes", action.all() ? Map.of("all", "true") : Map.of()));
		}
		if (system || action.what() == Prune.What.IMAGES) {
			calls.add(call(action, "images", Map.of("dangling", action.all() ? "false" : "true")));
		}
		if (system || action.what() == Prune.What.CACHE) {
			calls.add(EngineCall.post("/build/prune" + (action.all() ? "?all=1" : "")));
		}
		return calls;
	}

	private static EngineCall call(Prune action, String kind, Map<String, String> more) {
		ObjectNode filters = Engine.JSON.createObjectNode();
		more.forEach((name, value) -> filters.set(name, array().add(value)));
		action.filters()
			.stream()
			.filter((filter) -> !(kind.equals("volumes") && filter.startsWith("until")))
			.forEach((filter) -> {
				int equals = filter.indexOf('=');
				filters.withArray("/" + filter.substring(0, equals)).add(filter.substring(equals + 1));
			});
		return EngineCall.post(
				"/" + kind + "/prune" + (filters.isEmpty() ? "" : Engine.query(Map.of("filters", filters.toString()))));
	}

	private static ArrayNode array() {
		return Engine.JSON.createArrayNode();
	}

	@Override
	String done(Prune action) {
		return "Removed what was not in use: " + action.commandLine();
	}

	@Override
	protected Plan plan(Prune action, Engine engine, Instant at) {
		Unused unused = Unused.of(action, engine);
		SortedMap<String, String> markers = new TreeMap<>(Map.of("unused", CanonicalJson.fingerprint(unused.ids()),
				"count", Integer.toString(unused.ids().size())));
		List<Plan.Warning> warnings = new ArrayList<>();
		if (!unused.volumes().isEmpty()) {
			warnings.add(new Plan.Warning(true,
					"What is in these volumes is gone for good: " + String.join(", ", unused.volumes())));
		}
		if (action.what() == Prune.What.SYSTEM || action.what() == Prune.What.CONTAINERS) {
			warnings.add(new Plan.Warning(false, "A crashed container goes too, and with it the logs that say why."));
		}
		if (action.all()) {
			warnings.add(new Plan.Warning(true,
					"Images of earlier versions go too: a rollback must pull them again, if it can."));
		}
		if (!action.filters().isEmpty()) {
			warnings.add(new Plan.Warning(false,
					"The list is without the filters; the engine applies them and removes less."));
		}
		List<Plan.Change> changes = List.of(
				new Plan.Change("containers", unused.containers().size() + " stopped", null), new Plan.Change("images",
						unused.images().size() + " not in use, " + Amount.bytes(unused.bytes()), null),
				new Plan.Change("volumes", unused.volumes().size() + " not in use", null));
		return new Plan(planned(action, markers), changes, List.of(), warnings,
				unused.ids().stream().limit(20).toList(), "None: what is removed is gone. Images can be pulled again.",
				new Plan.DoneWhen("nothing of it is left", Duration.ZERO, Duration.ofMinutes(2)), markers, at);
	}

	@Override
	protected Verification verify(Prune action, Plan plan, Engine engine) {
		int left = Unused.of(action, engine).ids().size();
		boolean holds = left == 0 || !action.filters().isEmpty();
		return new Verification(holds ? Verification.State.HOLDS : Verification.State.NOT_YET, left + " left");
	}

	@Override
	protected Settlement probe(Prune action, Plan plan, Engine engine) {
		List<String> ids = Unused.of(action, engine).ids();
		Settlement.Finding finding = ids.isEmpty() ? Settlement.Finding.HAPPENED
				: CanonicalJson.fingerprint(ids).equals(plan.markers().get("unused"))
						? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, ids.size() + " not in use now, " + plan.markers().get("count") + " at the plan");
	}

}
