package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.CommandUnwrapper;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Reads {@code kubectl exec [-n NS] [-it] POD|TYPE/NAME [-c C] -- COMMAND…}. The place is
 * {@code namespace/type/name}, without the namespace when the line names none.
 */
@Component
class KubectlExec implements CommandUnwrapper {

	private static final FlagSet FLAGS = new FlagSet().with(KubectlReader.everywhere())
		.switches("stdin/i", "tty/t", "quiet/q")
		.texts("container/c", "pod-running-timeout");

	@Override
	public Set<String> tools() {
		return Set.of("kubectl", "oc");
	}

	@Override
	public Optional<Unwrapped> unwrap(SimpleCommand command) {
		List<Word> words = new ArrayList<>(command.arguments());
		int dashes = index(words, "--");
		List<Word> head = words.subList(0, (dashes < 0) ? words.size() : dashes);
		int verb = KubectlReader.plain(head, 0);
		if (verb < 0 || !head.get(verb).literal().equals(Optional.of("exec"))) {
			return Optional.empty();
		}
		Arguments.of(command, Set.of());
		if (dashes < 0 || dashes == words.size() - 1) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"kubectl exec: the command to run belongs behind --, and there is none.");
		}
		List<Word> rest = new ArrayList<>(head);
		rest.remove(verb);
		FlaggedWords read = FlaggedWords.read("kubectl exec", FLAGS, rest);
		return Optional
			.of(new Unwrapped(new SimpleCommand(List.of(), words.subList(dashes + 1, words.size()), List.of()),
					place(read), read.on("stdin") && !read.on("tty")));
	}

	private static int index(List<Word> words, String text) {
		for (int i = 0; i < words.size(); i++) {
			if (words.get(i).literal().equals(Optional.of(text))) {
				return i;
			}
		}
		return -1;
	}

	private static String place(FlaggedWords read) {
		String name = read.single("the pod");
		try {
			Where where = new Where(read.text("context"), read.text("namespace"));
			where.demand();
			String resource = name.contains("/") ? Resources.read(List.of(name), read).getFirst() : "pods/" + name;
			Names.named(List.of(resource));
			return ((where.namespace() != null) ? where.namespace() + "/" : "") + resource;
		}
		catch (IllegalArgumentException refused) {
			throw read.problem(refused.getMessage() + ".");
		}
	}

}
