package io.watchfloor.runbook.permission;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.action.AccessNeeds;
import io.watchfloor.action.ActionUse;
import io.watchfloor.action.Actions;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Systems;
import io.watchfloor.catalog.Target;
import io.watchfloor.runbook.Library;
import io.watchfloor.runbook.Step.ActionStep;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works out, from a system's runbooks, what its console must be granted: the typed
 * actions that they hold, at each target that they can mean, and nothing that they do not
 * hold.
 */
@Service
public class Permissions {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Systems systems;

	private final Library library;

	private final Actions actions;

	private final Map<String, AccessNeeds> needs;

	Permissions(Systems systems, Library library, Actions actions, List<AccessNeeds> needs) {
		this.systems = systems;
		this.library = library;
		this.actions = actions;
		this.needs = needs.stream().collect(Collectors.toUnmodifiableMap(AccessNeeds::kind, Function.identity()));
	}

	/**
	 * For each target whose kind has permissions to grant, in the catalog's order.
	 * @throws io.watchfloor.kernel.Problem when the person may not look, or there is no
	 * such system
	 */
	public List<Grants> of(String id) {
		OperatedSystem system = this.systems.find(id);
		List<ActionStep> steps = steps(system);
		return system.environments().stream().flatMap((each) -> of(each, steps).stream()).toList();
	}

	private List<ActionStep> steps(OperatedSystem system) {
		return this.library.all()
			.stream()
			.filter((book) -> book.id().system().equals(system.id()))
			.flatMap((book) -> book.procedures().stream())
			.flatMap((procedure) -> procedure.steps().stream())
			.filter(ActionStep.class::isInstance)
			.map(ActionStep.class::cast)
			.toList();
	}

	private List<Grants> of(Environment environment, List<ActionStep> steps) {
		Map<Target, Map<String, ActionUse>> uses = new LinkedHashMap<>();
		environment.targets()
			.stream()
			.filter((target) -> this.needs.containsKey(target.kind()))
			.forEach((target) -> uses.put(target, new LinkedHashMap<>()));
		for (ActionStep step : steps) {
			for (Target target : this.actions.candidates(step.call(), environment)) {
				Map<String, ActionUse> known = uses.get(target);
				if (known != null) {
					String json = this.actions.write(step.call().action());
					known.putIfAbsent(json, new ActionUse(step.call().action(), open(step, json)));
				}
			}
		}
		return uses.entrySet().stream().map((each) -> grants(each.getKey(), each.getValue())).toList();
	}

	private Grants grants(Target target, Map<String, ActionUse> uses) {
		AccessNeeds kind = this.needs.get(target.kind());
		if (kind == null) {
			throw new IllegalStateException("nobody knows what to grant at " + target.kind());
		}
		return new Grants(target, uses.size(), kind.needed(target, List.copyOf(uses.values())));
	}

	/** The texts where stand-ins are; the same pointer names no filter. */
	private static Set<String> open(ActionStep step, String json) {
		JsonNode parameters = MAPPER.readTree(json).path("parameters");
		Set<String> open = new HashSet<>();
		step.inputs()
			.stream()
			.flatMap((input) -> input.parameters().stream())
			.filter((pointer) -> pointer.startsWith("/") && !pointer.startsWith("/|"))
			.map(parameters::at)
			.filter((node) -> node.isString() || node.isNumber())
			.forEach((node) -> open.add(node.asString()));
		return open;
	}

}
