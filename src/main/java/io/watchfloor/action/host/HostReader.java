package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.StrictReader;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Reads the tools of a host: those of the closed list, and what they may change. */
@Component
class HostReader extends StrictReader {

	private static final Set<String> TOOLS = Stream
		.of(Arrays.stream(HostTool.values()).map(HostTool::program), ManualTools.programs(), HostChanges.programs(),
				Stream.of("echo"))
		.flatMap((part) -> part)
		.collect(Collectors.toUnmodifiableSet());

	@Override
	public Set<String> tools() {
		return TOOLS;
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		SimpleCommand first = pipeline.stages().getFirst();
		String program = first.tool().orElse("");
		Optional<Action> certificate = CertificateLine.read(pipeline);
		if (certificate.isPresent()) {
			return new ActionCall(certificate.get(), new TargetHint.Unnamed());
		}
		Arguments.of(first, Set.of());
		if (pipeline.stages().size() > 1) {
			throw notUnderstood(program + ": what stands behind the bar is not understood.");
		}
		List<String> arguments = new ArrayList<>();
		List<String> patterns = new ArrayList<>();
		first.arguments().forEach((word) -> sort(word, program, arguments, patterns));
		ManualTools.demandTyped(program, arguments);
		Optional<Action> change = patterns.isEmpty() ? attempt(() -> HostChanges.read(program, arguments))
				: Optional.empty();
		return new ActionCall(change.orElseGet(() -> read(program, arguments, patterns)), new TargetHint.Unnamed());
	}

	private static void sort(Word word, String program, List<String> arguments, List<String> patterns) {
		if (FilePattern.is(word)) {
			patterns.add(word.source());
			return;
		}
		arguments.add(word.literal()
			.orElseThrow(() -> notUnderstood(program + ": '" + word.source() + "' is changed by a shell first.")));
	}

	/**
	 * The first tool of the program that takes the words; else the first one's reason.
	 */
	private static Action read(String program, List<String> arguments, List<String> patterns) {
		Problem reason = null;
		for (HostTool tool : HostTool.of(program)) {
			int verb = tool.verb().size();
			if (arguments.size() < verb || !arguments.subList(0, verb).equals(tool.verb())) {
				continue;
			}
			try {
				return attempt(() -> new HostRead(tool, arguments.subList(verb, arguments.size()), patterns));
			}
			catch (Problem problem) {
				reason = (reason == null) ? problem : reason;
			}
		}
		Optional<String> manual = ManualTools.reason(program, arguments);
		if (manual.isPresent() || reason == null) {
			throw notUnderstood(
					manual.orElse("'" + program + " " + String.join(" ", arguments) + "' is not understood."));
		}
		throw reason;
	}

	/** An action that refuses its parameters is a line that is not understood. */
	static <T> T attempt(Supplier<T> action) {
		try {
			return action.get();
		}
		catch (IllegalArgumentException refused) {
			String message = String.valueOf(refused.getMessage());
			throw notUnderstood(message.endsWith(".") ? message : message + ".");
		}
	}

}
