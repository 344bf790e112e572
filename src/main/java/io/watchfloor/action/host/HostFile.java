package io.watchfloor.action.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Shell;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A text file of a host: read whole, and replaced in one move by a copy that keeps owner
 * and mode. What is in it never stands in a call.
 *
 * @param path where, absolute
 * @param content all of it
 */
public record HostFile(String path, String content) {

	private static final Duration WITHIN = Duration.ofSeconds(30);

	/**
	 * Reads it.
	 * @throws Problem when it is not there, not readable, too long or no text
	 */
	public static HostFile read(String path, Target target, Hosts hosts) {
		HostAnswer answer = hosts.run(target, new HostCommand(List.of("cat", "--", path), null));
		if (answer.exit() != 0) {
			throw new Problem(Problem.Category.NOT_FOUND,
					path + " cannot be read on " + target.id() + ": " + answer.lastWords());
		}
		if (answer.cut() || answer.output().indexOf('\uFFFD') >= 0 || answer.output().indexOf('\0') >= 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					path + " on " + target.id() + " is too long or no text in UTF-8. Change it by hand.");
		}
		return new HostFile(path, answer.output());
	}

	/** The same file with another content. */
	public HostFile with(String changed) {
		return new HostFile(this.path, changed);
	}

	/** SHA-256 of the content. */
	public String digest() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(this.content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException absent) {
			throw new IllegalStateException(absent);
		}
	}

	/** The calls of {@link #write}. */
	public List<Plan.Call> calls() {
		return commands().stream().map(this::call).toList();
	}

	private Plan.Call call(List<String> words) {
		String line = words.stream().map(Shell::quote).collect(Collectors.joining(" "));
		return new Plan.Call(words.getFirst().equals("tee")
				? line + " (the new content, SHA-256 " + digest().substring(0, 12) + "…)" : line);
	}

	private List<List<String>> commands() {
		String beside = this.path + ".watchfloor-new";
		return List.of(List.of("cp", "-p", "--", this.path, beside), List.of("tee", "--", beside),
				List.of("mv", "-f", "--", beside, this.path));
	}

	/**
	 * Writes this content in the place of the file that is there.
	 * @throws Problem when it is refused; the file is then as it was
	 */
	public void write(Target target, Hosts hosts, RunContext context) {
		List<String> made = new ArrayList<>();
		for (List<String> words : commands()) {
			context.making(call(words));
			boolean feeds = words.getFirst().equals("tee");
			HostAnswer answer = hosts.run(target, new HostCommand(words, null, WITHIN, feeds ? this.content : null));
			if (answer.exit() != 0) {
				String said = answer.errors().strip();
				throw new Problem(Problem.Category.TARGET_SAID_NO,
						"%s could not be replaced on %s: %s ended with %d%s. It is as it was%s.".formatted(this.path,
								target.id(), words.getFirst(), answer.exit(), said.isEmpty() ? "" : ": " + said,
								made.isEmpty() ? "" : "; a file beside it ends in .watchfloor-new"));
			}
			made.add(words.getFirst());
		}
	}

}
