package io.watchfloor.run;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Actions;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.kernel.Risk;
import io.watchfloor.catalog.Environment;
import io.watchfloor.run.drill.Drills;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Step;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a runbook's page start a walk. */
@Component
class RunStarter implements ProcedureStarter {

	private static final String SANDBOX = "sandbox";

	private final Runs runs;

	private final Catalog catalog;

	private final Authority authority;

	private final Drills drills;

	private final Targets targets;

	private final Actions actions;

	RunStarter(Runs runs, Catalog catalog, Authority authority, Drills drills, Targets targets, Actions actions) {
		this.runs = runs;
		this.catalog = catalog;
		this.authority = authority;
		this.drills = drills;
		this.targets = targets;
		this.actions = actions;
	}

	@Override
	public List<Choice> choices(RunbookId id, Procedure procedure) {
		if (!this.authority.hasSomewhere(Permission.OPERATE) || procedure.steps().isEmpty()) {
			return List.of();
		}
		return this.catalog.system(id.system())
			.stream()
			.flatMap((system) -> system.environments().stream())
			.filter((environment) -> this.authority.has(Permission.OPERATE,
					new Scope(id.system().value(), environment.name(), Risk.READ)))
			.map((environment) -> new Choice(environment.name(), environment.name(), environment.production()))
			.sorted(Comparator.comparing((Choice choice) -> !choice.environment().equals(SANDBOX))
				.thenComparing(Choice::production))
			.toList();
	}

	@Override
	public String start(RunbookId id, String procedureSlug, String environment) {
		return "runs/" + this.runs.start(id, procedureSlug, environment);
	}

	@Override
	public String drill(RunbookId id, String procedureSlug, String environment, @Nullable String fault) {
		return "runs/" + this.drills.start(id, procedureSlug, environment, fault);
	}

	@Override
	public Map<String, String> faults(RunbookId id, String environment) {
		Map<String, String> faults = new LinkedHashMap<>();
		this.drills.faults(id.system(), environment).forEach((fault) -> faults.put(fault.id(), fault.label()));
		return faults;
	}

	@Override
	public List<String> withoutTarget(RunbookId id, Procedure procedure, String environment) {
		this.authority.require(Permission.VIEW);
		Environment place = this.targets.environment(id.system(), environment);
		return procedure.steps()
			.stream()
			.filter(Step.ActionStep.class::isInstance)
			.map(Step.ActionStep.class::cast)
			.filter((step) -> this.actions.candidates(step.call(), place).isEmpty())
			.map(Step::title)
			.toList();
	}

}
