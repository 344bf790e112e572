package io.watchfloor.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.watchfloor.command.Understanding.Understood;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What we say a word is must be what a real shell passes on. */
class ShellEquivalenceTests {

	private static final String NASTY = "aZ9 \t\n'\"\\$`*?[]{}~#=:;|&<>()!,.-_/%@^+é€\u00a0\r😀";

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "bash", "dash" })
	void quotedArgumentsArriveAsTheyWere(String name) {
		RealShell shell = shell(name);
		Random random = new Random(20_26);
		for (int round = 0; round < 150; round++) {
			List<String> arguments = new ArrayList<>();
			StringBuilder line = new StringBuilder();
			for (int i = 0; i <= random.nextInt(5); i++) {
				String argument = text(random, NASTY, random.nextInt(12));
				arguments.add(argument);
				line.append(i == 0 ? "" : " ").append(quote(argument, random));
			}
			assertThat(literals("f " + line)).as(line.toString()).hasValue(arguments);
			assertThat(shell.arguments(line.toString())).as(line.toString()).isEqualTo(arguments);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "bash", "dash" })
	void anyLineThatIsUnderstoodMeansTheSameToTheShell(String name) {
		RealShell shell = shell(name);
		Random random = new Random(7);
		int compared = 0;
		for (int round = 0; round < 12_000 && compared < 400; round++) {
			String line = text(random, "aab  '\"\\\\\n$#~=:{},.![]-\t2", 3 + random.nextInt(14));
			Optional<List<String>> ours = literals("f " + line);
			boolean bashOnly = name.equals("dash") && line.contains("$'");
			if (ours.isPresent() && !bashOnly) {
				assertThat(ours.get()).as(line).isEqualTo(shell.arguments(line));
				compared++;
			}
		}
		assertThat(compared).isEqualTo(400);
	}

	/** The arguments when the text is one plain command of literal words. */
	private static Optional<List<String>> literals(String text) {
		List<Statement> statements = ShellText.split(text);
		if (statements.size() != 1 || !(statements.getFirst().content() instanceof Understood<Pipeline>(var pipeline))
				|| pipeline.stages().size() != 1) {
			return Optional.empty();
		}
		SimpleCommand command = pipeline.stages().getFirst();
		List<String> found = command.arguments().stream().flatMap((word) -> word.literal().stream()).toList();
		boolean plain = command.redirections().isEmpty() && found.size() == command.arguments().size();
		return plain ? Optional.of(found) : Optional.empty();
	}

	/** One of the ways to write a word so that nothing in it is special. */
	private static String quote(String argument, Random random) {
		return switch (random.nextInt(3)) {
			case 0 -> "'" + argument.replace("'", "'\\''") + "'";
			case 1 -> "\"" + argument.replaceAll("([\"\\\\$`])", "\\\\$1") + "\"";
			default -> "''" + argument.replaceAll("([^a-zA-Z0-9\n])", "\\\\$1").replace("\n", "'\n'");
		};
	}

	private static String text(Random random, String alphabet, int length) {
		int[] points = alphabet.codePoints().toArray();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.appendCodePoint(points[random.nextInt(points.length)]);
		}
		return text.toString();
	}

	private RealShell shell(String name) {
		Path path = Path.of("/bin", name);
		assumeThat(Files.isExecutable(path)).as(name + " is installed").isTrue();
		return new RealShell(path.toString(), this.folder);
	}

}
