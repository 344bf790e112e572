package io.watchfloor.action.filter;

import java.util.List;
import java.util.Optional;

import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;

/** {@code python -m json.tool} and {@code json_pp}: JSON set out for reading. */
record PrettyJson() implements TextFilter {

	private static final Jq DOT = Jq.pretty();

	static PrettyJson read(SimpleCommand stage) {
		List<Optional<String>> words = stage.arguments().stream().map(Word::literal).toList();
		boolean known = stage.tool().orElse("").equals("json_pp") ? words.isEmpty()
				: words.equals(List.of(Optional.of("-m"), Optional.of("json.tool")))
						|| words.equals(List.of(Optional.of("-mjson.tool")));
		if (!known || !stage.redirections().isEmpty()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					stage.tool().orElse("?") + ": only '-m json.tool' is understood after a bar.");
		}
		return new PrettyJson();
	}

	@Override
	public List<String> apply(List<String> lines) {
		return DOT.apply(lines);
	}

}
