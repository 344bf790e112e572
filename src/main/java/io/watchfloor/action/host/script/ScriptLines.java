package io.watchfloor.action.host.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.LiteralReader;
import io.watchfloor.kernel.Risk;
import org.springframework.stereotype.Component;

/**
 * Reads {@code run-script [--risk=RISK] NAME [ARGUMENT=VALUE]…}. Without a risk it counts
 * as destructive: what is registered is known only at the target.
 */
@Component
class ScriptLines extends LiteralReader {

	private static final String RISK = "--risk=";

	ScriptLines() {
		super("run-script");
	}

	@Override
	protected Action action(List<String> words) {
		boolean says = !words.isEmpty() && words.getFirst().startsWith(RISK);
		List<String> rest = words.subList(says ? 1 : 0, words.size());
		if (rest.isEmpty()) {
			throw new IllegalArgumentException("the name of a registered script is missing");
		}
		Map<String, String> values = new TreeMap<>();
		for (String word : rest.subList(1, rest.size())) {
			int equals = word.indexOf('=');
			if (equals < 1 || values.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
				throw new IllegalArgumentException("'" + word + "' is no ARGUMENT=VALUE that stands there once");
			}
		}
		return new ScriptRun(rest.getFirst(), values, says
				? Risk.valueOf(words.getFirst().substring(RISK.length()).toUpperCase(Locale.ROOT)) : Risk.DESTRUCTIVE);
	}

}
