package io.watchfloor.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.filter.FilterChain;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.SimpleCommand.Redirection;
import io.watchfloor.command.Word;
import io.watchfloor.command.Word.Expansion;
import io.watchfloor.command.Word.Literal;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is fed into a command, however it is written: {@code cat f | tool}, {@code tool <
 * f}, {@code echo text | tool}, {@code tool <<< text} and a here-document.
 */
final class Feeds {

	/** Tools that do what they are fed; for all others a bar is a filter. */
	private static final Set<String> FED = Set.of("psql", "kubectl", "oc", "docker", "docker-compose", "redis-cli",
			"pg_restore", "ssh", "sudo");

	/** Filters that read a file where one is named, and nothing else then. */
	private static final Set<String> FILTERS = Set.of("jq", "awk", "cut");

	/** As a redirection: what a packed file holds. */
	private static final String UNPACKED = "<gunzip";

	private Feeds() {
	}

	/** A pipeline without what is fed into it. */
	record Fed(Pipeline pipeline, @Nullable Redirection feed) {
	}

	static Fed of(Pipeline pipeline) {
		SimpleCommand first = pipeline.stages().getFirst();
		boolean feeds = pipeline.stages().size() > 1
				&& pipeline.stages().get(1).tool().filter(FED::contains).isPresent();
		Optional<Redirection> piped = feeds ? piped(first) : Optional.empty();
		if (piped.isPresent() && inputs(pipeline.stages().get(1)).isEmpty()) {
			return new Fed(new Pipeline(pipeline.stages().subList(1, pipeline.stages().size())), piped.get());
		}
		List<Redirection> own = inputs(first);
		boolean carrier = first.tool().filter(FED::contains).isPresent();
		if (own.size() != 1 || !carrier) {
			return new Fed(pipeline, null);
		}
		List<Redirection> rest = new ArrayList<>(first.redirections());
		rest.remove(own.getFirst());
		List<SimpleCommand> stages = new ArrayList<>(pipeline.stages());
		stages.set(0, new SimpleCommand(first.assignments(), first.words(), rest));
		return new Fed(new Pipeline(stages), own.getFirst());
	}

	/** {@code jq . file} as {@code cat file | jq .}, which prints the same. */
	static Pipeline ofFile(Pipeline pipeline) {
		SimpleCommand first = pipeline.stages().getFirst();
		List<Word> words = first.words();
		boolean filter = first.tool().filter(FILTERS::contains).isPresent() && words.size() > 2
				&& first.redirections().isEmpty() && first.assignments().isEmpty();
		boolean file = filter && words.getLast()
			.literal()
			.filter((text) -> text.matches("[A-Za-z0-9_./][A-Za-z0-9_./-]*"))
			.isPresent();
		SimpleCommand rest = new SimpleCommand(List.of(), words.subList(0, Math.max(0, words.size() - 1)), List.of());
		if (!file || !isFilter(rest)) {
			return pipeline;
		}
		Word cat = new Word(List.of(new Literal("cat")), "cat");
		List<SimpleCommand> stages = new ArrayList<>(
				List.of(new SimpleCommand(List.of(), List.of(cat, words.getLast()), List.of()), rest));
		stages.addAll(pipeline.stages().subList(1, pipeline.stages().size()));
		return new Pipeline(stages);
	}

	/**
	 * {@code pg_dump > file} as {@code pg_dump -f file}, which writes the same, wherever
	 * the dumping program runs.
	 */
	static Pipeline ofDump(Pipeline pipeline) {
		SimpleCommand only = pipeline.stages().getFirst();
		List<Redirection> to = only.redirections();
		boolean dump = pipeline.stages().size() == 1 && to.size() == 1 && to.getFirst().operator().equals(">")
				&& to.getFirst().descriptor() < 2
				&& only.words()
					.stream()
					.filter((word) -> word.literal().filter("pg_dump"::equals).isPresent())
					.count() == 1;
		if (!dump) {
			return pipeline;
		}
		List<Word> words = new ArrayList<>(only.words());
		words.add(new Word(List.of(new Literal("-f")), "-f"));
		words.add(to.getFirst().target());
		return new Pipeline(List.of(new SimpleCommand(only.assignments(), words, List.of())));
	}

