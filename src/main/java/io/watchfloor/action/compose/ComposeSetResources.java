package io.watchfloor.action.compose;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Limits what a service may take, in the project's override file, the only file that the
 * console writes, and makes its containers anew.
 *
 * @param scope what a line says before the verb, canonically
 * @param service one of the files'
 * @param cpus how many: {@code 1.5}; {@code none} takes the override's own limit away;
 * empty leaves it
 * @param memory how much: {@code 512m}, {@code 2g}; {@code none} and empty likewise
 */
public record ComposeSetResources(String scope, String service, String cpus, String memory) implements Action {

	/** What takes a limit away. */
	static final String NONE = "none";

	private static final Pattern CPUS = Pattern.compile("|none|[0-9]{1,3}(\\.[0-9]{1,2})?");

	private static final Pattern MEMORY = Pattern.compile("|none|[1-9][0-9]{0,8}[kmg]");

	public ComposeSetResources {
		ComposeScope.of(scope);
		DockerNames.demandName(service);
		if (!CPUS.matcher(cpus).matches() || !MEMORY.matcher(memory).matches() || cpus.matches("0+(\\.0+)?")) {
			throw new IllegalArgumentException(
					"limits are written 1.5 and 512m, not '" + cpus + "' and '" + memory + "'");
		}
		if (cpus.isEmpty() && memory.isEmpty()) {
			throw new IllegalArgumentException("a limit must be named");
		}
	}

	/** The verb with its arguments. */
	List<String> words() {
		return List.of("up", "--detach", "--no-deps", "--no-build", this.service);
	}

	/** In bytes; 0 where none is asked for. */
	long bytes() {
		if (this.memory.isEmpty() || this.memory.equals(NONE)) {
			return 0;
		}
		int last = this.memory.length() - 1;
		int power = "kmg".indexOf(this.memory.charAt(last)) + 1;
		return Long.parseLong(this.memory.substring(0, last)) << (10 * power);
	}

	/** In billionths; 0 where none is asked for. */
	long nanoCpus() {
		return (this.cpus.isEmpty() || this.cpus.equals(NONE)) ? 0
				: new java.math.BigDecimal(this.cpus).movePointRight(9).longValue();
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Limit " + this.service + " to " + (this.cpus.isEmpty() ? "" : this.cpus + " CPUs")
				+ ((this.cpus.isEmpty() || this.memory.isEmpty()) ? "" : " and ")
				+ (this.memory.isEmpty() ? "" : this.memory + " of memory");
	}

	@Override
	public String commandLine() {
		return ComposeLine.of(this.scope, String.join(" ", words()), List.of(), List.of()) + " ("
				+ (this.cpus.isEmpty() ? "" : "cpus: " + this.cpus)
				+ ((this.cpus.isEmpty() || this.memory.isEmpty()) ? "" : ", ")
				+ (this.memory.isEmpty() ? "" : "mem_limit: " + this.memory) + ")";
	}

}
