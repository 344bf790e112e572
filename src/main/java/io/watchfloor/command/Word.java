package io.watchfloor.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One word of a command, unexpanded.
 *
 * @param parts what it is made of, in order; empty for {@code ''}
 * @param source as written, quotes included
 */
public record Word(List<Part> parts, String source) {

	public Word {
		parts = List.copyOf(parts);
	}

	/** The word's text, or empty when it holds anything that a shell would expand. */
	public Optional<String> literal() {
		if (!this.parts.stream().allMatch(Literal.class::isInstance)) {
			return Optional.empty();
		}
		return Optional.of(this.parts.stream().map((part) -> ((Literal) part).text()).collect(Collectors.joining()));
	}

	/** The variable's name when the word is exactly one variable. */
	public Optional<String> variable() {
		return (this.parts.size() == 1 && this.parts.getFirst() instanceof Variable variable)
				? Optional.of(variable.name()) : Optional.empty();
	}

	/** A piece of a word. */
	public sealed interface Part {

	}

	/** Text that stands for itself. */
	public record Literal(String text) implements Part {
	}

	/**
	 * {@code $NAME} or {@code ${NAME}}; other forms of parameter expansion are an
	 * {@link Expansion}.
	 */
	public record Variable(String name) implements Part {
	}

	/**
	 * Anything else that a shell would expand: {@code $(…)}, backquotes, globs,
	 * {@code ~}, {@code ${a:-b}}.
	 */
	public record Expansion(Kind kind, String source) implements Part {

		/** What would be expanded. */
		public enum Kind {

			/** {@code $(…)} or backquotes. */
			COMMAND,
			/** {@code ${NAME:-…}} and its like. */
			PARAMETER,
			/** {@code $((…))}. */
			ARITHMETIC,
			/** Unquoted {@code *}, {@code ?} or {@code [}. */
			GLOB,
			/** Unquoted {@code ~} at the start. */
			TILDE,
			/** Unquoted {@code {a,b}}. */
			BRACE,
			/** {@code $'…'} with escapes, {@code $"…"}. */
			QUOTE

		}

	}

}
