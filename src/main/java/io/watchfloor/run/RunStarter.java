package io.watchfloor.run;

import java.util.Comparator;
import java.util.List;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.ProcedureStarter;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Scope;
import org.springframework.stereotype.Component;

/** Lets a runbook's page start a walk. */
@Component
class RunStarter implements ProcedureStarter {

	private static final String SANDBOX = "sandbox";

	private final Runs runs;

	private final Catalog catalog;

	private final Authority authority;

	RunStarter(Runs runs, Catalog catalog, Authority authority) {
		this.runs = runs;
		this.catalog = catalog;
		this.authority = authority;
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

}
