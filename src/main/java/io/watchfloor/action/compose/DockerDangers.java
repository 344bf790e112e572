package io.watchfloor.action.compose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.FindingRules;
import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import org.springframework.stereotype.Component;

/** What is wrong or dangerous with Docker's and Compose's commands. */
@Component
class DockerDangers implements FindingRules {

	private static final Rule DOWN_VOLUMES = danger("compose/down-volumes", "Removes the data with the project",
			"-v removes the project's volumes: the database is gone. Leave -v out.");

	private static final Rule DOWN_FIRST = warning("compose/down-before-up",
			"Takes everything down before the new version is here",
			"'up -d' replaces only what changed; 'down' first means an outage as long as pulling and starting take, and no way back if the pull fails. Pull, then up.");

	private static final Rule PULL_TAG = error("compose/pull-with-tag", "Pulls no other version",
			"Compose takes names of services; 'service:tag' is no service. The tag stands in the file or a variable: set it there, or bring up the image by its digest.");

	private static final Rule OLD_FORMAT = error("compose/ps-format-old", "The old docker-compose knows no --format",
			"docker-compose 1 refuses ps --format. Use 'docker compose'.");

	private static final Rule NO_FILES = warning("compose/files-not-named",
			"Changes whatever the present folder's files say",
			"Without -f Compose takes docker-compose.yml of the folder, often the development settings. Name the production files; a target has them fixed.");

	private static final Rule LOGS_JQ = error("compose/logs-not-json", "jq cannot read the prefix",
			"Compose writes the container's name before each line, so that no line is JSON. Add --no-log-prefix (and --no-color).");

	private static final Rule SCALE = warning("compose/scale-absolute", "A fixed number can scale down",
			"When more run already, this takes some away; with a container_name or a fixed port it fails. Look at the number first.");

	private static final Rule BUILD = warning("compose/build-on-host", "Builds on the machine that serves",
			"What is built from a working folder is no version that was tested, and the build takes the host's CPU. Pull a tested image by its digest.");

	private static final Rule PRUNE_VOLUMES = danger("docker/prune-volumes",
			"Removes volumes that nothing uses right now",
			"A stopped database uses its volume not. Its data is gone. Leave --volumes out.");

	private static final Rule PRUNE_ALL = warning("docker/prune-all", "Removes the images to go back to",
			"-a removes every image that no container runs, also the last version. Keep the last ones (--filter until=…).");

	private static final Rule VOLUME_RM = danger("docker/volume-removed", "Removes a volume and all that is in it",
			"There is no way back but a backup. Take one, and restore it once, before.");

	private static final Rule SOCKET = danger("docker/socket-mounted", "Gives a container the whole host",
			"Whoever has docker.sock can do anything as root. Let the tool read the image from a registry or a file.");

	private static final Rule LATEST = warning("docker/moving-tag", "An image that can be another tomorrow",
			"Without a digest the same line brings another version. Name the version, better the digest (name@sha256:…).");

	private static final Rule HEALTHY_ONLY = warning("docker/only-the-healthy", "Shows only what is well",
			"A container that is ill or gone is simply not in the list. Compare with what should run.");

	private static final Rule TTY = error("docker/terminal-in-a-pipe", "A terminal changes what goes through the pipe",
			"-t turns line ends into CRLF or refuses to start; a dump is broken. Use -i only, with Compose -T.");

	private static final Rule TAIL_ZERO = error("docker/logs-not-cleared", "Shows nothing and clears nothing",
			"logs --tail 0 only shows no line. Logs are limited by the logging driver's max-size.");

	private static final Rule SECRET = danger("docker/secret-in-variable", "A secret on the command line",
			"It stays in the history, in the list of processes and in 'docker inspect'. Use a file or a secret.");

	private static final Rule OPEN_PORT = warning("docker/port-open", "A data store reached from everywhere",
			"-p without an address listens on all of the host's. Write -p 127.0.0.1:PORT:PORT.");

	private static final Rule KILL = warning("docker/kill", "Kills before asking",
			"A killed program cannot finish what it is writing. 'stop' asks, waits, and kills only then.");

	private static final List<Rule> RULES = List.of(DOWN_VOLUMES, DOWN_FIRST, PULL_TAG, OLD_FORMAT, NO_FILES, LOGS_JQ,
			SCALE, BUILD, PRUNE_VOLUMES, PRUNE_ALL, VOLUME_RM, SOCKET, LATEST, HEALTHY_ONLY, TTY, TAIL_ZERO, SECRET,
			OPEN_PORT, KILL);

	private static final Set<String> CHANGING = Set.of("up", "down", "restart", "stop", "start", "pull", "build", "run",
			"scale");

