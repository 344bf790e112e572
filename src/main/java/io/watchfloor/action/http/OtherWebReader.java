package io.watchfloor.action.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.Options;
import io.watchfloor.action.PathReader;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/** Reads {@code wget} that prints a page, and {@code http} that gets one. */
@Component
class OtherWebReader extends StrictReader {

	private final List<PathReader> paths;

	OtherWebReader(List<PathReader> paths) {
		this.paths = paths;
	}

	@Override
	public Set<String> tools() {
		return Set.of("wget", "http", "https");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of());
		if (pipeline.stages().size() > 1) {
			throw arguments.problem("what stands behind the bar is not understood.");
		}
		try {
			return pipeline.stages().getFirst().tool().orElseThrow().equals("wget") ? wget(arguments)
					: httpie(arguments);
		}
		catch (IllegalArgumentException refused) {
			throw arguments.problem(refused.getMessage() + ".");
		}
	}

	private ActionCall wget(Arguments arguments) {
		Options options = Options.grammar()
			.alone("-q", "--quiet")
			.alone("-S", "--server-response")
			.alone("--spider")
			.valued("-O", "--output-document")
			.valued("-T", "--timeout")
			.valued("-t", "--tries")
			.read(arguments);
		boolean printed = options.last("-O")
			.flatMap(Word::literal)
			.filter(Set.of("-", "/dev/null")::contains)
			.isPresent();
		if (options.operands().size() != 1 || printed == options.has("--spider")) {
			throw arguments.problem("it saves a file; only -O - and --spider with one URL are understood.");
		}
		WebAddress address = WebAddress.of(options.operands().getFirst(), arguments);
		return new ActionCall(get(address.path(), options.has("--spider")), address.hint());
	}

	private ActionCall httpie(Arguments arguments) {
		Options options = Options.grammar().alone("--body", "-b").alone("--headers", "-h").read(arguments);
		List<Word> words = options.operands();
		String method = (words.size() == 2) ? words.getFirst().literal().orElse("?") : "GET";
		if (words.isEmpty() || words.size() > 2 || !Set.of("GET", "HEAD").contains(method)) {
			throw arguments.problem("only GET and HEAD of one URL are understood.");
		}
		WebAddress address = WebAddress.of(words.getLast(), arguments);
		return new ActionCall(get(address.path(), method.equals("HEAD") || options.has("--headers")), address.hint());
	}

	private Action get(String path, boolean head) {
		Optional<Action> typed = head ? Optional.empty()
				: this.paths.stream().flatMap((reader) -> reader.read(path).stream()).findFirst();
		return typed.orElseGet(() -> new GetText(path, Map.of(), SignIn.NONE,
				head ? GetText.Show.HEAD : GetText.Show.BODY, true, true, "", ""));
	}

}
