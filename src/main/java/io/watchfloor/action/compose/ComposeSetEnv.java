package io.watchfloor.action.compose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Sets variables of a service in the project's override file, the only file that the
 * console writes, and makes its containers anew.
 *
 * @param scope what a line says before the verb, canonically
 * @param service one of the files'
 * @param set the variables with their values; no secrets
 * @param remove variables whose values in the override file go, so that the team's own
 * hold again
 */
public record ComposeSetEnv(String scope, String service, Map<String, String> set,
		List<String> remove) implements Action {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,120}");

	private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{0,2000}");

	public ComposeSetEnv {
		ComposeScope.of(scope);
		DockerNames.demandName(service);
		set = Map.copyOf(set);
		remove = remove.stream().sorted().distinct().toList();
		if (set.isEmpty() && remove.isEmpty()) {
			throw new IllegalArgumentException("a variable must be named");
		}
		Stream.concat(set.keySet().stream(), remove.stream()).forEach((name) -> {
			if (!NAME.matcher(name).matches()) {
				throw new IllegalArgumentException("'" + name + "' is no name of a variable");
			}
		});
		set.forEach(ComposeSetEnv::demand);
		if (remove.stream().anyMatch(set::containsKey)) {
			throw new IllegalArgumentException("a variable is either set or removed");
		}
	}

	private static void demand(String name, String value) {
		if (!VALUE.matcher(value).matches()) {
			throw new IllegalArgumentException("the value of " + name + " must be one line");
		}
		if (!MaskedVariables.mask(name + "=" + value).equals(name + "=" + value)) {
			throw new IllegalArgumentException(
					name + " looks like a secret; secrets are set where they are kept, not in a plan");
		}
	}

	/** The verb with its arguments. */
	List<String> words() {
		return List.of("up", "--detach", "--no-deps", "--no-build", this.service);
	}

	/** Every variable that is named, in order. */
	List<String> names() {
		return Stream.concat(this.set.keySet().stream(), this.remove.stream()).sorted().toList();
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Set " + String.join(", ", names()) + " of " + this.service;
	}

	@Override
	public String commandLine() {
		String variables = new TreeMap<>(this.set).entrySet()
			.stream()
			.map((each) -> each.getKey() + "=" + Shell.quote(each.getValue()) + " ")
			.collect(Collectors.joining());
		String gone = this.remove.isEmpty() ? ""
				: this.remove.stream().map((name) -> name + "= ").collect(Collectors.joining());
		return variables + gone + ComposeLine.of(this.scope, String.join(" ", words()), List.of(), List.of());
	}

}
