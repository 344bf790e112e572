package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.FlagGrammar;
import io.watchfloor.action.Shell;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Pipeline;
import java.util.Set;
import io.watchfloor.kernel.Problem;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/**
 * What a line says before Compose's verb: which files, which project. The target has them
 * too, and what the line says must be what the target has.
 *
 * @param folder of the project; empty when not written
 */
record ComposeScope(List<String> files, String project, List<String> profiles, String envFile, String folder) {

	static final FlagGrammar FLAGS = FlagGrammar
		.of("-f,--file=T+ -p,--project-name=W --profile=W+ --env-file=T --project-directory=T --ansi=W --progress=W"
				+ " --no-ansi --compatibility");

	private static final Pattern PATH = Pattern.compile("|[A-Za-z0-9_./@+][A-Za-z0-9_./@+ -]{0,300}");

	ComposeScope {
		files = List.copyOf(files);
		profiles = List.copyOf(profiles);
		Stream.of(files.stream(), Stream.of(envFile, folder)).flatMap((part) -> part).forEach(ComposeScope::demandPath);
		DockerNames.demand(profiles);
		if (!project.isEmpty()) {
			DockerNames.demandName(project);
		}
	}

	private static void demandPath(String path) {
		if (!PATH.matcher(path).matches()) {
			throw new IllegalArgumentException("'" + path + "' is no file that is understood");
		}
	}

	/** Takes the flags in front of the verb. */
	static ComposeScope read(Arguments arguments) {
		FlagGrammar.Given given = FLAGS.readLeading(arguments);
		return new ComposeScope(given.all("--file"), given.value("--project-name").orElse(""), given.all("--profile"),
				given.value("--env-file").orElse(""), given.value("--project-directory").orElse(""));
	}

	/** Reads what {@link #line} wrote; anything else is an argument that is refused. */
	static ComposeScope of(String line) {
		List<Word> words = new ArrayList<>(List.of(word("docker compose")));
		ShellText.split("x " + line).forEach((statement) -> {
			if (statement.content() instanceof Understanding.Understood<Pipeline>(var pipeline)) {
				pipeline.stages().forEach((stage) -> words.addAll(stage.arguments()));
			}
		});
		try {
			Arguments arguments = Arguments.of(new SimpleCommand(List.of(), words, List.of()), Set.of());
			ComposeScope scope = read(arguments);
			arguments.end();
			if (scope.line().equals(line)) {
				return scope;
			}
		}
		catch (Problem refused) {
			throw new IllegalArgumentException(refused.getMessage(), refused);
		}
		throw new IllegalArgumentException("'" + line + "' does not say which project");
	}

	private static Word word(String text) {
		return new Word(List.of(new Word.Literal(text)), text);
	}

	/** As flags, in one order; empty when nothing was said. */
	String line() {
		return Stream
			.of(this.files.stream().map((file) -> "--file " + Shell.quote(file)), one("--project-name", this.project),
					this.profiles.stream().map((profile) -> "--profile " + profile), one("--env-file", this.envFile),
					one("--project-directory", this.folder))
			.flatMap((part) -> part)
			.collect(Collectors.joining(" "));
	}

	private static Stream<String> one(String flag, String value) {
		return value.isEmpty() ? Stream.of() : Stream.of(flag + " " + Shell.quote(value));
	}

	/** How the line names its project. */
	TargetHint hint() {
		if (!this.project.isEmpty()) {
			return new TargetHint.Written(this.project);
		}
		return this.files.isEmpty() ? new TargetHint.Unnamed() : new TargetHint.Written(String.join(" ", this.files));
	}

}
