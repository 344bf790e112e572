package io.watchfloor.action.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.watchfloor.action.Shell;
import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostCommand;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Compose's own tool, here or over SSH: {@code docker compose}, or the older
 * {@code docker-compose} where that is what is there.
 */
@Component
class ComposeTool {

	private final Hosts hosts;

	private final Map<TargetId, List<String>> found = new ConcurrentHashMap<>();

	ComposeTool(Hosts hosts) {
		this.hosts = hosts;
	}

	/** The whole line to start, for a verb with its arguments. */
	List<String> words(ComposeProject project, ComposeScope scope, List<String> verb) {
		List<String> words = new ArrayList<>(tool(project.target()));
		words.addAll(project.words(scope));
		words.addAll(verb);
		return words;
	}

	static String line(List<String> words) {
		return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
	}

	/** Runs it in the project's folder. */
	HostAnswer run(ComposeProject project, List<String> words, Duration within) {
		return this.hosts.run(project.target(), new HostCommand(words, project.folder(), within));
	}

	/**
	 * Reads something.
	 * @throws Problem when the tool refuses, such as for a file that is wrong
	 */
	String read(ComposeProject project, ComposeScope scope, String... verb) {
		HostAnswer answer = run(project, words(project, scope, List.of(verb)), Duration.ofSeconds(30));
		if (answer.exit() != 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "Compose ended with " + answer.exit() + " for "
					+ project.target().id() + ": " + answer.lastWords());
		}
		return answer.output();
	}

	private List<String> tool(Target target) {
		String engine = EngineWire.pinned(target);
		return switch (target.settings().getOrDefault("tool", "")) {
			case "docker compose" -> List.of("docker", "-H", engine, "compose");
			case "docker-compose" -> List.of("docker-compose", "-H", engine);
			case "" -> this.found.computeIfAbsent(target.id(), (_) -> find(target, engine));
			default -> throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"The tool of " + target.id() + " must be 'docker compose' or 'docker-compose'.");
		};
	}

	private List<String> find(Target target, String engine) {
		try {
			if (this.hosts.run(target, new HostCommand(List.of("docker", "compose", "version"), null)).exit() == 0) {
				return List.of("docker", "-H", engine, "compose");
			}
		}
		catch (Problem absent) {
			if (absent.category() != Problem.Category.NOT_FOUND) {
				throw absent;
			}
		}
		return List.of("docker-compose", "-H", engine);
	}

}
