package io.watchfloor.action.http;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Asks for a page and reads only the status code.
 *
 * @param path from the service's root
 * @param expected the code that counts as good, such as 200
 */
public record StatusCode(String path, int expected) implements Action {

	public StatusCode {
		RequestPath.demandRead(path);
		if (expected < 100 || expected > 599) {
			throw new IllegalArgumentException("a status code is from 100 to 599, not " + expected);
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Status of " + this.path;
	}

	@Override
	public String commandLine() {
		return "curl -sS -o /dev/null -w '%{http_code}' " + Shell.quote(this.path);
	}

}