	private static boolean isFilter(SimpleCommand stage) {
		try {
			FilterChain.read(List.of(stage));
			return true;
		}
		catch (Problem other) {
			return false;
		}
	}

	private static List<Redirection> inputs(SimpleCommand stage) {
		return stage.redirections()
			.stream()
			.filter((one) -> one.descriptor() <= 0 && one.operator().startsWith("<") && !one.operator().equals("<&"))
			.toList();
	}

	/** What a first stage hands on, when it does nothing else. */
	private static Optional<Redirection> piped(SimpleCommand stage) {
		List<Word> arguments = stage.arguments();
		boolean plain = stage.assignments().isEmpty() && stage.redirections().isEmpty();
		return switch (stage.tool().orElse("")) {
			case "cat" -> {
				if (arguments.isEmpty() && inputs(stage).size() == 1 && stage.redirections().size() == 1) {
					yield Optional.of(inputs(stage).getFirst());
				}
				boolean file = plain && arguments.size() == 1 && !arguments.getFirst().source().startsWith("-");
				yield file ? Optional.of(new Redirection(-1, "<", arguments.getFirst())) : Optional.empty();
			}
			case "echo" -> plain ? echoed(arguments) : Optional.empty();
			case "gunzip", "zcat", "gzip" -> unpacked(stage);
			default -> Optional.empty();
		};
	}

	/** {@code gunzip -c f.gz}, {@code gunzip < f.gz}, {@code zcat f.gz}. */
	private static Optional<Redirection> unpacked(SimpleCommand stage) {
		List<Word> arguments = new ArrayList<>(stage.arguments());
		String tool = stage.tool().orElse("");
		String flag = arguments.isEmpty() ? "" : arguments.getFirst().literal().orElse("");
		boolean out = Set.of("-c", "--stdout", "--to-stdout").contains(flag);
		boolean unpacks = !tool.equals("gzip") || Set.of("-dc", "-cd").contains(flag);
		if (out || Set.of("-dc", "-cd").contains(flag)) {
			arguments.removeFirst();
		}
		boolean known = unpacks && stage.assignments().isEmpty();
		if (known && arguments.isEmpty() && inputs(stage).size() == 1 && stage.redirections().size() == 1
				&& inputs(stage).getFirst().operator().equals("<")) {
			return Optional.of(new Redirection(-1, UNPACKED, inputs(stage).getFirst().target()));
		}
		boolean file = known && stage.redirections().isEmpty() && arguments.size() == 1
				&& !arguments.getFirst().source().startsWith("-")
				&& (out || !flag.equals(arguments.getFirst().literal().orElse("")) || tool.equals("zcat"));
		return file ? Optional.of(new Redirection(-1, UNPACKED, arguments.getFirst())) : Optional.empty();
	}

	/** Shells disagree on backslashes and on words that look like flags. */
	private static Optional<Redirection> echoed(List<Word> arguments) {
		List<Word.Part> parts = new ArrayList<>();
		for (Word word : arguments) {
			if (!parts.isEmpty()) {
				parts.add(new Literal(" "));
			}
			parts.addAll(word.parts());
		}
		boolean known = !arguments.isEmpty()
				&& parts.stream()
					.allMatch((part) -> !(part instanceof Expansion)
							&& !(part instanceof Literal(String text) && text.contains("\\")))
				&& !arguments.getFirst().source().startsWith("-");
		String source = String.join(" ", arguments.stream().map(Word::source).toList());
		return known ? Optional.of(new Redirection(-1, "<<<", new Word(joined(parts), source))) : Optional.empty();
	}

	private static List<Word.Part> joined(List<Word.Part> parts) {
		List<Word.Part> joined = new ArrayList<>();
		for (Word.Part part : parts) {
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

}
