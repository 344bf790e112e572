package io.watchfloor.action.filter;

import java.util.List;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Problem;

/** The filters behind a command, in order. */
public final class FilterChain {

	private final List<TextFilter> filters;

	private FilterChain(List<TextFilter> filters) {
		this.filters = filters;
	}

	/**
	 * Reads stages.
	 * @throws Problem with category {@code NOT_UNDERSTOOD}: which word of which stage and
	 * why
	 */
	public static FilterChain read(List<SimpleCommand> stages) {
		return new FilterChain(stages.stream().map(FilterChain::filter).toList());
	}

	/**
	 * Reads stages as they are written on a command line.
	 * @throws Problem with category {@code NOT_UNDERSTOOD} as {@link #read(List)}
	 */
	public static FilterChain parse(List<String> stages) {
		return read(stages.stream().map(FilterChain::stage).toList());
	}

	private static SimpleCommand stage(String text) {
		List<Statement> statements = ShellText.split(text);
		if (statements.size() == 1
				&& statements.getFirst().content() instanceof Understanding.Understood<Pipeline>(Pipeline pipeline)
				&& pipeline.stages().size() == 1) {
			return pipeline.stages().getFirst();
		}
		throw new Problem(Problem.Category.NOT_UNDERSTOOD, "'" + text + "' is not one filter.");
	}

	private static TextFilter filter(SimpleCommand stage) {
		return switch (stage.tool().orElse("")) {
			case "grep" -> Grep.read(stage, false);
			case "egrep" -> Grep.read(stage, true);
			case "head" -> Slice.head(stage);
			case "tail" -> Slice.tail(stage);
			case "sort" -> Sort.read(stage);
			case "uniq" -> Uniq.read(stage);
			case "wc" -> Count.read(stage);
			case "cut" -> Cut.read(stage);
			case "tr" -> Translate.read(stage);
			case "awk" -> Awk.read(stage);
			case "sed" -> Lines.read(stage);
			case "jq" -> Jq.read(stage);
			case "column" -> Columns.read(stage);
			case "cat", "less", "more" -> Same.read(stage);
			case "python", "python3", "json_pp" -> PrettyJson.read(stage);
			case String other -> throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"'" + (other.isEmpty() ? "?" : other) + "' is not understood after a bar.");
		};
	}

	/**
	 * Filters lines.
	 * @throws FilterTrouble when they are not what a filter needs, such as no JSON
	 */
	public List<String> apply(List<String> lines) {
		List<String> kept = lines;
		for (TextFilter filter : this.filters) {
			kept = filter.apply(kept);
		}
		return kept;
	}

}
