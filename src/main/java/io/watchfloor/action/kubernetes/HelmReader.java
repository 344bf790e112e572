package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/**
 * Reads what {@code helm} shows; what it changes comes from charts on a person's machine.
 */
@Component
class HelmReader extends StrictReader {

	private static final Map<String, String> REASONS = Map.of("upgrade",
			"the chart and its values are files of the person's own machine", "install",
			"the chart and its values are files of the person's own machine", "rollback",
			"it sets back every object of the release at once, and what that makes of each cannot be previewed here",
			"uninstall",
			"it deletes every object of the release, data included; a person decides with the chart at hand",
			"template", "it only writes files", "repo", "it only changes the person's own machine");

	@Override
	public Set<String> tools() {
		return Set.of("helm");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		if (pipeline.stages().size() > 1) {
			throw notUnderstood("helm: what stands behind the bar is not understood.");
		}
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), Set.of());
		List<Word> words = new ArrayList<>();
		while (arguments.more()) {
			words.add(arguments.next("a word"));
		}
		words.stream()
			.flatMap((word) -> word.literal().stream())
			.filter(REASONS::containsKey)
			.findFirst()
			.filter((verb) -> words.getFirst().literal().equals(java.util.Optional.of(verb)))
			.ifPresent((verb) -> {
				throw notUnderstood("helm: '" + verb + "' is not understood: " + REASONS.get(verb) + ".");
			});
		FlagSet flags = new FlagSet().texts("namespace/n", "kube-context", "kubeconfig", "revision", "max")
			.switches("all-namespaces/A", "all/a");
		FlaggedWords read = FlaggedWords.read("helm", flags, words);
		try {
			Where where = new Where(read.text("kube-context"), read.text("namespace"));
			where.demand();
			return new ActionCall(action(read, where), where.hint());
		}
		catch (IllegalArgumentException refused) {
			throw read.problem(refused.getMessage() + ".");
		}
	}

	private static Action action(FlaggedWords read, Where where) {
		List<String> plain = read.plain();
		String verb = plain.isEmpty() ? "" : plain.getFirst();
		return switch (verb) {
			case "list", "ls" -> list(read, where);
			case "status" -> show(read, where, HelmShow.Topic.STATUS, 1);
			case "history", "hist" -> show(read, where, HelmShow.Topic.HISTORY, 1);
			case "get" -> get(read, where);
			default -> throw read.problem("'" + verb + "' is not understood" + (REASONS.containsKey(verb)
					? ": " + REASONS.get(verb) + "." : "; list, status, history and get are."));
		};
	}

	private static Action list(FlaggedWords read, Where where) {
		if (read.plain().size() > 1 || read.has("revision") || read.has("max")) {
			throw read.problem("list takes only a namespace, -A and --all here.");
		}
		return new HelmList(where, read.on("all-namespaces"), read.on("all"));
	}

	private static Action get(FlaggedWords read, Where where) {
		return switch ((read.plain().size() > 1) ? read.plain().get(1) : "") {
			case "values" -> show(read, where, HelmShow.Topic.VALUES, 2);
			case "notes" -> show(read, where, HelmShow.Topic.NOTES, 2);
			default -> throw read.problem("get values and get notes are understood; manifests hold secrets.");
		};
	}

	private static Action show(FlaggedWords read, Where where, HelmShow.Topic topic, int at) {
		boolean more = read.has("all") || read.has("all-namespaces") || read.has("max");
		if (read.plain().size() != at + 1 || more) {
			throw read.problem("one release is understood, with --revision at most.");
		}
		return new HelmShow(where, topic, read.plain().get(at), read.number("revision"));
	}

}
