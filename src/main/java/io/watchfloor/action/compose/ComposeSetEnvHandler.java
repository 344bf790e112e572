package io.watchfloor.action.compose;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.kernel.Counted;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a variable is shows the container itself, not the file. */
@Component
class ComposeSetEnvHandler extends OverrideChange<ComposeSetEnv> {

	private static final String OWN = "own ";

	private static final Pattern POOL = Pattern.compile("(?i).*(pool|max_?conn).*");

	ComposeSetEnvHandler(Engines engines, ComposeTool tool, Hosts hosts, Clock clock) {
		super(engines, tool, hosts, clock);
	}

	@Override
	public ActionType<ComposeSetEnv> type() {
		return new ActionType<>("compose.set-env", ComposeSetEnv.class, "compose");
	}

	@Override
	ComposeScope scope(ComposeSetEnv action) {
		return ComposeScope.of(action.scope());
	}

	@Override
	String service(ComposeSetEnv action) {
		return action.service();
	}

	@Override
	List<String> words(ComposeSetEnv action) {
		return action.words();
	}

	@Override
	OverrideFile edit(ComposeSetEnv action, OverrideFile file, ComposeWork work) {
		Map<String, @Nullable String> values = new HashMap<>(action.set());
		action.remove().forEach((name) -> values.put(name, null));
		return file.variables(action.service(), values);
	}

	@Override
	void draft(ComposeSetEnv action, OverrideFile file, ComposeWork work, PlanDraft draft) {
		List<String> allowed = work.project().variables();
		List<String> others = action.names().stream().filter((name) -> !allowed.contains(name)).toList();
		if (!allowed.isEmpty() && !others.isEmpty()) {
			throw new Problem(Problem.Category.REFUSED_BY_POLICY,
					String.join(", ", others) + " may not be set here. The setting 'variables' of "
							+ work.project().target().id() + " names " + String.join(", ", allowed) + ".");
		}
		Map<String, String> now = now(action, work);
		for (String name : action.names()) {
			draft.change(name, shown(name, now.get(name)),
					action.set().containsKey(name) ? action.set().get(name) : "what the team's files say");
			file.variable(action.service(), name).ifPresent((own) -> draft.mark(OWN + name, own));
		}
		boolean same = action.names()
			.stream()
			.allMatch((name) -> Objects.equals(now.get(name), action.set().get(name)));
		if (same) {
			draft.warn("The containers have these values already.");
		}
		draft.effect(
				"The override file wins over the team's files from now on; whoever changes the value there wonders.");
		action.set().forEach((name, value) -> product(name, value, work, draft));
		draft.undo(before(action, file));
	}

	/** What the containers have; where there is none, what the files say. */
	private static Map<String, String> now(ComposeSetEnv action, ComposeWork work) {
		List<ContainerState> containers = work.state().containers();
		return containers.isEmpty() ? work.environment(action.service()) : work.variables(containers.getFirst().id());
	}

	private static @Nullable String shown(String name, @Nullable String value) {
		return (value == null) ? null : MaskedVariables.mask(name + "=" + value).substring(name.length() + 1);
	}

	private static void product(String name, String value, ComposeWork work, PlanDraft draft) {
		int containers = Math.max(1, work.state().containers().size());
		if (POOL.matcher(name).matches() && value.matches("[0-9]{1,6}")) {
			draft.warn(name + " × " + Counted.of(containers, "container") + " = " + Long.parseLong(value) * containers
					+ " in all; compare that with what the server allows (max_connections).");
		}
	}

	private static String before(ComposeSetEnv action, OverrideFile file) {
		return action.names()
			.stream()
			.map((name) -> file.variable(action.service(), name)
				.map((own) -> name + " back to " + own)
				.orElse(name + " out of the override file, so that the team's value holds again"))
			.collect(Collectors.joining("; ", "", ", and the containers anew."));
	}

	@Override
	List<String> amiss(ComposeSetEnv action, String container, ComposeWork work) {
		Map<String, String> has = work.variables(container);
		Map<String, String> files = work.environment(action.service());
		List<String> amiss = new ArrayList<>();
		for (String name : action.names()) {
			String wanted = action.set().getOrDefault(name, files.get(name));
			if (wanted != null && !wanted.equals(has.get(name))) {
				amiss.add(name + " is " + Objects.requireNonNullElse(shown(name, has.get(name)), "not set"));
			}
			if (action.set().containsKey(name) && !Objects.equals(files.get(name), wanted)) {
				amiss.add("the files no longer say so for " + name);
			}
		}
		boolean old = !work.hashes().getOrDefault(action.service(), "").equals(work.hash(container));
		if (amiss.isEmpty() && old) {
			amiss.add("made from other settings than the files have");
		}
		return amiss;
	}

	@Override
	public Optional<Action> undo(ComposeSetEnv action, Plan plan) {
		Map<String, String> set = new TreeMap<>();
		List<String> remove = new ArrayList<>();
		for (String name : action.names()) {
			String own = plan.markers().get(OWN + name);
			if (own != null) {
				set.put(name, own);
			}
			else {
				remove.add(name);
			}
		}
		return Optional.of(new ComposeSetEnv(action.scope(), action.service(), set, remove));
	}

}
