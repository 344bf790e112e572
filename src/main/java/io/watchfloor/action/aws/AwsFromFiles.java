package io.watchfloor.action.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Asking;
import io.watchfloor.action.aws.line.FileFlags;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.kernel.Risk;

/**
 * A call that takes some of its parameters from files, while nobody has said what they
 * hold; with that it is the call itself.
 *
 * @param service as the {@code aws} command names it
 * @param operation as the {@code aws} command names it
 * @param parameters the others, by the API's names
 * @param files their names, by flag
 * @param region where to; empty for the target's own
 */
public record AwsFromFiles(String service, String operation, Map<String, Object> parameters, Map<String, String> files,
		String region) implements Asking, Calling {

	public AwsFromFiles {
		parameters = Trees.copy(parameters);
		files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
		if (Calls.risk(service, operation) == Risk.READ) {
			throw new IllegalArgumentException("aws " + service + " " + operation + " only reads");
		}
		if (files.isEmpty()) {
			throw new IllegalArgumentException("no file is named");
		}
		Map<String, Object> secret = new LinkedHashMap<>();
		FileFlags.parameters(Calls.find(service, operation), files.keySet()).forEach((name) -> secret.put(name, "x"));
		Secrecy.carried(service, operation, secret).ifPresent((name) -> {
			throw new IllegalArgumentException(
					"the secret " + name + " would be kept here; set it where nobody reads along");
		});
	}

	@Override
	public Risk risk() {
		return Calls.risk(this.service, this.operation);
	}

	@Override
	public String title() {
		return Calls.title(this.service, this.operation, this.parameters) + ", with what "
				+ String.join(", ", this.files.values()) + " holds";
	}

	@Override
	public String commandLine() {
		CallText text = new CallText(this.service, this.operation).parameters(this.parameters);
		this.files.forEach((flag, file) -> text.option(flag, "file://" + file));
		return text.option("region", this.region).toString();
	}

	@Override
	public List<Question> asks() {
		return this.files.entrySet()
			.stream()
			.map((file) -> Question.demanded("contents of " + file.getValue(), "file://" + file.getValue(),
					"files." + file.getKey()))
			.toList();
	}

	@Override
	public Action answered(Map<String, String> answers) {
		Map<String, String> texts = new LinkedHashMap<>();
		this.files.forEach((flag, file) -> texts.put(flag, answers.getOrDefault("contents of " + file, "")));
		Operation known = Calls.find(this.service, this.operation);
		Map<String, Object> whole = FileFlags.filled(known, this.parameters, texts);
		Secrecy.carried(this.service, this.operation, whole).ifPresent((name) -> {
			throw new IllegalArgumentException("It holds the secret " + name + "; set that where nobody reads along");
		});
		return new AwsChange(this.service, this.operation, whole, this.region, "", "json");
	}

	@Override
	public List<AwsCall> calls() {
		return Calls.around(this.service, this.operation, this.parameters, this.region);
	}

}
