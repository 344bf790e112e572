package io.watchfloor.runbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

import io.watchfloor.action.Actions;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.reading.RunbookReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import io.watchfloor.catalog.SystemId;

import static org.assertj.core.api.Assertions.assertThat;

/** What a look starts by itself is a look, over all connectors and the whole reading. */
class HostileLinesTests {

	private static final AnnotationConfigApplicationContext CONTEXT = ReadingContext.start();

	private final RunbookReader reader = reader(CONTEXT.getBean(Actions.class));

	private static RunbookReader reader(Actions actions) {
		return new RunbookReader(new LineReader(actions::understand, actions::understand, Clock.systemUTC()),
				actions::findings);
	}

	@AfterAll
	static void close() {
		CONTEXT.close();
	}

	@Test
	void noHostileLineIsTakenForALook() throws IOException {
		List<String> taken = lines("hostile.txt").stream()
			.filter((line) -> steps(line).stream().anyMatch(HostileLinesTests::looks))
			.toList();
		assertThat(taken).isEmpty();
	}

	@Test
	void whatOnlyLooksIsTakenForALook() throws IOException {
		assertThat(lines("looks.txt"))
			.allSatisfy((line) -> assertThat(steps(line)).as(line).isNotEmpty().allMatch(HostileLinesTests::looks));
	}

	private static boolean looks(Step step) {
		return step instanceof ActionStep action && action.call().action().risk() == Risk.READ;
	}

	private List<Step> steps(String line) {
		String text = "## A\n\n```bash\n" + line.replace('⏎', '\n') + "\n```\n";
		return this.reader.read(new RunbookId(new SystemId("lines"), "lines.md"), text)
			.procedures()
			.stream()
			.flatMap((procedure) -> procedure.steps().stream())
			.toList();
	}

	private static List<String> lines(String name) throws IOException {
		try (InputStream file = Objects.requireNonNull(HostileLinesTests.class.getResourceAsStream("/lines/" + name))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
	}

}
