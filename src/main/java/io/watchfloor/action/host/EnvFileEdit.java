package io.watchfloor.action.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.action.ValueKind;
import io.watchfloor.kernel.Risk;

/**
 * Changes variables in a file of variables on a host; every other line stays as it is and
 * is not shown.
 *
 * @param path the file, whole
 * @param set variables with their values; no secrets
 * @param remove variables that go
 */
public record EnvFileEdit(String path, Map<String, String> set, List<String> remove) implements Action {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,120}");

	private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}'\\\\]{0,2000}");

	public EnvFileEdit {
		set = Map.copyOf(set);
		remove = remove.stream().sorted().distinct().toList();
		if (!path.startsWith("/") || path.endsWith("/") || path.contains("..") || !ValueKind.P.accepts(path)) {
			throw new IllegalArgumentException("'" + path + "' is no file that is written whole");
		}
		if ((set.isEmpty() && remove.isEmpty()) || remove.stream().anyMatch(set::containsKey)) {
			throw new IllegalArgumentException("each variable is either set or removed");
		}
		Stream.concat(set.keySet().stream(), remove.stream()).forEach(EnvFileEdit::demandName);
		set.forEach(EnvFileEdit::demandValue);
	}

	private static void demandName(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no name of a variable");
		}
		if (SecretVariables.isName(name)) {
			throw new IllegalArgumentException(
					name + " is a secret by its name; secrets are changed where they are kept, not in a plan");
		}
	}

	private static void demandValue(String name, String value) {
		if (!VALUE.matcher(value).matches() || value.contains("$")) {
			throw new IllegalArgumentException("the value of " + name
					+ " must be one line without quotes, backslashes and dollars, which files of variables read differently");
		}
		if (SecretVariables.is(name, value)) {
			throw new IllegalArgumentException("the value of " + name + " carries a password");
		}
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
		return "Change " + String.join(", ", names()) + " in " + this.path;
	}

	@Override
	public String commandLine() {
		String words = Stream
			.concat(new TreeMap<>(this.set).entrySet().stream().map((one) -> one.getKey() + "=" + one.getValue()),
					this.remove.stream().map((name) -> "without " + name))
			.map(Shell::quote)
			.collect(Collectors.joining(" "));
		return "edit " + Shell.quote(this.path) + " (" + words + ")";
	}

}
