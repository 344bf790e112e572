package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/**
 * A kubectl command as people wrote it, right or wrong: for what is wrong with it.
 *
 * @param verb the first word that is no flag
 * @param plain the other words that are no flags, in order
 * @param words all words behind the tool
 */
record Spoken(String verb, List<String> plain, List<String> words) {

	private static final Set<String> WITH_VALUE = Set.of("-n", "--namespace", "--context", "--kubeconfig", "-l",
			"--selector", "-o", "--output", "-c", "--container", "-f", "--filename", "-p", "--patch", "--type",
			"--field-selector", "--replicas", "--tail", "--since", "--sort-by", "--for", "--timeout", "--image",
			"--grace-period", "--to-revision", "--revision");

	/** All kubectl commands of a pipeline, behind {@code sudo} and the like too. */
	static Stream<Spoken> in(Pipeline pipeline) {
		return pipeline.stages().stream().flatMap((stage) -> of(stage).stream());
	}

	private static Optional<Spoken> of(SimpleCommand stage) {
		List<String> all = stage.words().stream().map(Spoken::text).toList();
		int tool = all.indexOf("kubectl");
		if (tool < 0 || tool > 2) {
			return Optional.empty();
		}
		List<String> words = all.subList(tool + 1, all.size());
		List<String> plain = new ArrayList<>();
		int end = words.contains("--") ? words.indexOf("--") : words.size();
		for (int i = 0; i < end; i++) {
			String word = words.get(i);
			// -f and -p take no value for logs
			boolean logs = plain.contains("logs") && (word.equals("-f") || word.equals("-p"));
			if (WITH_VALUE.contains(word) && !logs) {
				i++;
			}
			else if (!word.startsWith("-")) {
				plain.add(word);
			}
		}
		return plain.isEmpty() ? Optional.empty()
				: Optional.of(new Spoken(plain.getFirst(), plain.subList(1, plain.size()), words));
	}

	private static String text(Word word) {
		return word.literal().orElse(word.source());
	}

	boolean is(String... verbs) {
		return List.of(verbs).contains(this.verb);
	}

	/** Whether the verb is {@code rollout restart}, {@code set env}… */
	boolean is(String group, String second) {
		return this.verb.equals(group) && !this.plain.isEmpty() && this.plain.getFirst().equals(second);
	}

	/** Whether a flag is there, alone or with a value. */
	boolean has(String... flags) {
		return flagWords().anyMatch((word) -> Stream.of(flags)
			.anyMatch((flag) -> word.equals(flag) || word.startsWith(flag + "=")
					|| (!flag.startsWith("--") && word.startsWith(flag) && !word.startsWith("--"))));
	}

	/** The value of a flag; empty when it is not there. */
	String value(String flag) {
		for (int i = 0; i < this.words.size(); i++) {
			if (this.words.get(i).startsWith(flag + "=")) {
				return this.words.get(i).substring(flag.length() + 1);
			}
			if (this.words.get(i).equals(flag) && i + 1 < this.words.size()) {
				return this.words.get(i + 1);
			}
		}
		return "";
	}

	long count(String flag) {
		return flagWords().filter((word) -> word.equals(flag) || word.startsWith(flag + "=")).count();
	}

	private Stream<String> flagWords() {
		int end = this.words.contains("--") ? this.words.indexOf("--") : this.words.size();
		return this.words.subList(0, end).stream().filter((word) -> word.startsWith("-"));
	}

	/** The type of the first resource, as a plural. */
	String type() {
		int at = KubectlVerbs.GROUPS.contains(this.verb) ? 1 : 0;
		String first = (this.plain.size() > at) ? this.plain.get(at) : "";
		int slash = first.indexOf('/');
		return ResourceTypes.canonical((slash < 0) ? first : first.substring(0, slash));
	}

}