	private static Rule danger(String id, String title, String explanation) {
		return new Rule(id, Severity.DANGER, title, explanation);
	}

	private static Rule warning(String id, String title, String explanation) {
		return new Rule(id, Severity.WARNING, title, explanation);
	}

	private static Rule error(String id, String title, String explanation) {
		return new Rule(id, Severity.ERROR, title, explanation);
	}

	@Override
	public List<Rule> rules() {
		return RULES;
	}

	@Override
	public Stream<Finding> check(CommandLine line) {
		List<SimpleCommand> stages = line.pipeline().map(Pipeline::stages).orElse(List.of());
		return stages.stream()
			.flatMap((stage) -> DockerLine.of(stage).stream())
			.flatMap((docker) -> docker.compose() ? compose(docker, line, stages) : docker(docker, stages));
	}

	private static Stream<Finding> compose(DockerLine docker, CommandLine line, List<SimpleCommand> stages) {
		boolean logsRead = docker.is("logs") && stages.size() > 1
				&& stages.get(1).tool().filter("jq"::equals).isPresent() && !docker.has("--no-log-prefix");
		String behind = line.block().substring(Math.min(line.block().length(), Math.max(0, line.offset())));
		boolean comesBack = behind.matches("(?s).*\\b(docker[- ]compose)\\b[^\\n]*\\b(pull|up)\\b.*");
		return Stream.of(
				when(docker.is("down") && docker.has("-v|--volumes|-[a-z]*v[a-z]*"), DOWN_VOLUMES,
						docker.without("-v", "--volumes")),
				when(docker.is("down") && !docker.has("-v|--volumes") && comesBack, DOWN_FIRST),
				when(docker.is("pull") && docker.has("[A-Za-z0-9_-]+:[A-Za-z0-9._-]+"), PULL_TAG),
				when(docker.old() && docker.is("ps") && docker.has("--format.*"), OLD_FORMAT),
				when(CHANGING.contains(docker.verb()) && !docker.project(), NO_FILES), when(logsRead, LOGS_JQ),
				when(docker.is("scale") || docker.has("--scale(=.*)?"), SCALE),
				when(docker.is("build") || (docker.is("up") && docker.has("--build")), BUILD),
				when(docker.is("kill"), KILL),
				when(docker.is("exec") && piped(stages) && !docker.has("-T|--no-TTY|-[a-z]*T") && docker.old(), TTY))
			.flatMap(Optional::stream);
	}

	private static boolean piped(List<SimpleCommand> stages) {
		return stages.size() > 1
				|| stages.getFirst().redirections().stream().anyMatch((one) -> !one.operator().contains("&"));
	}

	private static Stream<Finding> docker(DockerLine docker, List<SimpleCommand> stages) {
		boolean prune = docker.has("prune");
		return Stream.of(
				when(prune && (docker.has("--volumes") || docker.is("volume")), PRUNE_VOLUMES,
						docker.is("volume") ? Optional.empty() : docker.without("--volumes")),
				when(prune && docker.has("-a|--all|-[a-z]*a[a-z]*") && !docker.has("--filter.*"), PRUNE_ALL),
				when(docker.is("volume") && docker.has("rm|remove"), VOLUME_RM),
				when(docker.has("(.*=)?/var/run/docker\\.sock:.*|.*source=/var/run/docker\\.sock.*"), SOCKET),
				when(docker.is("pull|run|push|tag|create") && docker.has("[a-z0-9][a-z0-9./_-]*:latest"), LATEST),
				when(docker.is("ps") && docker.has("(--filter=)?health=healthy"), HEALTHY_ONLY),
				when(docker.is("exec") && docker.has("-t|-it|-ti|--tty") && piped(stages), TTY),
				when(docker.is("logs") && docker.text().matches(".*--tail[= ]0( .*)?"), TAIL_ZERO),
				when(docker.is("run|create|exec") && docker.secret(), SECRET),
				when(docker.is("run|create")
						&& docker.has("(5432|6379|3306|27017|9200|5672):(5432|6379|3306|27017|9200|5672)"), OPEN_PORT),
				when(docker.is("kill"), KILL))
			.flatMap(Optional::stream);
	}

	private static Optional<Finding> when(boolean applies, Rule rule) {
		return applies ? Optional.of(new Finding(rule, rule.title() + ".")) : Optional.empty();
	}

	private static Optional<Finding> when(boolean applies, Rule rule, Optional<String> safer) {
		return applies ? Optional.of(new Finding(rule, rule.title() + ".", safer)) : Optional.empty();
	}

}
