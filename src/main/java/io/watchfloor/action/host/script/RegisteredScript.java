package io.watchfloor.action.host.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;

/**
 * One line of a target's setting {@code scripts}:
 * {@code NAME PATH SHA-256 [RISK] [check:NAME] [undo:NAME] [WORD | ARGUMENT=PATTERN]…}.
 *
 * @param name how it is asked for
 * @param path where it is on the host
 * @param digest SHA-256 of what may run
 * @param risk what it can do at worst; DESTRUCTIVE when the line does not say
 * @param check a script that ends with 0 when this one's work is there; empty for none
 * @param undo a script that takes it back; empty for none
 * @param words what it is given: words as they are, and arguments in braces
 * @param patterns what an argument's value must be, by its name
 */
record RegisteredScript(String name, String path, String digest, Risk risk, String check, String undo,
		List<String> words, Map<String, Pattern> patterns) {

	private static final Pattern HEAD = Pattern
		.compile("([a-z0-9][a-z0-9-]{0,60}) +(/[A-Za-z0-9_./@+-]{1,400}) +(?:sha256:)?([0-9a-f]{64})((?: +\\S+)*)");

	private static final Pattern ARGUMENT = Pattern.compile("([a-z0-9][a-z0-9-]{0,60})=(.+)");

	private static final Pattern OTHER = Pattern.compile("(check|undo):([a-z0-9][a-z0-9-]{0,60})");

	/**
	 * The one of that name.
	 * @throws Problem when the target registers none, or says it in a way that is not
	 * understood
	 */
	static RegisteredScript of(String name, Target target) {
		String setting = target.settings().getOrDefault(ScriptRunHandler.SETTING, "");
		return setting.lines()
			.map(String::strip)
			.filter((line) -> line.startsWith(name + " "))
			.findFirst()
			.map((line) -> read(line, target))
			.orElseThrow(() -> new Problem(Problem.Category.REFUSED_BY_POLICY,
					"The script '" + name + "' is not registered for " + target.id()
							+ ". Add it to 'scripts' of the target in system.yaml: NAME PATH SHA-256 RISK."));
	}

	private static RegisteredScript read(String line, Target target) {
		Matcher head = HEAD.matcher(line);
		if (!head.matches() || head.group(2).contains("..")) {
			throw misread(line, target, "it must begin with NAME, an absolute PATH and a SHA-256");
		}
		Map<String, String> others = new LinkedHashMap<>();
		Map<String, Pattern> patterns = new LinkedHashMap<>();
		List<String> words = new ArrayList<>();
		Optional<Risk> said = Optional.empty();
		for (String word : head.group(4).strip().split(" +", -1)) {
			Matcher other = OTHER.matcher(word);
			Matcher argument = ARGUMENT.matcher(word);
			Optional<Risk> risk = words.isEmpty() ? risk(word) : Optional.empty();
			if (risk.isPresent()) {
				said = risk;
			}
			else if (other.matches() && words.isEmpty()) {
				others.put(other.group(1), other.group(2));
			}
			else if (argument.matches()) {
				patterns.put(argument.group(1), pattern(argument.group(2), line, target));
				words.add("{" + argument.group(1) + "}");
			}
			else if (!word.isEmpty()) {
				words.add(word);
			}
		}
		return new RegisteredScript(head.group(1), head.group(2), head.group(3), said.orElse(Risk.DESTRUCTIVE),
				others.getOrDefault("check", ""), others.getOrDefault("undo", ""), List.copyOf(words),
				Map.copyOf(patterns));
	}

	private static Optional<Risk> risk(String word) {
		return Arrays.stream(Risk.values())
			.filter((risk) -> risk.name().equals(word) || risk.name().toLowerCase(Locale.ROOT).equals(word))
			.map((risk) -> (risk == Risk.READ) ? Risk.REVERSIBLE : risk)
			.findFirst();
	}

	private static Pattern pattern(String text, String line, Target target) {
		try {
			return Pattern.compile(text);
		}
		catch (PatternSyntaxException broken) {
			throw misread(line, target, "'" + text + "' is no pattern: " + broken.getDescription());
		}
	}

	private static Problem misread(String line, Target target, String why) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, "A line of 'scripts' of " + target.id()
				+ " is not understood: " + line.split(" ", -1)[0] + ": " + why + ".");
	}

	/**
	 * The words that are started for these values.
	 * @throws Problem when one is missing, is not known, or is not what the pattern
	 * allows
	 */
	List<String> words(Map<String, String> values) {
		for (String name : values.keySet()) {
			if (!this.patterns.containsKey(name)) {
				throw refused("it takes no argument '" + name + "'");
			}
		}
		this.patterns.forEach((name, pattern) -> {
			String value = values.get(name);
			if (value == null || !pattern.matcher(value).matches()) {
				throw refused("its argument '" + name + "' must be given and match " + pattern);
			}
		});
		List<String> all = new ArrayList<>(List.of("env", this.path));
		for (String word : this.words) {
			boolean argument = word.startsWith("{") && word.endsWith("}");
			all.add(argument ? Objects.requireNonNullElse(values.get(word.substring(1, word.length() - 1)), word)
					: word);
		}
		return all;
	}

	private Problem refused(String why) {
		return new Problem(Problem.Category.REFUSED_BY_POLICY, "The script " + this.name + " is not run: " + why + ".");
	}

}
