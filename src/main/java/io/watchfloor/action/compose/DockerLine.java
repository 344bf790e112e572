package io.watchfloor.action.compose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/**
 * A command of Docker's, for the rules: not read strictly, since also what is not
 * understood can be dangerous.
 *
 * @param compose whether it is Compose's
 * @param old whether it is the older {@code docker-compose}
 * @param project whether it names files or a project
 * @param verb the first word that is no flag
 * @param words those behind the verb, as written
 */
record DockerLine(boolean compose, boolean old, boolean project, String verb, List<String> words, String text) {

	private static final Set<String> WITH_VALUE = Set.of("-f", "--file", "-p", "--project-name", "--profile",
			"--env-file", "--project-directory", "-H", "--host", "--context");

	private static final Pattern SECRET = Pattern
		.compile("(--env=|-e)?[A-Z_]*(PASSWORD|SECRET|TOKEN|API_?KEY)[A-Z_]*=(?!<|\\$|your|YOUR|x{3}|\\.{3}|change).+");

	static Optional<DockerLine> of(SimpleCommand stage) {
		List<String> words = stage.words().stream().map(DockerLine::text).toList();
		int start = (!words.isEmpty() && words.getFirst().equals("sudo")) ? 1 : 0;
		if (words.size() <= start || !Set.of("docker", "docker-compose").contains(words.get(start))) {
			return Optional.empty();
		}
		boolean old = words.get(start).equals("docker-compose");
		boolean compose = old || (words.size() > start + 1 && words.get(start + 1).equals("compose"));
		int at = start + ((compose && !old) ? 2 : 1);
		boolean project = false;
		while (at < words.size() && words.get(at).startsWith("-")) {
			project |= words.get(at).matches("(-f|--file|-p|--project-name).*");
			at += WITH_VALUE.contains(words.get(at)) ? 2 : 1;
		}
		if (at >= words.size()) {
			return Optional.empty();
		}
		return Optional.of(new DockerLine(compose, old, project, words.get(at), words.subList(at + 1, words.size()),
				String.join(" ", words)));
	}

	private static String text(Word word) {
		return word.literal().orElse(word.source());
	}

	boolean is(String verbs) {
		return this.verb.matches(verbs);
	}

	boolean has(String pattern) {
		return this.words.stream().anyMatch((word) -> word.matches(pattern));
	}

	boolean secret() {
		return this.words.stream().anyMatch((word) -> SECRET.matcher(word).matches());
	}

	/** The line without some flags, where they stand alone. */
	Optional<String> without(String... flags) {
		List<String> kept = List.of(this.text.split(" ", -1))
			.stream()
			.filter((word) -> !List.of(flags).contains(word))
			.toList();
		String line = String.join(" ", kept);
		return line.equals(this.text) ? Optional.empty() : Optional.of(line);
	}

}
