package io.watchfloor.runbook.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.watchfloor.action.Shell;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.command.Word.Literal;
import io.watchfloor.command.Word.Part;
import io.watchfloor.command.Word.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline whose words are split for good, with holes in them. A value goes into a
 * word's text; nothing is ever split again.
 *
 * @param pipeline with one character of the private use area where a hole is
 * @param holes by number
 */
record Template(Pipeline pipeline, List<Placeholder> holes) {

	Template {
		holes = List.copyOf(holes);
	}

	/**
	 * Makes the template of a masked line.
	 * @param constants variables whose values are known
	 * @param open says which of the other variables are holes
	 */
	static Template of(Pipeline pipeline, Masked masked, Map<String, String> constants, Set<String> open) {
		List<Placeholder> holes = new ArrayList<>(masked.placeholders());
		Map<String, Integer> numbers = new LinkedHashMap<>();
		open.forEach((name) -> {
			numbers.put(name, holes.size());
			holes.add(new Placeholder("$" + name, name, null, List.of()));
		});
		return new Template(each(pipeline, (word) -> word(word, masked, constants, numbers)), holes);
	}

	private static Word word(Word word, Masked masked, Map<String, String> constants, Map<String, Integer> holes) {
		String source = masked.written(word.source());
		boolean quoted = source.length() > 1 && source.startsWith("\"") && source.endsWith("\"");
		List<Part> parts = new ArrayList<>();
		for (Part part : word.parts()) {
			parts.add(switch (part) {
				case Literal(String text) -> new Literal(text.replace(String.valueOf(Masked.FILL), ""));
				case Variable(String name) -> variable((Variable) part, constants.get(name), holes.get(name), quoted);
				case Part other -> other;
			});
		}
		return new Word(joined(parts), source);
	}

	/**
	 * A shell splits an unquoted variable's value, so only a plain one stands for itself.
	 */
	private static Part variable(Variable variable, @Nullable String constant, @Nullable Integer hole, boolean quoted) {
		if (constant != null && (quoted || Constants.plain(constant))) {
			return new Literal(constant);
		}
		return (hole == null) ? variable : new Literal(String.valueOf((char) (Masked.FIRST + hole)));
	}

	private static List<Part> joined(List<Part> parts) {
		List<Part> joined = new ArrayList<>();
		for (Part part : parts) {
			if (part instanceof Literal(String text) && !joined.isEmpty()
					&& joined.getLast() instanceof Literal(String before)) {
				joined.set(joined.size() - 1, new Literal(before + text));
			}
			else {
				joined.add(part);
			}
		}
		return joined;
	}

	/** The variables that are not holes. */
	static Set<String> variables(Pipeline pipeline) {
		Set<String> names = new LinkedHashSet<>();
		each(pipeline, (word) -> {
			word.parts().forEach((part) -> {
				if (part instanceof Variable(String name)) {
					names.add(name);
				}
			});
			return word;
		});
		return names;
	}

	/** The numbers of the holes that a word of the pipeline holds, in their order. */
	List<Integer> used() {
		Set<Integer> used = new LinkedHashSet<>();
		each(this.pipeline, (word) -> {
			text(word).chars().filter(this::isHole).forEach((c) -> used.add(c - Masked.FIRST));
			return word;
		});
		return List.copyOf(used);
	}

	/** The texts of the words in which a hole stands. */
	List<String> around(int hole) {
		List<String> texts = new ArrayList<>();
		each(this.pipeline, (word) -> {
			if (text(word).indexOf((char) (Masked.FIRST + hole)) >= 0) {
				texts.add(text(word));
			}
			return word;
		});
		return texts;
	}

	private boolean isHole(int c) {
		return c >= Masked.FIRST && c < Masked.FIRST + this.holes.size();
	}

	/** A word's text, with a control character where a shell would expand something. */
	private static String text(Word word) {
		StringBuilder text = new StringBuilder();
		word.parts().forEach((part) -> {
			text.append((part instanceof Literal(String literal)) ? literal : "\u0001");
		});
		return text.toString();
	}

	/** The pipeline with values in the holes. */
	Pipeline fill(Map<Integer, String> values) {
		return each(this.pipeline, (word) -> fill(word, values));
	}

	/** A word's source is quoted anew: filters are kept as they are written. */
	private Word fill(Word word, Map<Integer, String> values) {
		if (text(word).chars().noneMatch(this::isHole)) {
			return word;
		}
		List<Part> parts = word.parts()
			.stream()
			.map((part) -> (part instanceof Literal(String text)) ? new Literal(fill(text, values)) : part)
			.toList();
		return new Word(parts, new Word(parts, "").literal().map(Shell::quote).orElse(word.source()));
	}

	private static String fill(String text, Map<Integer, String> values) {
		StringBuilder filled = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			String value = values.get(text.charAt(i) - Masked.FIRST);
			filled.append((value != null) ? value : String.valueOf(text.charAt(i)));
		}
		return filled.toString();
	}

	private static Pipeline each(Pipeline pipeline, UnaryOperator<Word> change) {
		return new Pipeline(pipeline.stages()
			.stream()
			.map((stage) -> new SimpleCommand(
					stage.assignments()
						.stream()
						.map((set) -> new SimpleCommand.Assignment(set.name(), change.apply(set.value())))
						.toList(),
					stage.words().stream().map(change).toList(),
					stage.redirections()
						.stream()
						.map((to) -> new SimpleCommand.Redirection(to.descriptor(), to.operator(),
								change.apply(to.target())))
						.toList()))
			.toList());
	}

}
