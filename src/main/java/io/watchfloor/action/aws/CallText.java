package io.watchfloor.action.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Shell;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.action.aws.model.CliNames;
import io.watchfloor.action.aws.model.Member;
import io.watchfloor.action.aws.model.Moment;
import io.watchfloor.action.aws.model.ServiceModel;
import io.watchfloor.action.aws.model.Shape;
import io.watchfloor.action.aws.model.Waiter;
import org.jspecify.annotations.Nullable;

/** Writes a call as a line of the {@code aws} command. */
public final class CallText {

	private final String service;

	private final String operation;

	private final List<String> words = new ArrayList<>();

	/** A line of an operation, without its parameters yet. */
	public CallText(String service, String operation) {
		this.service = service;
		this.operation = operation;
		this.words.addAll(List.of("aws", service, operation));
	}

	/** A line that waits for a condition of the service. */
	CallText(String service, String wait, String condition) {
		this.service = service;
		this.operation = ServiceModel.named(service)
			.flatMap((model) -> Waiter.named(model, condition))
			.map((waiter) -> waiter.operation().cliName())
			.orElse(condition);
		this.words.addAll(List.of("aws", service, wait, condition));
	}

	/** A word without a flag, if there is one. */
	CallText word(String word) {
		if (!word.isEmpty()) {
			this.words.add(Shell.quote(word));
		}
		return this;
	}

	/** Adds the parameters, by the API's names. */
	public CallText parameters(Map<String, Object> parameters) {
		Map<String, Member> members = ServiceModel.named(this.service)
			.flatMap((model) -> model.operation(this.operation))
			.map((known) -> known.members())
			.orElse(Map.of());
		if (this.operation.equals("run-instances")) {
			this.words.add("--count " + parameters.get("MinCount") + ":" + parameters.get("MaxCount"));
		}
		parameters.forEach((name, value) -> {
			Member member = members.get(name);
			if (!CliNames.isNoFlag(this.service, this.operation, name)) {
				parameter(name, value, (member != null) ? member.shape() : null);
			}
		});
		if (CliNames.takesFile(this.service, this.operation)) {
			this.words.add("/dev/stdout");
		}
		return this;
	}

	private void parameter(String name, Object value, @Nullable Shape shape) {
		String flag = CliNames.flag(this.service, this.operation, name);
		if (value instanceof Boolean given) {
			this.words.add("--" + (given ? flag : CliNames.negation(this.service, this.operation, name)));
			return;
		}
		if (shape instanceof Shape.Bytes) {
			this.words.add("--cli-binary-format raw-in-base64-out");
		}
		switch (value) {
			case Map<?, ?> map -> this.words.add("--" + flag + " " + Shell.quote(JsonText.write(map)));
			case List<?> list -> this.words.add("--" + flag + " " + list(list));
			default -> this.words.add(scalar(flag, value.toString(), shape));
		}
	}

	private static String scalar(String flag, String value, @Nullable Shape shape) {
		boolean time = shape instanceof Shape.Time || shape instanceof Shape.Whole;
		if (time && value.startsWith("now")) {
			return "--" + flag + " " + date(value, shape instanceof Shape.Whole);
		}
		boolean attached = value.startsWith("-") && !value.matches("-[0-9]+(\\.[0-9]+)?");
		return "--" + flag + (attached ? "=" : " ") + Shell.quote(value);
	}

	private static String date(String value, boolean epoch) {
		Duration fromNow = Moment.parse(value.replace("ms", "s")).orElseThrow().fromNow();
		String shift = fromNow.abs().toSeconds() + " seconds" + (fromNow.isNegative() ? " ago" : "");
		String format = epoch ? (value.endsWith("ms") ? "+%s000" : "+%s") : "+%Y-%m-%dT%H:%M:%SZ";
		return "\"$(date -u -d '" + shift + "' " + format + ")\"";
	}

	/** Words where words can say it, else JSON. */
	private static String list(List<?> values) {
		boolean words = !values.isEmpty() && values.stream().allMatch(CallText::isWord)
				&& !values.getFirst().toString().strip().startsWith("[");
		if (!words) {
			return Shell.quote(JsonText.write(values));
		}
		return String.join(" ", values.stream().map((value) -> Shell.quote(value.toString())).toList());
	}

	private static boolean isWord(Object value) {
		return !(value instanceof Map || value instanceof List || value instanceof Boolean)
				&& !value.toString().startsWith("-");
	}

	/** Adds a flag with its value, if there is one. */
	public CallText option(String flag, String value) {
		if (!value.isEmpty()) {
			this.words.add("--" + flag + " " + Shell.quote(value));
		}
		return this;
	}

	CallText flag(String flag, boolean given) {
		if (given) {
			this.words.add("--" + flag);
		}
		return this;
	}

	@Override
	public String toString() {
		return String.join(" ", this.words);
	}

}
