package io.watchfloor.action;

import java.util.List;
import java.util.Set;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/**
 * The frame of a reader of words of Watchfloor's own: one command, every word as it
 * stands, nothing behind a bar.
 */
public abstract class LiteralReader extends StrictReader {

	private final String tool;

	/** Takes the word that its lines begin with. */
	protected LiteralReader(String tool) {
		this.tool = tool;
	}

	@Override
	public final Set<String> tools() {
		return Set.of(this.tool);
	}

	@Override
	protected final ActionCall understand(Pipeline pipeline) {
		SimpleCommand first = pipeline.stages().getFirst();
		Arguments.of(first, Set.of());
		if (pipeline.stages().size() > 1) {
			throw notUnderstood(this.tool + ": what stands behind the bar is not understood.");
		}
		try {
			return new ActionCall(action(first.arguments().stream().map(this::literal).toList()),
					new TargetHint.Unnamed());
		}
		catch (IllegalArgumentException refused) {
			throw notUnderstood(this.tool + ": " + refused.getMessage() + ".");
		}
	}

	private String literal(Word word) {
		return word.literal()
			.orElseThrow(() -> notUnderstood(this.tool + ": '" + word.source() + "' is changed by a shell first."));
	}

	/**
	 * The action.
	 * @throws IllegalArgumentException when a word is not understood
	 */
	protected abstract Action action(List<String> words);

}
