package io.watchfloor.action.http;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Asks a service how each of its components is.
 *
 * @param path from the service's root, such as {@code /health/detailed}
 */
public record ComponentHealth(String path) implements Action {

	public ComponentHealth {
		RequestPath.demandRead(path);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Health of each component at " + this.path;
	}

	@Override
	public String commandLine() {
		return "curl -sS " + Shell.quote(this.path);
	}

}
