package io.watchfloor.runbook;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.Actions;
import io.watchfloor.action.Rule;
import io.watchfloor.runbook.finding.Linter;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** What can be wrong with a runbook: the connectors' rules and those about documents. */
@Service
public class Rules {

	private final Actions actions;

	private final Authority authority;

	Rules(Actions actions, Authority authority) {
		this.actions = actions;
		this.authority = authority;
	}

	/** All of them, by id. */
	public List<Rule> all() {
		this.authority.require(Permission.VIEW);
		return Stream.concat(this.actions.rules().stream(), Linter.rules().stream())
			.sorted(Comparator.comparing(Rule::id))
			.toList();
	}

}
