package io.watchfloor.action.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Problem;

/**
 * What systemd says about a service.
 *
 * @param active whether it runs, in systemd's word
 * @param enabled whether it starts with the machine, in systemd's word
 * @param invocation which start this is; another after every start
 */
record UnitState(String active, String enabled, String invocation, String since) {

	static List<String> command(String unit) {
		return List.of("systemctl", "--no-pager", "show",
				"--property=LoadState,ActiveState,UnitFileState,InvocationID,ActiveEnterTimestamp", "--", unit);
	}

	static UnitState of(String unit, HostAnswer answer) {
		Map<String, String> values = new HashMap<>();
		answer.output().lines().forEach((line) -> {
			int equals = line.indexOf('=');
			values.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
		});
		if (answer.exit() != 0 || !values.containsKey("ActiveState")) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"systemd says nothing about " + unit + ": " + answer.lastWords());
		}
		if ("not-found".equals(values.get("LoadState"))) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no service '" + unit + "' on this host.");
		}
		return new UnitState(values.getOrDefault("ActiveState", ""), values.getOrDefault("UnitFileState", ""),
				values.getOrDefault("InvocationID", ""), values.getOrDefault("ActiveEnterTimestamp", ""));
	}

	boolean running() {
		return this.active.equals("active") || this.active.equals("reloading");
	}

	String words() {
		return this.active + (this.enabled.isEmpty() ? "" : ", " + this.enabled)
				+ (this.since.isEmpty() ? "" : ", since " + this.since);
	}

	String marker() {
		return this.active + " " + this.enabled + " " + this.invocation;
	}

}
