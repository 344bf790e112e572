package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * The last lines that a container wrote.
 *
 * @param container which
 * @param options what part of them
 */
public record Logs(String container, LogOptions options) implements Action {

	public Logs {
		DockerNames.demandName(container);
		options.demand();
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Logs of " + this.container + (this.options.follow() ? ", one look" : "");
	}

	@Override
	public String commandLine() {
		return String.join(" ", List.of("docker logs" + this.options.commandLine(), this.container));
	}

}
