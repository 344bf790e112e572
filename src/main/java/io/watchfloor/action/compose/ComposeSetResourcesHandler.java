package io.watchfloor.action.compose;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a container may take says the engine; whether there is room, the machine. */
@Component
class ComposeSetResourcesHandler extends OverrideChange<ComposeSetResources> {

	private static final String OWN = "own ";

	ComposeSetResourcesHandler(Engines engines, ComposeTool tool, Hosts hosts, Clock clock) {
		super(engines, tool, hosts, clock);
	}

	@Override
	public ActionType<ComposeSetResources> type() {
		return new ActionType<>("compose.set-resources", ComposeSetResources.class, "compose");
	}

	@Override
	ComposeScope scope(ComposeSetResources action) {
		return ComposeScope.of(action.scope());
	}

	@Override
	String service(ComposeSetResources action) {
		return action.service();
	}

	@Override
	List<String> words(ComposeSetResources action) {
		return action.words();
	}

	private static Map<String, String> asked(ComposeSetResources action) {
		return Map.of("cpus", action.cpus(), "memory", action.memory());
	}

	@Override
	OverrideFile edit(ComposeSetResources action, OverrideFile file, ComposeWork work) {
		OverrideFile.Place place = OverrideFile.Place.of(work.service(action.service()));
		OverrideFile changed = file;
		for (Map.Entry<String, String> limit : asked(action).entrySet()) {
			if (!limit.getValue().isEmpty()) {
				@Nullable String value = limit.getValue().equals(ComposeSetResources.NONE) ? null : limit.getValue();
				changed = changed.limit(action.service(), place, limit.getKey(), value);
			}
		}
		return changed;
	}

	@Override
	void draft(ComposeSetResources action, OverrideFile file, ComposeWork work, PlanDraft draft) {
		OverrideFile.Place place = OverrideFile.Place.of(work.service(action.service()));
		List<String> before = new ArrayList<>();
		for (String name : List.of("cpus", "memory")) {
			String asked = asked(action).getOrDefault(name, "");
			if (!asked.isEmpty()) {
				String own = file.limit(action.service(), place, name)
					.orElse(ComposeSetResources.NONE)
					.toLowerCase(Locale.ROOT);
				demandOurs(action, own);
				draft.mark(OWN + name, own);
				draft.change(name, words(name, work),
						asked.equals(ComposeSetResources.NONE) ? "what the team's files say" : asked);
				before.add(name + " of the override file: " + own);
			}
		}
		draft.undo("Back to " + String.join(", ", before) + ", and the containers anew.");
		room(action, work, draft);
	}

	/** A value that the console did not write could not be put back. */
	private static void demandOurs(ComposeSetResources action, String own) {
		try {
			new ComposeSetResources(action.scope(), action.service(), own.matches(".*[kmg]") ? "" : own,
					own.matches(".*[kmg]") ? own : "");
		}
		catch (IllegalArgumentException other) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The override file has '" + own + "' as a limit of "
					+ action.service() + ". Write it as 1.5 or 512m.", other);
		}
	}

	private static @Nullable String words(String name, ComposeWork work) {
		if (work.state().containers().isEmpty()) {
			return null;
		}
		JsonNode limits = work.limits(work.state().containers().getFirst().id());
		long now = limits.path(name.equals("cpus") ? "NanoCpus" : "Memory").asLong(0);
		return (now == 0) ? "no limit" : name.equals("cpus")
				? java.math.BigDecimal.valueOf(now, 9).stripTrailingZeros().toPlainString() : now / (1024 * 1024) + "m";
	}

	/** The machine has an end, and so has what the containers use already. */
	private static void room(ComposeSetResources action, ComposeWork work, PlanDraft draft) {
		JsonNode machine = work.engine().get("/info");
		if (action.bytes() > machine.path("MemTotal").asLong(Long.MAX_VALUE)
				|| action.nanoCpus() > 1_000_000_000L * machine.path("NCPU").asLong(1_000_000)) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The machine has " + machine.path("NCPU").asLong()
					+ " CPUs and " + machine.path("MemTotal").asLong() / (1024 * 1024) + " MiB of memory in all.");
		}
		if (action.bytes() == 0) {
			return;
		}
		draft.effect("The machine has " + machine.path("MemTotal").asLong() / (1024 * 1024) + " MiB of memory in all.");
		for (ContainerState one : work.state().containers()) {
			draft.aside("what " + one.name() + " uses now", (plan) -> {
				long used = work.engine()
					.get("/containers/" + Engine.part(one.id()) + "/stats?stream=false&one-shot=true")
					.path("memory_stats")
					.path("usage")
					.asLong(0);
				if (used > action.bytes() * 9 / 10) {
					plan.danger(one.name() + " uses " + used / (1024 * 1024)
							+ " MiB now; with that limit it may be killed again and again.");
				}
			});
		}
	}

	@Override
	List<String> amiss(ComposeSetResources action, String container, ComposeWork work) {
		JsonNode limits = work.limits(container);
		List<String> amiss = new ArrayList<>();
		if (action.bytes() > 0 && limits.path("Memory").asLong() != action.bytes()) {
			amiss.add("its memory is limited to " + limits.path("Memory").asLong() + " bytes");
		}
		if (action.nanoCpus() > 0 && limits.path("NanoCpus").asLong() != action.nanoCpus()) {
			amiss.add("its CPUs are limited to " + java.math.BigDecimal.valueOf(limits.path("NanoCpus").asLong(), 9));
		}
		if (!work.hashes().getOrDefault(action.service(), "").equals(work.hash(container))) {
			amiss.add("made from other settings than the files have");
		}
		return amiss;
	}

	@Override
	public Optional<Action> undo(ComposeSetResources action, Plan plan) {
		return Optional.of(new ComposeSetResources(action.scope(), action.service(),
				plan.markers().getOrDefault(OWN + "cpus", ""), plan.markers().getOrDefault(OWN + "memory", "")));
	}

}
