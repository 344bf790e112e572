package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

import static io.watchfloor.action.kubernetes.KubectlVerbs.verb;

/**
 * Reads {@code kubectl create secret}. The values of a line are dropped before anything
 * looks at them: they come from the target's references.
 */
final class SecretVerbs {

	static final String NAME = "create secret";

	private SecretVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		return Map.of(NAME,
				verb(new FlagSet().lists("from-literal", "from-file").texts("cert", "key"), SecretVerbs::read));
	}

	private static Action read(FlaggedWords words, Where where) {
		List<String> names = new ArrayList<>(words.plain());
		if (names.size() != 2) {
			throw words.problem("'generic NAME' or 'tls NAME' is understood.");
		}
		List<String> keys = new ArrayList<>(words.all("from-literal"));
		keys.addAll(words.all("from-file"));
		boolean pair = words.has("cert") && words.has("key");
		if (names.getFirst().equals("generic") && !keys.isEmpty() && !words.has("cert") && !words.has("key")) {
			return new SecretApply(where, names.getLast(), keys, "");
		}
		if (names.getFirst().equals("tls") && pair && keys.isEmpty()) {
			return new TlsSecretApply(where, names.getLast());
		}
		throw words.problem("'generic' with --from-literal, or 'tls' with --cert and --key is understood.");
	}

	/**
	 * The first command of {@code kubectl create secret … --dry-run=client -o yaml |
	 * kubectl apply -f -}, which sets a secret that may be there.
	 */
	static Optional<SimpleCommand> applied(Pipeline pipeline) {
		SimpleCommand first = pipeline.stages().getFirst();
		List<String> words = first.words().stream().map(Word::source).toList();
		boolean piped = pipeline.stages().size() == 2 && words.contains("secret") && words.contains("--dry-run=client")
				&& pipeline.stages()
					.getLast()
					.words()
					.stream()
					.map(Word::source)
					.toList()
					.equals(List.of("kubectl", "apply", "-f", "-"))
				&& pipeline.stages().getLast().redirections().isEmpty();
		return piped
				? Optional.of(new SimpleCommand(first.assignments(), unrehearsed(first.words()), first.redirections()))
				: Optional.empty();
	}

	private static List<Word> unrehearsed(List<Word> words) {
		List<Word> kept = new ArrayList<>();
		for (int at = 0; at < words.size(); at++) {
			String source = words.get(at).source();
			boolean format = source.equals("-o") && at + 1 < words.size() && words.get(at + 1).source().equals("yaml");
			if (format) {
				at++;
			}
			else if (!source.equals("--dry-run=client") && !source.equals("-oyaml")) {
				kept.add(words.get(at));
			}
		}
		return kept;
	}

	/** The same words with names of keys only. */
	static List<Word> withoutValues(List<Word> words) {
		List<Word> plain = new ArrayList<>();
		for (int at = 0; at < words.size(); at++) {
			String source = words.get(at).source();
			String flag = flag(source);
			boolean apart = source.equals(flag) && !flag.isEmpty() && at + 1 < words.size();
			if (flag.isEmpty()) {
				plain.add(words.get(at));
				continue;
			}
			String rest = apart ? words.get(++at).source()
					: source.substring(Math.min(source.length(), flag.length() + 1));
			String said = flag + "=" + key(flag, rest.replaceAll("^[\"']", ""));
			plain.add(new Word(List.of(new Word.Literal(said)), said));
		}
		return plain;
	}

	private static String flag(String source) {
		for (String flag : List.of("--from-literal", "--from-file", "--cert", "--key")) {
			if (source.equals(flag) || source.startsWith(flag + "=")) {
				return flag;
			}
		}
		return "";
	}

	/** {@code KEY=…}; a file without a key has its own name for one. */
	private static String key(String flag, String rest) {
		if (flag.equals("--cert") || flag.equals("--key")) {
			return "file";
		}
		int equals = rest.indexOf('=');
		if (equals >= 0) {
			return rest.substring(0, equals);
		}
		return flag.equals("--from-file") ? rest.replaceAll("[\"']", "").replaceFirst(".*/", "") : "";
	}

}
