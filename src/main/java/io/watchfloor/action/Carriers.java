package io.watchfloor.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.action.CommandUnwrapper.Unwrapped;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;

/**
 * Takes off what only carries a command: {@code sudo}, {@code timeout 5}, {@code sh -c
 * '…'}, and what connectors unwrap.
 */
class Carriers {

	private static final int DEEPEST = 6;

	private static final Set<String> SHELLS = Set.of("sh", "bash", "/bin/sh", "/bin/bash");

	private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*");

	private static final Pattern DURATION = Pattern.compile("[0-9]{1,5}[smh]?");

	private static final Pattern WATCH_FLAG = Pattern.compile("-n|-n[0-9.]{1,6}|-[dt]{1,2}|--no-title|--differences");

	private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]*");

	/** Tools whose user is the target's, not that of the machine. */
	private static final Set<String> SIGNS_IN = Set.of("psql", "pg_isready", "pg_dump", "pg_restore", "vacuumdb",
			"reindexdb", "redis-cli");

	private static final Set<String> SHELL_FLAGS = Set.of("-c", "-lc", "-ec");

	private final Map<String, CommandUnwrapper> unwrappers = new HashMap<>();

	Carriers(List<CommandUnwrapper> unwrappers) {
		unwrappers.forEach((unwrapper) -> unwrapper.tools().forEach((tool) -> add(tool, unwrapper)));
	}

	private void add(String tool, CommandUnwrapper unwrapper) {
		CommandUnwrapper other = this.unwrappers.put(tool, unwrapper);
		if (other != null) {
			throw new IllegalStateException("two connectors unwrap " + tool + ": " + other + " and " + unwrapper);
		}
	}

	/**
	 * Takes all carriers off the first stage.
	 * @throws Problem with category {@code NOT_UNDERSTOOD}
	 */
	Carried open(Pipeline pipeline) {
		Feeds.Fed fed = Feeds.of(pipeline);
		Carried carried = opened(fed.pipeline());
		return (fed.feed() == null) ? carried : carried.fed(fed.feed());
	}

	private Carried opened(Pipeline pipeline) {
		List<SimpleCommand> inside = List.of(pipeline.stages().getFirst());
		List<String> places = new ArrayList<>();
		boolean repeated = false;
		boolean feedable = true;
		for (int depth = 0; depth < DEEPEST; depth++) {
			repeated |= inside.getFirst().tool().filter("watch"::equals).isPresent();
			Optional<List<SimpleCommand>> plain = plain(inside.getFirst());
			Optional<Unwrapped> unwrapped = plain.isPresent() ? Optional.empty() : unwrap(inside.getFirst());
			if (plain.isEmpty() && unwrapped.isEmpty()) {
				List<SimpleCommand> behind = pipeline.stages().subList(1, pipeline.stages().size());
				return new Carried(inside, behind, places, repeated, feedable && !repeated);
			}
			unwrapped.ifPresent((place) -> places.add(place.place()));
			feedable &= unwrapped.isEmpty() || unwrapped.get().fed();
			List<SimpleCommand> first = plain.orElseGet(() -> List.of(unwrapped.orElseThrow().inner()));
			inside = join(first, inside.subList(1, inside.size()));
		}
		throw new Problem(Problem.Category.NOT_UNDERSTOOD, "Commands are nested more than " + DEEPEST + " deep.");
	}

	private static List<SimpleCommand> join(List<SimpleCommand> first, List<SimpleCommand> rest) {
		List<SimpleCommand> all = new ArrayList<>(first);
		all.addAll(rest);
		return all;
	}

	private Optional<Unwrapped> unwrap(SimpleCommand command) {
		return command.tool().map(this.unwrappers::get).flatMap((unwrapper) -> unwrapper.unwrap(command));
	}

	/** Carriers that belong to no connector. */
	private static Optional<List<SimpleCommand>> plain(SimpleCommand command) {
		String tool = command.tool().orElse("");
		List<Word> words = command.words();
		return switch (tool) {
			case "sudo" -> isUser(words) ? Optional.of(List.of(from(command, 3))) : next(command, 1, PROGRAM);
			case "nice" -> next(command, 1, PROGRAM);
			case "watch" -> Optional.of(watched(command));
			case "timeout" -> next(command, 1, DURATION).flatMap((_) -> next(command, 2, PROGRAM));
			default -> SHELLS.contains(tool) ? Optional.of(shell(command)) : Optional.empty();
		};
	}

	/** What follows, where the word there is as expected. */
	private static Optional<List<SimpleCommand>> next(SimpleCommand command, int word, Pattern expected) {
		boolean known = command.words().size() > word
				&& command.words().get(word).literal().filter(expected.asMatchPredicate()).isPresent();
		return known ? Optional.of(List.of(from(command, word))) : Optional.empty();
	}

	/** {@code sudo -u postgres psql}: the target's own sign-in says who acts. */
	private static boolean isUser(List<Word> words) {
		return words.size() > 3 && words.get(1).literal().filter("-u"::equals).isPresent()
				&& words.get(2).literal().filter(USER.asMatchPredicate()).isPresent()
				&& words.get(3).literal().filter(SIGNS_IN::contains).isPresent();
	}

	private static SimpleCommand from(SimpleCommand command, int word) {
		return new SimpleCommand(command.assignments(), command.words().subList(word, command.words().size()),
				command.redirections());
	}

	/** {@code watch -n 5 'one pipeline'}: looked at once; it can be read again. */
	private static List<SimpleCommand> watched(SimpleCommand command) {
		List<Word> words = command.words();
		int at = 1;
		while (at < words.size() && words.get(at).literal().filter(WATCH_FLAG.asMatchPredicate()).isPresent()) {
			at += words.get(at).source().equals("-n") ? 2 : 1;
		}
		if (at >= words.size()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "watch: the command to look at is missing.");
		}
		String line = words.subList(at, words.size())
			.stream()
			.map((word) -> word.literal()
				.orElseThrow(() -> new Problem(Problem.Category.NOT_UNDERSTOOD,
						"watch: '" + word.source() + "' would be changed by a shell first.")))
			.collect(Collectors.joining(" "));
		return pipeline(line);
	}

	/** {@code sh -c 'one pipeline'}. */
	private static List<SimpleCommand> shell(SimpleCommand command) {
		List<Word> words = command.words();
		boolean flag = words.size() == 3 && words.get(1).literal().filter(SHELL_FLAGS::contains).isPresent();
		Optional<String> text = flag ? words.get(2).literal() : Optional.empty();
		if (text.isEmpty() || !command.assignments().isEmpty() || !command.redirections().isEmpty()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"A script for " + command.tool().orElse("a shell") + " is not understood; -c with one command is.");
		}
		return pipeline(text.get());
	}

	private static List<SimpleCommand> pipeline(String text) {
		List<Statement> statements = ShellText.split(text);
		if (statements.size() == 1
				&& statements.getFirst().content() instanceof Understanding.Understood<Pipeline>(Pipeline inner)) {
			return inner.stages();
		}
		throw new Problem(Problem.Category.NOT_UNDERSTOOD,
				"'" + text + "' is more than one command; only one is understood.");
	}

	/**
	 * A command without its carriers.
	 *
	 * @param inside the stages that run where the innermost carrier goes
	 * @param behind the stages that run where the line is typed
	 * @param places where it goes, outermost first
	 * @param repeated whether the line would run it again and again
	 * @param feedable whether all carriers pass on what is fed into them
	 */
	record Carried(List<SimpleCommand> inside, List<SimpleCommand> behind, List<String> places, boolean repeated,
			boolean feedable) {

		/** With what the line feeds into it. */
		Carried fed(SimpleCommand.Redirection feed) {
			if (!this.feedable) {
				throw new Problem(Problem.Category.NOT_UNDERSTOOD,
						"What is fed into it does not reach the command inside: exec needs -i, and no terminal.");
			}
			SimpleCommand first = this.inside.getFirst();
			List<SimpleCommand.Redirection> all = new ArrayList<>(first.redirections());
			all.addFirst(feed);
			SimpleCommand fed = new SimpleCommand(first.assignments(), first.words(), all);
			return new Carried(join(List.of(fed), this.inside.subList(1, this.inside.size())), this.behind, this.places,
					this.repeated, true);
		}

		List<SimpleCommand> stages() {
			return join(this.inside, this.behind);
		}

		/**
		 * How many stages a reader may take: what stands behind another place is not its.
		 */
		int readable() {
			return this.places.isEmpty() ? stages().size() : this.inside.size();
		}

	}

}
