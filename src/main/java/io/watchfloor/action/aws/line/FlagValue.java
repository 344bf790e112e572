package io.watchfloor.action.aws.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.model.Member;
import io.watchfloor.action.aws.model.Shape;

/**
 * Turns the words behind a flag into a value, as awscli does: a list takes several words,
 * a structure one in shorthand or JSON.
 */
final class FlagValue {

	/**
	 * For these awscli 1 does not fetch a URL but takes it as it is, as version 2 does.
	 */
	private static final Set<String> URLS = Set.of("queue-url", "notification-endpoint", "template-url",
			"stack-policy-url", "stack-policy-during-update-url", "pre-signed-url", "url", "uri",
			"website-redirect-location");

	private static final Pattern BASE64 = Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

	private final String flag;

	private final boolean rawBytes;

	FlagValue(String flag, boolean rawBytes) {
		this.flag = flag;
		this.rawBytes = rawBytes;
	}

	/**
	 * Reads the words.
	 * @throws IllegalArgumentException what is wrong with them
	 */
	Object of(Shape shape, List<String> words) {
		words.forEach(this::refuseFiles);
		return switch (shape) {
			case Shape.ListOf list -> list(list, words);
			case Shape.Structure structure -> structure(structure, words.getFirst());
			case Shape.MapOf map -> structure(map, words.getFirst());
			case Shape scalar -> scalar(scalar, words.getFirst());
		};
	}

	private void refuseFiles(String word) {
		if (word.startsWith("file://") || word.startsWith("fileb://")) {
			throw new IllegalArgumentException("--" + this.flag + " takes its value from a file (" + word
					+ "), which is not at hand here; write the value itself");
		}
		if ((word.startsWith("http://") || word.startsWith("https://")) && !URLS.contains(this.flag)) {
			throw new IllegalArgumentException("--" + this.flag
					+ " is a URL: version 1 of the aws command fetches it and sends what it finds, version 2 sends the URL");
		}
	}

	private Object list(Shape.ListOf list, List<String> words) {
		String first = words.getFirst().strip();
		if (words.size() == 1 && first.startsWith("[")) {
			return JsonText.list(words.getFirst());
		}
		List<Object> values = new ArrayList<>();
		boolean json = first.startsWith("[") || first.startsWith("{");
		for (String word : words) {
			values.add(switch (list.element()) {
				case Shape.Structure _, Shape.MapOf _, Shape.ListOf _ ->
					json ? JsonText.read(word) : Coercion.to(list.element(), Shorthand.parse(word));
				case Shape scalar -> scalar(scalar, word);
			});
		}
		return values;
	}

	private Object structure(Shape shape, String word) {
		if (word.isBlank()) {
			throw new IllegalArgumentException("--" + this.flag + " is empty");
		}
		if (word.strip().startsWith("{")) {
			return JsonText.structure(word);
		}
		if (shape instanceof Shape.Structure structure && !word.contains("=")) {
			Map<String, Member> members = structure.members().get();
			Member only = members.get("Value");
			if (members.size() == 1 && only != null && only.shape() instanceof Shape.Text) {
				return Map.of("Value", word);
			}
		}
		return Coercion.to(shape, Shorthand.parse(word));
	}

	private Object scalar(Shape shape, String word) {
		return switch (shape) {
			case Shape.Whole _ -> Scalars.whole(word);
			case Shape.Decimal _ -> Scalars.decimal(word);
			case Shape.Bytes _ -> bytes(word);
			case Shape.Flag _ -> throw new IllegalArgumentException("--" + this.flag + " takes no value");
			case Shape.Text _, Shape.Time _ -> word;
			case Shape.Open _, Shape.ListOf _, Shape.MapOf _, Shape.Structure _ ->
				throw new IllegalArgumentException("--" + this.flag + " is not understood");
		};
	}

	/** Version 1 sends the text, version 2 decodes base64 unless it is told otherwise. */
	private String bytes(String word) {
		if (!this.rawBytes && BASE64.matcher(word).matches()) {
			throw new IllegalArgumentException("--" + this.flag
					+ " may be text or base64, depending on the version of the aws command; add --cli-binary-format raw-in-base64-out");
		}
		return word;
	}

}
