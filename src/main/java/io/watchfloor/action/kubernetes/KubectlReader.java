package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code kubectl}; flags may stand before the verb too. */
@Component
class KubectlReader extends StrictReader {

	/** Flags that every verb has. Those that change who asks are left out on purpose. */
	private static final Set<String> EVERYWHERE_WITH_VALUE = Set.of("-n", "--namespace", "--context", "--kubeconfig",
			"-s", "--server", "--request-timeout");

	private final Map<String, KubectlVerb> verbs = KubectlVerbs.all();

	@Override
	public Set<String> tools() {
		return Set.of("kubectl", "oc");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Optional<SimpleCommand> applied = SecretVerbs.applied(pipeline);
		if (pipeline.stages().size() > 1 && applied.isEmpty()) {
			throw notUnderstood("kubectl: what stands behind the bar is not understood.");
		}
		SimpleCommand stage = applied.orElse(pipeline.stages().getFirst());
		Optional<Word> fed = fed(stage);
		Arguments arguments = Arguments
			.of(fed.isPresent() ? new SimpleCommand(stage.assignments(), stage.words(), List.of()) : stage, Set.of());
		List<Word> words = new ArrayList<>();
		while (arguments.more()) {
			words.add(arguments.next("a word"));
		}
		List<Word> rest = new ArrayList<>(words);
		String name = name(rest);
		KubectlVerb verb = this.verbs.get(name);
		if (verb == null) {
			throw notUnderstood(ManualVerbs.reason(name));
		}
		FlaggedWords read = FlaggedWords.read("kubectl " + name, everywhere().with(verb.flags()),
				name.equals(SecretVerbs.NAME) ? SecretVerbs.withoutValues(rest) : rest);
		fed.ifPresent((text) -> {
			if (!name.equals("apply") || !read.all("filename").equals(List.of("-"))) {
				throw read.problem("what is fed into it is not understood.");
			}
			read.put("manifest", literal(text));
		});
		return call(verb, read);
	}

	/** A here-document or here-string. */
	private static Optional<Word> fed(SimpleCommand stage) {
		List<SimpleCommand.Redirection> all = stage.redirections();
		boolean written = all.size() == 1 && Set.of("<<", "<<<").contains(all.getFirst().operator());
		return written ? Optional.of(all.getFirst().target()) : Optional.empty();
	}

	private static ActionCall call(KubectlVerb verb, FlaggedWords words) {
		try {
			Where where = new Where(words.text("context"), words.text("namespace"));
			where.demand();
			Action action = verb.read(words, where);
			return new ActionCall(action, hint(where, words.text("kubeconfig"), words.text("server")));
		}
		catch (IllegalArgumentException refused) {
			throw words.problem(refused.getMessage() + ".");
		}
	}

	private static TargetHint hint(Where where, @Nullable String kubeconfig, @Nullable String server) {
		if (where.context() == null && (server != null || kubeconfig != null)) {
			return new TargetHint.Written((server != null) ? server : String.valueOf(kubeconfig));
		}
		return where.hint();
	}

	static FlagSet everywhere() {
		return new FlagSet().texts("namespace/n", "context", "kubeconfig", "server/s", "request-timeout");
	}

	/** Takes the verb out: one word, or two for {@code rollout status}. */
	private String name(List<Word> words) {
		int first = plain(words, 0);
		if (first < 0) {
			throw notUnderstood("kubectl: the verb is missing.");
		}
		String verb = literal(words.remove(first));
		if (!KubectlVerbs.GROUPS.contains(verb)) {
			return verb;
		}
		int second = plain(words, first);
		return (second < 0) ? verb : verb + " " + literal(words.remove(second));
	}

	/** The first word that is neither a flag nor a flag's value. */
	static int plain(List<Word> words, int from) {
		int at = from;
		while (at < words.size()) {
			String text = words.get(at).literal().orElse("");
			if (!text.startsWith("-")) {
				return at;
			}
			at += EVERYWHERE_WITH_VALUE.contains(text) ? 2 : 1;
		}
		return -1;
	}

	private static String literal(Word word) {
		return Optional.of(word)
			.flatMap(Word::literal)
			.orElseThrow(() -> notUnderstood("kubectl: '" + word.source() + "' would be changed by a shell first."));
	}

}
