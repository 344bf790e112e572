package io.watchfloor.action.http;

import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Asks a service for its health and compares one field of the JSON for equality.
 *
 * @param path from the service's root, such as {@code /health}
 * @param field dotted, such as {@code .status}
 * @param expected the text that the field must be
 */
public record Health(String path, String field, String expected) implements Action {

	public Health {
		RequestPath.demandRead(path);
		JsonField.demand(field);
		Objects.requireNonNull(expected, "expected");
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Health of " + this.path;
	}

	@Override
	public String commandLine() {
		return "curl -sS " + Shell.quote(this.path) + " | jq -r " + Shell.quote(this.field);
	}

}
