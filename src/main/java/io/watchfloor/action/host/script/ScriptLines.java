package io.watchfloor.action.host.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Risk;
import org.springframework.stereotype.Component;

/**
 * Reads {@code run-script [--risk=RISK] NAME [ARGUMENT=VALUE]…}, a word of Watchfloor's
 * own. Without a risk it counts as destructive: what is registered is known only at the
 * target.
 */
@Component
class ScriptLines extends StrictReader {

	private static final String RISK = "--risk=";

	@Override
	public Set<String> tools() {
		return Set.of("run-script");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		if (pipeline.stages().size() > 1) {
			throw notUnderstood("run-script: what stands behind the bar is not understood.");
		}
		Arguments.of(pipeline.stages().getFirst(), Set.of());
		List<String> words = pipeline.stages().getFirst().arguments().stream().map(ScriptLines::literal).toList();
		boolean says = !words.isEmpty() && words.getFirst().startsWith(RISK);
		List<String> rest = words.subList(says ? 1 : 0, words.size());
		if (rest.isEmpty()) {
			throw notUnderstood("run-script: the name of a registered script is missing.");
		}
		Map<String, String> values = new TreeMap<>();
		for (String word : rest.subList(1, rest.size())) {
			int equals = word.indexOf('=');
			if (equals < 1 || values.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
				throw notUnderstood("run-script: '" + word + "' is no ARGUMENT=VALUE that stands there once.");
			}
		}
		Risk risk = says ? risk(words.getFirst().substring(RISK.length())) : Risk.DESTRUCTIVE;
		try {
			return new ActionCall(new ScriptRun(rest.getFirst(), values, risk), new TargetHint.Unnamed());
		}
		catch (IllegalArgumentException refused) {
			throw notUnderstood("run-script: " + refused.getMessage() + ".");
		}
	}

	private static String literal(Word word) {
		return word.literal()
			.orElseThrow(() -> notUnderstood("run-script: '" + word.source() + "' is changed by a shell first."));
	}

	private static Risk risk(String word) {
		try {
			return Risk.valueOf(word.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException unknown) {
			throw notUnderstood("run-script: '" + word + "' is no risk.");
		}
	}

}
