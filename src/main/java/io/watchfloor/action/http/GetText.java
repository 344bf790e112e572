package io.watchfloor.action.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Gets a page as text.
 *
 * @param path from the service's root, query included
 * @param headers to send; never one that carries a secret
 * @param failOnError whether a status of 400 and above is no answer, as {@code curl -f}
 * @param field of the JSON that is shown alone, dotted; empty for the whole answer
 * @param filters applied to the lines
 */
public record GetText(String path, Map<String, String> headers, boolean failOnError, String field,
		List<LineFilter> filters) implements Action {

	public GetText {
		RequestPath.demand(path);
		headers = new TreeMap<>(headers);
		headers.forEach(RequestPath::demandHeader);
		headers = Collections.unmodifiableMap(headers);
		if (!field.isEmpty()) {
			JsonField.demand(field);
		}
		filters = List.copyOf(filters);
	}

	private String headerFlags() {
		StringBuilder flags = new StringBuilder();
		this.headers.forEach((name, value) -> flags.append("-H ").append(Shell.quote(name + ": " + value)).append(' '));
		return flags.toString();
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Get " + this.path;
	}

	@Override
	public String commandLine() {
		return "curl -sS " + (this.failOnError ? "-f " : "") + headerFlags() + Shell.quote(this.path)
				+ (this.field.isEmpty() ? "" : " | jq -r " + Shell.quote(this.field))
				+ LineFilter.commandLine(this.filters);
	}

}
