package io.watchfloor.action.aws.line;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.model.Member;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.Shape;

/** Flags whose value is what a file holds: {@code --template-body file://stack.yaml}. */
public final class FileFlags {

	/** The flag whose file holds all parameters. */
	static final String SKELETON = "cli-input-json";

	private static final String PREFIX = "file://";

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_./~][A-Za-z0-9_./+~@=-]{0,400}");

	private final Map<String, String> named = new LinkedHashMap<>();

	private final Set<String> members = new HashSet<>();

	FileFlags() {
	}

	/** Whether a word may name a file; what is binary is not taken from a text. */
	public static boolean isName(String name) {
		return NAME.matcher(name).matches();
	}

	/** Takes a flag's value when it is a file; returns whether it is. */
	boolean take(String flag, Member member, java.util.List<String> values) {
		boolean file = values.size() == 1 && values.getFirst().startsWith(PREFIX)
				&& !(member.shape() instanceof Shape.Bytes) && isName(name(values.getFirst()));
		if (file) {
			this.named.put(flag, name(values.getFirst()));
			this.members.add(member.name());
		}
		return file;
	}

	/** Takes the file of all parameters; returns whether it is one. */
	boolean skeleton(String word) {
		boolean file = word.startsWith(PREFIX) && isName(name(word));
		if (file) {
			this.named.put(SKELETON, name(word));
		}
		return file;
	}

	private static String name(String word) {
		return word.substring(PREFIX.length());
	}

	/** Whether a file may give a parameter. */
	boolean gives(String parameter) {
		return this.members.contains(parameter) || this.named.containsKey(SKELETON);
	}

	/** The files by flag. */
	Map<String, String> named() {
		return this.named;
	}

	/**
	 * The parameters with what the files hold.
	 * @param parameters the others, by the API's names
	 * @param texts what the files hold, by flag
	 * @throws IllegalArgumentException what is wrong with them
	 */
	public static Map<String, Object> filled(Operation operation, Map<String, Object> parameters,
			Map<String, String> texts) {
		Map<String, Object> whole = new LinkedHashMap<>();
		String skeleton = texts.get(SKELETON);
		if (skeleton != null) {
			JsonText.structure(skeleton).forEach((name, value) -> whole.put(name.toString(), value));
		}
		OperationFlags flags = new OperationFlags(operation);
		texts.forEach((flag, text) -> flags.flag(flag)
			.ifPresent((member) -> whole.put(member.name(),
					new FlagValue(flag, true).of(member.shape(), java.util.List.of(text)))));
		whole.putAll(parameters);
		operation.facts().required().forEach((name) -> {
			if (!whole.containsKey(name) && operation.members().containsKey(name)) {
				throw new IllegalArgumentException("what the file holds names no " + name);
			}
		});
		return operation.check(whole);
	}

	/** The parameters that files give, by the API's names. */
	public static Set<String> parameters(Operation operation, Set<String> files) {
		OperationFlags flags = new OperationFlags(operation);
		Set<String> names = new HashSet<>();
		files.forEach((flag) -> flags.flag(flag).ifPresent((member) -> names.add(member.name())));
		return names;
	}

}
