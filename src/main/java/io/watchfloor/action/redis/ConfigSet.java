package io.watchfloor.action.redis;

import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Changes a setting of the running server, not its configuration file.
 *
 * @param parameter one of a closed list
 * @param value as CONFIG SET takes it: {@code 4gb}, {@code allkeys-lru}, {@code 60}
 */
public record ConfigSet(String parameter, String value) implements Action {

	/** What can be set: nothing that holds a secret, a path, an address or a module. */
	static final Set<String> ALLOWED = Set.of("maxmemory", "maxmemory-policy", "maxmemory-samples", "tcp-keepalive",
			"timeout", "slowlog-log-slower-than", "slowlog-max-len", "latency-monitor-threshold", "maxclients", "save",
			"appendonly", "appendfsync", "activedefrag", "stop-writes-on-bgsave-error");

	/** What somebody may notice. */
	private static final Set<String> NOTICED = Set.of("maxclients", "save", "appendonly", "appendfsync",
			"stop-writes-on-bgsave-error");

	private static final Pattern VALUE = Pattern
		.compile("-?[a-z0-9-]{1,40}||[0-9]{1,9} [0-9]{1,9}(?: [0-9]{1,9} [0-9]{1,9}){0,9}", Pattern.CASE_INSENSITIVE);

	public ConfigSet {
		if (!ALLOWED.contains(parameter)) {
			throw new IllegalArgumentException(
					"the setting '" + parameter + "' is not one that can be changed from here");
		}
		if (!VALUE.matcher(value).matches()) {
			throw new IllegalArgumentException("'" + value + "' is no value of " + parameter);
		}
	}

	@Override
	public Risk risk() {
		return (this.parameter.startsWith("maxmemory") || NOTICED.contains(this.parameter)) ? Risk.DISRUPTIVE
				: Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Set " + this.parameter + " to " + this.value;
	}

	@Override
	public String commandLine() {
		return "redis-cli CONFIG SET " + this.parameter + " " + Shell.quote(this.value);
	}

}
