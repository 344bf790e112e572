package io.watchfloor.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.command.ManualWork;
import io.watchfloor.command.ManualWork.Kind;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * One form of a command that a person does by hand: its flags and operands are known as
 * strictly as those of an action.
 *
 * @param words the tool and its verb: {@code git push}
 * @param grammar of what stands behind; null where only the project knows
 * @param does what it does; {@code {}} stands for the operands
 * @param risk what it can do at worst
 * @param reason why it is a person's
 * @param kind what makes it so
 */
public record ManualForm(List<String> words, @Nullable FlagGrammar grammar, String does, Risk risk, String reason,
		Kind kind) {

	/** What a shell would put in, a person's shell puts in. */
	private static final Set<Word.Expansion.Kind> HARMLESS = Set.of(Word.Expansion.Kind.TILDE, Word.Expansion.Kind.GLOB,
			Word.Expansion.Kind.BRACE, Word.Expansion.Kind.PARAMETER);

	public ManualForm {
		words = List.copyOf(words);
	}

	/**
	 * A known tool.
	 * @param words the tool and its verb
	 * @param spec of the words behind, as {@link FlagGrammar} takes it
	 */
	public static ManualForm of(String words, String spec, String does, Risk risk, String reason) {
		List<String> all = List.of(words.split(" ", -1));
		int bar = spec.indexOf('|');
		String verb = all.subList(1, all.size())
			.stream()
			.map((word) -> "{" + word + "} ")
			.collect(Collectors.joining());
		String whole = (bar < 0) ? spec + " | " + verb : spec.substring(0, bar) + "| " + verb + spec.substring(bar + 1);
		return new ManualForm(all, FlagGrammar.of(whole), does, risk, reason, Kind.TOOL);
	}

	/**
	 * A tool that builds, tests or runs the project: only the project knows what that is.
	 */
	public static ManualForm project(String words, String does) {
		return new ManualForm(List.of(words.split(" ", -1)), null, does, Risk.DESTRUCTIVE,
				"Only the project knows what that does.", Kind.PROJECT);
	}

	/** Reads one stage; empty when it is another command. */
	Optional<ManualWork> read(SimpleCommand stage) {
		if (this.risk == Risk.READ
				&& stage.redirections().stream().anyMatch((from) -> from.operator().startsWith("<"))) {
			return Optional.empty();
		}
		List<Word> words = stage.words();
		if (words.isEmpty() || !words.getFirst().literal().filter(this.words.getFirst()::equals).isPresent()) {
			return Optional.empty();
		}
		if (this.grammar == null) {
			return startsWith(words)
					? Optional.of(work(
							words.subList(this.words.size(), words.size()).stream().map(Word::source).toList(), stage))
					: Optional.empty();
		}
		try {
			SimpleCommand plain = new SimpleCommand(List.of(), words.stream().map(ManualForm::plain).toList(),
					List.of());
			List<String> operands = this.grammar.read(Arguments.of(plain, Set.of())).words();
			return Optional.of(work(operands.subList(this.words.size() - 1, operands.size()), stage));
		}
		catch (Problem other) {
			return Optional.empty();
		}
	}

	private boolean startsWith(List<Word> written) {
		return written.size() >= this.words.size() && java.util.stream.IntStream.range(0, this.words.size())
			.allMatch((i) -> written.get(i).literal().filter(this.words.get(i)::equals).isPresent());
	}

	/** A word as a person reads it; what runs another command stays as it is. */
	private static Word plain(Word word) {
		StringBuilder text = new StringBuilder();
		for (Word.Part part : word.parts()) {
			switch (part) {
				case Word.Literal(String literal) -> text.append(literal);
				case Word.Variable(String name) -> text.append('$').append(name);
				case Word.Expansion(var kind, String source) -> {
					if (!HARMLESS.contains(kind) || source.contains("$(") || source.contains("`")) {
						return word;
					}
					text.append(source);
				}
			}
		}
		return new Word(text.isEmpty() ? List.of() : List.of(new Word.Literal(text.toString())), word.source());
	}

	/** A word's text as a person reads it; empty when it runs another command. */
	static Optional<String> shown(Word word) {
		return plain(word).literal();
	}

	private ManualWork work(List<String> operands, SimpleCommand stage) {
		String what = String.join(" ", operands);
		String text = this.does.replace("{}", (what.length() > 80) ? what.substring(0, 80) + "…" : what).strip();
		List<String> files = stage.redirections()
			.stream()
			.filter(ManualForm::writes)
			.map((to) -> to.target().source())
			.toList();
		boolean writes = !files.isEmpty();
		Risk whole = (writes && this.risk == Risk.READ) ? Risk.DISRUPTIVE : this.risk;
		return new ManualWork(writes ? text + ", into " + String.join(", ", files) : text, whole, this.reason,
				this.kind);
	}

	/** Whether a file is written over. */
	static boolean writes(SimpleCommand.Redirection to) {
		return to.operator().contains(">") && !to.operator().equals(">&")
				&& !to.target().literal().equals(Optional.of("/dev/null"));
	}

}
