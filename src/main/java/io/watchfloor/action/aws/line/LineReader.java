package io.watchfloor.action.aws.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.aws.model.CliNames;
import io.watchfloor.action.aws.model.Member;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.Paging;
import io.watchfloor.action.aws.model.Shape;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the words behind {@code aws SERVICE OPERATION}. */
final class LineReader {

	private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

	private final Operation operation;

	private final Arguments arguments;

	private final OperationFlags flags;

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	private final List<String> words = new ArrayList<>();

	private final Map<String, List<String>> written = new LinkedHashMap<>();

	private final FileFlags files = new FileFlags();

	private Globals globals;

	private int maxItems = -1;

	LineReader(Operation operation, Globals globals, Arguments arguments) {
		this.operation = operation;
		this.globals = globals;
		this.arguments = arguments;
		this.flags = new OperationFlags(operation);
	}

	/**
	 * Reads to the end.
	 * @throws Problem with category {@code NOT_UNDERSTOOD} that names the word
	 */
	AwsLine read() {
		try {
			while (this.arguments.more()) {
				word(this.arguments.nextLiteral("a parameter"));
			}
			Map<String, Object> whole = new LinkedHashMap<>(skeleton());
			this.written.forEach((flag, values) -> this.flags.flag(flag)
				.filter((member) -> !this.files.take(flag, member, values))
				.ifPresent((member) -> this.parameters.put(member.name(),
						new FlagValue(flag, this.globals.rawBytes()).of(member.shape(), values))));
			whole.putAll(this.parameters);
			CustomFlags.finish(this.operation, whole);
			demandRequired(whole);
			Map<String, String> files = this.files.named();
			Map<String, Object> checked = files.isEmpty() ? this.operation.check(whole)
					: this.operation.checkPart(whole);
			return new AwsLine(this.operation, checked, this.globals, this.maxItems, this.words, files);
		}
		catch (IllegalArgumentException misshapen) {
			throw this.arguments.problem(misshapen.getMessage() + ".");
		}
	}

	private void word(String word) {
		if (!word.startsWith("--")) {
			if (word.startsWith("-")) {
				throw this.arguments.problem("'" + word + "' is not understood.");
			}
			this.words.add(word);
			return;
		}
		int equals = word.indexOf('=');
		String flag = word.substring(2, (equals < 0) ? word.length() : equals);
		Optional<String> attached = (equals < 0) ? Optional.empty() : Optional.of(word.substring(equals + 1));
		Optional<Globals> global = GlobalFlags.take(this.globals, flag, attached, this.arguments);
		if (global.isPresent()) {
			this.globals = global.get();
		}
		else if (!paging(flag, attached)) {
			parameter(flag, attached);
		}
	}

	/** Where the answer comes in pages, these are the command's own. */
	private boolean paging(String flag, Optional<String> attached) {
		Paging paging = this.operation.facts().paging();
		if (paging == null || !this.globals.paginate()) {
			return false;
		}
		switch (flag) {
			case "starting-token" -> throw this.arguments
				.problem("--starting-token carries on where an earlier answer of the command ended.");
			case "max-items" -> this.maxItems = number(flag, attached);
			case "page-size" -> number(flag, attached);
			default -> {
				return false;
			}
		}
		return true;
	}

	private int number(String flag, Optional<String> attached) {
		String text = attached.orElseGet(() -> this.arguments.nextLiteral("the value of --" + flag));
		if (!text.matches("[1-9][0-9]{0,8}")) {
			throw this.arguments.problem("--" + flag + " must be a number above 0, not '" + text + "'.");
		}
		return Integer.parseInt(text);
	}

