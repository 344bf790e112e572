package io.watchfloor.action.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.aws.line.Commands;
import io.watchfloor.action.aws.line.Globals;

/**
 * Reads {@code aws s3 …}. What touches files of the machine that the line runs on stays
 * manual.
 */
record S3Line(Action action, Globals globals) {

	private static final Map<String, String> MANUAL = Map.of("sync", "compares and copies many files", "website",
			"makes a bucket public", "presign", "prints a URL that opens the object for whoever has it");

	static S3Line read(Commands commands) {
		try {
			return switch (commands.command()) {
				case "ls" -> list(commands);
				case "rm" -> remove(commands);
				case "rb" -> bucket(commands, "delete-bucket");
				case "cp" -> transfer(commands);
				case "mv" -> copy(commands);
				case String other when MANUAL.containsKey(other) -> throw commands.arguments()
					.problem("s3 " + other + " " + MANUAL.get(other) + "; it stays a manual step.");
				case String other -> throw commands.arguments().problem("there is no command 's3 " + other + "'.");
			};
		}
		catch (IllegalArgumentException refused) {
			throw commands.arguments().problem("s3 " + commands.command() + ": " + refused.getMessage() + ".");
		}
	}

	private static S3Line list(Commands commands) {
		WordFlags flags = WordFlags.read(commands, Set.of("--recursive", "--human-readable", "--summarize"),
				Set.of("--page-size"));
		String place = only(flags.words(), commands.arguments(), true);
		return new S3Line(new S3List(S3Place.of(place), flags.has("--recursive"), flags.has("--human-readable"),
				flags.has("--summarize"), flags.globals().region()), flags.globals());
	}

	private static S3Line remove(Commands commands) {
		WordFlags flags = WordFlags.read(commands, Set.of("--recursive", "--quiet", "--only-show-errors"), Set.of());
		S3Place place = S3Place.of(only(flags.words(), commands.arguments(), false));
		return new S3Line(new S3Remove(place, flags.has("--recursive"), flags.globals().region()), flags.globals());
	}

	private static S3Line bucket(Commands commands, String operation) {
		WordFlags flags = WordFlags.read(commands, Set.of(), Set.of());
		S3Place place = S3Place.of(only(flags.words(), commands.arguments(), false));
		if (!place.key().isEmpty()) {
			throw new IllegalArgumentException("only a bucket can be removed");
		}
		return new S3Line(new AwsChange("s3api", operation, Map.of("Bucket", place.bucket()), flags.globals().region(),
				"", "json"), flags.globals());
	}

	/** One file to one object or back; what is copied between buckets stays manual. */
	private static S3Line transfer(Commands commands) {
		WordFlags flags = WordFlags.read(commands, Set.of("--quiet", "--only-show-errors", "--no-progress"), Set.of());
		boolean up = flags.words().size() == 2 && flags.words().get(1).startsWith("s3://");
		boolean down = flags.words().size() == 2 && flags.words().get(0).startsWith("s3://");
		if (up == down) {
			throw commands.arguments()
				.problem(up ? "s3 cp from bucket to bucket overwrites what is there; it stays a manual step."
						: "s3 cp takes one file and one s3://bucket/key.");
		}
		String file = flags.words().get(up ? 0 : 1);
		S3Place place = S3Place.of(flags.words().get(up ? 1 : 0));
		String last = (up ? file : place.key()).replaceFirst(".*/", "");
		S3Place object = (up && (place.key().isEmpty() || place.key().endsWith("/")))
				? new S3Place(place.bucket(), place.key() + last) : place;
		String local = (!up && (file.equals(".") || file.endsWith("/"))) ? (file.equals(".") ? "" : file) + last : file;
		return new S3Line(new S3Transfer(up ? S3Transfer.Way.UPLOAD : S3Transfer.Way.DOWNLOAD, local, object,
				flags.globals().region()), flags.globals());
	}

	/** Every move has a file of this machine at one end, or overwrites without a look. */
	private static S3Line copy(Commands commands) {
		while (commands.arguments().more()) {
			String word = commands.arguments().next("a parameter").source();
			if (!word.startsWith("-") && !word.replaceFirst("^[\"']", "").startsWith("s3://")) {
				throw commands.arguments()
					.problem("s3 " + commands.command() + " has '" + word
							+ "' of the machine it runs on at one end; it stays a manual step.");
			}
		}
		throw commands.arguments()
			.problem("s3 " + commands.command()
					+ " from bucket to bucket overwrites what is there; it stays a manual step.");
	}

	private static String only(List<String> words, Arguments arguments, boolean optional) {
		if (words.size() > 1 || (words.isEmpty() && !optional)) {
			throw arguments.problem("exactly one s3://bucket/key is understood.");
		}
		return words.isEmpty() ? "" : words.getFirst();
	}

}
