package io.watchfloor.action.postgres;

import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.BlockReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Understanding;
import org.springframework.stereotype.Component;

/** Reads a statement that stands in a block of SQL, without psql. */
@Component
class SqlBlockReader implements BlockReader {

	@Override
	public Set<String> languages() {
		return Set.of("sql", "postgresql", "postgres", "pgsql", "psql");
	}

	@Override
	public Understanding<ActionCall> read(String text) {
		try {
			return new Understanding.Understood<>(new ActionCall(SqlLine.read(text), new TargetHint.Unnamed()));
		}
		catch (IllegalArgumentException refused) {
			return new Understanding.NotUnderstood<>("SQL: " + refused.getMessage() + ".");
		}
	}

}