	private void parameter(String flag, Optional<String> attached) {
		if (flag.equals("cli-input-json")) {
			once(flag, List.of(attached.orElseGet(() -> this.arguments.nextLiteral("the JSON"))));
			return;
		}
		Member member = this.flags.flag(flag).orElse(null);
		if (member == null) {
			negated(flag, attached);
		}
		else if (member.shape() instanceof Shape.Flag) {
			bool(flag, member, attached, true);
		}
		else if (OperationFlags.onlyValue(this.operation, member) && attached.isEmpty() && !valueFollows()) {
			this.parameters.put(member.name(), Map.of("Value", true));
		}
		else {
			once(flag, attached.map(List::of).orElseGet(() -> values(flag, member.shape() instanceof Shape.ListOf)));
		}
	}

	private void negated(String flag, Optional<String> attached) {
		Member member = this.flags.negation(flag).orElse(null);
		if (member != null) {
			bool(flag, member, attached, false);
		}
		else if (CustomFlags.known(this.operation, flag)) {
			List<String> values = attached.map(List::of).orElseGet(() -> values(flag, flag.equals("paths")));
			once(flag, values);
			CustomFlags.take(this.operation, flag, values, this.parameters);
		}
		else {
			throw this.arguments.problem("the flag --" + flag + " is not known for " + this.operation.service() + " "
					+ this.operation.cliName() + ".");
		}
	}

	private void bool(String flag, Member member, Optional<String> attached, boolean value) {
		if (attached.isPresent()) {
			throw this.arguments.problem("--" + flag + " takes no value.");
		}
		Object typed = (member.shape() instanceof Shape.Flag) ? (Object) value : Map.of("Value", value);
		if (this.parameters.put(member.name(), typed) != null) {
			throw this.arguments.problem("--" + flag + " or its opposite stands twice.");
		}
	}

	private void once(String flag, List<String> values) {
		if (this.written.put(flag, values) != null) {
			throw this.arguments.problem("--" + flag + " stands twice.");
		}
	}

	private List<String> values(String flag, boolean several) {
		List<String> values = new ArrayList<>();
		while (valueFollows() && (several || values.isEmpty())) {
			values.add(value(flag));
		}
		if (values.isEmpty()) {
			throw this.arguments.more()
					? this.arguments.problem("the value of --" + flag + " is '"
							+ this.arguments.next("the value").source() + "', which is not understood.")
					: this.arguments.problem("the value of --" + flag + " is missing.");
		}
		return values;
	}

	/** A word; a time may be written as what the date command prints. */
	private String value(String flag) {
		Word word = this.arguments.next("the value of --" + flag);
		Optional<String> date = DateWords.read(word);
		boolean time = this.flags.flag(flag)
			.filter((member) -> member.shape() instanceof Shape.Time || member.shape() instanceof Shape.Whole)
			.isPresent();
		if (date.isPresent() && time) {
			return date.get();
		}
		return word.literal()
			.orElseThrow(() -> this.arguments
				.problem("the value of --" + flag + " is '" + word.source() + "', which a shell would change first."));
	}

	/** A word with a dash is a flag, unless it is a number. */
	private boolean valueFollows() {
		return this.arguments.more() && this.arguments.peek()
			.map((word) -> !word.startsWith("-") || NUMBER.matcher(word).matches())
			.orElse(true);
	}

	private Map<String, Object> skeleton() {
		List<String> text = this.written.get("cli-input-json");
		Map<String, Object> skeleton = new LinkedHashMap<>();
		if (text != null) {
			if (this.files.skeleton(text.getFirst())) {
				return skeleton;
			}
			JsonText.structure(text.getFirst()).forEach((name, value) -> skeleton.put(name.toString(), value));
		}
		return skeleton;
	}

	private void demandRequired(Map<String, ?> given) {
		for (String name : this.operation.facts().required()) {
			@Nullable Object value = given.get(name);
			if (value == null && !this.files.gives(name) && this.operation.members().containsKey(name)) {
				throw new IllegalArgumentException(
						"--" + CliNames.flag(this.operation.service(), this.operation.cliName(), name) + " is missing");
			}
		}
	}

}
