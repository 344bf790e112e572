package io.watchfloor.action.prometheus;

import java.util.Set;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.BlockReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Understanding;
import org.springframework.stereotype.Component;

/** Reads a block of PromQL. */
@Component
class PromBlockReader implements BlockReader {

	@Override
	public Set<String> languages() {
		return Set.of("promql", "prometheus");
	}

	@Override
	public Understanding<ActionCall> read(String text) {
		try {
			return new Understanding.Understood<>(new ActionCall(new PromQuery(text), new TargetHint.Unnamed()));
		}
		catch (IllegalArgumentException refused) {
			return new Understanding.NotUnderstood<>("PromQL: " + refused.getMessage() + ".");
		}
	}

}
