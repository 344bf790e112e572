package io.watchfloor.runbook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.command.Word;

/**
 * A loop over a written list: {@code for n in a b; do tool $n; done} is the same as its
 * lines one after the other, as long as no line ends the loop, sets a variable or depends
 * on another.
 */
final class Unrolled {

	private static final int MOST = 12;

	private static final Pattern LOOP = Pattern.compile(
			"for\\s+([A-Za-z_]\\w*)\\s+in\\s+([^;\\n]+?)\\s*[;\\n]\\s*do\\s(.*?)\\s*;?\\s*done\\s*", Pattern.DOTALL);

	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.:@/%+,=][A-Za-z0-9_.:@/%+,=-]*");

	private Unrolled() {
	}

	/** One line with the values of its round. */
	record Round(String line, Map<String, String> values) {
	}

	static Optional<List<Round>> of(String loop) {
		Matcher matcher = LOOP.matcher(loop);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		List<String> values = values(matcher.group(2));
		List<Statement> body = ShellText.split(matcher.group(3))
			.stream()
			.filter((statement) -> !ShellReader.prints(statement))
			.toList();
		if (values.isEmpty() || body.isEmpty() || values.size() * body.size() > MOST
				|| !body.stream().allMatch(Unrolled::plain)) {
			return Optional.empty();
		}
		List<Round> rounds = new ArrayList<>();
		values.forEach((value) -> body
			.forEach((statement) -> rounds.add(new Round(statement.source(), Map.of(matcher.group(1), value)))));
		return Optional.of(rounds);
	}

	/** The words of the list, when each of them stands for itself. */
	private static List<String> values(String list) {
		List<Statement> statements = ShellText.split("list " + list);
		if (statements.size() != 1
				|| !(statements.getFirst().content() instanceof Understood<Pipeline>(Pipeline pipeline))
				|| pipeline.stages().size() != 1 || !pipeline.stages().getFirst().redirections().isEmpty()) {
			return List.of();
		}
		List<Word> words = pipeline.stages().getFirst().arguments();
		boolean plain = words.stream().allMatch((word) -> word.literal().filter(VALUE.asMatchPredicate()).isPresent());
		return plain ? words.stream().map((word) -> word.literal().orElseThrow()).toList() : List.of();
	}

	private static boolean plain(Statement statement) {
		boolean alone = statement.connector() == Connector.THEN || statement.connector() == Connector.END;
		return alone && statement.content() instanceof Understood<Pipeline>(Pipeline pipeline)
				&& pipeline.stages()
					.stream()
					.noneMatch((stage) -> stage.words().isEmpty() || stage.tool()
						.filter((tool) -> tool.matches("break|continue|cd|export|set|read|exit"))
						.isPresent());
	}

}
